import type { Id } from '../../../kernel/id.ts'
import { type Group, type Mode, OPEN_QUESTIONS, type OpenQuestion } from './round.ts'
import { type Shown, showTogether } from './shown.ts'

/** Whoever answers without a name, as one question knows them: the same in every round, another for every question. */
export type Mark = string

/** What a question is known by: a competency's id, or an open question. */
export type QuestionKey = Id | OpenQuestion

/** An answer as it was sealed. `named` is the request of who answers by name: in a named group, or by their own choice. */
export type SealedAnswer = {
  group: Group
  named: Id | null
  levels: Readonly<Record<Id, number | null>>
  words: Readonly<Record<OpenQuestion, string>>
  /** By question. */
  marks: Readonly<Record<QuestionKey, Mark>>
}

/** What earlier rounds about the same person have shown of a question: whose answers stood together, and who was named. */
type Before = { sets: readonly (readonly Mark[])[]; named: ReadonlySet<Mark> }

export type Earlier = {
  of(question: QuestionKey): Before
  /** Earlier rounds have shown sets that nobody can compare with any more, as the key of their marks is gone. */
  unknown: boolean
}

export type WhyHeld = 'fewer than k' | 'shares raters with an earlier round' | 'fewer than k wrote'

export type ReleasedReading =
  | {
      kind: 'together'
      group: Group
      question: QuestionKey
      n: number
      threshold: number
      /** Null for an open question: its words stand apart. */
      shown: Shown | null
      /** Sorted. */
      members: Mark[]
    }
  | { kind: 'named'; group: Group; question: Id; threshold: number; shown: Shown; request: Id }
  | { kind: 'held'; group: Group; question: QuestionKey; threshold: number; why: WhyHeld }

export type ReleasedText = { group: Group; question: OpenQuestion; words: string; request: Id | null }

export type Released = { readings: ReleasedReading[]; texts: ReleasedText[] }

export type AskedRound = {
  competencyIds: readonly Id[]
  groups: readonly { group: Group; mode: Mode; threshold: number }[]
}

/**
 * All that a round will ever show, and nothing else of it. Answers without names are shown of at least `threshold`
 * raters. Whoever stands behind two views of one question about the same person, in any round and group, stands behind
 * both as the same set or behind none of the other: anything between could be subtracted, and a named answer is a set of
 * one. What is held depends on who answered which question, never on what they answered; what is shown depends on how
 * many gave which level, never on who gave it. Texts come in the order of their letters: mix them.
 * Source: domain.md 6, mission.md A11, adr 0006.
 */
export function release(round: AskedRound, answers: readonly SealedAnswer[], earlier: Earlier): Released {
  const readings = round.competencyIds.flatMap((question) => [
    ...round.groups.flatMap((asked) => togetherOf(asked, question, answers, earlier)),
    ...namedOf(round, question, answers, earlier),
  ])
  const texts: ReleasedText[] = []
  for (const question of OPEN_QUESTIONS) {
    for (const asked of round.groups) {
      texts.push(...namedTexts(asked.group, question, answers))
      if (asked.mode === 'named') continue
      const writers = answers.filter(
        ({ group, named, words }) => group === asked.group && named === null && words[question] !== '',
      )
      const why = whyWordsHeld(asked, question, writers, readings, earlier)
      const base = { group: asked.group, question, threshold: asked.threshold }
      if (why) {
        readings.push({ kind: 'held', ...base, why })
        continue
      }
      readings.push({
        kind: 'together',
        ...base,
        n: writers.length,
        shown: null,
        members: membersOf(writers, question),
      })
      texts.push(
        ...writers
          .map(({ words }) => words[question])
          .sort(byLetters)
          .map((words) => ({ group: asked.group, question, words, request: null })),
      )
    }
  }
  return { readings, texts }
}

type AskedGroup = AskedRound['groups'][number]

const byLetters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const membersOf = (answers: readonly SealedAnswer[], question: QuestionKey): Mark[] =>
  answers.map(({ marks }) => marks[question] ?? '').sort(byLetters)

function togetherOf(
  { group, mode, threshold }: AskedGroup,
  question: Id,
  answers: readonly SealedAnswer[],
  earlier: Earlier,
): ReleasedReading[] {
  if (mode === 'named') return []
  const given = answers.filter(
    (answer) => answer.group === group && answer.named === null && levelOf(answer, question) !== null,
  )
  const base = { group, question, threshold }
  const members = membersOf(given, question)
  if (given.length < threshold) return [{ kind: 'held', ...base, why: 'fewer than k' }]
  if (couldBeSubtracted(members, question, earlier))
    return [{ kind: 'held', ...base, why: 'shares raters with an earlier round' }]
  const levels = given.map((answer) => levelOf(answer, question) ?? 0)
  return [{ kind: 'together', ...base, n: given.length, shown: showTogether(levels), members }]
}

const levelOf = ({ levels }: SealedAnswer, question: Id): number | null => levels[question] ?? null

/** Whether a set shares some but not all of its raters with a view of the same question that was shown before. */
function couldBeSubtracted(members: readonly Mark[], question: QuestionKey, earlier: Earlier): boolean {
  const { sets, named } = earlier.of(question)
  const overlaps = sets.some((set) => {
    const shared = members.filter((member) => set.includes(member)).length
    return shared > 0 && !(shared === members.length && shared === set.length)
  })
  return earlier.unknown || overlaps || members.some((member) => named.has(member))
}

/** The named answers to a question, but of those whose answer stood without a name in an earlier round. */
function namedOf(
  { groups }: AskedRound,
  question: Id,
  answers: readonly SealedAnswer[],
  earlier: Earlier,
): ReleasedReading[] {
  const unnamed = new Set(earlier.of(question).sets.flat())
  const readings: ReleasedReading[] = []
  for (const { group, threshold } of groups) {
    let held = false
    for (const answer of answers) {
      const level = levelOf(answer, question)
      if (answer.group !== group || answer.named === null || level === null) continue
      if ((earlier.unknown && group !== 'self') || unnamed.has(answer.marks[question] ?? '')) held = true
      else {
        const shown: Shown = { kind: 'level', level }
        readings.push({ kind: 'named', group, question, threshold, shown, request: answer.named })
      }
    }
    if (held)
      readings.push({ kind: 'held', group, question, threshold, why: 'shares raters with an earlier round' })
  }
  return readings
}

function namedTexts(group: Group, question: OpenQuestion, answers: readonly SealedAnswer[]): ReleasedText[] {
  return answers.flatMap((answer) =>
    answer.group === group && answer.named !== null && answer.words[question] !== ''
      ? [{ group, question, words: answer.words[question], request: answer.named }]
      : [],
  )
}

/** Why the words of a group are not shown; null where they are. */
function whyWordsHeld(
  { group, threshold }: AskedGroup,
  question: OpenQuestion,
  writers: readonly SealedAnswer[],
  readings: readonly ReleasedReading[],
  earlier: Earlier,
): WhyHeld | null {
  if (writers.length < threshold) return 'fewer than k wrote'
  const levels = readings.filter((one) => one.group === group && !isOpen(one.question))
  if (!levels.some(({ kind }) => kind === 'together'))
    return levels.some((one) => one.kind === 'held' && one.why === 'shares raters with an earlier round')
      ? 'shares raters with an earlier round'
      : 'fewer than k'
  return couldBeSubtracted(membersOf(writers, question), question, earlier)
    ? 'shares raters with an earlier round'
    : null
}

const isOpen = (question: QuestionKey): question is OpenQuestion =>
  OPEN_QUESTIONS.some((open) => open === question)
