import { PostButton } from '../../../ui/form.tsx'
import { More, Ref } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Objective } from '../rules/objective.ts'
import { dueTooEarly, inOrder, ordinal } from '../rules/order.ts'

/** The open objectives in the order in which they come first, each with buttons that move it; nothing where there is one. */
export function OrderList({ objectives, mayOrder }: { objectives: readonly Objective[]; mayOrder: boolean }) {
  const order = inOrder(objectives)
  const waits = order.some(({ afterId }) => afterId !== null)
  if (order.length < 2 || (!mayOrder && !waits)) return null
  const move = (one: Objective, to: 'up' | 'down') => (
    <PostButton
      action={`${paths.objective(one.personId, one.objectiveId)}/order`}
      hidden={{ to }}
      link
      about={one.ref}
    >
      {to === 'up' ? 'Move up' : 'Move down'}
    </PostButton>
  )
  return (
    <div class="mt3">
      <More summary={mayOrder ? 'Say which comes first' : 'Which comes first'}>
        <Table
          caption="Objectives in their order"
          hideCaption
          rows={order}
          columns={[
            {
              head: 'Objective',
              cell: (one) => (
                <>
                  <Ref>{one.ref}</Ref> {one.title}
                </>
              ),
            },
            { head: 'Comes', cell: (_, at) => ordinal(at + 1) },
            {
              head: 'After',
              cell: (one) => one.after && [one.after, dueTooEarly(one, order)].filter(Boolean).join('. '),
            },
            ...(mayOrder
              ? [
                  {
                    head: 'Move',
                    hideHead: true,
                    nowrap: true,
                    cell: (one: Objective, at: number) => (
                      <>
                        {at > 0 && move(one, 'up')} {at < order.length - 1 && move(one, 'down')}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </More>
    </div>
  )
}
