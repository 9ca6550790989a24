import { Guide } from '../../../ui/guide.tsx'
import type { Considered } from '../considering.ts'
import { CheckForm, type CheckState } from './check-form.tsx'
import { CHOICES } from './check-words.ts'
import { LooksRight } from './looks-right.tsx'
import { commonWays } from './ways.ts'

type CheckProps = CheckState & {
  considered: Considered
  action: string
  /** Names in the file that nobody was matched to yet. */
  newNames: readonly string[]
}

/** How a file of contacts is read, with why, before anything is loaded. */
export function CheckPage({ considered, newNames, ...state }: CheckProps) {
  const { proposal, name, known } = considered
  return (
    <>
      <CheckForm
        {...state}
        {...proposal}
        name={name}
        known={known}
        ways={waysOf(proposal)}
        nobody="None: the contacts count for nobody"
        roles={CHOICES.roles}
        saved={{
          label: 'Name of this mapping',
          isNew:
            'A file with the same headings is then read this way without asking. The report says which mapping was used.',
        }}
      >
        <LooksRight considered={considered} newNames={newNames} />
      </CheckForm>
      <div class="mt5">
        <Guide
          good="You have looked at five rows and at what stands out, and every column that says something is named."
          mistake="Loading a file whose satisfaction scores the adviser typed in, or whose “resolved” nobody checks, and calling the figure the customer’s word."
          example="A telephone export gave a score for every answered call. The team asked who gives it, learned that advisers key it in, and left the column out."
        />
      </div>
    </>
  )
}

function waysOf({ decisions }: Considered['proposal']) {
  const { grain, ratingMax } = decisions
  return [
    ...commonWays(decisions),
    { name: 'grain', label: 'What a row is', found: grain, options: CHOICES.grain },
    { name: 'ratingMax', label: 'Scale of the scores', found: ratingMax, options: CHOICES.ratingMax },
  ]
}
