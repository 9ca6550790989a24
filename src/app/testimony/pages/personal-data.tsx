import { count } from '../../../kernel/text.ts'
import { Choices } from '../../../ui/choices.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/section.tsx'
import type { Found } from '../typed.ts'

/** What was found in the words above, each with what replaces it: ticked until somebody decides otherwise. */
export function PersonalData({ found, whose }: { found: readonly Found[]; whose: string }) {
  if (found.length === 0) return null
  return (
    <Panel>
      {found.map((one) => (
        <Hidden key={one.found} name="offered" value={one.found} />
      ))}
      <Choices
        name="redact"
        label={`${count(found.length, 'detail')} could identify ${whose}`}
        hint="Ticked ones are replaced before anybody reads them. Take a tick away where it is something else."
        many
        value={found.filter((one) => one.chosen).map((one) => one.found)}
        choices={found.map((one) => ({
          value: one.found,
          text: (
            <>
              <mark>{one.found}</mark> becomes <span class="nw">{one.becomes}</span>
            </>
          ),
          hint: one.mayBeName ? 'May be a name. You decide.' : undefined,
        }))}
      />
    </Panel>
  )
}
