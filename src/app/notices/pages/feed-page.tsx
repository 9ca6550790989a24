import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'

/** The address of a calendar that was made just now: shown once. */
export function FeedPage({ address, back }: { address: string; back: string }) {
  return (
    <div class="form">
      <TextField
        name="address"
        label="Address of your calendar"
        hint="It is shown now and not again: copy all of it. An address made before no longer works."
        value={address}
        readonly
      />
      <p class="s ink2">
        In your calendar program, choose to subscribe to a calendar by its address, and put this one in. Keep
        it to yourself: whoever has it sees the same days.
      </p>
      <Buttons>
        <ButtonLink href={back}>Back to your mail and calendar</ButtonLink>
      </Buttons>
    </div>
  )
}
