import type { Day } from '../../../kernel/day.ts'
import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { OpenCause, OpenQuestion } from '../causes.ts'
import { type LevelChange, levelWords } from '../rules/causes.ts'

/** What a role asks otherwise, with how far the person's agreed level is from it now: null where none is agreed. */
export type LevelNow = LevelChange & { agreed: number | null }

/** What happened since the last review: the review that it proposes, and what is asked of each objective it touches. */
export function HappenedSection(props: {
  personId: Id
  causes: readonly (Omit<OpenCause, 'levels'> & {
    levels: readonly LevelNow[]
    /** What was said to “still relevant?” because of it, a sentence each. */
    answered: readonly string[]
  })[]
  questions: readonly OpenQuestion[]
  /** Whether the visitor writes in reviews. */
  writes: boolean
  /** Whether a review can be opened: one is not open already. */
  opens: boolean
  today: Day
}) {
  const { personId, causes, questions, writes, opens, today } = props
  if (causes.length === 0 && questions.length === 0) return null
  const [year = '', month = '', date = ''] = today.split('-')
  return (
    <Section
      id="happened"
      title="Something has changed"
      fact={questions.length > 0 && `${count(questions.length, 'question')} open`}
    >
      <Rows
        items={causes.map(({ words, raisedOn, levels, answered }) => ({
          title: words,
          meta: (
            <>
              {plainDay(raisedOn)}
              {levels.map((level) => (
                <Sub key={level.competencyId}>{nowWords(level)}</Sub>
              ))}
              {answered.map((said) => (
                <Sub key={said}>Still relevant? {said}</Sub>
              ))}
            </>
          ),
        }))}
      />
      {causes.length > 0 && writes && opens && (
        <div class="mt3 no-print">
          <PostButton
            action={paths.reviews(personId)}
            hidden={{ 'held-day': date, 'held-month': month, 'held-year': year }}
            kind="secondary"
          >
            Hold a review because of {causes.length > 1 ? 'these' : 'this'}, today
          </PostButton>
        </div>
      )}
      <StillRelevant personId={personId} questions={questions} writes={writes} />
    </Section>
  )
}

/** "Coaching others: level 3 before, now level 4. Agreed at 3, so 1 short" */
function nowWords({ agreed, ...level }: LevelNow): string {
  const { after } = level
  const short = agreed === null || after === null ? null : after - agreed
  if (after === null) return levelWords(level)
  if (short === null) return `${levelWords(level)}. No level is agreed yet`
  return `${levelWords(level)}. Agreed at ${agreed}, so ${short > 0 ? `${short} short` : 'met'}`
}

/** “Still relevant?” of each objective: keep, amend, close, one press each. */
export function StillRelevant(props: { personId: Id; questions: readonly OpenQuestion[]; writes: boolean }) {
  const { personId, questions, writes } = props
  if (questions.length === 0) return null
  return (
    <div class="mt5">
      <h3>Still relevant?</h3>
      <ul class="rows">
        {questions.map(({ questionId, objectiveId, ref, title, words }) => (
          <li key={questionId}>
            <div>
              <p class="t">
                <a href={paths.objective(personId, objectiveId)}>
                  {ref} {title}
                </a>
              </p>
              <p class="m">{words}</p>
              {writes && (
                <div class="mt3 no-print">
                  <Form
                    action={paths.reviewQuestion(personId, questionId)}
                    inline
                    label={`Is ${ref} still relevant?`}
                  >
                    {CHOICES.map(({ value, text }) => (
                      <Button key={value} kind="secondary" small name="answer" value={value}>
                        {text} {ref}
                      </Button>
                    ))}
                  </Form>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

const CHOICES = [
  { value: 'keep', text: 'Keep' },
  { value: 'amend', text: 'Amend' },
  { value: 'close', text: 'Close' },
] as const
