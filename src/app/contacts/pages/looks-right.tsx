import { count } from '../../../kernel/text.ts'
import { LookedList } from '../../../ui/reading/looked-list.tsx'
import { Columns } from '../../../ui/section.tsx'
import type { Considered } from '../considering.ts'
import type { Note } from '../rules/looks.ts'

/** What a person can check at a glance before anything is loaded. */
export function LooksRight({
  considered,
  newNames,
}: {
  considered: Considered
  newNames: readonly string[]
}) {
  const { notes, reading } = considered.proposal
  const names =
    newNames.slice(0, 8).join(', ') + (newNames.length > 8 ? ` and ${newNames.length - 8} more` : '')
  const all: Note[] =
    reading === null || newNames.length === 0
      ? notes
      : [
          ...notes,
          {
            tone: 'warn',
            lead: `${count(newNames.length, 'name is', 'names are')} new:`,
            rest: `${names}. You match them after the load`,
          },
        ]
  if (all.length === 0)
    return <p class="ink2 mb5">Answer the questions above, and the file is read once more.</p>
  return (
    <Columns split="6-6">
      <LookedList notes={all.filter(({ tone }) => tone === 'good')} />
      <LookedList notes={all.filter(({ tone }) => tone === 'warn')} />
    </Columns>
  )
}
