import type { Refusal } from '../../kernel/outcome.ts'
import { count, possessive } from '../../kernel/text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { figureOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { ageRules, currencyOf } from './ageing.ts'
import { sectionsBeside } from './beside.ts'
import { linkEvidence, unlinkEvidence } from './change.ts'
import { changeRoutes } from './change-routes.tsx'
import { legalOf } from './exempting.ts'
import { figureRoutes } from './figure-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { linkCasesOf } from './judging.ts'
import { ItemPage } from './pages/item-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { placeOf, suggestionsFor } from './place.ts'
import { findReadable, listDrafts, listEvidence } from './read.ts'
import { caseOf, toldOf } from './rules/case.ts'
import { listRevisions } from './store/revisions.ts'
import { vacsrRoutes } from './vacsr-routes.tsx'

async function listPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, today, query, may } = visit
  const { personId } = person
  const options = { includePrivate: own }
  const items = await listEvidence(tx, personId, { ...options, includeUndone: true })
  const others = items.filter((item) => item.by !== 'self').length
  const asked = (name: string) => query.get(name) ?? ''
  return page(
    {
      ...placeOf(visit),
      title: own ? 'Evidence' : `${possessive(person.name)} evidence`,
      lead:
        items.length === 0
          ? 'What shows how the work is done. Nothing is kept yet.'
          : `${count(items.length, 'item')}, ${others} of them from somebody else or the helpdesk.`,
      actions: may('evidence.add') ? (
        <ButtonLink href={paths.evidenceNew(personId)} icon="plus">
          Add evidence
        </ButtonLink>
      ) : undefined,
    },
    <ListPage
      personId={personId}
      own={own}
      mayAdd={may('evidence.add')}
      items={items}
      drafts={await listDrafts(tx, personId, actor)}
      competencies={await listCompetencies(tx)}
      currencies={await currencyOf(tx, personId, today, options)}
      legal={await legalOf(tx, personId, today, options)}
      ruleOf={await ageRules(tx)}
      filter={{
        kind: asked('kind'),
        competency: asked('competency'),
        stage: asked('stage'),
        lacks: asked('lacks'),
      }}
      whole={asked('show') === 'all'}
      beside={await sectionsBeside(visit)}
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
  const { standsBehind } = item
  const from =
    standsBehind && standsBehind.as !== 'record'
      ? `in the words of ${standsBehind.name}, asked by ${who}`
      : `${item.snapshot ? 'kept' : 'added'} by ${who}`
  const { cases, ended, sameAs } = await linkCasesOf(tx, item, today)
  const seen = { ...item, hasFile: item.files.length > 0, sameAs }
  return page(
    {
      ...placeOf(visit, { text: item.ref }),
      title: item.title,
      lead: `${item.ref}${whose}, ${from}${item.private ? ', for your eyes only' : ''}.`,
      refusals,
    },
    <ItemPage
      item={item}
      readerId={actor.personId}
      mayAdd={may('evidence.add')}
      mayJudge={may('evidence.judge')}
      mayAsk={may('testimony.ask')}
      cases={cases}
      ended={ended}
      sameAs={sameAs}
      lines={cases.length > 0 ? toldOf(seen) : caseOf(seen, today)}
      revisions={await listRevisions(tx, item.evidenceId, { includePrivate: visit.own })}
      competencies={await listCompetencies(tx)}
      suggested={item.snapshot ? [] : await suggestionsFor(tx, item)}
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

const item = paths.evidenceItem(':person', ':evidence')

export const routes = [
  get(paths.evidence(':person'), 'evidence.read', listPage),
  ...figureRoutes,
  ...fileRoutes,
  ...changeRoutes,
  get(item, 'evidence.read', (visit) => itemPage(visit)),
  post(paths.evidenceLinks(':person', ':evidence'), 'evidence.add', link),
  post(`${paths.evidenceLinks(':person', ':evidence')}/end`, 'evidence.add', unlink),
  ...vacsrRoutes,
]
