import { type Id, isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import { type EvidenceItem, listEvidence } from '../evidence/evidence.ts'
import { findCompetency, listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../people/people.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { gapsOf } from './gaps.ts'
import { objectivesAsked } from './need-objectives.ts'
import { saidIn, valuesOf } from './need-typed.ts'
import { changeNeed, findNeed, listNeeds, makeNeed, shareNeed } from './needs.ts'
import { reasonOf } from './pages/gap-words.ts'
import { NeedForm } from './pages/need-form.tsx'
import { NeedPage } from './pages/need-page.tsx'
import { KIND_NAMES } from './pages/need-words.ts'
import { NeedsPage } from './pages/needs-page.tsx'
import { placeOf } from './place.ts'
import { isFromOutside } from './rules/case.ts'
import { forWork, isNeedKind } from './rules/need.ts'
import { hintsOfNeed, skipsSoft } from './rules/need-hints.ts'
import type { Need } from './store/needs.ts'

const citedBy = (ids: readonly Id[], evidence: readonly EvidenceItem[]) => {
  const named = new Set(ids)
  return evidence.filter(({ evidenceId }) => named.has(evidenceId))
}

const outsideness = (items: readonly EvidenceItem[]) =>
  items.map((item) => ({ outside: isFromOutside(item) }))

async function needsPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor } = visit
  const needs = await listNeeds(tx, person.personId, actor)
  const competencies = await listCompetencies(tx)
  const evidence = await listEvidence(tx, person.personId, { includePrivate: own })
  const soft = new Set(competencies.filter((one) => one.soft).map(({ competencyId }) => competencyId))
  const alone = needs.filter(
    (need) => forWork(need) && !citedBy(need.evidenceIds, evidence).some(isFromOutside),
  )
  return page(
    {
      title: own ? 'Your needs' : `Needs of ${person.name}`,
      lead: 'What to develop, and why. Each says whether it is professional, personal or both.',
      ...placeOf(visit, { text: 'Needs' }),
    },
    <NeedsPage
      person={person}
      own={own}
      needs={needs}
      competencies={competencies}
      selfOnly={new Set(alone.map(({ needId }) => needId))}
      skipsSoft={skipsSoft(needs, soft)}
      mayMake={visit.may('needs.make')}
    />,
  )
}

async function needPage(visit: Visit, refusals: readonly Refusal[] = [], status?: number): Promise<Answer> {
  const { tx, person, own, actor, today, params } = visit
  const need = found(await findNeed(tx, person.personId, params.need ?? '', actor))
  const evidence = citedBy(need.evidenceIds, await listEvidence(tx, person.personId, { includePrivate: own }))
  const maker = await findPerson(tx, need.madeBy)
  const objectives = await objectivesAsked(tx, { personId: person.personId, viewer: actor, today })
  return page(
    {
      title: need.title,
      lead: `${need.ref}, a ${KIND_NAMES[need.kind].toLowerCase()} need${own ? '' : ` of ${person.name}`}.`,
      ...placeOf(visit, { text: 'Needs', href: paths.needs(person.personId) }, { text: need.ref }),
      refusals,
      status,
    },
    <NeedPage
      person={person}
      own={own}
      need={need}
      competency={need.competencyId ? await findCompetency(tx, need.competencyId) : null}
      evidence={evidence}
      madeByName={maker?.name ?? 'somebody'}
      objectives={objectives.get(need.needId) ?? []}
      hints={hintsOfNeed(need, outsideness(evidence))}
      mayChange={mayChange(visit, need)}
      refusals={refusals}
    />,
  )
}

/** The person changes any of theirs; a leader a professional one, which is all they can name. */
const mayChange = (visit: Visit, need: Need) =>
  visit.may('needs.make') && (visit.own || need.kind === 'professional')

/** Writing a new need or changing one: what is typed, or what is kept. */
async function needForm(
  visit: Visit,
  shown: {
    need: Need | null
    refusals?: readonly Refusal[]
    checked?: boolean
    status?: number
    version?: number
  },
): Promise<Answer> {
  const { tx, person, own, form } = visit
  const { need, refusals = [], checked = false } = shown
  const { personId } = person
  const typed = refusals.length > 0 || checked
  const evidence = await listEvidence(tx, personId, { includePrivate: own })
  const cited = typed ? form.all('evidence') : (need?.evidenceIds ?? [])
  const values = typed ? form.values : need ? valuesOf(need) : {}
  const kind = form.text('kind')
  const said = { kind: isNeedKind(kind) ? kind : null, title: form.text('title'), why: form.text('why') }
  return page(
    {
      title: need ? `Change ${need.ref}` : own ? 'Write down a need' : `Name a need of ${person.name}`,
      ...placeOf(
        visit,
        { text: 'Needs', href: paths.needs(personId) },
        ...(need ? [{ text: need.ref, href: paths.need(personId, need.needId) }] : []),
        { text: need ? 'Change' : 'New' },
      ),
      refusals,
      status: shown.status,
    },
    <NeedForm
      person={person}
      own={own}
      action={need ? paths.need(personId, need.needId) : paths.needs(personId)}
      version={shown.version ?? need?.version ?? null}
      competencies={await listCompetencies(tx)}
      evidence={evidence}
      values={values}
      cited={cited}
      hints={typed ? hintsOfNeed(said, outsideness(citedBy(cited, evidence))) : []}
      now={shown.version === undefined ? null : need}
      checked={checked}
      refusals={refusals}
    />,
  )
}

