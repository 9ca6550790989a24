import type { Id } from '../../../kernel/id.ts'
import type { Waiting } from './waiting.ts'

/** One thing that waits because something happened. */
export type OfCause = {
  /** What it is about: an objective, or a person. */
  of: string
  /** Such as " of Amara Okafor"; '' where that is plain. */
  whose: string
  /** Whose it is. */
  who: Id
  /** What happened. */
  words: string
  /** Whether it happened to many at once, such as a priority of the organisation that has changed. */
  wide: boolean
  waiting: Waiting
}

/**
 * One thing that waits for each thing that happened on a day: alone as it is, several of one cause as one, with the place of
 * each. Source: mission.md A10.
 * @param titleOf the title of several, of so many people
 */
export function byCause(
  all: readonly OfCause[],
  titleOf: (these: readonly OfCause[], people: number) => string,
): Waiting[] {
  const groups = Map.groupBy(all, ({ who, words, wide, waiting }) =>
    [waiting.since, wide ? '' : who, words].join(' '),
  )
  return [...groups.values()].flatMap((these): Waiting[] => {
    const [first] = these
    if (!first) return []
    if (these.length === 1) return [first.waiting]
    const people = new Set(these.map(({ who }) => who)).size
    const { since, href } = first.waiting
    const each = these.map(({ of, whose, waiting }) => ({ text: `${of}${whose}`, href: waiting.href }))
    return [
      {
        title: titleOf(these, people),
        why: `${first.words}.`,
        since,
        by: null,
        ...(people > 1 ? { href: '', each } : { href }),
      },
    ]
  })
}
