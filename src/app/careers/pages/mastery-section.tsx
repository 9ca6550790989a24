import { plainDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import type { SeenMastery } from '../mastery.ts'
import { type Held, lookAgainOn, type Run } from '../rules/mastery.ts'

/** What is asked before promotion beside levels, and how far the person is. Source: domain.md 2.6. */
export function MasterySection({
  mastery: { role, parts, held },
  id = 'mastery',
}: {
  mastery: SeenMastery
  id?: string
}) {
  const asked = role.mastery?.months ?? 0
  return (
    <Section id={id} title={`What is looked for in a ${role.title.toLowerCase()}, beyond levels`}>
      <SummaryList
        items={parts.map(({ asked, now, open }) => ({
          term: asked,
          value: (
            <>
              <p>{now}.</p>
              {open && <p class="ink2">{open}.</p>}
            </>
          ),
        }))}
      />
      <More summary="Competency by competency">
        <Table
          caption="Essential competencies: levels held and kinds of source"
          hideCaption
          rows={held}
          columns={[
            { head: 'Competency', cell: ({ title }) => title },
            { head: 'Asked', cell: ({ required }) => required, numeric: true },
            { head: 'Agreed', cell: ({ agreed }) => agreed ?? 'none', numeric: true },
            { head: 'Held', cell: ({ held: run }) => (run ? heldWords(run) : 'not held') },
            ...(asked > 0
              ? [
                  {
                    head: 'A round can show it from',
                    cell: (one: Held) => {
                      const day = lookAgainOn(one, asked)
                      return day ? plainDay(day) : '–'
                    },
                  },
                ]
              : []),
            { head: 'Sources besides the person', cell: ({ sources }) => listing(sources) || 'none' },
          ]}
        />
      </More>
    </Section>
  )
}

/** "1 May 2026 to 4 November 2026", "agreed once, on 1 May 2026". */
function heldWords({ since, last }: Run): string {
  return since === last ? `agreed once, on ${plainDay(since)}` : `${plainDay(since)} to ${plainDay(last)}`
}
