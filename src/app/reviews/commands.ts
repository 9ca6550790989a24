import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import { count } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Command } from '../command.ts'
import { listPeople, type Person } from '../people/people.ts'
import { type Rhythm, rhythmFor } from './reviews.ts'

type Due = { person: Person; rhythm: Rhythm }

/** The most pressing first. */
const DUE: readonly Rhythm['state'][] = ['stale', 'overdue', 'due soon']

export const commands: Command[] = [
  {
    words: ['reviews', 'due'],
    usage: 'reviews due [--org NAME] [--json]',
    options: {},
    needs: 'organisation',
    async run({ house, orgId, today, answer }) {
      const due = await house.db.inOrg(orgId, (tx) => dueIn(tx, today), { readOnly: true })
      answer(due.map(documentOf), due.map(lineOf).join('\n') || 'No review is due within 14 days.')
      return 0
    },
  },
]

/** Whose review is due, read with the eyes of whoever leads them: the most pressing first, then the longest without one. */
async function dueIn(tx: OrgTx, today: Day): Promise<Due[]> {
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const all = await Promise.all(
    people.map(async (person): Promise<Due> => {
      const { personId, leaderId } = person
      const viewer: Actor = {
        orgId: tx.orgId,
        personId: leaderId ?? '',
        name: '',
        standings: [],
        leads: [personId],
        assesses: [],
      }
      return { person, rhythm: await rhythmFor(tx, personId, viewer, today) }
    }),
  )
  return all
    .filter(({ rhythm }) => DUE.includes(rhythm.state))
    .sort((a, b) => pressing(a) - pressing(b) || ((a.rhythm.since ?? '') < (b.rhythm.since ?? '') ? -1 : 1))
}

const pressing = ({ rhythm }: Due) => DUE.indexOf(rhythm.state)

const documentOf = ({ person, rhythm }: Due) => ({
  person: person.name,
  leader: person.leader,
  state: rhythm.state,
  since: rhythm.since,
  weeks: rhythm.weeks,
  next: rhythm.nextOn,
})

function lineOf({ person, rhythm: { state, since, weeks, nextOn, reviewed } }: Due): string {
  const last =
    since && `${reviewed ? 'last reviewed' : 'agreed'} ${plainDay(since)}, ${count(weeks, 'week')} ago`
  return `${person.name}: ${state}; ${last}; next ${nextOn ? plainDay(nextOn) : 'not booked'}`
}
