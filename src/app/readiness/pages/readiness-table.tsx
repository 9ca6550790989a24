import { More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { ReadinessRow } from '../readiness.ts'

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
        {
          head: 'There',
          cell: ({ check, what, means }) => (
            <>
              {what}
              <More
                summary={
                  <>
                    What this asks<span class="vh"> of check {check}</span>
                  </>
                }
              >
                <p class="s ink2">{means}</p>
              </More>
            </>
          ),
        },
        {
          head: 'Missing',
          width: 25,
          cell: ({ missing }) =>
            missing ? <span class="miss">{missing}</span> : <span class="mut">Nothing</span>,
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
