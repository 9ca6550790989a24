import type { ComponentChildren } from 'preact'
import { described, FieldError, type FieldProps, Hint } from './field.tsx'

/** A named group of fields that make one answer, such as "From" and "To". */
export function FieldSet(props: {
  legend: ComponentChildren
  hint?: ComponentChildren
  error?: string | null
  id?: string
  hideLegend?: boolean
  /** Fields beside each other. */
  row?: boolean
  children: ComponentChildren
}) {
  const { legend, hint, error, id, hideLegend, row, children } = props
  const about = [hint && id ? `${id}-hint` : '', error && id ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset class={error ? 'is-err' : undefined} id={id} aria-describedby={about || undefined}>
      <legend class={hideLegend ? 'vh' : undefined}>{legend}</legend>
      {hint && <Hint id={id && `${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={id && `${id}-error`}>{error}</FieldError>}
      {row ? <div class="inline mt2">{children}</div> : children}
    </fieldset>
  )
}

export type Choice = {
  value: string
  text: ComponentChildren
  /** What choosing it means for privacy or for the record. */
  hint?: ComponentChildren
  disabled?: boolean
}

/**
 * Up to seven answers, all shown. One may be chosen; with `many`, any number.
 * A link from the error summary leads to the first.
 */
export function Choices(
  props: FieldProps & {
    choices: readonly Choice[]
    /** The value chosen, or the values with `many`. */
    value?: string | readonly string[] | null
    many?: boolean
    /** Short answers beside each other. */
    row?: boolean
    /** In columns, as many as fit. */
    columns?: boolean
    children?: ComponentChildren
  },
) {
  const { name, label, hint, error, choices, value, many, row, columns, hideLabel, children } = props
  const { id } = described(props)
  const chosen = new Set(value == null ? [] : typeof value === 'string' ? [value] : value)
  const look = `choices${row ? ' choices-row' : ''}${columns ? ' choices-cols' : ''}`
  return (
    <FieldSet legend={label} hint={hint} error={error} id={`${id}-set`} hideLegend={hideLabel}>
      <div class={look}>
        {choices.map((choice, index) => (
          <label class="choice" key={choice.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              id={index === 0 ? id : undefined}
              checked={chosen.has(choice.value)}
              disabled={choice.disabled}
            />
            <span class="l">{choice.text}</span>
            {choice.hint && <span class="hint">{choice.hint}</span>}
          </label>
        ))}
      </div>
      {children}
    </FieldSet>
  )
}

/** One yes-or-no answer. The form sends `value` ("yes" where left out) when it is ticked and nothing otherwise. */
export function Tick(props: {
  name: string
  text: ComponentChildren
  hint?: ComponentChildren
  checked?: boolean
  value?: string
  disabled?: boolean
  id?: string
}) {
  const { name, text, hint, checked, value = 'yes', disabled } = props
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={described(props).id}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
      />
      <span class="l">{text}</span>
      {hint && <span class="hint">{hint}</span>}
    </label>
  )
}

/** What was typed into the three boxes of a date, kept as typed. */
export type TypedDate = { day: string; month: string; year: string }

/** The three boxes that show a day such as `2027-01-29`; three empty ones for null. */
export function typedDate(day: string | null | undefined): TypedDate {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/**
 * A date in three number boxes. The form sends `NAME-day`, `NAME-month` and `NAME-year`.
 * @param value what was typed, or a day `YYYY-MM-DD`
 */
export function DateFields(props: FieldProps & { value?: TypedDate | string | null }) {
  const { name, label, hint, error, value, smart, hideLabel } = props
  const { id } = described(props)
  const typed = typeof value === 'object' && value ? value : typedDate(value)
  const box = (part: keyof TypedDate, text: string) => (
    <div>
      <label for={part === 'day' ? id : `${id}-${part}`}>{text}</label>
      <input
        class={part === 'year' ? 'in w-4' : 'in w-2'}
        id={part === 'day' ? id : `${id}-${part}`}
        name={`${name}-${part}`}
        value={typed[part] || undefined}
        inputMode="numeric"
        autocomplete="off"
        data-smart-field={smart && `${smart}-${part}`}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
  return (
    <FieldSet legend={label} hint={hint} error={error} id={`${id}-set`} hideLegend={hideLabel} row>
      {box('day', 'Day')}
      {box('month', 'Month')}
      {box('year', 'Year')}
    </FieldSet>
  )
}
