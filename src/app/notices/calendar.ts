import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listRounds } from '../feedback/feedback.ts'
import { actorOf, findPerson, type Person } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { changesOf, type Entry, type Wanted } from './rules/entries.ts'
import { type Guest, listEntries, listGuests, saveChange, saveGuest } from './store/entries.ts'
import { saveNotice } from './store/notices.ts'

/**
 * Brings the entries of a person's calendar up to date, and has those told who are invited to a review that came, moved
 * or is off. Whoever has left has no calendar: what was to come is called off.
 */
export async function tendCalendar(tx: OrgTx, personId: Id, today: Day): Promise<void> {
  const acting = await actorOf(tx, personId)
  const wanted = acting ? await wantedOf(tx, acting.actor, today) : []
  const known = await listEntries(tx, personId, 'lock')
  for (const change of changesOf(known, wanted, today)) await saveChange(tx, personId, change)
  const over = new Set(
    wanted.flatMap(({ kind, source, over }) => (kind === 'review' && over ? [source] : [])),
  )
  await inviteGuests(tx, acting?.person ?? null, personId, today, over)
}

/** What a person's calendar should hold, as they themself may see it. */
async function wantedOf(tx: OrgTx, actor: Actor, today: Day): Promise<Wanted[]> {
  const { personId } = actor
  const plan = await planOf(tx, personId, actor, today)
  const open = plan.objectives.filter(
    ({ state, agreedOn, private: own }) => state !== 'closed' && (agreedOn !== null || own),
  )
  const rounds = (await listRounds(tx, personId, actor)).filter(({ state }) => state === 'open')
  return [
    ...plan.reviews.map(
      ({ number, day, held }): Wanted => ({ kind: 'review', source: String(number), day, over: held }),
    ),
    ...open.flatMap(({ objectiveId, due, actions }): Wanted[] => [
      ...(due ? [{ kind: 'objective' as const, source: objectiveId, day: due }] : []),
      ...actions.flatMap(({ actionId, by, state, ownerId }): Wanted[] =>
        by && state === 'planned' && (ownerId === null || ownerId === personId)
          ? [{ kind: 'action', source: actionId, day: by }]
          : [],
      ),
    ]),
    ...rounds.flatMap(({ roundId, closesOn }): Wanted[] =>
      closesOn ? [{ kind: 'feedback', source: roundId, day: closesOn }] : [],
    ),
  ]
}

/** Both who hold a review are invited to it; whoever holds it no longer is told that it is off for them. */
async function inviteGuests(
  tx: OrgTx,
  person: Person | null,
  personId: Id,
  today: Day,
  over: ReadonlySet<string>,
): Promise<void> {
  const leader = person?.leaderId ? await findPerson(tx, person.leaderId) : null
  const hosts = [person, leader].flatMap((one) =>
    one?.state === 'active' && one.email ? [one.personId] : [],
  )
  const coming = (one: Entry) => one.kind === 'review' && one.day >= today && !over.has(one.source)
  const entries = (await listEntries(tx, personId)).filter(coming)
  const guests = await listGuests(
    tx,
    entries.map(({ entryId }) => entryId),
  )
  for (const entry of entries) {
    const known = guests.filter(({ entryId }) => entryId === entry.entryId)
    const invited = entry.cancelledAt === null ? hosts : []
    const gone = known.filter((one) => !one.cancelled && !invited.includes(one.personId))
    // RFC 5546, 3.2.5: taking somebody off the list is a change, and counts as one.
    const moved = gone.length > 0 && entry.cancelledAt === null
    if (moved) await saveChange(tx, personId, { ...entry, cancelled: false })
    const sequence = entry.sequence + (moved ? 1 : 0)
    for (const { personId: guest } of gone) await tell(tx, entry, { guest, sequence, cancelled: true })
    for (const guest of invited) {
      const told = known.find((one) => one.personId === guest)
      if (!told || told.cancelled || told.sequence < sequence)
        await tell(tx, entry, { guest, sequence, cancelled: false })
    }
  }
}

async function tell(
  tx: OrgTx,
  { entryId, personId: aboutId, day }: Entry,
  { guest: personId, sequence, cancelled }: { guest: Id; sequence: number; cancelled: boolean },
): Promise<void> {
  const known: Guest = { entryId, personId, sequence, cancelled }
  await saveGuest(tx, known)
  const onceKey = `calendar ${entryId} ${sequence}${cancelled ? ' off' : ''}`
  await saveNotice(tx, { personId, kind: 'calendar', aboutId, recordId: entryId, day, onceKey })
}
