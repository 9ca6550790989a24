import { plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { type EvidenceItem, listEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { agreementRoutes, comparePage } from './agreement-routes.tsx'
import { completenessOf } from './completing.ts'
import { gapsOf } from './gaps.ts'
import { needRoutes } from './need-routes.tsx'
import { GapsPage, RoleForm } from './pages/gaps-page.tsx'
import { LockedPage } from './pages/locked-page.tsx'
import { RatingPage } from './pages/rating-page.tsx'
import { type Next, RoundsPage } from './pages/rounds-page.tsx'
import {
  beginPass,
  findPass,
  handIn,
  listRoundsFor,
  rate,
  type SeenPass,
  type SeenRound,
  sideOf,
} from './passes.ts'
import { placeOf, placeOfPass } from './place.ts'
import { genericExample } from './rules/generic.ts'
import { blankRating, isRated, levelOf, type Rating } from './rules/rating.ts'
import { swotRoutes } from './swot-routes.tsx'

async function gapsPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, today, query, org } = visit
  const { personId, name } = person
  const asked = query.get('role') ?? ''
  const measured = found(await gapsOf(tx, personId, today, actor, asked || undefined))
  const ownRole = await roleOf(tx, personId, today)
  const mine = measured.role.roleId === ownRole?.roleId
  const roles = await listRoles(tx)
  const title = mine
    ? `Gaps against ${own ? 'your' : 'the present'} role`
    : `Gaps against ${measured.role.title}`
  return page(
    {
      title,
      lead: `${name}, measured against ${measured.role.title} (${measured.role.version}). Levels run from 1, aware, to 5, leads others. No source is averaged away.`,
      actions: (
        <RoleForm
          person={person}
          own={own}
          roles={roles}
          role={measured.role}
          ownRoleId={ownRole?.roleId ?? null}
        />
      ),
      ...placeOf(visit),
    },
    <GapsPage
      person={person}
      own={own}
      found={measured}
      completeness={await completenessOf(tx, personId, actor, today)}
      rounds={await listRoundsFor(tx, personId, actor)}
      orgName={org.name}
      mayNeed={visit.may('needs.make')}
      mayRate={visit.may('assessments.rate')}
      mayPlace={visit.may('people.change')}
      today={today}
    />,
  )
}

/** What the visitor can do next about the rounds. Mirrors what `beginPass` takes. */
function nextFor(visit: Visit, rounds: readonly SeenRound[]): Next {
  if (!visit.may('assessments.rate')) return null
  const [newest] = rounds
  if (!newest || newest.agreed?.inOn) return 'begin'
  const [mine, other] = visit.own ? [newest.self, newest.leader] : [newest.leader, newest.self]
  if (!mine) return 'join'
  if (!mine.inOn) return 'go on'
  return visit.own && !other?.inOn ? 'begin' : null
}

async function roundsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, today } = visit
  const rounds = await listRoundsFor(tx, person.personId, actor)
  return page(
    {
      title: own ? 'Your assessments' : `Assessments of ${person.name}`,
      lead: own
        ? 'Your own pass, your leader’s made without seeing it, and the level you agree in conversation.'
        : 'Their own pass, the leader’s made without seeing it, and the level agreed in conversation.',
      ...placeOf(visit, { text: 'Assessments' }),
      refusals,
    },
    <RoundsPage
      person={person}
      own={own}
      rounds={rounds}
      roles={await listRoles(tx)}
      role={await roleOf(tx, person.personId, today)}
      completeness={await completenessOf(tx, person.personId, actor, today)}
      next={nextFor(visit, rounds)}
      mayPlace={visit.may('people.change')}
      today={today}
      refusals={refusals}
    />,
  )
}

async function begin(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const role = form.text('role') || (await roleOf(tx, person.personId, today))?.roleId || ''
  const begun = await beginPass(tx, actor, { personId: person.personId, roleId: role }, today)
  if (!begun.ok) return roundsPage(visit, begun.refusals)
  return goTo(paths.assessment(person.personId, begun.value))
}

async function passPage(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params } = visit
  const { round, pass } = found(await findPass(tx, person.personId, params.assessment ?? '', actor))
  if (round.open) return comparePage(visit, round, pass)
  const mine = pass.pass === sideOf(actor, person.personId)
  if (mine && !pass.inOn && round.newest) return ratingPage(visit, round, pass)
  return page(
    {
      title: pass.pass === 'self' ? 'Self-assessment' : 'Leader’s pass',
      lead: `Round ${round.round}, against ${round.role.title} (${round.roleVersion}).`,
      ...placeOfPass(visit, pass),
    },
    <LockedPage
      person={person}
      own={visit.own}
      round={round}
      pass={pass}
      mayPlace={visit.may('people.change')}
    />,
  )
}

