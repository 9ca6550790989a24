import { count } from '../../../kernel/text.ts'
import type { LevelMark } from '../../../ui/charts/level-strip.tsx'
import type { Group, Held, Reading, Shown } from '../feedback.ts'
import { levelOf, shownShort, shownWords } from '../rules/shown.ts'
import { GROUP_NAMES } from './group-words.ts'

const atAnEnd = ({ kind }: Shown) => kind === 'most at the top' || kind === 'most at the bottom'

/** "About 3.5. 4 answers"; "4, said by Ben Hughes". */
export function lineOf({ shown, anonymous, n, by, group }: Reading): string {
  const words = shownWords(shown)
  const said = words.charAt(0).toUpperCase() + words.slice(1)
  if (anonymous) return `${said}. ${count(n, 'answer')}`
  return by && group !== 'self' ? `${said}, said by ${by}` : said
}

/** The same for a cell of a table: "about 3.5 (n 4)", "4 (Grace Lim)". */
export function cellOf({ shown, anonymous, n, by, group }: Reading): string {
  if (anonymous) return `${shownShort(shown)} (n ${n})`
  return by && group !== 'self' && group !== 'leader' ? `${shownShort(shown)} (${by})` : shownShort(shown)
}

const LETTERS: Record<Group, string> = { self: 'S', leader: 'L', peers: 'P', reports: 'R', customers: 'C' }

export const letterOf = (group: Group) => LETTERS[group]

/** Where a reading stands on the strip, and what it is called for those who hear it. */
export function markOf(reading: Reading): LevelMark {
  const { group, shown, anonymous, n, by } = reading
  const value = levelOf(shown)
  if (group === 'self' || group === 'leader') return { source: group, value }
  const who = anonymous ? `${GROUP_NAMES[group]}, ${count(n, 'answer')}` : (by ?? GROUP_NAMES[group])
  const name = atAnEnd(shown) ? `${who}: ${shownWords(shown)}, drawn at` : who
  return { source: 'feedback', value, group: { letter: LETTERS[group], name } }
}

/** Why something is held back, and by which rule. */
export function heldWords({ why, threshold }: Held): string {
  if (why === 'fewer than k') return `Held back: fewer than ${threshold} answered.`
  if (why === 'fewer than k wrote') return `Held back: fewer than ${threshold} wrote something.`
  return 'Held back: some of the same people answered in an earlier round, so the difference would tell what few people said.'
}
