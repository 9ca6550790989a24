import type { Day } from '../../../kernel/day.ts'
import { renderReading, summaryOf } from '../../../kernel/smart.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields, FieldSet } from '../../../ui/choices.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Panel, SectionHead } from '../../../ui/section.tsx'
import type { Values } from '../posted.ts'
import { type Answers, compose, type Question, readComposed } from '../rules/rewrite.ts'

type RewriteProps = {
  /** Where a question is answered. */
  action: string
  /** Where the objective's form is posted. */
  home: string
  /** All that the objective's form held. */
  carried: Values
  /** The assistant's own fields as they were typed. */
  typed: Values
  answers: Answers
  /** The text it began from. */
  text: string
  /** null once all are answered. */
  question: Question | null
  at: number
  /** What the last answer still lacks. */
  lack: string | null
  today: Day
}

/** One question of the rewrite assistant, with the sentence as far as it has come; at the end the sentence whole. */
export function RewritePage(props: RewriteProps) {
  const { question, text, answers, today } = props
  return (
    <Columns split="7-5">
      <div>{question ? <Asking {...props} question={question} /> : <Ending {...props} />}</div>
      <Sofar text={text} answers={answers} today={today} whole={question === null} />
    </Columns>
  )
}

/** The fields of each question: those shown are not carried hidden beside. */
const FIELDS: Record<Question, readonly string[]> = {
  what: ['w-what'],
  with: ['w-with'],
  know: ['w-counted', 'w-from', 'w-to', 'w-unit', 'w-product'],
  when: ['w-when-day', 'w-when-month', 'w-when-year'],
  help: ['w-help'],
}

function Carried({ values, without = [] }: { values: Values; without?: readonly string[] }) {
  return (
    <>
      {Object.entries(values).map(
        ([name, value]) => !without.includes(name) && <Hidden key={name} name={name} value={value} />,
      )}
    </>
  )
}

function Asking(props: RewriteProps & { question: Question }) {
  const { action, carried, typed, question, at, lack } = props
  return (
    <>
      {lack && (
        <div class="mb5">
          <Note kind="warn" title="One more thing." live>
            {lack} You can also go on as it is.
          </Note>
        </div>
      )}
      <Form action={action} label="The question">
        <Carried values={{ ...carried, ...typed }} without={['w-at', ...FIELDS[question]]} />
        <Hidden name="w-at" value={at} />
        <Fields question={question} typed={typed} />
        <Buttons flush>
          <Button name="do" value="next">
            Next
          </Button>
          {lack && (
            <Button kind="secondary" name="do" value="anyway">
              Go on all the same
            </Button>
          )}
          {at > 0 && (
            <Button kind="quiet" name="do" value="back">
              Back
            </Button>
          )}
        </Buttons>
      </Form>
      <Leave {...props} />
    </>
  )
}

/** Back to the objective's form with what it held, nothing changed. */
function Leave({ home, carried }: RewriteProps) {
  return (
    <Form action={home} label="Leave">
      <Carried values={carried} />
      <Buttons>
        <Button kind="quiet" name="do" value="check">
          Leave my words as they are
        </Button>
      </Buttons>
    </Form>
  )
}

function Fields({ question, typed }: { question: Question; typed: Values }) {
  switch (question) {
    case 'what':
      return (
        <TextField
          name="w-what"
          label="What will you do?"
          hint="Begin with something that others could watch you do: ring back, check, write, practise, complete."
          value={typed['w-what']}
        />
      )
    case 'with':
      return (
        <TextField
          name="w-with"
          label="To what, with what or for whom?"
          hint="For example: every customer with an open complaint, on the day promised."
          value={typed['w-with']}
        />
      )
    case 'know':
      return (
        <>
          <FieldSet
            legend="How will you know? Something counted"
            hint="For example: complaints reopened, from 26 to 18, in %."
            id="known-set"
            row
          >
            <TextField name="w-counted" label="What is counted" value={typed['w-counted']} width="m" />
            <TextField name="w-from" label="From" value={typed['w-from']} width="4" />
            <TextField name="w-to" label="To" value={typed['w-to']} width="4" />
            <TextField name="w-unit" label="In" value={typed['w-unit']} width="4" />
          </FieldSet>
          <TextField
            name="w-product"
            label="Or something that can be seen to be done"
            hint="For example: three observed calls, or passing the course."
            value={typed['w-product']}
          />
        </>
      )
    case 'when':
      return (
        <DateFields
          name="w-when"
          label="By when?"
          hint="For example, 29 1 2027"
          value={{
            day: typed['w-when-day'] ?? '',
            month: typed['w-when-month'] ?? '',
            year: typed['w-when-year'] ?? '',
          }}
        />
      )
    case 'help':
      return (
        <TextField
          name="w-help"
          label="With what help?"
          hint="Time, people or access you need. Leave it empty where you need none."
          value={typed['w-help']}
        />
      )
  }
}

function Ending(props: RewriteProps) {
  const { action, home, carried, typed, text, answers, at, today } = props
  const dated = carried['due-day'] || carried['due-month'] || carried['due-year']
  const due: Values =
    !dated && answers.when
      ? {
          'due-day': typed['w-when-day'] ?? '',
          'due-month': typed['w-when-month'] ?? '',
          'due-year': typed['w-when-year'] ?? '',
        }
      : {}
  const help: Values = carried.resources ? {} : { resources: answers.help }
  return (
    <>
      <Form action={home} label="The sentence">
        <Carried values={{ ...carried, ...due, ...help }} without={['text']} />
        <TextArea
          name="text"
          label="Objective"
          hint={text ? `You began with: ${text}` : undefined}
          rows={4}
          value={compose(text, answers, today)}
        />
        <Buttons flush>
          <Button name="do" value="use-words">
            Use this sentence
          </Button>
        </Buttons>
      </Form>
      <div class="mt3" />
      <Form action={action} label="Back">
        <Carried values={{ ...carried, ...typed }} without={['w-at']} />
        <Hidden name="w-at" value={at} />
        <Buttons>
          <Button kind="secondary" name="do" value="back">
            Back to the questions
          </Button>
        </Buttons>
      </Form>
      <Leave {...props} />
    </>
  )
}

function Sofar(props: { text: string; answers: Answers; today: Day; whole: boolean }) {
  const { text, answers, today, whole } = props
  const reading = readComposed(text, answers, today)
  if (reading.text === '') return <div />
  return (
    <aside class="stick" aria-labelledby="h-sofar">
      {!whole && (
        <Panel>
          <p class="s mut">Your sentence so far</p>
          <p>{reading.text}</p>
        </Panel>
      )}
      <div class={whole ? undefined : 'mt4'}>
        <SectionHead id="h-sofar" title="How its words read" fact={summaryOf(reading)} />
        <div dangerouslySetInnerHTML={{ __html: renderReading(reading) }} />
      </div>
    </aside>
  )
}
