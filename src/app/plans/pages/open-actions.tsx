import { type Day, shortDay } from '../../../kernel/day.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Ref } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Late } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { type Action, lateBy, type Objective } from '../rules/objective.ts'

type Row = { objective: Objective; action: Action }

/** Actions that are still to do, by date, each with a button that says it is done. */
export function OpenActions(props: {
  objectives: readonly Objective[]
  person: { personId: string; name: string }
  own: boolean
  mayAct: boolean
  today: Day
}) {
  const { objectives, person, mayAct, today } = props
  const rows = objectives
    .flatMap((objective) =>
      objective.actions.flatMap((action): Row[] =>
        action.state === 'planned' ? [{ objective, action }] : [],
      ),
    )
    .sort((a, b) => (a.action.by ?? '9999').localeCompare(b.action.by ?? '9999'))
  if (rows.length === 0) return <p class="s ink2">Nothing is left to do.</p>
  return (
    <Table
      caption="Actions not yet done"
      hideCaption
      rows={rows}
      columns={[
        { head: 'What', cell: ({ action }) => action.what },
        { head: 'For', cell: ({ objective }) => <Ref>{objective.ref}</Ref> },
        { head: 'Who', nowrap: true, cell: ({ action }) => action.owner || 'Nobody yet' },
        {
          head: 'By',
          nowrap: true,
          cell: ({ action }) => (action.by ? shortDay(action.by, today) : 'No date'),
        },
        {
          head: 'State',
          cell: ({ objective, action }) => {
            if (objective.proposedOn === null && objective.agreedOn === null) return 'In a draft'
            const late = lateBy(action, today)
            return late > 0 ? <Late days={late} /> : 'Planned'
          },
        },
        ...(mayAct
          ? [
              {
                head: 'Mark',
                hideHead: true,
                nowrap: true,
                cell: ({ objective, action }: Row) => (
                  <PostButton
                    action={`${paths.objective(person.personId, objective.objectiveId)}/actions/${action.actionId}/completion`}
                    hidden={{ done: 'yes', back: 'plan' }}
                    link
                    about={action.what}
                  >
                    Mark as done
                  </PostButton>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
