import type { Refusal } from '../../../kernel/outcome.ts'
import { SHARINGS, type Sharing } from '../../../kernel/sharing.ts'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { SHARING_NAMES } from '../../assessments/assessments.ts'

/** Who else reads a record. */
export function SharingTag({ sharing }: { sharing: Sharing }) {
  return sharing === 'me' ? <OnlyYou /> : <Tag>{SHARING_NAMES[sharing].tag}</Tag>
}

/** Says who may read a record. */
export function SharingField(props: { value: string; refusals: readonly Refusal[] }) {
  return (
    <Choices
      name="sharing"
      label="Who may read it?"
      value={props.value}
      error={errorFor(props.refusals, 'sharing')}
      choices={SHARINGS.map((one) => ({
        value: one,
        text: SHARING_NAMES[one].choice,
        hint: SHARING_NAMES[one].hint,
      }))}
    />
  )
}
