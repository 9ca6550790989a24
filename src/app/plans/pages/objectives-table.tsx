import { shortDay } from '../../../kernel/day.ts'
import { clip } from '../../../kernel/text.ts'
import { Pips } from '../../../ui/pips.tsx'
import { Ref } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { OnlyYou } from '../../../ui/tag.tsx'
import { MiniThread } from '../../../ui/thread.tsx'
import { paths } from '../../paths.ts'
import { figureWords } from '../rules/figures.ts'
import { horizonOf } from '../rules/horizon.ts'
import { lateBy, type Objective, stageOf, standing, stateWords } from '../rules/objective.ts'
import { inOrder } from '../rules/order.ts'
import type { PlanPageProps } from './plan-page.tsx'

/** The objectives of a plan, each with its place on the thread. */
export function ObjectivesTable({ plan, person, leader, own, needs, route, now, today }: PlanPageProps) {
  const order = [...inOrder(plan.objectives), ...plan.objectives.filter((one) => one.state === 'closed')]
  const meta = (one: Objective) => {
    const need = needs.find((each) => each.needId === one.needId)
    return (
      <>
        <Ref>{one.ref}</Ref>, {one.kind}
        {!asAgreed(one) && `, ${stateWords(one, leader)}`}
        {need && (
          <>
            , from <Ref>{need.ref}</Ref>
          </>
        )}
        {route?.stands.has(one.objectiveId) && one.state !== 'closed' && (
          <>, for the step to {route.stands.get(one.objectiveId)?.title}</>
        )}
        {one.after && (
          <>
            , comes after <Ref>{one.after}</Ref>
          </>
        )}
      </>
    )
  }
  return (
    <Table
      caption="Objectives with their place on the thread"
      hideCaption
      middle
      rows={order}
      columns={[
        {
          head: 'Objective',
          width: 30,
          cell: (one) => (
            <>
              <a href={paths.objective(person.personId, one.objectiveId)}>{one.title}</a>
              <Sub>{meta(one)}</Sub>
              <SaidOf said={now.get(one.objectiveId)?.said ?? null} today={today} />
            </>
          ),
        },
        { head: 'Thread', cell: (one) => <MiniThread now={stageOf(one, today)} /> },
        { head: 'Actions', cell: (one) => <Done objective={one} today={today} /> },
        { head: 'Measure', cell: (one) => (one.private ? <OnlyYou /> : measure(one, now)) },
        { head: 'Serves', cell: (one) => serves(one, own) },
        {
          head: 'Due',
          nowrap: true,
          cell: (one) =>
            one.due ? (
              <>
                {shortDay(one.due, today)}
                {one.state !== 'closed' && <Sub>{horizonOf(one)}</Sub>}
              </>
            ) : (
              <span class="miss">no date</span>
            ),
        },
      ]}
    />
  )
}

/** Whether nothing is to be said of its state: it was agreed by both, or it is only the reader's. */
const asAgreed = ({ state, agreedAlone }: Objective) => state === 'agreed' && !agreedAlone

/** The person's newest words on how it goes. */
function SaidOf({ said, today }: { said: { day: string; words: string } | null; today: string }) {
  if (!said) return null
  return (
    <Sub>
      {shortDay(said.day, today)}: “{clip(said.words, 90)}”
    </Sub>
  )
}

function Done({ objective, today }: { objective: Objective; today: string }) {
  const actions = standing(objective.actions)
  if (actions.length === 0) return <span class="mut">none</span>
  const done = actions.filter((action) => action.state === 'done').length
  const late = actions.filter((action) => lateBy(action, today) > 0).length
  return <Pips done={done} late={late} of={actions.length} />
}

function measure(one: Objective, now: PlanPageProps['now']) {
  const { unit, target, baseline, objectiveId } = one
  const at = now.get(objectiveId)
  const from = baseline === null ? null : `from ${figureWords(baseline, unit)}`
  const to = target === null ? 'no target' : `target ${figureWords(target, unit)}`
  if (at?.value)
    return (
      <>
        {at.value}
        <Sub>
          {at.basis}; {to}
        </Sub>
      </>
    )
  if (from === null && target === null)
    return one.kind === 'personal' ? <span class="mut">none</span> : <span class="miss">none</span>
  return [from, to].filter(Boolean).join(', ')
}

function serves(one: Objective, own: boolean) {
  if (one.kind === 'personal') return own ? 'Yourself' : 'The person'
  const served = [one.priority, one.servesAspiration ? 'The aspiration' : null].filter(Boolean)
  return served.length > 0 ? served.join('; ') : <span class="mut">the role</span>
}
