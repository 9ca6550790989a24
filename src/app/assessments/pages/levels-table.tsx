import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Gap } from '../gaps.ts'
import { figureCell } from './evidence-words.tsx'

/** Each group and each person by name on a line of their own: "4 or higher (4 peers)", "3, Ben Hughes". */
function feedbackCell({ levels, held }: Gap) {
  const lines = levels
    .filter(({ source }) => source === 'feedback')
    .map(({ n, by, level, short }) => (n === 1 ? `${level}, ${by}` : `${short ?? level} (${by})`))
  if (lines.length === 0) return held.length > 0 ? 'held back' : '–'
  return lines.map((line) => (
    <div key={line} class="nw">
      {line}
    </div>
  ))
}

/** The levels of the strips as figures, for those who read a table better. */
export function LevelsTable({ gaps, fact }: { gaps: readonly Gap[]; fact: string }) {
  const level = (source: Gap['levels'][number]['source']) => (gap: Gap) => {
    const found = gap.levels.filter((each) => each.source === source)
    return found.map(({ level }) => level).join(', ') || '–'
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
          { head: '360', numeric: true, cell: feedbackCell },
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
