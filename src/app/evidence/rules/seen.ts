import { fromLines, toLines } from './lines.ts'

/** What an observer saw of one competency: the anchor nearest to what was done, as it was worded then, and in which words. */
export type SeenOf = {
  /** The competency as it was called: "CS-07 Handling complaints". */
  competency: string
  /** 1 to 5; null where the observer chose no line. */
  level: number | null
  anchor: string
  words: string
}

export const seenText = (seen: readonly SeenOf[]): string =>
  toLines(
    seen.map(({ competency, level, anchor, words }) => [
      competency,
      level ? String(level) : '',
      anchor,
      words,
    ]),
  )

/** What `seenText` wrote, read again. */
export const seenLines = (text: string | undefined): SeenOf[] =>
  fromLines(text, 4).map(([competency = '', level = '', anchor = '', words = '']) => ({
    competency,
    level: /^[1-5]$/.test(level) ? Number(level) : null,
    anchor,
    words,
  }))

/** A competency as far as an observation form is built from it. */
type Anchored = { code: string; title: string; levels: readonly { level: number; anchor: string }[] }

/** What was seen of competencies, worded as their anchors are today. Source: mission.md A15. */
export function seenOf(
  noted: readonly { competency: Anchored; level: number | null; words: string }[],
): SeenOf[] {
  return noted
    .filter(({ level }) => level !== null)
    .map(({ competency, level, words }) => ({
      competency: `${competency.code} ${competency.title}`,
      level,
      anchor: competency.levels.find((one) => one.level === level)?.anchor ?? '',
      words,
    }))
}
