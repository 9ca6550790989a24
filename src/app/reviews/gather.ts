import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { ControlChartProps } from '../../ui/charts/control-chart.tsx'
import { listEvidence } from '../evidence/evidence.ts'
import { listRounds } from '../feedback/feedback.ts'
import { chartOf, compared, figureOf, figuresOf } from '../measures/measures.ts'
import { findOrganisation, listPositions } from '../people/people.ts'
import { listPriorities, type Objective, type Plan } from '../plans/plans.ts'
import { findReflection, type Reflection } from '../reflections/reflections.ts'
import { listVersions, roleOf } from '../roles/roles.ts'
import { witnessesOf } from '../testimony/testimony.ts'
import { eyesOf } from './eyes.ts'
import type { AccountState, Opening, Stood } from './kept.ts'
import { isSince, openingOf } from './rules/opening.ts'
import type { CauseRow } from './store/causes.ts'

/** The actor with the person's own eyes: to count what only they may read, never to show it. */
export function seenBy(actor: Actor, personId: Id): Actor {
  return { ...actor, personId, leads: [], assesses: [] }
}

/** What changed between two days, from every record of the person's that both of a review may read. */
export async function gatherOpening(
  tx: OrgTx,
  personId: Id,
  asked: {
    plan: Pick<Plan, 'objectives' | 'aspiration'>
    causes: readonly CauseRow[]
    since: Day | null
    today: Day
  },
): Promise<Opening> {
  const { plan, causes, since, today } = asked
  const after = (day: Day) => isSince(day, since)
  const evidence = (await listEvidence(tx, personId)).filter((item) => !item.private && after(item.addedOn))
  const now = await figuresOf(tx, personId, today)
  const before = since === null ? [] : await figuresOf(tx, personId, since)
  const positions = await listPositions(tx, personId)
  const role = await roleOf(tx, personId, today)
  const zone = (await findOrganisation(tx))?.zone ?? 'UTC'
  const versions = role && since ? await listVersions(tx, role.roleId) : []
  const priorities = since ? await listPriorities(tx) : []
  const refs = new Set(evidence.map(({ ref }) => ref))
  const witnesses = await witnessesOf(tx, personId, { contacts: false })
  // With the person's eyes: their leader may read the same rounds, and nobody else signs.
  const rounds = await listRounds(tx, personId, eyesOf(tx, personId))
  return openingOf({
    since,
    today,
    evidence,
    verdicts: now.map(({ measure, name, verdict }) => ({
      name,
      now: verdict,
      before: before.find((one) => one.measure === measure)?.verdict ?? null,
    })),
    actions: plan.objectives.filter(({ sharing }) => sharing === 'assessor').flatMap((one) => one.actions),
    positions: positions
      .filter(({ from }) => since !== null && from > since && from <= today)
      .map(({ from, job, team, leader }) => ({
        from,
        words: [job ?? 'New position', team, leader && `led by ${leader}`].filter(Boolean).join(', '),
      })),
    profiles: versions
      .filter(({ inForce, madeAt }) => inForce && since !== null && dayIn(madeAt, zone) > since)
      .map(({ version }) => ({ title: role?.title ?? '', version })),
    priorities: priorities.filter(({ from }) => after(from) && from <= today),
    aspiration: plan.aspiration && since && after(plan.aspiration.since) ? plan.aspiration : null,
    rounds: rounds.filter(
      ({ state, closesOn }) =>
        state === 'closed' && closesOn !== null && closesOn < today && after(addDays(closesOn, 1)),
    ),
    testimonies: witnesses.filter(({ ref }) => refs.has(ref)).length,
    causes,
  })
}

/** An objective's measure now, with the chart that judges it. */
export type Measured = { stood: Stood; chart: ControlChartProps | null }

/** What the linked measure says of an objective. */
export async function measureObjective(
  tx: OrgTx,
  personId: Id,
  objective: Objective,
  today: Day,
): Promise<Measured> {
  const { measure, target, baseline, agreedOn, actions } = objective
  const drawn = measure ? await chartOf(tx, personId, measure, today) : null
  const shorter = drawn && agreedOn && agreedOn > drawn.figure.from && agreedOn <= drawn.figure.to
  const since =
    measure && shorter ? await figureOf(tx, personId, measure, today, { from: agreedOn, to: today }) : null
  const change = agreedOn && { since: agreedOn }
  const standing = actions.filter(({ state }) => state !== 'dropped')
  return {
    stood: {
      objectiveId: objective.objectiveId,
      ref: objective.ref,
      title: objective.title,
      private: objective.private,
      figure: drawn?.figure ?? null,
      since,
      compared: measure && change ? await compared(tx, personId, measure, change, today) : null,
      baseline,
      target,
      actions: {
        done: standing.filter(({ state }) => state === 'done').length,
        late: standing.filter(({ state, by }) => state === 'planned' && by !== null && by < today).length,
        of: standing.length,
      },
    },
    chart: drawn && {
      ...drawn.chart,
      id: `chart-${objective.ref.toLowerCase()}`,
      room: 'column',
      target,
      changes:
        agreedOn && shorter
          ? [...(drawn.chart.changes ?? []), { day: agreedOn, text: `${objective.ref} agreed` }]
          : drawn.chart.changes,
    },
  }
}

/** How far an account is, whoever may read it; null where there is none. */
export async function accountState(
  tx: OrgTx,
  personId: Id,
  reflectionId: Id | null,
  actor: Actor,
): Promise<AccountState | null> {
  const account = reflectionId && (await findReflection(tx, personId, reflectionId, seenBy(actor, personId)))
  return account ? stateOf(account) : null
}

function stateOf({ ref, model, about, stages, complete }: Reflection): AccountState {
  const done = stages.filter(({ state }) => state === 'done').length
  return { ref, model, about: about.words, done, of: stages.length, complete }
}
