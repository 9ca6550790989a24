import { listing } from '../../../kernel/text.ts'
import { More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { RoleGraph, RoleNode } from '../rules/graph.ts'

/** How many roles a table shows at once: more are found by searching. */
export const MOST_ROWS = 200

/** The roles and where each leads, for those who would rather read than look. */
export function MovesTable(props: {
  graph: RoleGraph
  /** The roles shown, by their place in the graph. */
  places: readonly number[]
  summary: string
  hrefOf: (role: RoleNode) => string
}) {
  const { graph, places, summary, hrefOf } = props
  const rows = places.slice(0, MOST_ROWS).flatMap((place) => {
    const role = graph.roles[place]
    return role ? [{ role, onward: (graph.onward[place] ?? []).flatMap((to) => graph.roles[to] ?? []) }] : []
  })
  return (
    <div class="mt4">
      <More summary={summary}>
        <Table
          caption="Roles and moves"
          hideCaption
          rows={rows}
          columns={[
            { head: 'Role', cell: ({ role }) => <a href={hrefOf(role)}>{role.title}</a> },
            { head: 'Track', cell: ({ role }) => role.track },
            { head: 'Level', numeric: true, cell: ({ role }) => role.responsibility },
            {
              head: 'Leads to',
              cell: ({ onward }) => {
                const titles = onward.slice(0, 12).map(({ title }) => title)
                const more = onward.length - titles.length
                return listing(more > 0 ? [...titles, `${more} more`] : titles) || '–'
              },
            },
          ]}
        />
        {places.length > MOST_ROWS && (
          <p class="s mut mt3">The first {MOST_ROWS} are shown. Search for a role to see those around it.</p>
        )}
      </More>
    </div>
  )
}
