import type { QuestionKey, ReleasedReading } from './release.ts'
import { OPEN_QUESTIONS } from './round.ts'
import { LEAST, type Shown, showTogether } from './shown.ts'
import { type Chance, mixed, type PlayedRound, pick, play, type SomeRound } from './some-history.ts'

/**
 * What somebody finds who sees everything that every round ever shows, of everybody, with who was asked, who answered
 * which question, who signed, and every threshold: each promise that does not hold, in words. Nothing here knows how
 * `release` decides. Source: mission.md A11, adr 0006.
 */
export function attack(history: readonly SomeRound[], chance: Chance): string[] {
  const played = play(history)
  return [
    ...exchanged(history, played, chance),
    ...decidedByAnswers(history, played, chance),
    ...tooSmall(played),
    ...subtracted(played),
    ...pinned(played),
  ]
}

/** The members of a set as raters. */
const ratersOf = (members: readonly string[]) => members.map((mark) => mark.slice(mark.indexOf(':') + 1))

type Together = Extract<ReleasedReading, { kind: 'together' }>

const isTogether = (reading: ReleasedReading): reading is Together => reading.kind === 'together'

/** (1) Answers exchanged among the raters of every set that is shown change nothing that anybody sees. */
function exchanged(history: readonly SomeRound[], played: readonly PlayedRound[], chance: Chance): string[] {
  const other = history.map((round, index) => {
    const changed = { ...round, answers: [...round.answers] }
    for (const { question, members } of (played[index]?.released.readings ?? []).filter(isTogether)) {
      const at = changed.answers.flatMap(({ marks }, place) =>
        members.includes(marks[question] ?? '') ? [place] : [],
      )
      const from = mixed(chance, at).map((place) => changed.answers[place])
      for (const [turn, place] of at.entries()) {
        const [own, source] = [changed.answers[place], from[turn]]
        if (own && source) changed.answers[place] = exchange(own, source, question)
      }
    }
    return changed
  })
  return sameViews(played, play(other)) ? [] : ['an exchange of answers can be seen']
}

type SomeAnswer = SomeRound['answers'][number]

/** An answer with one question answered as another was, before the exchange. */
function exchange(own: SomeAnswer, source: SomeAnswer, question: QuestionKey): SomeAnswer {
  const open = OPEN_QUESTIONS.find((one) => one === question)
  return open
    ? { ...own, words: { ...own.words, [open]: source.words[open] } }
    : { ...own, levels: { ...own.levels, [question]: source.levels[question] ?? null } }
}

const viewsOf = (played: readonly PlayedRound[]) => JSON.stringify(played.map(({ released }) => released))

const sameViews = (one: readonly PlayedRound[], other: readonly PlayedRound[]) =>
  viewsOf(one) === viewsOf(other)

/** (5) Other answers to the same questions by the same people: the same is shown and held, of as many. */
function decidedByAnswers(
  history: readonly SomeRound[],
  played: readonly PlayedRound[],
  chance: Chance,
): string[] {
  const other = history.map((round) => ({
    ...round,
    answers: round.answers.map((answer) => ({
      ...answer,
      levels: Object.fromEntries(
        Object.entries(answer.levels).map(([id, level]) => [id, level === null ? null : pick(chance, 1, 5)]),
      ),
      words: {
        keep: answer.words.keep && `other ${pick(chance, 1, 9)}`,
        change: answer.words.change && `other ${pick(chance, 1, 9)}`,
      },
    })),
  }))
  const shapeOf = (all: readonly PlayedRound[]) =>
    JSON.stringify(
      all.map(({ released }) => [
        released.readings.map((reading) => ({ ...reading, shown: null })),
        released.texts.map(({ words: _, ...rest }) => rest),
      ]),
    )
  return shapeOf(played) === shapeOf(play(other)) ? [] : ['what is held depends on what was answered']
}

/** All that is shown of one question about one person: sets of raters with what was shown of each, and who was named. */
type Sight = {
  sets: { raters: string[]; threshold: number; shown: Shown | null }[]
  named: Map<string, number>
}

function sights(played: readonly PlayedRound[]): Sight[] {
  const found = new Map<string, Sight>()
  for (const { round, released } of played)
    for (const reading of released.readings) {
      if (reading.kind === 'held') continue
      const key = `${round.subject} ${reading.question}`
      const sight: Sight = found.get(key) ?? { sets: [], named: new Map() }
      found.set(key, sight)
      if (reading.kind === 'together')
        sight.sets.push({
          raters: ratersOf(reading.members),
          threshold: reading.threshold,
          shown: reading.shown,
        })
      else {
        const rater = round.answers.find(({ named }) => named === reading.request)?.rater ?? ''
        sight.named.set(rater, reading.shown.kind === 'level' ? reading.shown.level : 0)
      }
    }
  return [...found.values()]
}

const everybody = ({ sets, named }: Sight) => [
  ...new Set([...sets.flatMap(({ raters }) => raters), ...named.keys()]),
]

