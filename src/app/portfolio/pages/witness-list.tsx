import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { type Witness, WitnessTable } from '../../testimony/testimony.ts'

/** The witness signatory list, at the front of the account; nothing where nobody has answered. Source: domain.md 1.7. */
export function WitnessList(props: {
  personId: Id
  witnesses: readonly Witness[]
  /** Whether the reader may know how they are reached. */
  contacts: boolean
  today: Day
}) {
  if (props.witnesses.length === 0) return null
  return (
    <Section
      id="witnesses"
      title="Witnesses and customers who answered"
      fact={<a href={paths.witnesses(props.personId)}>The list on its own</a>}
    >
      <WitnessTable {...props} />
    </Section>
  )
}
