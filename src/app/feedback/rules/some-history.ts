import { type Earlier, type QuestionKey, type Released, release, type SealedAnswer } from './release.ts'
import { type Group, type Mode, OPEN_QUESTIONS } from './round.ts'

/** One round of a history made up for tests: about whom, what is asked, and what everybody answered, with their names. */
export type SomeRound = {
  subject: string
  competencyIds: string[]
  groups: { group: Group; mode: Mode; threshold: number }[]
  answers: (SealedAnswer & { rater: string })[]
}

/** What a round showed, with what was shown of it: as everybody may come to see it. */
export type PlayedRound = { round: SomeRound; released: Released }

/** A number from 0 up to and without 1: a new one each time. */
export type Chance = () => number

/** Chance that comes again the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = (chance: Chance, from: number, to: number) =>
  from + Math.floor(chance() * (to - from + 1))

export function mixed<T>(chance: Chance, items: readonly T[]): T[] {
  const all = [...items]
  for (let last = all.length - 1; last > 0; last -= 1) {
    const at = pick(chance, 0, last)
    const [one, other] = [all[last], all[at]]
    if (one !== undefined && other !== undefined) [all[last], all[at]] = [other, one]
  }
  return all
}

/** The mark of a rater for a question: here anybody can read it, so that a test can tell sets apart. */
export const markFor = (question: QuestionKey, rater: string) => `${question}:${rater}`

const COMPETENCIES = ['ask', 'tell']

/**
 * Rounds about one to three people of an organisation of 3 to 12, in the order in which they close: any groups, modes,
 * thresholds and raters, some who can't answer, skip questions, or sign. In half of the histories everybody keeps to what
 * they think of somebody in every round, which is what an attacker hopes for.
 */
export function someHistory(chance: Chance): SomeRound[] {
  const people = Array.from({ length: pick(chance, 3, 12) }, (_, index) => `p${index}`)
  const subjects = people.slice(0, pick(chance, 1, Math.min(3, people.length)))
  const steady = chance() < 0.5
  const opinions = new Map<string, number>()
  const opinion = (subject: string, question: string, rater: string) => {
    const key = `${subject} ${question} ${rater}`
    const level = (steady ? opinions.get(key) : undefined) ?? pick(chance, 1, 5)
    opinions.set(key, level)
    return level
  }
  const eager = 0.6 + 0.4 * chance()
  return Array.from({ length: pick(chance, 1, 6) }, (_, number): SomeRound => {
    const subject = subjects[pick(chance, 0, subjects.length - 1)] ?? 'p0'
    const competencyIds = chance() < 0.7 ? COMPETENCIES : COMPETENCIES.slice(0, 1)
    const others = mixed(
      chance,
      people.filter((one) => one !== subject),
    )
    const leader = chance() < 0.7 ? others.pop() : undefined
    const cuts = [chance(), chance()].map((share) => Math.round(share * others.length)).sort((a, b) => a - b)
    const [first = 0, second = 0] = cuts
    const parts: [Group, Mode, string[]][] = [
      ['self', 'named', [subject]],
      ['leader', 'named', leader ? [leader] : []],
      ...(
        [
          ['peers', others.slice(0, first)],
          ['reports', others.slice(first, second)],
          ['customers', others.slice(second)],
        ] as const
      ).map(([group, raters]): [Group, Mode, string[]] => [
        group,
        chance() < 0.2 ? 'named' : 'anonymous',
        raters,
      ]),
    ]
    const asked = parts.filter(([, , raters]) => raters.length > 0)
    return {
      subject,
      competencyIds,
      groups: asked.map(([group, mode]) => ({
        group,
        mode,
        threshold: mode === 'named' ? 1 : chance() < 0.7 ? 3 : pick(chance, 3, 5),
      })),
      answers: asked.flatMap(([group, mode, raters]) =>
        raters
          .filter(() => chance() < eager)
          .map((rater) => ({
            rater,
            group,
            named: mode === 'named' || chance() < 0.08 ? `${number} ${rater}` : null,
            levels: Object.fromEntries(
              competencyIds.map((id) => [id, chance() < 0.9 ? opinion(subject, id, rater) : null]),
            ),
            words: {
              keep: chance() < 0.8 ? `keep ${pick(chance, 1, 99)}` : '',
              change: chance() < 0.5 ? `change ${pick(chance, 1, 99)}` : '',
            },
            marks: Object.fromEntries(
              [...competencyIds, ...OPEN_QUESTIONS].map((question) => [question, markFor(question, rater)]),
            ),
          })),
      ),
    }
  })
}

/** Closes the rounds one after the other, each knowing what the earlier ones about the same person have shown. */
export function play(history: readonly SomeRound[]): PlayedRound[] {
  const played: PlayedRound[] = []
  for (const round of history) {
    const before = played.filter((one) => one.round.subject === round.subject)
    played.push({ round, released: release(round, round.answers, earlierThan(before)) })
  }
  return played
}

/** What played rounds have shown, as the product reads it from what it kept. */
function earlierThan(before: readonly PlayedRound[]): Earlier {
  return {
    unknown: false,
    of: (question) => {
      const shown = before.flatMap(({ round, released }) =>
        released.readings.map((reading) => ({ round, reading })),
      )
      return {
        sets: shown.flatMap(({ reading }) =>
          reading.kind === 'together' && reading.question === question ? [reading.members] : [],
        ),
        named: new Set(
          shown.flatMap(({ round, reading }) =>
            reading.kind === 'named' && reading.question === question
              ? round.answers
                  .filter(({ named }) => named === reading.request)
                  .map(({ rater }) => markFor(question, rater))
              : [],
          ),
        ),
      }
    },
  }
}
