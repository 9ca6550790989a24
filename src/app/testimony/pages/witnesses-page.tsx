import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { paths } from '../../paths.ts'
import type { Witness } from '../testimony.ts'
import { WitnessTable } from './witness-table.tsx'

/** The witness signatory list of one person. */
export function WitnessesPage(props: {
  personId: Id
  witnesses: readonly Witness[]
  contacts: boolean
  today: Day
}) {
  const { personId, witnesses, contacts, today } = props
  return (
    <>
      {witnesses.length > 0 ? (
        <WitnessTable personId={personId} witnesses={witnesses} contacts={contacts} today={today} />
      ) : (
        <Empty
          title="Nobody has answered yet"
          belongs="Everybody who answers by a link is listed here, with what they are to the person and the item that holds their words."
          helps="An assessor checks by this list that the words are theirs."
          action={
            <ButtonLink kind="secondary" small href={paths.testimony(personId)}>
              Who was asked
            </ButtonLink>
          }
        />
      )}
      <p class="s mut mt4">
        {contacts
          ? 'How they can be reached is for checking alone. The person whose work it is does not see it.'
          : 'How they can be reached is shown to the team leader, the assessor and the quality assurer alone.'}
      </p>
      <Guide
        good="Several people in different places, each of whom saw something else, and an assessor has rung one or two of them."
        mistake="To rest on testimony alone. It supports what was observed, counted or made, and takes the place of none of it."
        example="A supervisor says what was promised at the counter on 3 November; the record of the case shows that the promise was kept."
      />
    </>
  )
}