/** (2) Nothing in the Boolean algebra of the sets that are shown has fewer raters than the threshold, but who is named. */
function tooSmall(played: readonly PlayedRound[]): string[] {
  return sights(played).flatMap((sight) => {
    const { sets, named } = sight
    const atoms = new Map<string, string[]>()
    for (const rater of everybody(sight)) {
      if (named.has(rater)) continue
      const inside = sets.map(({ raters }) => (raters.includes(rater) ? '1' : '0')).join('')
      atoms.set(inside, [...(atoms.get(inside) ?? []), rater])
    }
    return [...atoms].flatMap(([inside, raters]) => {
      const least = Math.max(...sets.map(({ threshold }, index) => (inside[index] === '1' ? threshold : 0)))
      return raters.length < least ? [`${raters.join(' ')} stand alone among sets that are shown`] : []
    })
  })
}

/**
 * (3) No sum or difference of what is shown, however weighted, is about fewer than three raters who are not named: taking
 * any two raters out of every set must leave as many independent sets as before. By linear algebra, apart from (2).
 */
function subtracted(played: readonly PlayedRound[]): string[] {
  return sights(played).flatMap((sight) => {
    const raters = everybody(sight).filter((rater) => !sight.named.has(rater))
    const rows = sight.sets.map((set) => raters.map((rater) => (set.raters.includes(rater) ? 1 : 0)))
    const rank = rankOf(rows)
    const few = raters.flatMap((_, one) => raters.slice(one).map((__, more) => [one, one + more] as const))
    const lost = few.find(
      (out) => rankOf(rows.map((row) => row.filter((_, place) => !out.includes(place)))) < rank,
    )
    return lost
      ? [`a combination of views tells of ${[...new Set(lost)].map((place) => raters[place]).join(' and ')}`]
      : []
  })
}

/** The rank of a matrix of small whole numbers, by elimination in whole numbers. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && (row[column] ?? 0) !== 0)
    const [pivot, top] = [rows[at], rows[rank]]
    if (!pivot || !top) continue
    rows[at] = top
    rows[rank] = pivot
    for (const [index, row] of rows.entries()) {
      if (index <= rank || (row[column] ?? 0) === 0) continue
      const [mine, its] = [row[column] ?? 0, pivot[column] ?? 0]
      rows[index] = row.map((value, place) => value * its - (pivot[place] ?? 0) * mine)
    }
    rank += 1
  }
  return rank
}

/** Sets of more raters are not enumerated: 5^5 ways to answer are looked through, and with six it would be 15,625. */
const ENUMERATED = 5

/**
 * (4) Whoever believes that everybody answers alike in every round looks through all ways to have answered: nobody's
 * answer is left without a second possibility, not even for another rater who knows their own.
 */
function pinned(played: readonly PlayedRound[]): string[] {
  return sights(played).flatMap(({ sets, named }) => {
    const views = sets.filter(
      ({ shown, raters }) => shown !== null && raters.some((rater) => !named.has(rater)),
    )
    return groupsOf(views.map(({ raters }) => raters)).flatMap((raters) => {
      if (raters.length > ENUMERATED) return []
      const about = views.filter((view) => view.raters.some((rater) => raters.includes(rater)))
      const key = JSON.stringify([
        raters.map((rater) => named.get(rater) ?? null),
        about.map((view) => [view.raters.map((rater) => raters.indexOf(rater)), view.shown]),
      ])
      const known = judged.get(key)
      const verdict = known ?? judge(raters, about, named)
      if (known === undefined) judged.set(key, verdict)
      return verdict ? [verdict] : []
    })
  })
}

/** Verdicts on what was looked through before: the same sets showing the same. */
const judged = new Map<string, string>()

/** Raters who are connected by sets that share some. */
function groupsOf(sets: readonly (readonly string[])[]): string[][] {
  const groups: Set<string>[] = []
  for (const set of sets) {
    const touching = groups.filter((group) => set.some((rater) => group.has(rater)))
    const joined = new Set([...set, ...touching.flatMap((group) => [...group])])
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups.map((group) => [...group])
}

function judge(raters: readonly string[], about: Sight['sets'], named: Sight['named']): string {
  const wanted = about.map(({ shown }) => JSON.stringify(shown))
  const possible: number[][] = []
  const levels: number[] = []
  const look = (place: number) => {
    const rater = raters[place]
    if (rater === undefined) {
      const fits = about.every((view, index) => {
        const given = view.raters.map((one) => levels[raters.indexOf(one)] ?? 0)
        return JSON.stringify(given.length < LEAST ? given : showTogether(given)) === wanted[index]
      })
      if (fits) possible.push([...levels])
      return
    }
    for (const level of named.has(rater) ? [named.get(rater) ?? 0] : [1, 2, 3, 4, 5]) {
      levels[place] = level
      look(place + 1)
    }
  }
  look(0)
  // Nobody answered alike in all rounds: whoever believed so learns that it was not so, and nothing else.
  if (possible.length === 0) return ''
  const secret = raters.flatMap((rater, place) => (named.has(rater) ? [] : [place]))
  for (const target of secret) {
    if (new Set(possible.map((one) => one[target])).size < 2)
      return `${raters[target]} is pinned by the views`
    for (const insider of secret) {
      if (insider === target) continue
      for (const own of new Set(possible.map((one) => one[insider]))) {
        const left = possible.filter((one) => one[insider] === own)
        if (new Set(left.map((one) => one[target])).size < 2)
          return `${raters[target]} is pinned by the views and ${raters[insider]}’s own ${own}`
      }
    }
  }
  return ''
}
