import { type Day, longDay } from '../../../kernel/day.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'

/** The address of a link that was made just now: shown once, to be handed over. */
export function LinkPage(props: { name: string; address: string; endsOn: Day; back: string }) {
  const { name, address, endsOn, back } = props
  return (
    <div class="form">
      <TextField
        name="link"
        label={`Link for ${name}`}
        hint={`Works once, until ${longDay(endsOn)}. It is shown now and not again: copy all of it.`}
        value={address}
        readonly
      />
      <p class="s ink2">
        Send it to {name} alone. Whoever opens it can answer in their name, so an assessor may ask them
        afterwards.
      </p>
      <Buttons>
        <ButtonLink href={back}>Back to who was asked</ButtonLink>
      </Buttons>
    </div>
  )
}
