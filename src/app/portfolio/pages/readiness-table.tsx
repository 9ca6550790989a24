import { Table } from '../../../ui/table.tsx'
import type { ReadinessRow } from '../../readiness/readiness.ts'

/** The thirteen checks: what is there, what is missing, and where. No score, no tick. Source: mission.md, Readiness. */
export function ReadinessTable({ rows }: { rows: readonly ReadinessRow[] }) {
  return (
    <Table
      caption="Readiness checks"
      hideCaption
      rows={rows}
      columns={[
        {
          head: 'Check',
          width: 35,
          cell: ({ check, title }) => (
            <>
              <span class="mut">{check}</span> {title}
            </>
          ),
        },
        { head: 'There', cell: ({ what }) => what },
        {
          head: 'Missing',
          width: 25,
          cell: ({ missing, state }) =>
            missing ? (
              <span class="miss">{missing}</span>
            ) : (
              <span class="mut">{state === 'not yet' ? 'Not yet in this version' : 'Nothing'}</span>
            ),
        },
        {
          head: 'Where',
          width: 15,
          cell: ({ links, check }) =>
            links.map(({ text, href }) => (
              <a key={href} href={href}>
                {text}
                <span class="vh"> for check {check}</span>
              </a>
            )),
        },
      ]}
    />
  )
}
