import type { Day } from './day.ts'
import {
  MEASURE_ADVICE,
  type MeasureReading,
  readEveryone,
  readMeasure,
  rhythmOfNothing,
} from './smart/measure.ts'
import { readAchievable, readAgreed } from './smart/reach.ts'
import {
  type Goal,
  type GoalRecord,
  goalOf,
  type Letter,
  type SmartLetters,
  type SmartReading,
  type SmartVerdict,
} from './smart/reading.ts'
import { completeMeasure, completeTime, readEvaluated, readRelevant, readReviewed } from './smart/record.ts'
import { readSpecific, SPECIFIC_ADVICE, type SpecificReading } from './smart/specific.ts'
import { readTime, timeAdvice } from './smart/time.ts'

export { type Calling, callTarget, RUN_WEEKS } from './smart/reach.ts'
export type { GoalRecord, LetterSet, SmartReading, SmartVerdict } from './smart/reading.ts'
export { renderReading, summaryOf, unmetNames } from './smart/words.ts'

/**
 * From letters to verdict. The three letters of the words decide: all of S, M and T found is smart; two of them are
 * partial; one or none is vague. With a record, smart also needs A and R where they could be read; without them it
 * is partial. Nothing else bears on it: neither E nor R of SMARTER, nor how plainly a letter was found.
 * Source: mission.md A6 and B9.
 */
function verdictOf(letters: SmartLetters): SmartVerdict {
  const { S, M, A, R, T } = letters
  const inWords = [S, M, T].filter((letter) => letter.found).length
  if (inWords <= 1) return 'vague'
  return inWords === 3 && A?.found !== false && R?.found !== false ? 'smart' : 'partial'
}

const lacking = (letter: Letter, lack: () => string): Letter =>
  letter.found ? letter : { ...letter, lack: letter.lack ?? lack() }

/** What would complete a letter that is not found. */
const lackOf = (letter: Letter | null | undefined): string[] =>
  letter?.found === false && letter.lack ? [letter.lack] : []

/** What T asks for, also where its day is named and has passed. */
const lackOfTime = ({ lack }: Letter): string[] => (lack ? [lack] : [])

/** The letter M in the light of S: a rhythm counts only with an act, and a plain act done for each of something counts. */
function measureOf(goal: Goal, measure: MeasureReading, specific: SpecificReading): Letter {
  if (measure.rhythm && !specific.letter.found) return rhythmOfNothing(measure)
  const open = !measure.letter.found && !measure.blank && specific.letter.found && specific.plainAct
  return (open ? readEveryone(goal) : null) ?? measure.letter
}

/**
 * How a goal reads against SMART: hints that never stop anybody from saving. S, M and T are read from the words
 * (and completed by the record's target and date); A and R only from the record, and are null without one.
 * @param text the goal; an empty one is vague, and what stands after 20,000 characters is not read
 * @param today the day from which "next March" counts
 */
export function checkGoal(text: string, today: Day, record?: GoalRecord): SmartReading {
  const goal = goalOf(text)
  const time = readTime(goal, today)
  const measure = readMeasure(goal, time)
  const specific = readSpecific(goal, time, measure)
  const words = { S: specific.letter, M: measureOf(goal, measure, specific), T: time.letter }
  const letters: SmartLetters = {
    S: lacking(words.S, () => SPECIFIC_ADVICE),
    M: lacking(record ? completeMeasure(goal, words.M, record) : words.M, () => MEASURE_ADVICE),
    A: record
      ? record.letters?.a === 'agreed'
        ? readAgreed(record, today)
        : readAchievable(record, today)
      : null,
    R: record ? readRelevant(record) : null,
    T: lacking(record ? completeTime(time, record, today) : words.T, () => timeAdvice(today)),
    ...(record?.letters?.smarter && { E: readEvaluated(record), R2: readReviewed(record, today) }),
  }
  const advice = [
    ...lackOf(letters.S),
    ...specific.hints,
    ...lackOf(letters.M),
    ...(letters.M.found ? measure.hints : []),
    ...[letters.A, letters.R].flatMap(lackOf),
    ...lackOfTime(letters.T),
    ...[letters.E, letters.R2].flatMap(lackOf),
  ]
  return {
    text,
    letters,
    verdict: verdictOf(letters),
    advice,
    ...(record?.letters && { set: record.letters }),
  }
}

/** No day is asked of it: a passage is a time, whatever today is. */
const ANY_DAY: Day = '2026-01-01'

/**
 * What an intention says of when, and of what somebody would see done: the first passage of each in the text, null
 * where there is none. A rhythm ("every Friday") is a time here, since an intention needs no end.
 * Source: domain.md 4 and 5.
 */
export function readIntention(text: string): { when: string | null; deed: string | null } {
  const goal = goalOf(text)
  const time = readTime(goal, ANY_DAY)
  const specific = readSpecific(goal, time, readMeasure(goal, time))
  const first = ({ spans: [span] }: Letter) => (span ? text.slice(...span) : null)
  return {
    when: time.letter.found || time.rhythms.length > 0 ? first(time.letter) : null,
    deed: specific.letter.found && specific.plainAct ? first(specific.letter) : null,
  }
}