/** The newest happening first. */
const byDay = (items: readonly EvidenceItem[]) => {
  const day = (item: EvidenceItem) => item.happenedOn ?? item.addedOn
  return [...items].sort((a, b) => day(b).localeCompare(day(a)))
}

async function ratingPage(
  visit: Visit,
  round: SeenRound,
  pass: SeenPass,
  typed?: Rating,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const { tx, person, own, actor, query } = visit
  const ratingOf = (id: Id) => pass.ratings.find((each) => each.competencyId === id)
  const at = (id: string | undefined) =>
    round.asked.findIndex(({ competency }) => competency.competencyId === id)
  const named = at(typed?.competencyId ?? query.get('competency') ?? undefined)
  const unrated = round.asked.findIndex(({ competency }) => {
    const rating = ratingOf(competency.competencyId)
    return !rating || !isRated(rating)
  })
  const index = named >= 0 ? named : Math.max(unrated, 0)
  const { competency } = found(round.asked[index])
  const { competencyId } = competency
  const before = (await listRoundsFor(tx, person.personId, actor)).find(
    (each) => each.round < round.round && each[own ? 'self' : 'leader']?.inOn,
  )?.[own ? 'self' : 'leader']
  const earlier = before?.ratings.find((each) => each.competencyId === competencyId)
  const kept = before?.inOn ? `; the one before is kept as it was on ${plainDay(before.inOn)}` : ''
  return page(
    {
      title: own ? 'Where do you stand in your role?' : `Where does ${person.name} stand in the role?`,
      lead: `Against ${round.role.title} (${round.roleVersion}). Round ${round.round}${kept}.`,
      ...placeOfPass(visit, pass),
      refusals,
    },
    <RatingPage
      person={person}
      own={own}
      round={round}
      pass={pass}
      index={index}
      rating={typed ?? ratingOf(competencyId) ?? blankRating(competencyId)}
      earlier={earlier && before?.inOn ? { rating: earlier, on: before.inOn } : null}
      evidence={byDay(await listEvidence(tx, person.personId, { competencyId, includePrivate: own }))}
      mayPlace={visit.may('people.change')}
      refusals={refusals}
    />,
  )
}

async function savePass(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, params, today } = visit
  const { personId } = person
  const { round, pass } = found(await findPass(tx, personId, params.assessment ?? '', actor))
  const text = (name: string) => form.text(name)
  const rating: Rating = {
    competencyId: text('competency'),
    level: levelOf(form.whole('level')),
    noExample: text('none') === 'yes',
    example: {
      when: text('when'),
      who: text('who'),
      task: text('task'),
      did: text('did'),
      followed: text('followed'),
    },
    evidenceIds: form.all('evidence'),
    changed: text('changed'),
    note: '',
  }
  const asked = { personId, assessmentId: pass.assessmentId }
  const saved = await rate(tx, actor, { ...asked, rating })
  const done = saved.ok && text('go') === 'in' ? await handIn(tx, actor, asked, today) : saved
  if (!done.ok)
    return pass.inOn || !round.newest
      ? roundsPage(visit, done.refusals)
      : ratingPage(visit, round, pass, rating, done.refusals)
  const path = paths.assessment(personId, pass.assessmentId)
  if (text('go') === 'in') return goTo(path, 'Your pass is in and locked.')
  const next =
    round.asked[
      round.asked.findIndex(({ competency }) => competency.competencyId === rating.competencyId) + 1
    ]
  const general = genericExample(rating.example)
    ? ' The example reads as general: look at it again when you like.'
    : ''
  if (text('go') === 'next' && next)
    return goTo(
      `${path}?competency=${next.competency.competencyId}`,
      general ? `Saved.${general}` : undefined,
    )
  return goTo(paths.assessments(personId), `Saved. Go on whenever you like.${general}`)
}

const PERSON = ':person'

export const routes: readonly Route[] = [
  get(paths.gaps(PERSON), 'assessments.read', gapsPage),
  get(paths.assessments(PERSON), 'assessments.read', (visit) => roundsPage(visit)),
  post(paths.assessments(PERSON), 'assessments.rate', begin),
  get(paths.assessment(PERSON, ':assessment'), 'assessments.read', passPage),
  post(paths.assessment(PERSON, ':assessment'), 'assessments.rate', savePass),
  ...agreementRoutes,
  ...needRoutes,
  ...swotRoutes,
]
