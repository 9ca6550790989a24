import type { VNode } from 'preact'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Figure, FigureSnapshot } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import { differenceWords } from '../rules/figure-words.ts'
import type { Stored } from '../store/items.ts'
import { FigureFacts } from './figure-page.tsx'

/** A figure as it stood when it was kept, where it came from, and what the same days give today. */
export function SnapshotSection(props: {
  snapshot: FigureSnapshot
  item: Stored
  todaysFigure: Figure | null
}): VNode {
  const { snapshot, item, todaysFigure } = props
  const { figure, provenance } = snapshot
  const behind = figure.measure.startsWith('tally:')
    ? paths.work(item.personId)
    : paths.contacts(item.personId, figure.measure, figure.from, figure.to)
  return (
    <>
      <Section
        id="figure"
        title="The figure as it was kept"
        fact={<a href={behind}>What is behind it today</a>}
      >
        <FigureFacts figure={figure} />
        <p class="s ink2 mt3">{differenceWords(figure, todaysFigure)}</p>
      </Section>
      <Section id="source" title="Where it came from">
        <SummaryList
          items={[
            ...provenance.sources.map((source) => ({
              term: 'File',
              value: (
                <>
                  {source.file}
                  <span class="sub any">SHA-256 {source.sha256}</span>
                </>
              ),
            })),
            ...(provenance.sources.length === 0
              ? [{ term: 'Source', value: 'A tally kept by hand: there is no file behind it.' }]
              : []),
            {
              term: 'Rows counted',
              value: (
                <>
                  {provenance.n}
                  <span class="sub any">SHA-256 of the rows {provenance.rowsHash}</span>
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
