import type { ComponentChildren } from 'preact'

/** The id of a field's first control, and so where an error summary leads: "f-" and its name. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`
}

/** How wide an answer looks: two figures, four figures, a few words, a line; whole width where left out. */
export type Width = '2' | '4' | 'm' | 'l'

/** What every field has. An error's words are the same here and in the summary. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | null
  /** Where one page has the same name twice. */
  id?: string
  /** What the field says to the reading of an objective: "target", "due", "resources". */
  smart?: string
  /** The label is only for those who hear it (a cell of a table, a lone search box). */
  hideLabel?: boolean
}

type Described = { id: string; hintId?: string; errorId?: string; describedBy?: string }

/** The ids a control needs, and what `aria-describedby` names. */
export function described(props: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error'>): Described {
  const id = props.id ?? fieldId(props.name)
  const hintId = props.hint ? `${id}-hint` : undefined
  const errorId = props.error ? `${id}-error` : undefined
  return { id, hintId, errorId, describedBy: [hintId, errorId].filter(Boolean).join(' ') || undefined }
}

export function Hint({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="hint" id={id}>
      {children}
    </p>
  )
}

export function FieldError({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="err" id={id}>
      <span>
        <span class="vh">Error: </span>
        {children}
      </span>
    </p>
  )
}

function Frame({ props, children }: { props: FieldProps; children: ComponentChildren }) {
  const { id, hintId, errorId } = described(props)
  return (
    <div class={props.error ? 'field is-err' : 'field'}>
      <label for={id} class={props.hideLabel ? 'vh' : undefined}>
        {props.label}
      </label>
      {props.hint && <Hint id={hintId}>{props.hint}</Hint>}
      {props.error && <FieldError id={errorId}>{props.error}</FieldError>}
      {children}
    </div>
  )
}

const inputClass = (width?: Width) => (width ? `in w-${width}` : 'in')

type InputProps = FieldProps & {
  value?: string | number | null
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel'
  width?: Width
  /** Such as "username" or "current-password". */
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'text'
  maxlength?: number
  readonly?: boolean
  disabled?: boolean
}

/** One line of text. (`as 'text'`: Preact types the attributes of each input type apart; ours are common to these.) */
export function TextField(props: InputProps) {
  const {
    name,
    value,
    type = 'text',
    width,
    autocomplete,
    inputmode,
    maxlength,
    readonly,
    disabled,
    smart,
    error,
  } = props
  const { id, describedBy } = described(props)
  return (
    <Frame props={props}>
      <input
        class={inputClass(width)}
        id={id}
        name={name}
        type={type as 'text'}
        value={value ?? undefined}
        autocomplete={autocomplete}
        inputMode={inputmode}
        maxLength={maxlength}
        readOnly={readonly}
        disabled={disabled}
        data-smart-field={smart}
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
      />
    </Frame>
  )
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & {
    value?: string | null
    rows?: number
    maxlength?: number
    readonly?: boolean
  },
) {
  const { name, value, rows = 3, maxlength, readonly, smart, error } = props
  const { id, describedBy } = described(props)
  return (
    <Frame props={props}>
      <textarea
        class="in"
        id={id}
        name={name}
        rows={rows}
        maxLength={maxlength}
        readOnly={readonly}
        data-smart-field={smart}
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
      >
        {value ?? ''}
      </textarea>
    </Frame>
  )
}

export type Option = { value: string; text: string; disabled?: boolean }

/** One of many, where there are more than seven: otherwise use Choices. */
export function Select(
  props: FieldProps & {
    options: readonly Option[]
    value?: string | null
    width?: Width
    disabled?: boolean
  },
) {
  const { name, options, value, width, disabled, smart, error } = props
  const { id, describedBy } = described(props)
  return (
    <Frame props={props}>
      <select
        class={inputClass(width)}
        id={id}
        name={name}
        disabled={disabled}
        data-smart-field={smart}
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === (value ?? '')}
            disabled={option.disabled}
          >
            {option.text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** A figure with its unit in the field: "26 %". */
export function UnitField(props: FieldProps & { value?: string | number | null; unit: string }) {
  const { name, value, unit, smart, error } = props
  const { id, describedBy } = described(props)
  return (
    <Frame props={props}>
      <div class="unit">
        <input
          class="in"
          id={id}
          name={name}
          value={value ?? undefined}
          inputMode="decimal"
          autocomplete="off"
          data-smart-field={smart}
          aria-describedby={describedBy}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{unit}</span>
      </div>
    </Frame>
  )
}

/**
 * A file. `limitMegabytes` is said beside the field by the browser when a chosen file is larger; `camera` has a
 * telephone open its camera.
 */
export function FileField(
  props: FieldProps & { accept?: string; multiple?: boolean; limitMegabytes?: number; camera?: boolean },
) {
  const { name, accept, multiple, limitMegabytes, camera, error } = props
  const { id, describedBy } = described(props)
  return (
    <Frame props={props}>
      <input
        class="in"
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        capture={camera ? 'environment' : undefined}
        data-limit={limitMegabytes}
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
      />
    </Frame>
  )
}
