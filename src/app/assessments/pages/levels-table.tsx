import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Gap } from '../gaps.ts'
import { figureCell } from './evidence-words.tsx'

/** The levels of the strips as figures, for those who read a table better. */
export function LevelsTable({ gaps, fact }: { gaps: readonly Gap[]; fact: string }) {
  const level = (source: Gap['levels'][number]['source']) => (gap: Gap) => {
    const found = gap.levels.filter((each) => each.source === source)
    return (
      found
        .map((each) => (each.n && source === 'feedback' ? `${each.level} (n ${each.n})` : each.level))
        .join(', ') || (source === 'feedback' && gap.held.length > 0 ? 'held back' : '–')
    )
  }
  return (
    <Section id="levels" title="The same levels as a table" fact={fact}>
      <Table
        caption="Levels by competency and source"
        hideCaption
        wide="scroll"
        rows={gaps}
        columns={[
          { head: 'Competency', cell: (gap) => gap.competency.title },
          { head: 'Needs', numeric: true, cell: (gap) => gap.requirement.level },
          { head: 'Agreed', numeric: true, cell: (gap) => <b class="b">{level('agreed')(gap)}</b> },
          { head: 'Self', numeric: true, cell: level('self') },
          { head: 'Team leader', numeric: true, cell: level('leader') },
          { head: '360', numeric: true, cell: level('feedback') },
          {
            head: 'Measure',
            numeric: true,
            cell: (gap) =>
              gap.figures.length === 0
                ? '–'
                : gap.figures.map((figure) => (
                    <div key={figure.measure} class="nw">
                      {figure.name} {figureCell(figure)}
                    </div>
                  )),
          },
        ]}
      />
    </Section>
  )
}
