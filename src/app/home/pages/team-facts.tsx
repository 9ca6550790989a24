import type { Day } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { Facts } from '../../../ui/facts.tsx'
import type { StaleThing } from '../../staleness/staleness.ts'
import type { Waiting } from '../rules/waiting.ts'
import type { Member } from '../team.ts'
import { dueIn } from './actions-due.tsx'

const firstName = ({ person }: Member) => person.name.split(' ')[0] ?? person.name
const namesOf = (members: readonly Member[]) =>
  members.length > 4
    ? `${members.slice(0, 3).map(firstName).join(', ')} and ${members.length - 3} more`
    : listing(members.map(firstName))

/** A team in four figures: reviews due, what has come to its leader, what waits for the reader. */
export function TeamFacts(props: {
  members: readonly Member[]
  readerId: string
  waiting: readonly Waiting[]
  stale: readonly StaleThing[]
  today: Day
}) {
  const { members, waiting, stale, today } = props
  const due = members.filter(({ rhythm }) => rhythm.state === 'due soon' || rhythm.state === 'overdue')
  const late = dueIn(props).filter(({ by }) => by !== null && by < today)
  const mine = late.filter((one) => one.mine).length
  return (
    <Facts
      facts={[
        { term: 'Reviews due in 14 days', value: due.length, detail: namesOf(due) || 'nobody' },
        {
          term: 'Stale plans',
          value: stale.filter(({ kind }) => kind === 'no review').length,
          detail: 'not reviewed in their rhythm',
        },
        {
          term: 'Actions late',
          value: late.length + stale.filter(({ kind }) => kind === 'action late').length,
          detail: mine > 0 ? `${mine} of them yours` : 'none of them yours',
        },
        { term: 'Waiting for you', value: waiting.length, detail: 'to agree, assess, sign or do' },
      ]}
    />
  )
}
