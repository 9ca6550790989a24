import type { Refusal } from '../../../kernel/outcome.ts'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { RESPONSIBILITY_CHOICES } from '../../roles/roles.ts'

/** How much a role answers for. */
export function ResponsibilityField(props: { value: string; refusals: readonly Refusal[] }) {
  return (
    <Choices
      name="responsibility"
      label="What does the role answer for?"
      value={props.value}
      error={errorFor(props.refusals, 'responsibility')}
      choices={RESPONSIBILITY_CHOICES}
    />
  )
}
