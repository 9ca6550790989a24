import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import { type Answer, found, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { agreeLevels } from './agreement.ts'
import { ComparePage, type Draft } from './pages/compare-page.tsx'
import { findPass, type SeenPass, type SeenRound } from './passes.ts'
import { placeOfPass } from './place.ts'
import { levelOf } from './rules/rating.ts'

/** Both passes side by side, once both are in; for the leader the form of what is agreed. */
export async function comparePage(
  visit: Visit,
  round: SeenRound,
  pass: SeenPass,
  typed?: ReadonlyMap<Id, Draft>,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const { tx, person, own } = visit
  const readable = round.agreed && !round.agreed.withheld ? round.agreed.ratings : []
  return page(
    {
      title: own ? 'Where do you stand in your role?' : `Where does ${person.name} stand in the role?`,
      lead: `Round ${round.round}, against ${round.role.title} (${round.roleVersion}).`,
      ...placeOfPass(visit, pass),
      refusals,
    },
    <ComparePage
      person={person}
      own={own}
      round={round}
      pass={pass}
      evidence={await listEvidence(tx, person.personId, { includePrivate: own })}
      drafts={typed ?? new Map(readable.map((each) => [each.competencyId, each]))}
      together={visit.form.text('together') === 'yes'}
      mayAgree={visit.may('assessments.agree')}
      refusals={refusals}
    />,
  )
}

async function agree(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, params, today } = visit
  const { round, pass } = found(await findPass(tx, person.personId, params.assessment ?? '', actor))
  const levels = round.asked.map(({ competency: { competencyId } }) => ({
    competencyId,
    level: levelOf(form.whole(`level-${competencyId}`)),
    note: form.text(`note-${competencyId}`),
  }))
  const finish = form.text('go') === 'finish'
  const together = form.text('together') === 'yes'
  const asked = { personId: person.personId, round: round.round, levels, together, finish }
  const agreed = await agreeLevels(tx, actor, asked, today)
  if (!agreed.ok) {
    const typed = new Map<Id, Draft>(levels.map((each) => [each.competencyId, each]))
    return comparePage(visit, round, pass, typed, agreed.refusals)
  }
  if (finish) return goTo(paths.gaps(person.personId), `The levels agreed with ${person.name} are recorded.`)
  return goTo(paths.assessment(person.personId, pass.assessmentId), 'Saved. Nobody else sees it yet.')
}

export const agreementRoutes: readonly Route[] = [
  post(paths.agreement(':person', ':assessment'), 'assessments.agree', agree),
]
