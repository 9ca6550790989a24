import type { Refusal } from '../../../kernel/outcome.ts'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Cards, Section } from '../../../ui/section.tsx'
import { NO_COLUMN, roleField } from '../rules/answering.ts'
import type { Decision, Question } from '../rules/questions.ts'
import { CHOICES, headerChoices } from './check-words.ts'

/** One way in which a file is read, how it came about, and what else it could be. */
export type Way = {
  name: string
  label: string
  found: Decision<string | number | null>
  options: readonly { value: string; text: string }[]
}

/** The ways in which any file of rows is read, whatever it holds. */
export function commonWays(decisions: {
  encoding: Decision<string>
  delimiter: Decision<string>
  dateOrder: Decision<string | null>
  headerLine: Decision<number>
  decimal: Decision<string | null>
}): Way[] {
  const { encoding, delimiter, dateOrder, headerLine, decimal } = decisions
  const tab = delimiter.value === '\t' ? { ...delimiter, value: 'tab' } : delimiter
  return [
    { name: 'encoding', label: 'Encoding', found: encoding, options: CHOICES.encoding },
    { name: 'delimiter', label: 'Separator', found: tab, options: CHOICES.delimiter },
    { name: 'dateOrder', label: 'Date order', found: dateOrder, options: CHOICES.dateOrder },
    { name: 'headerLine', label: 'Headings', found: headerLine, options: headerChoices(headerLine.value) },
    { name: 'decimal', label: 'Decimal mark', found: decimal, options: CHOICES.decimal },
  ]
}

/** Every decision about how a file is read, and every question that only a person can answer. */
export function HowItIsRead(props: {
  ways: readonly Way[]
  questions: readonly Question<string>[]
  /** What is said where no column shall name the person; null where one must. */
  nobody: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { ways, questions, values } = props
  const open = new Set<string>(questions.map(({ key }) => key))
  return (
    <Section id="read" title="How it was read" fact="Found in the file. Change what is wrong">
      {questions.map((question) => (
        <Asked key={question.key + question.role} {...props} question={question} />
      ))}
      <Cards>
        {ways
          .filter(({ name }) => !open.has(name))
          .map((way) => (
            <Decided key={way.name} typed={values} {...way} />
          ))}
      </Cards>
    </Section>
  )
}

/** A decision with how it came about. What the file leaves nothing to decide about is not shown. */
function Decided(props: Way & { typed: Readonly<Record<string, string>> }) {
  const { typed, name, label, found, options } = props
  if (found.value === null) return null
  const hint = found.how === 'proved' ? <ProvedWords words={found.because} /> : found.because
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      value={typed[name] ?? String(found.value)}
      options={options}
    />
  )
}

function ProvedWords({ words }: { words: string }) {
  return (
    <>
      <b class="b">Proved:</b> {words}
    </>
  )
}

function Asked(props: {
  question: Question<string>
  nobody: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { question, nobody, values, refusals } = props
  const { key, role, choices, because } = question
  const name = role ? roleField(role) : key
  const error = errorFor(refusals, name)
  const given = values[name] ?? null
  const all = role === 'person' && nobody ? [...choices, { value: NO_COLUMN, label: nobody }] : choices
  const field = { name, label: question.question, hint: because, error, value: given }
  return (
    <div class="panel panel-s mb5">
      {all.length > 7 ? (
        <Select
          {...field}
          options={[
            { value: '', text: 'Choose one' },
            ...all.map(({ value, label }) => ({ value, text: label })),
          ]}
        />
      ) : (
        <Choices {...field} choices={all.map(({ value, label }) => ({ value, text: label }))} />
      )}
    </div>
  )
}