async function add(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  if (form.text('do') === 'check') return needForm(visit, { need: null, checked: true })
  const made = await makeNeed(tx, actor, { personId: person.personId, ...saidIn(form) }, today)
  return made.ok
    ? goTo(paths.need(person.personId, made.value), 'The need is saved.')
    : needForm(visit, { need: null, refusals: made.refusals })
}

async function changePage(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params } = visit
  const need = found(await findNeed(tx, person.personId, params.need ?? '', actor))
  return needForm(visit, { need: found(mayChange(visit, need) ? need : null) })
}

async function change(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, form } = visit
  const { personId } = person
  const need = found(await findNeed(tx, personId, params.need ?? '', actor))
  if (!mayChange(visit, need)) found(null)
  if (form.text('do') === 'check') return needForm(visit, { need, checked: true })
  const asked = { personId, needId: need.needId, version: form.whole('version'), ...saidIn(form) }
  const changed = await changeNeed(tx, actor, asked)
  if (changed.ok)
    return goTo(paths.need(personId, need.needId), 'The need is changed. What it said before is kept.')
  const { conflict, refusals } = changed
  return needForm(visit, {
    need: conflict === undefined ? need : found(await findNeed(tx, personId, need.needId, actor)),
    refusals,
    version: conflict,
    status: conflict === undefined ? undefined : 409,
  })
}

async function share(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, form } = visit
  const { personId } = person
  const need = found(await findNeed(tx, personId, params.need ?? '', actor))
  const sharing = form.text('sharing')
  const shared = await shareNeed(tx, actor, {
    personId,
    needId: need.needId,
    version: form.whole('version'),
    sharing: isSharing(sharing) ? sharing : need.sharing,
  })
  if (shared.ok) return goTo(paths.need(personId, need.needId), 'Saved who may read it.')
  return needPage(visit, shared.refusals, shared.conflict === undefined ? undefined : 409)
}

/** One click from a gap to its objective: the need is made of the gap, with its reason and evidence, once. */
async function makeFromGap(visit: Visit): Promise<Answer> {
  const { tx, actor, person, own, form, today } = visit
  const onward = (needId: string) =>
    own ? paths.objectiveNew(person.personId, needId) : paths.need(person.personId, needId)
  const roleId = form.text('role')
  const measured = found(await gapsOf(tx, person.personId, today, actor, isId(roleId) ? roleId : undefined))
  const gap = found(
    measured.gaps.find(({ competency }) => competency.competencyId === form.text('competency')),
  )
  if (gap.needId) return goTo(onward(gap.needId))
  const heaviest = Math.max(...measured.gaps.map(({ requirement }) => requirement.weight))
  const made = await makeNeed(
    tx,
    actor,
    {
      personId: person.personId,
      competencyId: gap.competency.competencyId,
      kind: 'professional',
      why: reasonOf(gap, measured.role.title),
      priority: gap.requirement.weight === heaviest || gap.competency.legal ? 1 : 2,
      from: 'assessment',
      evidenceIds: [...gap.for, ...gap.against]
        .filter((item) => !item.private)
        .map(({ evidenceId }) => evidenceId),
    },
    today,
  )
  if (!made.ok) return needForm(visit, { need: null, refusals: made.refusals })
  return goTo(onward(made.value), 'The gap is a need now.')
}

const PERSON = ':person'
const NEED = paths.need(PERSON, ':need')

export const needRoutes: readonly Route[] = [
  post(paths.gapNeeds(PERSON), 'needs.make', makeFromGap),
  get(paths.needs(PERSON), 'assessments.read', needsPage),
  post(paths.needs(PERSON), 'needs.make', add),
  get(paths.needNew(PERSON), 'needs.make', (visit) => needForm(visit, { need: null })),
  get(NEED, 'assessments.read', (visit) => needPage(visit)),
  post(NEED, 'needs.make', change),
  get(paths.needChange(PERSON, ':need'), 'needs.make', changePage),
  post(paths.needSharing(PERSON, ':need'), 'needs.share', share),
]
