import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { findCompetency, listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../people/people.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { gapsOf } from './gaps.ts'
import { findNeed, listNeeds, makeNeed } from './needs.ts'
import { reasonOf } from './pages/gap-words.ts'
import { NeedForm } from './pages/need-form.tsx'
import { NeedPage, NeedsPage } from './pages/need-page.tsx'
import { placeOf } from './place.ts'

async function needsPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor } = visit
  return page(
    {
      title: own ? 'Your needs' : `Needs of ${person.name}`,
      lead: 'What to develop, and why. Each says whether it is professional or personal.',
      ...placeOf(visit, { text: 'Needs' }),
    },
    <NeedsPage
      person={person}
      own={own}
      needs={await listNeeds(tx, person.personId, actor)}
      mayMake={visit.may('needs.make')}
    />,
  )
}

async function needPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, params } = visit
  const need = found(await findNeed(tx, person.personId, params.need ?? '', actor))
  const evidence = await listEvidence(tx, person.personId, { includePrivate: own })
  const maker = await findPerson(tx, need.madeBy)
  return page(
    {
      title: need.title,
      lead: `${need.ref}, a ${need.kind} need${own ? '' : ` of ${person.name}`}.`,
      ...placeOf(visit, { text: 'Needs', href: paths.needs(person.personId) }, { text: need.ref }),
    },
    <NeedPage
      person={person}
      own={own}
      need={need}
      competency={need.competencyId ? await findCompetency(tx, need.competencyId) : null}
      evidence={evidence.filter(({ evidenceId }) => need.evidenceIds.includes(evidenceId))}
      madeByName={maker?.name ?? 'somebody'}
    />,
  )
}

async function needForm(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, form } = visit
  return page(
    {
      title: own ? 'Write down a need' : `Name a need of ${person.name}`,
      ...placeOf(visit, { text: 'Needs', href: paths.needs(person.personId) }, { text: 'New' }),
      refusals,
    },
    <NeedForm
      person={person}
      own={own}
      competencies={await listCompetencies(tx)}
      evidence={await listEvidence(tx, person.personId, { includePrivate: own })}
      values={refusals.length > 0 ? form.values : {}}
      cited={form.all('evidence')}
      refusals={refusals}
    />,
  )
}

async function add(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const typed = form.text('kind')
  const kind = typed === 'professional' || typed === 'personal' ? typed : null
  const competency = form.text('competency')
  const made = await makeNeed(
    tx,
    actor,
    {
      personId: person.personId,
      competencyId: isId(competency) ? competency : null,
      title: form.text('title'),
      kind,
      why: form.text('why'),
      evidenceIds: form.all('evidence'),
      private: kind === 'personal' && form.text('private') === 'yes',
    },
    today,
  )
  return made.ok
    ? goTo(paths.need(person.personId, made.value), 'The need is saved.')
    : needForm(visit, made.refusals)
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
  const made = await makeNeed(
    tx,
    actor,
    {
      personId: person.personId,
      competencyId: gap.competency.competencyId,
      kind: 'professional',
      why: reasonOf(gap, measured.role.title),
      evidenceIds: [...gap.for, ...gap.against]
        .filter((item) => !item.private)
        .map(({ evidenceId }) => evidenceId),
    },
    today,
  )
  if (!made.ok) return needForm(visit, made.refusals)
  return goTo(onward(made.value), 'The gap is a need now.')
}

const PERSON = ':person'

export const needRoutes: readonly Route[] = [
  post(paths.gapNeeds(PERSON), 'needs.make', makeFromGap),
  get(paths.needs(PERSON), 'assessments.read', needsPage),
  post(paths.needs(PERSON), 'needs.make', add),
  get(paths.needNew(PERSON), 'needs.make', (visit) => needForm(visit)),
  get(paths.need(PERSON, ':need'), 'assessments.read', needPage),
]
