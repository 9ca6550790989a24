import { addDays, type Day, plainDay } from '../../../kernel/day.ts'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { oldestFirst, SOON_DAYS, type Waiting } from '../rules/waiting.ts'
import type { Member } from '../team.ts'
import { waitingRow } from './rows.tsx'

const MOST = 8

type DueIn = { members: readonly Member[]; readerId: string; today: Day }

/**
 * Open actions of a team that are due soon, and those of the reader and of others that are late. What is late with the
 * person themself is theirs first: it comes to their leader as something that waits.
 */
export function dueIn({ members, readerId, today }: DueIn): (Waiting & { mine: boolean })[] {
  const until = addDays(today, SOON_DAYS)
  return members.flatMap(({ person, objectives }) =>
    objectives
      .filter(({ state }) => state !== 'closed')
      .flatMap(({ objectiveId, ref, actions }) =>
        actions
          .filter(({ state, by }) => state === 'planned' && by !== null && by <= until)
          .filter(({ by, owner, ownerId }) => {
            const theirs = ownerId === null ? owner === '' : ownerId === person.personId
            return !theirs || (by ?? today) >= today
          })
          .map(({ what, by, owner, ownerId }) => {
            const mine = ownerId === readerId
            const who = mine ? 'You' : ownerId === person.personId || !owner ? person.name : owner
            return {
              title: what,
              why: who === person.name ? `${who}, for ${ref}` : `${who}, for ${ref} of ${person.name}`,
              href: paths.objective(person.personId, objectiveId),
              since: by,
              by,
              mine,
            }
          }),
      ),
  )
}

/** Actions that are due, the oldest first. */
export function ActionsDue(props: DueIn) {
  const { today } = props
  const due = dueIn(props)
  return (
    <Section id="actions" title="Actions due" fact={`To ${plainDay(addDays(today, SOON_DAYS))}`}>
      {due.length === 0 ? (
        <p class="s ink2">No action is due in the next {SOON_DAYS} days.</p>
      ) : (
        <Rows
          items={oldestFirst(due)
            .slice(0, MOST)
            .map((one) => waitingRow(one, today))}
        />
      )}
      {due.length > MOST && <p class="s mut mt3">And {due.length - MOST} more, due later than these.</p>}
    </Section>
  )
}
