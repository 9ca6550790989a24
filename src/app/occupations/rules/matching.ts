import type { Id } from '../../../kernel/id.ts'
import { beginning, isOneTerm, meaningsIn, plainly, saysNothing } from './terms.ts'

/** A competency, as far as its words are compared. */
export type Compared = {
  competencyId: Id
  title: string
  statement: string
  words: readonly string[]
  levels: readonly { anchor: string }[]
}

/** A competency that a skill may be related to, and the words of the skill that speak for it, the weightiest first. */
export type Match = { competencyId: Id; strength: number; strong: boolean; because: string[] }

/** What a meaning weighs by where a competency has it; and a phrase that its author named, by itself. */
const WEIGHT = { title: 1, named: 0.65, statement: 0.45, anchors: 0.15, phrase: 0.3 }

/** Strength from which on a match is shown first, and from which on it is worth a look; found by `bench/occupations.ts`. */
const STRONG = 0.5
const WORTH_A_LOOK = 0.35

/** Of the strength of the strongest: what is weaker is no strong match beside it. */
const BESIDE = 0.5

const AT_MOST = 3
/** Words that are said to speak for a match, and of its strength what each adds at least. */
const WORDS_SAID = 4
const ADDS = 0.1

/** Words of a description from which on it speaks by itself. */
const IN_COMMON = 2

/** A text is taken for no shorter than this: of few words each says less than it seems to. */
const SHORTEST = { title: 1, description: 2 }

type Profile = { competencyId: Id; weights: ReadonlyMap<string, number>; phrases: readonly string[] }
type Profiles = { profiles: readonly Profile[]; rarity: (meaning: string) => number }

const read = new WeakMap<readonly Compared[], Profiles>()

/** The meanings of each competency with their weights, and how rare each is among all: 0 everywhere, 1 in one or none. */
function profilesOf(competencies: readonly Compared[]): Profiles {
  const before = read.get(competencies)
  if (before) return before
  const all = competencies.map(profileOf)
  const having = new Map<string, number>()
  for (const { weights } of all)
    for (const [meaning, weight] of weights) having.set(meaning, (having.get(meaning) ?? 0) + weight)
  const many = competencies.length + 1
  const rarity = (meaning: string) =>
    Math.max(0, 1 - Math.log(Math.max(1, having.get(meaning) ?? 1)) / Math.log(many))
  const profiles = all.map((profile) => ({
    ...profile,
    weights: new Map(
      [...profile.weights].map(([meaning, weight]) => [meaning, weight * rarity(meaning) ** 2]),
    ),
  }))
  read.set(competencies, { profiles, rarity })
  return { profiles, rarity }
}

function profileOf({ competencyId, title, statement, words, levels }: Compared): Profile {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const meaning of meaningsIn(text).keys())
      weights.set(meaning, Math.max(weights.get(meaning) ?? 0, weight))
  }
  add(title, WEIGHT.title)
  for (const word of words) if (isOneTerm(word)) add(word, WEIGHT.named)
  add(statement, WEIGHT.statement)
  add(levels.map(({ anchor }) => anchor).join(' '), WEIGHT.anchors)
  return { competencyId, weights, phrases: words.filter((word) => !saysNothing(word)) }
}

/** What of a text speaks for a competency: words with their weights. */
function spoken(plain: string, meanings: ReadonlyMap<string, string>, { weights, phrases }: Profile) {
  const found = new Map<string, number>()
  for (const [meaning, said] of meanings) {
    const weight = weights.get(meaning) ?? 0
    if (weight > 0) found.set(said, weight)
  }
  for (const phrase of phrases) {
    const said = beginning(plain, phrase)
    if (said !== null && !saysNothing(said)) found.set(said, Math.max(WEIGHT.phrase, found.get(said) ?? 0))
  }
  return found
}

/**
 * The competencies that a skill of a classification may be related to, strongest first, three at most. Words are compared
 * by their meaning (`terms.ts`); a meaning weighs more the rarer it is among the competencies, and more in a title than in
 * a statement, and there more than in an anchor. Label and description count alike, each against its own length, so that
 * one word of a short label says more than one of a long description; where the label says nothing, one word of the
 * description is not enough. A proposal only: a person decides.
 * Source: mission.md B2; words weighed by rarity over the length of the text: Salton and Buckley 1988, of whose cosine this
 * leaves out the length of the competency.
 */
export function matchesFor(
  { title, description }: { title: string; description: string },
  competencies: readonly Compared[],
): Match[] {
  const { profiles, rarity } = profilesOf(competencies)
  const byTitle = meaningsIn(title)
  const byText = new Map([...meaningsIn(description)].filter(([meaning]) => !byTitle.has(meaning)))
  const lengthOf = (meanings: ReadonlyMap<string, string>, shortest: number) =>
    Math.max(shortest, Math.hypot(...[...meanings.keys()].map(rarity)))
  const [short, long] = [lengthOf(byTitle, SHORTEST.title), lengthOf(byText, SHORTEST.description)]
  const [label, text] = [plainly(title), plainly(description)]
  const found = profiles
    .flatMap((profile): Omit<Match, 'strong'>[] => {
      const inLabel = spoken(label, byTitle, profile)
      const inText = [...spoken(text, byText, profile)].filter(([word]) => !inLabel.has(word))
      if (inLabel.size === 0 && inText.length < IN_COMMON) return []
      const spoke = [
        ...[...inLabel].map(([word, weight]) => ({ word, weight: weight / short })),
        ...inText.map(([word, weight]) => ({ word, weight: weight / long })),
      ].sort((a, b) => b.weight - a.weight)
      const strength = spoke.reduce((sum, { weight }) => sum + weight, 0)
      const because = spoke.filter(({ weight }) => weight >= strength * ADDS).map(({ word }) => word)
      return [{ competencyId: profile.competencyId, strength, because: because.slice(0, WORDS_SAID) }]
    })
    .filter(({ strength }) => strength >= WORTH_A_LOOK)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, AT_MOST)
  const least = Math.max(STRONG, (found[0]?.strength ?? 0) * BESIDE)
  return found.map((match) => ({ ...match, strong: match.strength >= least }))
}
