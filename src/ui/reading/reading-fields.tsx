import type { Refusal } from '../../kernel/outcome.ts'
import { NO_COLUMN, roleField } from '../../kernel/rows/answering.ts'
import type { Decision, Question } from '../../kernel/rows/decisions.ts'
import type { Encoding } from '../../kernel/rows/encoding.ts'
import { Choices } from '../choices.tsx'
import { errorFor } from '../error-summary.tsx'
import { type Option, Select } from '../field.tsx'
import { Cards, Section } from '../section.tsx'

/** One way in which a file is read, how it came about, and what else it could be. */
export type Way = {
  name: string
  label: string
  found: Decision<string | number | null>
  options: readonly { value: string; text: string }[]
}

const ENCODING_WORDS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO 8859-15',
  cp850: 'DOS 850',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big end first',
}

/** Values with what is said of each, to choose from. */
export const options = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** The lines that the headings can be on; 0: none. */
function headerChoices(line: number): Option[] {
  return [...new Set([1, 2, 3, 4, 5, line, 0])]
    .filter((one, at, all) => all.indexOf(one) === at)
    .map((one) => ({ value: String(one), text: one === 0 ? 'None' : `On line ${one}` }))
}

/** How the text of any file of rows is read, and where its headings are. A tab is sent as the word. */
export function textWays(decisions: {
  encoding: Decision<string>
  delimiter: Decision<string>
  headerLine: Decision<number>
}): { encoding: Way; delimiter: Way; headerLine: Way } {
  const { encoding, delimiter, headerLine } = decisions
  const tab = delimiter.value === '\t' ? { ...delimiter, value: 'tab' } : delimiter
  return {
    encoding: { name: 'encoding', label: 'Encoding', found: encoding, options: options(ENCODING_WORDS) },
    delimiter: {
      name: 'delimiter',
      label: 'Separator',
      found: tab,
      options: options({ ',': 'Comma ,', ';': 'Semicolon ;', tab: 'Tab', '|': 'Vertical bar |' }),
    },
    headerLine: {
      name: 'headerLine',
      label: 'Headings',
      found: headerLine,
      options: headerChoices(headerLine.value),
    },
  }
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
