import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { possessive } from '../../kernel/text.ts'
import { mailsAbout } from '../../shell/outbox-mails.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { typedDate } from '../../ui/choices.tsx'
import { findEvidence, listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import { type Answer, get, goTo, page, post, type Visit } from '../visit.ts'
import { askFor, handOver, type MadeRequest, mayManage, remind, revoke } from './asking.ts'
import { AskPage } from './pages/ask-page.tsx'
import { LinkPage } from './pages/link-page.tsx'
import { ListPage, leadOf } from './pages/list-page.tsx'
import { WitnessesPage } from './pages/witnesses-page.tsx'
import { placeOf } from './place.ts'
import { checkAsking, MOST_COMPETENCIES } from './rules/request.ts'
import { addressOf, postRequest } from './sending.ts'
import { listDeclared } from './store/answers.ts'
import { listRequests, markSent } from './store/requests.ts'
import { witnessesOf } from './testimony.ts'
import { askAbout, askingIn, cleaner, type Found, foundIn } from './typed.ts'

const ASKING = { text: 'Witnesses and customers' }

async function listPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, today, query, may, house } = visit
  const { personId } = person
  if ((query.has('evidence') || query.has('competency')) && may('testimony.ask'))
    return goTo(`${paths.testimonyNew(personId)}?${query}`)
  const requests = await listRequests(tx, personId)
  const names = new Map((await listPeople(tx)).map((one) => [one.personId, one.name]))
  const refs = new Map((await listEvidence(tx, personId)).map(({ evidenceId, ref }) => [evidenceId, ref]))
  const answers = new Map((await listDeclared(tx, personId)).map((one) => [one.requestId, one.evidenceId]))
  const mails = await mailsAbout(
    tx,
    requests.map(({ requestId }) => requestId),
  )
  const refOf = (evidenceId: string | null | undefined) => (evidenceId && refs.get(evidenceId)) || null
  return page(
    {
      ...placeOf(visit, ASKING),
      title: own ? 'Witnesses and customers' : `Witnesses of ${possessive(person.name)} work`,
      lead: leadOf(requests),
      refusals,
      actions: may('testimony.ask') ? (
        <ButtonLink href={paths.testimonyNew(personId)} icon="plus">
          Ask somebody
        </ButtonLink>
      ) : undefined,
    },
    <ListPage
      personId={personId}
      own={own}
      mayAsk={may('testimony.ask')}
      mail={house.mail.configured}
      requests={requests.map((request) => {
        const evidenceId = answers.get(request.requestId)
        const ref = refOf(evidenceId)
        return {
          ...request,
          askedByName: names.get(request.askedBy) ?? '',
          aboutRef: refOf(request.evidenceId),
          answer: evidenceId && ref ? { evidenceId, ref } : null,
          mail: mails.get(request.requestId) ?? null,
          manages: mayManage(actor, request),
        }
      })}
      today={today}
      refusals={refusals}
    />,
  )
}

/** What the form says before anybody types: of an item, or a competency, that the address names. */
async function firstValues(
  visit: Visit,
): Promise<{ values: Record<string, string>; competencyIds: string[] }> {
  const { tx, person, query } = visit
  const item = await findEvidence(tx, person.personId, query.get('evidence') ?? '')
  const kind = query.get('kind')
  const day = typedDate(item?.happenedOn)
  return {
    values: {
      ...(kind ? { kind } : {}),
      ...(item
        ? {
            evidence: item.evidenceId,
            about: item.title,
            'happened-day': day.day,
            'happened-month': day.month,
            'happened-year': day.year,
          }
        : {}),
    },
    competencyIds: [
      ...query.getAll('competency'),
      ...(item?.links.map(({ competencyId }) => competencyId) ?? []),
    ].slice(0, MOST_COMPETENCIES),
  }
}

async function askPage(
  visit: Visit,
  posted: { refusals: readonly Refusal[]; found: readonly Found[] } | null,
): Promise<Answer> {
  const { tx, person, own, form, house } = visit
  const { personId } = person
  const { values, competencyIds } = posted
    ? { values: form.values, competencyIds: form.all('competency') }
    : await firstValues(visit)
  const refusals = posted?.refusals ?? []
  return page(
    {
      ...placeOf(visit, { ...ASKING, href: paths.testimony(personId) }, { text: 'Ask somebody' }),
      title: own ? 'Ask somebody who saw your work' : `Ask somebody who saw ${possessive(person.name)} work`,
      lead: 'They answer by a link, without an account, and what they say becomes evidence.',
      refusals,
    },
    <AskPage
      action={paths.testimonyNew(personId)}
      name={own ? null : person.name}
      mail={house.mail.configured}
      values={values}
      competencyIds={competencyIds}
      item={await findEvidence(tx, personId, values.evidence ?? '')}
      competencies={await listCompetencies(tx)}
      found={posted?.found ?? []}
      refusals={refusals}
    />,
  )
}

