import { renderReading, type SmartReading, summaryOf } from '../../../kernel/smart.ts'
import { type RangeRow, Ranges } from '../../../ui/charts/interval-strip.tsx'
import { Note } from '../../../ui/note.tsx'
import { SectionHead } from '../../../ui/section.tsx'
import type { ObjectiveUnit } from '../rules/objective.ts'
import type { Basis } from '../rules/reading.ts'

/** How an objective reads: the five letters (the rules escape all that was typed), and the person's own figures beside the target. */
export function HowItReads(props: {
  reading: SmartReading
  basis: Basis | null
  target: number | null
  unit: ObjectiveUnit | null
  measureName: string | null
  /** Who decides: "You and Ben Hughes". */
  deciders: string
}) {
  const { reading, basis, target, unit, measureName, deciders } = props
  return (
    <aside class="stick" aria-labelledby="h-smart">
      <SectionHead id="h-smart" title="How it reads" fact={summaryOf(reading)} />
      <div
        data-smart-result=""
        aria-live="polite"
        dangerouslySetInnerHTML={{ __html: renderReading(reading) }}
      />
      {basis && measureName && <OwnFigures basis={basis} target={target} unit={unit} name={measureName} />}
      <div class="mt4">
        <Note>Hints read the words, not the intent. They never stop you saving. {deciders} decide.</Note>
      </div>
    </aside>
  )
}

function OwnFigures(props: {
  basis: Basis
  target: number | null
  unit: ObjectiveUnit | null
  name: string
}) {
  const { basis, target, unit, name } = props
  const { now, best, expected, team } = basis
  const rows: RangeRow[] = [
    ...(now ? [{ label: 'You now', ...now }] : []),
    ...(best ? [{ label: 'Your best 8 weeks', ...best }] : []),
    ...(expected && unit !== 'share' ? [{ label: 'Your weeks run', value: null, ...expected }] : []),
    ...(team ? [{ label: 'Middle half of team', value: null, low: team.low, high: team.high }] : []),
  ]
  if (rows.length === 0 || !unit || unit === 'count') return null
  return (
    <div class="mt4">
      <h3 class="lab-s">Within reach? {name}</h3>
      <Ranges title={`${name}: your own figures and the target`} rows={rows} target={target} unit={unit} />
      {team && <p class="xs ink2">The middle half of {team.people} colleagues, none of them named.</p>}
    </div>
  )
}
