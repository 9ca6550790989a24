import type { Id } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import { PostButton } from '../../../ui/form.tsx'
import { More, Ref } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Gap } from '../../assessments/assessments.ts'
import { paths } from '../../paths.ts'
import type { Route, RouteStep, StepGap } from '../rules/routes.ts'

/** Who looks, and what they may do about a gap. */
export type Acting = { personId: Id; own: boolean; mayNeed: boolean; mayRate: boolean }

/** How many gaps are shown before the rest is asked for: those that the next step needs most. */
const FIRST = 6

type Row = { gap: Gap; next: StepGap | null; target: StepGap | null }

const asks = (step: RouteStep | undefined, id: Id) =>
  step?.gap.find(({ competencyId, essential }) => competencyId === id && essential) ?? null

/** What is asked less what is agreed, whatever the steps before close. */
const lacks = (asked: StepGap | null): number =>
  asked === null ? 0 : asked.agreed === null ? 1 : Math.max(0, asked.required - asked.agreed)

function Asked({ asked }: { asked: StepGap | null }) {
  if (!asked) return <>–</>
  const short = asked.agreed === null ? null : asked.required - asked.agreed
  const words = short === null ? ' (not agreed)' : short > 0 ? ` (${short} short)` : ''
  return (
    <span class={words ? 'nw b' : 'nw'}>
      {asked.required}
      {words}
    </span>
  )
}

/** What stands between somebody and the next step: their agreed level, what the next step and the target ask, what is done. */
export function Between({
  route,
  gaps,
  acting,
}: {
  route: Route
  gaps: ReadonlyMap<Id, Gap>
  acting: Acting
}) {
  const [next] = route.steps
  const last = route.steps.at(-1)
  if (!next || !last) return null
  const target = last === next ? undefined : last
  const rows = [...gaps.values()].flatMap((gap): Row[] => {
    const id = gap.competency.competencyId
    const row = { gap, next: asks(next, id), target: asks(target, id) }
    return row.next || row.target ? [row] : []
  })
  const open = rows
    .filter((row) => lacks(row.next) > 0 || lacks(row.target) > 0)
    .sort(
      (a, b) =>
        Number(lacks(b.next) > 0) - Number(lacks(a.next) > 0) ||
        lacks(b.next) - lacks(a.next) ||
        lacks(b.target) - lacks(a.target),
    )
  const [first, rest] = [open.slice(0, FIRST), open.slice(FIRST)]
  const met = rows.filter((row) => !open.includes(row))
  const roleFor = (row: Row) => (lacks(row.next) > 0 ? next.roleId : last.roleId)
  const table = (shown: readonly Row[], caption: string) => (
    <Table
      caption={caption}
      hideCaption
      middle
      rows={shown}
      columns={[
        { head: 'Competency', cell: ({ gap }) => gap.competency.title },
        { head: acting.own ? 'You' : 'Agreed', numeric: true, cell: ({ gap }) => gap.agreed ?? '–' },
        { head: next.title, numeric: true, cell: (row) => <Asked asked={row.next} /> },
        ...(target
          ? [{ head: target.title, numeric: true, cell: (row: Row) => <Asked asked={row.target} /> }]
          : []),
        { head: 'Where it stands', cell: (row) => <Standing row={row} /> },
        {
          head: 'Do',
          hideHead: true,
          cell: (row) => (
            <div class="no-print">
              <Act gap={row.gap} roleId={roleFor(row)} acting={acting} open={open.includes(row)} />
            </div>
          ),
        },
      ]}
    />
  )
  return (
    <>
      {open.length > 0 ? (
        table(first, `Gaps for ${target ? `${next.title} and ${target.title}` : next.title}`)
      ) : (
        <p class="prose">
          Every level that is asked is agreed and met. A closed gap is not a promise of a post.
        </p>
      )}
      {rest.length > 0 && (
        <More summary={`${rest.length} more to close`}>{table(rest, 'More to close')}</More>
      )}
      {met.length > 0 && (
        <More summary={`${count(met.length, 'level')} met already`}>{table(met, 'Levels met already')}</More>
      )}
    </>
  )
}

function Standing({ row: { gap, next, target } }: { row: Row }) {
  const { objective, needRef } = gap
  const ref = objective ? <Ref>{objective.ref}</Ref> : null
  if (next && target && lacks(next) === 0 && lacks(target) > 0 && gap.agreed !== null)
    return <>Met for the next step{ref && <>, {ref}</>}</>
  if (objective)
    return (
      <>
        {ref}, {objective.closedAs ?? (objective.agreed ? 'agreed' : 'not agreed yet')}
      </>
    )
  if (lacks(next) === 0 && lacks(target) === 0) return <>Met</>
  if (gap.state === 'not rated') return <>Not rated yet</>
  if (gap.agreed === null) return <>{gap.selfOnly ? 'Self only' : 'Not agreed yet'}</>
  return <>{needRef ? <Ref>{needRef}</Ref> : 'No objective yet'}</>
}

/** The one thing to do about a gap, as long as it is open; `said`: the person's own word says that it is one. */
export function Act(props: { gap: Gap; roleId: Id; acting: Acting; open: boolean; said?: boolean }) {
  const { gap, roleId, acting, open, said } = props
  const { personId, own, mayNeed, mayRate } = acting
  const { competencyId, title } = gap.competency
  const about = <span class="vh"> {title}</span>
  const { objective } = gap
  if (objective && objective.closedAs === null)
    return <a href={paths.objective(personId, objective.objectiveId)}>Open{about}</a>
  if (!open) return null
  if (!said && gap.agreed === null) {
    if (gap.state === 'not rated' && mayRate)
      return <a href={paths.assessments(personId)}>Assess it{about}</a>
    if (own && gap.selfOnly)
      return (
        <a href={`${paths.testimony(personId)}?competency=${competencyId}`}>Ask for an observation{about}</a>
      )
    if (mayRate) return <a href={paths.assessments(personId)}>Agree the level{about}</a>
  }
  if (!own && gap.needId) return <a href={paths.need(personId, gap.needId)}>Open {gap.needRef}</a>
  if (!mayNeed) return null
  return (
    <PostButton
      action={paths.careerNeeds(personId, roleId)}
      hidden={{ competency: competencyId }}
      link
      about={`: ${title}`}
    >
      {own ? 'Make an objective' : 'Name it as a need'}
    </PostButton>
  )
}
