import { dayIn, plainDay } from '../../../kernel/day.ts'
import { count, within } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { relevanceWords } from '../rules/causes.ts'
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
  const [first] = row.state === 'signed by one' ? view.signatures : []
  return (
    <Section id="changed" title={`1. What changed${since}`} fact={weeks + count(opening.events, 'event')}>
      {first && (
        <p class="s ink2">
          As {first.name} signed it on {plainDay(dayIn(first.at, shown.zone))}. What came in since then counts
          for the next review.
        </p>
      )}
      <ul class="log">
        {opening.lines.map(({ term, text }, at) => (
          <li key={`${term} ${text}`}>
            <span class="b">{opening.lines[at - 1]?.term !== term && term}</span>
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
            <span>{answerWords(shown, one)}</span>
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

/** "O-1 Resolve 76%…: kept as it is, Amara Okafor, 24 November 2026." */
function answerWords({ view }: Shown, answered: QuestionRow): string {
  const { objectiveId, answeredBy } = answered
  const stood = [...view.objectives, ...view.privates].find(
    (one) => one.stood.objectiveId === objectiveId,
  )?.stood
  return relevanceWords({
    ...answered,
    of: stood ?? null,
    who: (answeredBy && view.names.get(answeredBy)) || null,
  })
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
