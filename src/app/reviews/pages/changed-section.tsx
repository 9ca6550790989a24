import { plainDay } from '../../../kernel/day.ts'
import { count, within } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { QuestionRow } from '../store/causes.ts'
import { StillRelevant } from './happened-section.tsx'
import { refusalsOf, type Shown, typedIn } from './shown.ts'

const ANSWERS = { yes: 'yes', partly: 'partly', no: 'no' } as const

/** What happened since the last review, and whether what was planned then did. */
export function ChangedSection({ shown }: { shown: Shown }) {
  const { view } = shown
  const { opening, row, asked } = view
  const since = row.sinceDay ? ` since ${plainDay(row.sinceDay)}` : ''
  const weeks = opening.weeks === null ? '' : `${count(opening.weeks, 'week')}, `
  return (
    <Section id="changed" title={`1. What changed${since}`} fact={weeks + count(opening.events, 'event')}>
      <ul class="log">
        {opening.lines.map(({ term, text }) => (
          <li key={`${term} ${text}`}>
            <span class="b">{term}</span>
            <span>{text}</span>
          </li>
        ))}
        {asked && (
          <li>
            <span class="b">Asked last time</span>
            <Asked shown={shown} />
          </li>
        )}
        {view.answered.map((one) => (
          <li key={one.questionId}>
            <span class="b">Still relevant?</span>
            <span>{relevanceWords(shown, one)}</span>
          </li>
        ))}
      </ul>
      <StillRelevant
        personId={view.person.personId}
        questions={view.questions}
        writes={shown.side !== null && row.state !== 'closed'}
      />
      {asked && shown.writes && <AnswerForm shown={shown} />}
    </Section>
  )
}

const RELEVANCE = {
  keep: 'kept as it is',
  amend: 'answered “amend it”',
  close: 'answered “close it”',
} as const

/** "O-1 Resolve 76%…: kept as it is, Amara Okafor, 24 November 2026." */
function relevanceWords(
  { view }: Shown,
  { objectiveId, answer, answeredBy, answeredOn }: QuestionRow,
): string {
  const stood = [...view.objectives, ...view.privates].find(
    (one) => one.stood.objectiveId === objectiveId,
  )?.stood
  const who = answeredBy && view.names.get(answeredBy)
  const said = [answer && RELEVANCE[answer], who, answeredOn && plainDay(answeredOn)].filter(Boolean)
  return `${stood ? `${stood.ref} ${stood.title}` : 'An objective that is closed now'}: ${said.join(', ')}.`
}

function Asked({ shown: { view } }: { shown: Shown }) {
  const { asked, names } = view
  if (!asked) return null
  const said = asked.answers.map(
    ({ personId, answer, words }) =>
      `${names.get(personId) ?? 'Somebody'}: ${ANSWERS[answer]}${words ? ` (${within(words)})` : ''}`,
  )
  return (
    <span>
      “{asked.action}” <b class="b">Did it happen?</b>{' '}
      {said.length > 0 ? `${said.join('. ')}.` : 'Not answered yet.'}
    </span>
  )
}

function AnswerForm({ shown }: { shown: Shown }) {
  const { view, own } = shown
  const { asked, person, row } = view
  const mine = asked?.answers.find(({ personId }) => (personId === person.personId) === own)
  const refusals = refusalsOf(shown, 'answer')
  return (
    <div class="mt4 no-print">
      <Form
        action={`${paths.review(person.personId, row.reviewId)}/answer`}
        keep={`review-${row.reviewId}-answer`}
        label="Did it happen?"
      >
        <Choices
          name="answer"
          label="Did it happen?"
          hint="What was planned last time, in your own view."
          row
          value={typedIn(shown, 'answer', 'answer') ?? mine?.answer}
          error={errorFor(refusals, 'answer')}
          choices={[
            { value: 'yes', text: 'Yes' },
            { value: 'partly', text: 'Partly' },
            { value: 'no', text: 'No' },
          ]}
        />
        <TextField
          name="answer-words"
          label="In a few words"
          hint="Since when, where you saw it, or what came in the way."
          value={typedIn(shown, 'answer', 'answer-words') ?? mine?.words}
          error={errorFor(refusals, 'answer-words')}
        />
        <Buttons>
          <Button kind="secondary">Save your answer</Button>
        </Buttons>
      </Form>
    </div>
  )
}
