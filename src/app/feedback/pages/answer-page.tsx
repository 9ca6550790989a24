import { longDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, ending } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices, Tick } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden, PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Asking } from '../feedback.ts'
import { CANNOT, type Hints, SIGN } from '../posted.ts'
import { AnonymityPanel } from './anonymity-panel.tsx'
import { OpenHint, TelltaleNote, UselessNote } from './answer-notes.tsx'

/** The page that a colleague or customer answers on: who sees what comes before the first question. */
export function AnswerPage(props: {
  asking: Asking
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
  /** What the words would be better for, shown once before they are sent; null before the first sending. */
  hints: Hints | null
  action: string
  cannotAction: string
}) {
  const { asking, values, refusals, hints, action, cannotAction } = props
  const { name, own, competencies: questions, closesOn, anonymous } = asking
  const last = questions.length + 2
  return (
    <>
      <div class="intro">
        <h1>{headingFor(asking)}</h1>
        <p class="lead mt3">
          {asking.purpose
            ? `${own ? 'You wrote' : `${name} asks you`}: “${ending(asking.purpose)}”`
            : `${name} asks you, to get better at the work.`}
        </p>
        <p class="s ink2 mt3">
          {count(last, 'question')}, about {minutesFor(questions.length)} minutes. Open until{' '}
          {longDay(closesOn)}. {!own && <a href="#cant">I can’t answer at all</a>}
        </p>
      </div>
      <ErrorSummary refusals={refusals} />
      {hints && <NotSent hints={hints} />}
      <Columns split="4-8">
        <div class="stick">
          <AnonymityPanel asking={asking} />
        </div>
        <div>
          <Form action={action} keep="answer" wide>
            {questions.map((question, index) => (
              <div key={question.competencyId} class={index > 0 ? 'ask' : undefined}>
                <Choices
                  name={question.competencyId}
                  label={`${index + 1}. ${question.title}`}
                  hint={
                    own
                      ? 'Choose the line closest to what you do now.'
                      : `Choose the line closest to what you have seen yourself.${index === 0 ? ' The lines say “I”, as the person would.' : ''}`
                  }
                  error={errorFor(refusals, question.competencyId)}
                  value={values[question.competencyId] ?? null}
                  choices={[
                    ...question.levels.map(({ level, anchor }) => ({
                      value: String(level),
                      text: own ? anchor : `“${anchor}”`,
                    })),
                    {
                      value: CANNOT,
                      text: 'I can’t answer this',
                      hint: 'I have not seen it, or I would rather not',
                    },
                  ]}
                />
              </div>
            ))}
            <div class="ask">
              <TextArea
                name="keep"
                rows={4}
                label={`${last - 1}. What should ${own ? 'you' : name} keep doing?`}
                hint={<OpenHint />}
                error={errorFor(refusals, 'keep')}
                value={values.keep}
              />
              <UselessNote field="keep" own={own} shown={hints?.useless.includes('keep') ?? false} />
            </div>
            <div>
              <TextArea
                name="change"
                rows={4}
                label={`${last}. What could ${own ? 'you' : name} do differently?`}
                hint="Something done or said, not how somebody is. Leave it empty if nothing comes to mind."
                error={errorFor(refusals, 'change')}
                value={values.change}
              />
              <UselessNote field="change" own={own} shown={hints?.useless.includes('change') ?? false} />
            </div>
            {anonymous && (
              <Tick
                name={SIGN}
                text="Sign my answers"
                hint={`Your name then stands beside what you answer, and you do not count among those who stay anonymous. ${name} sees your answers even where too few others answer.`}
                checked={values[SIGN] === 'yes'}
              />
            )}
            <div>
              {anonymous && <TelltaleNote quotes={hints?.telltale ?? []} />}
              <Hidden name="seen" value={hints ? 'all' : (values.seen ?? '')} />
              <div class="mt5" id="send">
                <Sending hints={hints} />
              </div>
              <p class="xs mut mt3">
                {anonymous
                  ? 'Once sent, an answer cannot be changed or taken back: nobody can find out which one is yours.'
                  : 'Once sent, an answer cannot be changed or taken back.'}
              </p>
            </div>
          </Form>
          {!own && (
            <div class="mt6">
              <Section id="cant" title="I can’t answer">
                <p class="s ink2">
                  That is an answer too, also where this was not meant for you. You need give no reason,{' '}
                  {name} does not learn that it was you, and no reminder follows.
                </p>
                <div class="mt3">
                  <PostButton action={cannotAction} kind="secondary">
                    I can’t answer this time
                  </PostButton>
                </div>
              </Section>
            </div>
          )}
        </div>
      </Columns>
    </>
  )
}

/** At the top of the page that comes instead of sending, once: without JavaScript it is what is read first. */
function NotSent({ hints }: { hints: Hints }) {
  return (
    <div class="mb5">
      <Note kind="warn" title="Your answers are not sent yet." live>
        {hints.telltale.length > 0
          ? 'Some of your words may tell who you are. '
          : 'A moment that you saw would help more. '}
        <a href={`#f-${hints.useless[0] ?? 'keep'}`}>Read your words once more</a>, or{' '}
        <a href="#send">send them as they are</a>. Everything you chose is still here.
      </Note>
    </div>
  )
}

function Sending({ hints }: { hints: Hints | null }) {
  if (hints)
    return (
      <Buttons flush>
        <Button>Send as it is</Button>
        <ButtonLink kind="secondary" href={`#f-${hints.useless[0] ?? 'keep'}`}>
          Go on writing
        </ButtonLink>
      </Buttons>
    )
  return (
    <>
      <Buttons flush>
        <Button>Send my answers</Button>
        <span data-keep-for-later hidden>
          <Button kind="secondary" type="button">
            Keep for later on this device
          </Button>
        </span>
      </Buttons>
      <p class="s ink2 mt2" role="status" data-kept />
    </>
  )
}

function headingFor({ name, own, group }: Asking): string {
  if (own) return 'How do you work with customers?'
  return group === 'reports' || group === 'customers'
    ? `How does ${name} work with you?`
    : `How does ${name} work with customers?`
}

/** Half a minute a line, a little over one a text, as the mock-up has it. */
const minutesFor = (questions: number) => Math.ceil(questions / 2 + 2.5)
