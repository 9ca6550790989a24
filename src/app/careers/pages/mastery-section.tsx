import { plainDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import type { SeenMastery } from '../mastery.ts'

/** What is asked before promotion beside levels, how far the person is, and that it promises nothing. Source: domain.md 2.6. */
export function MasterySection({ mastery: { role, parts, held } }: { mastery: SeenMastery }) {
  return (
    <Section id="mastery" title={`What is looked for in a ${role.title.toLowerCase()}, beyond levels`}>
      <SummaryList
        items={parts.map(({ asked, now, open }) => ({
          term: asked,
          value: (
            <>
              <p>{now}.</p>
              {open && <p class="s ink2 prose">{open}.</p>}
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
            { head: 'Held since', cell: ({ since }) => (since ? plainDay(since) : 'not held') },
            { head: 'Sources besides the person', cell: ({ sources }) => listing(sources) || 'none' },
          ]}
        />
      </More>
      <p class="s ink2 mt3 prose">
        This is what the records show. A closed gap is not a promise of a post: people decide who is promoted,
        and there has to be a place.
      </p>
    </Section>
  )
}
