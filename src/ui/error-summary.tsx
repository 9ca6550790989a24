import type { Refusal } from '../kernel/outcome.ts'
import { fieldId } from './field.tsx'

/** The words of a field's error, or null. */
export function errorFor(refusals: readonly Refusal[], field: string): string | null {
  return refusals.find((refusal) => refusal.field === field)?.message ?? null
}

/**
 * Every reason why a form was not taken, at the top of the page, taking focus. Each leads to its field;
 * a refusal without one is only said. Nothing where there is none.
 */
export function ErrorSummary(props: {
  refusals: readonly Refusal[]
  title?: string
  level?: 2 | 3 | 4
  id?: string
  /** false where it is only an example. */
  focus?: boolean
}) {
  const { refusals, title = 'There is a problem', level = 2, id = 'problem', focus = true } = props
  if (refusals.length === 0) return null
  const Heading = `h${level}` as const
  return (
    <div class="errsum" role="alert" aria-labelledby={id} tabIndex={-1} autofocus={focus}>
      <Heading id={id}>{title}</Heading>
      <ul>
        {refusals.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  )
}
