import { type GoalRecord, renderReading, type SmartReading, summaryOf } from '../../../kernel/smart.ts'
import { capital } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { figureText, rangeText } from '../../../ui/charts/figures.ts'
import { type RangeRow, Ranges } from '../../../ui/charts/interval-strip.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, SectionHead } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { figureWords, storedFigure, typedFigure } from '../rules/figures.ts'
import type { ObjectiveUnit } from '../rules/objective.ts'
import { alternatives } from '../rules/reach.ts'
import type { Basis } from '../rules/reading.ts'

/** The id of the objective's form, for the buttons beside it. */
export const OBJECTIVE_FORM = 'objective-form'

type ReadsProps = {
  reading: SmartReading
  record: GoalRecord
  basis: Basis | null
  target: number | null
  unit: ObjectiveUnit | null
  measureName: string | null
}

/**
 * How an objective reads: each letter (the rules escape all that was typed), the person's own figures beside the
 * target, and while it is being written a safe and a stretch target that fill the field.
 */
export function HowItReads(
  props: ReadsProps & {
    /** Whether the objective's form stands beside it. */
    writing: boolean
    /** Who decides: "You and Ben Hughes". */
    deciders: string
  },
) {
  const { reading, basis, unit, writing, deciders } = props
  return (
    <aside class="stick" aria-labelledby="h-smart">
      <SectionHead
        id="h-smart"
        title="How it reads"
        fact={<span data-smart-sum="">{summaryOf(reading)}</span>}
      />
      <div
        data-smart-result=""
        aria-live="polite"
        dangerouslySetInnerHTML={{ __html: renderReading(reading) }}
      />
      {basis && unit && unit !== 'count' && (
        <div data-smart-basis="">
          <OwnFigures {...props} basis={basis} unit={unit} />
          {writing && <Others {...props} basis={basis} unit={unit} />}
        </div>
      )}
      <div class="mt4">
        <Note>
          Hints read the words and the record, not the intent. They never stop you saving. {deciders} decide.{' '}
          <a href={paths.letters}>What each letter looks for</a>
        </Note>
      </div>
    </aside>
  )
}

type Figured = ReadsProps & { basis: Basis; unit: Exclude<ObjectiveUnit, 'count'> }

function OwnFigures({ basis, target, unit, measureName }: Figured) {
  const { now, best, reach, team } = basis
  const rows: RangeRow[] = [
    ...(now ? [{ label: 'You now', ...now }] : []),
    ...(reach ? [{ label: '8 weeks, usually', value: null, ...reach }] : []),
    ...(best ? [{ label: 'Your best 8 weeks', ...best }] : []),
    ...(team ? [{ label: 'Middle half of team', value: null, low: team.low, high: team.high }] : []),
  ]
  if (rows.length === 0 || !measureName) return null
  const all: RangeRow[] = [
    ...rows,
    ...(target === null ? [] : [{ label: 'Target', value: target, low: target, high: target }]),
  ]
  return (
    <div class="mt4">
      <h3 class="lab-s">Within reach? {measureName}</h3>
      <Ranges
        title={`${measureName}: your own figures and the target`}
        rows={rows}
        target={target}
        unit={unit}
      />
      {team && <p class="xs ink2">The middle half of {team.people} colleagues, none of them named.</p>}
      <More summary="Show as a table">
        <Table
          caption={measureName}
          hideCaption
          wide="fits"
          rows={all}
          columns={[
            { head: 'Whose', cell: ({ label }) => label },
            {
              head: 'Figure',
              numeric: true,
              cell: ({ value }) => (value === null ? '–' : figureText(value, unit)),
            },
            {
              head: 'Range',
              numeric: true,
              cell: ({ low, high }) => (low === high ? '–' : rangeText(low, high, unit)),
            },
          ]}
        />
      </More>
    </div>
  )
}

/** A safe and a stretch target. The browser fills the field at once; without JavaScript the form comes back filled. */
function Others({ basis, unit, record }: Figured) {
  const from = record.baseline === undefined ? null : storedFigure(record.baseline, unit)
  const { safe, stretch } = alternatives(basis, unit, from)
  const offered = [
    ...(safe ? [{ ...safe, name: 'safe' }] : []),
    ...(stretch ? [{ ...stretch, name: 'stretch' }] : []),
  ]
  if (offered.length === 0) return null
  return (
    <div class="mt4">
      <h3 class="lab-s">Another target, in one click</h3>
      {offered.map(({ name, target, because }) => (
        <p key={name} class="s mt2">
          <Button
            kind="secondary"
            small
            name="do"
            value={`use-${name}`}
            form={OBJECTIVE_FORM}
            fill={String(typedFigure(target, unit))}
          >
            {capital(name)}: {figureWords(target, unit)}
          </Button>{' '}
          <span class="ink2">{because}</span>
        </p>
      ))}
    </div>
  )
}