async function ask(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const { asking, refusals: days } = askingIn(form)
  const found = foundIn([asking.about, asking.purpose, asking.relationship], form)
  const refusals = [...days, ...askAbout(found, 'a customer')]
  const clean = cleaner(found)
  const evidence = form.text('evidence')
  const asked = {
    ...asking,
    about: clean(asking.about),
    purpose: clean(asking.purpose),
    relationship: clean(asking.relationship),
    personId: person.personId,
    evidenceId: isId(evidence) ? evidence : null,
  }
  if (refusals.length > 0)
    return askPage(visit, { refusals: [...refusals, ...checkAsking(asked, today)], found })
  const outcome = await askFor(tx, actor, asked, today)
  if (!outcome.ok) return askPage(visit, { refusals: outcome.refusals, found })
  return sent(visit, outcome.value)
}

/** Posts the link, and nobody here sees it; where that can't be done, shows it once, to hand over. */
async function sent(visit: Visit, made: MadeRequest): Promise<Answer> {
  const { tx, house, person } = visit
  const { request } = made
  if (!(await postRequest(house, tx, made, 'asking'))) return linkPage(visit, made)
  await markSent(tx, request.requestId, 'mail')
  return goTo(
    paths.testimony(person.personId),
    `The link is on its way to ${request.name}. Only they can open it.`,
  )
}

function linkPage(visit: Visit, { request, token }: MadeRequest): Answer {
  const back = paths.testimony(visit.person.personId)
  return page(
    {
      ...placeOf(visit, { ...ASKING, href: back }, { text: 'The link' }),
      title: 'Hand over the link',
      lead: `${request.name} is asked once you have given them this link.`,
    },
    <LinkPage
      name={request.name}
      address={addressOf(visit.house, token)}
      endsOn={request.endsOn}
      back={back}
    />,
  )
}

async function handOverNow(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, today } = visit
  const asked = { personId: person.personId, requestId: params.request ?? '' }
  const outcome = await handOver(tx, actor, asked, today)
  return outcome.ok ? linkPage(visit, outcome.value) : listPage(visit, outcome.refusals)
}

async function remindNow(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, today, house } = visit
  if (!house.mail.configured)
    return listPage(visit, [{ message: 'No mail server is set here. Remind them yourself.' }])
  const asked = { personId: person.personId, requestId: params.request ?? '' }
  const outcome = await remind(tx, actor, asked, today)
  if (!outcome.ok) return listPage(visit, outcome.refusals)
  await postRequest(house, tx, outcome.value, 'reminder')
  return goTo(
    paths.testimony(person.personId),
    `The reminder is on its way to ${outcome.value.request.name}.`,
  )
}

async function revokeNow(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, today } = visit
  const asked = { personId: person.personId, requestId: params.request ?? '' }
  const outcome = await revoke(tx, actor, asked, today)
  if (!outcome.ok) return listPage(visit, outcome.refusals)
  return goTo(paths.testimony(person.personId), 'It is taken back. The link no longer works.')
}

async function witnesses(visit: Visit): Promise<Answer> {
  const { tx, person, own, today, may } = visit
  const contacts = may('testimony.contacts')
  return page(
    {
      ...placeOf(
        visit,
        { ...ASKING, href: paths.testimony(person.personId) },
        { text: 'The list of witnesses' },
      ),
      title: own
        ? 'Who stands behind your evidence'
        : `Who stands behind ${possessive(person.name)} evidence`,
      lead: `${person.name}. The witness signatory list: all who answered by a link.`,
    },
    <WitnessesPage
      personId={person.personId}
      witnesses={await witnessesOf(tx, person.personId, { contacts })}
      contacts={contacts}
      today={today}
    />,
  )
}

export const routes = [
  get(paths.testimony(':person'), 'testimony.read', (visit) => listPage(visit)),
  get(paths.testimonyNew(':person'), 'testimony.ask', (visit) => askPage(visit, null)),
  post(paths.testimonyNew(':person'), 'testimony.ask', ask),
  post(paths.testimonyReminder(':person', ':request'), 'testimony.ask', remindNow),
  post(paths.testimonyHanding(':person', ':request'), 'testimony.ask', handOverNow),
  post(paths.testimonyRevoking(':person', ':request'), 'testimony.ask', revokeNow),
  get(paths.witnesses(':person'), 'testimony.read', witnesses),
]
