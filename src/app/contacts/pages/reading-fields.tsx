import type { Refusal } from '../../../kernel/outcome.ts'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Cards, Section } from '../../../ui/section.tsx'
import type { Considered } from '../considering.ts'
import { NO_COLUMN, roleField } from '../rules/answering.ts'
import type { Decision, Question } from '../rules/questions.ts'
import { CHOICES, headerChoices } from './check-words.ts'

type Typed = {
  considered: Considered
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

/** Every decision about how a file is read, and every question that only a person can answer. */
export function HowItIsRead({ considered, values, refusals }: Typed) {
  const { decisions, questions } = considered.proposal
  const open = new Set(questions.map(({ key }) => key))
  return (
    <Section id="read" title="How it was read" fact="Found in the file. Change what is wrong">
      {questions.map((question) => (
        <Asked key={question.key + question.role} question={question} values={values} refusals={refusals} />
      ))}
      <Cards>
        {!open.has('encoding') && (
          <Decided
            typed={values}
            name="encoding"
            label="Encoding"
            found={decisions.encoding}
            options={CHOICES.encoding}
          />
        )}
        <Decided
          typed={values}
          name="delimiter"
          label="Separator"
          found={{
            ...decisions.delimiter,
            value: decisions.delimiter.value === '\t' ? 'tab' : decisions.delimiter.value,
          }}
          options={CHOICES.delimiter}
        />
        {!open.has('dateOrder') && (
          <Decided
            typed={values}
            name="dateOrder"
            label="Date order"
            found={decisions.dateOrder}
            options={CHOICES.dateOrder}
          />
        )}
        <Decided
          typed={values}
          name="headerLine"
          label="Headings"
          found={decisions.headerLine}
          options={headerChoices(decisions.headerLine.value)}
        />
        {!open.has('decimal') && (
          <Decided
            typed={values}
            name="decimal"
            label="Decimal mark"
            found={decisions.decimal}
            options={CHOICES.decimal}
          />
        )}
        {!open.has('grain') && (
          <Decided
            typed={values}
            name="grain"
            label="What a row is"
            found={decisions.grain}
            options={CHOICES.grain}
          />
        )}
        {!open.has('ratingMax') && (
          <Decided
            typed={values}
            name="ratingMax"
            label="Scale of the scores"
            found={decisions.ratingMax}
            options={CHOICES.ratingMax}
          />
        )}
      </Cards>
    </Section>
  )
}

/** A decision with how it came about. What the file leaves nothing to decide about is not shown. */
function Decided(props: {
  typed: Readonly<Record<string, string>>
  name: string
  label: string
  found: Decision<string | number | null>
  options: readonly { value: string; text: string }[]
}) {
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
  question: Question
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { question, values, refusals } = props
  const { key, role, choices, because } = question
  const name = role ? roleField(role) : key
  const error = errorFor(refusals, name)
  const given = values[name] ?? null
  const all =
    role === 'person'
      ? [...choices, { value: NO_COLUMN, label: 'None: the contacts count for nobody' }]
      : choices
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
