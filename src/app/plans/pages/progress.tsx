import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Log } from '../../../ui/lists.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paths } from '../../paths.ts'
import { measuredWords, type Progress } from '../progress.ts'
import { figureWords } from '../rules/figures.ts'
import type { Objective } from '../rules/objective.ts'

/** How an objective goes: its measure with interval and verdict, its actions, and the person's own words. */
export function ProgressSection(props: {
  objective: Objective
  progress: Progress
  own: boolean
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { objective, progress, own, values, refusals } = props
  const { personId, objectiveId, target, unit, measure, agreedOn, state, ref } = objective
  const { notes } = progress
  const measured = measuredWords(progress, target === null ? null : figureWords(target, unit))
  return (
    <Section id="progress" title="How it goes" fact={agreedOn ? `Since ${plainDay(agreedOn)}` : undefined}>
      <SummaryList
        items={[
          {
            term: 'Measure',
            value:
              measured.length > 0
                ? measured.map((sentence) => <p key={sentence}>{sentence}</p>)
                : noMeasure(objective),
          },
          { term: 'Actions', value: actionWords(progress) },
        ]}
      />
      {measure && agreedOn && own && (
        <p class="s mt3">
          <a href={paths.reflectionNew(personId, 'era', `objective:${objectiveId}`)}>
            Write what it changed, with before and after
          </a>
        </p>
      )}
      {notes && notes.length > 0 && (
        <div class="mt4">
          <Log
            entries={notes.map(({ day, words }) => ({
              day,
              text: plainDay(day),
              what: <span class="any">{words}</span>,
            }))}
          />
        </div>
      )}
      {notes && own && state !== 'closed' && (
        <div class="mt4">
          <Form
            action={paths.objectiveNotes(personId, objectiveId)}
            keep={`progress-${ref}`}
            label="How it goes"
          >
            <TextArea
              name="note"
              label="How does it go?"
              hint={
                objective.private
                  ? 'Only you see it. What you say stays, with its day.'
                  : 'A line or two. You and whoever leads you see it; what you say stays, with its day.'
              }
              rows={2}
              value={values.note}
              error={errorFor(refusals, 'note')}
            />
            <div class="btns flush">
              <Button kind="secondary">Keep these words</Button>
            </div>
          </Form>
        </div>
      )}
    </Section>
  )
}

function noMeasure({ measure, unit, agreedOn }: Objective): string {
  if (unit === 'count') return 'Counted by hand: say how it goes below.'
  if (!measure) return 'No measure is linked, so your actions and words have to show it.'
  return agreedOn ? 'Nothing is counted yet.' : 'It is measured from the day it is agreed.'
}

function actionWords({ actions }: Progress): string {
  const { done, of, late, next } = actions
  if (of === 0) return 'None yet.'
  const rest = [
    ...(late > 0 ? [count(late, 'is late', 'are late')] : []),
    ...(next ? [`the next is due on ${plainDay(next)}`] : []),
  ]
  return `${done} of ${of} done${rest.length > 0 ? `; ${rest.join('; ')}` : ''}.`
}
