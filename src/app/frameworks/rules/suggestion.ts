import type { Competency } from './competency.ts'

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()} `

/** The words of the text that begin with `word`, at the first place where they do; null where none does. */
function wordsBeginning(text: string, word: string): string | null {
  const at = text.indexOf(` ${word}`)
  return at < 0 ? null : text.slice(at + 1, text.indexOf(' ', at + 1 + word.length))
}

/** Words that say nothing of what a text is about. */
const EMPTY = new Set(
  `a about after all also am an and any are as at be because been before being but by can could customer customers day
   did do does done for from get go good got had has have he her him his how i if in into is it its just know let like
   made make many me more most much my need no not now of off on one only or other our out over own people put s say
   says she so some somebody than that the their them then there they thing things this those time to too two up us
   use very was way we well were what when where which while who why will with work would you your`.split(
    /\s+/,
  ),
)

/** A word without its commonest English endings, so that "waited" and "waiting" are one. */
export function stemOf(word: string): string {
  const stem = word
    .replace(/(?:’s|'s)$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed|(?<=\p{L}{4})ly|e)$/u, '')
  return stem.replace(/(?<=\p{L}{2})([bdgklmnprt])\1$/u, '$1')
}

const stemsOf = (text: string): Map<string, string> =>
  new Map(
    plain(text)
      .trim()
      .split(' ')
      .filter((word) => word.length > 2 && !EMPTY.has(word))
      .map((word) => [stemOf(word), word]),
  )

/** What the stems of a competency's title, statement and anchors weigh: the more, the fewer competencies have them. */
type Profile = { competency: Competency; weights: ReadonlyMap<string, number> }

const read = new WeakMap<readonly Competency[], readonly Profile[]>()

function profilesOf(competencies: readonly Competency[]): readonly Profile[] {
  const known = read.get(competencies)
  if (known) return known
  const all = competencies.map((competency) => {
    const { title, statement, levels } = competency
    const own = stemsOf([title, statement, ...levels.map(({ anchor }) => anchor)].join(' '))
    return { competency, own: new Set(own.keys()) }
  })
  const profiles = all.map(({ competency, own }) => ({
    competency,
    weights: new Map(
      [...own].map((stem) => [
        stem,
        Math.log(competencies.length / all.filter((each) => each.own.has(stem)).length),
      ]),
    ),
  }))
  read.set(competencies, profiles)
  return profiles
}

/** A word that the framework's author named counts as much as several of its descriptors' words. */
const NAMED = 3
/** The descriptors' words alone point at a competency from this weight on: two or three rare ones. */
const ENOUGH = 5

/** How near the strongest the others must come to be worth a reader's time. */
const NEAR = 0.25

/**
 * The competencies that a text points at, strongest first, then in the framework's own order; none where no word
 * speaks for one. A word that the competency names counts at the start of a word of the text ("apolog" finds
 * "apologised"), once each; words of its title, statement and anchors count by their stems, rare ones more.
 * A suggestion only: a person decides which competency a record is about. Source: mission.md A4.
 */
export function suggestedFor(
  text: string,
  competencies: readonly Competency[],
): { competency: Competency; because: string[] }[] {
  const searched = plain(text)
  const stems = stemsOf(text)
  return profilesOf(competencies)
    .map(({ competency, weights }) => {
      const named = competency.words.flatMap((word) => wordsBeginning(searched, word) ?? [])
      const described = [...stems].filter(([stem]) => weights.has(stem))
      const byWords = described.reduce((sum, [stem]) => sum + (weights.get(stem) ?? 0), 0)
      return {
        competency,
        because: [...new Set([...named, ...described.map(([, word]) => word)])],
        strength: new Set(named).size * NAMED + byWords,
        found: named.length > 0 || byWords >= ENOUGH,
      }
    })
    .filter(({ found }) => found)
    .sort((a, b) => b.strength - a.strength)
    .filter(({ strength }, _, [first]) => strength >= (first?.strength ?? 0) * NEAR)
    .map(({ competency, because }) => ({ competency, because }))
}
