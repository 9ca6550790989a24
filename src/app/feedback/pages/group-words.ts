import { count } from '../../../kernel/text.ts'
import type { Group, OtherGroup } from '../feedback.ts'
import { GROUP_WORDS } from '../rules/asking.ts'

/** A group as a heading names it. */
export const GROUP_NAMES: Record<Group, string> = {
  self: 'Self',
  leader: 'Team leader',
  peers: 'Peers',
  reports: 'People they lead',
  customers: 'Customers and others outside',
}

/** "5 peers", "1 person they lead". */
export function membersWords(group: OtherGroup, n: number): string {
  const { one, many } = GROUP_WORDS[group]
  return count(n, one, many)
}
