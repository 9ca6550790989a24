import type { Refusal } from '../../kernel/outcome.ts'
import { count, possessive } from '../../kernel/text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { figureOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, download, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { linkEvidence, unlinkEvidence } from './change.ts'
import { changeRoutes } from './change-routes.tsx'
import { figureRoutes } from './figure-routes.tsx'
import { ItemPage } from './pages/item-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { caseOfStored, placeOf, suggestionsFor } from './place.ts'
import { findReadable, listDrafts, listEvidence } from './read.ts'
import { listRevisions } from './store/revisions.ts'

async function listPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, today, query, may } = visit
  const items = await listEvidence(tx, person.personId, { includePrivate: own })
  const others = items.filter((item) => item.by !== 'self').length
  return page(
    {
      ...placeOf(visit),
      title: own ? 'Evidence' : `${possessive(person.name)} evidence`,
      lead:
        items.length === 0
          ? 'What shows how the work is done. Nothing is kept yet.'
          : `${count(items.length, 'item')}, ${others} of them from somebody else or the helpdesk.`,
      actions: may('evidence.add') ? (
        <ButtonLink href={paths.evidenceNew(person.personId)} icon="plus">
          Add evidence
        </ButtonLink>
      ) : undefined,
    },
    <ListPage
      personId={person.personId}
      own={own}
      mayAdd={may('evidence.add')}
      items={items}
      drafts={await listDrafts(tx, person.personId, actor)}
      competencies={await listCompetencies(tx)}
      filter={{ kind: query.get('kind') ?? '', competency: query.get('competency') ?? '' }}
      today={today}
    />,
  )
}

async function itemPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, actor, person, params, today, org, form, may } = visit
  const item = found(await findReadable(tx, person.personId, params.evidence ?? '', actor))
  const figure = item.snapshot?.figure
  const todaysFigure = figure
    ? await figureOf(tx, person.personId, figure.measure, today, { from: figure.from, to: figure.to })
    : null
  const whose = visit.own ? '' : `, about ${person.name}`
  const who = item.addedBy === actor.personId ? 'you' : item.addedByName
  return page(
    {
      ...placeOf(visit, { text: item.ref }),
      title: item.title,
      lead: `${item.ref}${whose}, ${item.snapshot ? 'kept' : 'added'} by ${who}${item.private ? ', for your eyes only' : ''}.`,
      refusals,
    },
    <ItemPage
      item={item}
      readerId={actor.personId}
      mayAdd={may('evidence.add')}
      lines={await caseOfStored(tx, item, today)}
      revisions={await listRevisions(tx, item.evidenceId, { includePrivate: visit.own })}
      competencies={await listCompetencies(tx)}
      suggested={
        item.snapshot ? [] : await suggestionsFor(tx, [item.text, ...Object.values(item.detail)].join(' '))
      }
      todaysFigure={todaysFigure}
      zone={org.zone}
      today={today}
      refusals={refusals}
      values={form.values}
    />,
  )
}

async function link(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, form, today } = visit
  const [personId, evidenceId] = [person.personId, params.evidence ?? '']
  const outcome = await linkEvidence(
    tx,
    actor,
    {
      personId,
      evidenceId,
      competencyId: form.text('competency'),
      reason: form.text('reason'),
      bearing: form.text('bearing') === 'against' ? 'against' : 'for',
    },
    today,
  )
  return outcome.ok
    ? goTo(paths.evidenceItem(personId, evidenceId), 'It is linked.')
    : itemPage(visit, outcome.refusals)
}

async function unlink(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, form, today } = visit
  const asked = {
    personId: person.personId,
    evidenceId: params.evidence ?? '',
    competencyId: form.text('competency'),
  }
  const outcome = await unlinkEvidence(tx, actor, asked, today)
  if (!outcome.ok) return itemPage(visit, outcome.refusals)
  return goTo(paths.evidenceItem(asked.personId, asked.evidenceId), 'The link is taken back.')
}

async function file(visit: Visit): Promise<Answer> {
  const { tx, house, actor, person, params } = visit
  const item = found(await findReadable(tx, person.personId, params.evidence ?? '', actor))
  const kept = found(item.files.find(({ fileId }) => fileId === params.file))
  return download(kept.name, kept.type, found(await house.files.read(tx.orgId, kept.hash)))
}

const item = paths.evidenceItem(':person', ':evidence')

export const routes = [
  get(paths.evidence(':person'), 'evidence.read', listPage),
  ...figureRoutes,
  ...changeRoutes,
  get(item, 'evidence.read', (visit) => itemPage(visit)),
  get(paths.evidenceFile(':person', ':evidence', ':file'), 'evidence.read', file),
  post(paths.evidenceLinks(':person', ':evidence'), 'evidence.add', link),
  post(`${paths.evidenceLinks(':person', ':evidence')}/end`, 'evidence.add', unlink),
]
