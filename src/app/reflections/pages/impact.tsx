import type { VNode } from 'preact'
import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { DateFields, Tick, type TypedDate } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea } from '../../../ui/field.tsx'
import { SectionHead } from '../../../ui/section.tsx'
import { type Compared, ComparedFigure, type KeptComparison } from '../../measures/measures.ts'

/** A before and after: as it is kept with the account, or counted to look at; null where none is asked for. */
export type ImpactShown = { shown: KeptComparison; kept: true } | { shown: Compared | null; kept: false }

/** What the form of an account holds of its impact. */
export type TypedImpact = ImpactShown & { impact: string; measure: string; since: TypedDate }

/** Where a writer says what changed at work, with a measure before and after beside their words. */
export function ImpactFields(props: {
  typed: TypedImpact
  measures: readonly { key: string; name: string }[]
  today: Day
  refusals: readonly Refusal[]
}): VNode {
  const { typed, measures, today, refusals } = props
  const { shown } = typed
  const countedOn = typed.kept ? typed.shown.countedOn : null
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <div>
        <SectionHead id="h-impact" title="Impact on practice" />
        <p class="s ink2">
          Come back to this later. A figure before and after shows what happened, and your words say what you
          did for it. Leave the measure out where none fits.
        </p>
      </div>
      <Select
        name="measure"
        label="Measure in which it may show"
        error={error('measure')}
        value={typed.measure}
        options={[
          { value: '', text: 'None' },
          ...measures.map(({ key, name }) => ({ value: key, text: name })),
        ]}
      />
      <DateFields
        name="since"
        label="First day on which you worked differently"
        hint="The 13 weeks before it are compared with the weeks since: “Show before and after”, at the end, shows it before you save."
        value={typed.since}
        error={error('since')}
      />
      {shown && (
        <div>
          <ComparedFigure compared={shown} countedOn={countedOn} />
          {countedOn === null && <p class="s ink2">It is kept as it is now when you save the account.</p>}
        </div>
      )}
      {countedOn !== null && countedOn < today && (
        <Tick
          name="anew"
          text="Count it again when I save"
          hint={`It was counted on ${plainDay(countedOn)}. What it said then stays in the history.`}
        />
      )}
      <TextArea
        name="impact"
        label="What changed, in your words"
        hint="What do you do differently now, and what does it change for customers? Name an observation, if there is one."
        error={error('impact')}
        value={typed.impact}
      />
    </>
  )
}

/** The impact of an account as it is read: the figure as it was kept, and the writer's words. */
export function ShownImpact({ impact, shown }: { impact: string; shown: KeptComparison | null }): VNode {
  return (
    <>
      {shown && <ComparedFigure compared={shown} countedOn={shown.countedOn} />}
      {shown && <h3 class="lab-s">In the writer’s words</h3>}
      <p class="prose any">{impact || 'Nothing said yet. Ask at the next review what has changed.'}</p>
    </>
  )
}
