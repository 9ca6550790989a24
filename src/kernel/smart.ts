import type { Day } from './day.ts'
import { MEASURE_ADVICE, readEveryone, readMeasure } from './smart/measure.ts'
import {
  type GoalRecord,
  goalOf,
  type Letter,
  type SmartLetters,
  type SmartReading,
  type SmartVerdict,
} from './smart/reading.ts'
import { completeMeasure, completeTime, readAchievable, readRelevant } from './smart/record.ts'
import { readSpecific, SPECIFIC_ADVICE } from './smart/specific.ts'
import { readTime, timeAdvice } from './smart/time.ts'

export type { GoalRecord, SmartReading, SmartVerdict } from './smart/reading.ts'
export { renderReading, summaryOf } from './smart/words.ts'

/**
 * From letters to verdict. Smart: every letter that could be read is found. Vague: at most one of S, M and T is
 * found, so that what, how much or when are mostly open. Partial: everything between. A and R count only where a
 * record was given. Source: mission.md A6 and B9.
 */
function verdictOf(letters: SmartLetters): SmartVerdict {
  const { S, M, A, R, T } = letters
  const inWords = [S, M, T].filter((letter) => letter.found).length
  if (inWords <= 1) return 'vague'
  return inWords === 3 && A?.found !== false && R?.found !== false ? 'smart' : 'partial'
}

const ACHIEVABLE_ADVICE =
  'Show that it is within reach: a target near your own range or the team’s, and the time, people or access you need.'
const RELEVANT_ADVICE = 'Say what it serves: link it to a need, a priority or where you want to go.'

/**
 * How a goal reads against SMART: hints that never stop anybody from saving. S, M and T are read from the words
 * (and completed by the record's target and date); A and R only from the record, and are null without one.
 * @param text the goal, any length; an empty one is vague
 * @param today the day from which "next March" counts
 */
export function checkGoal(text: string, today: Day, record?: GoalRecord): SmartReading {
  const goal = goalOf(text)
  const time = readTime(goal, today)
  const measure = readMeasure(goal, time)
  const specific = readSpecific(goal, time, measure.counted)
  const everyone: Letter | null =
    !measure.letter.found && !measure.blank && specific.letter.found && specific.plainAct
      ? readEveryone(goal)
      : null
  const words = { S: specific.letter, M: everyone ?? measure.letter, T: time.letter }
  const letters: SmartLetters = record
    ? {
        S: words.S,
        M: completeMeasure(words.M, record),
        A: readAchievable(record, today),
        R: readRelevant(record),
        T: completeTime(time, record),
      }
    : { S: words.S, M: words.M, A: null, R: null, T: words.T }
  const advice = [
    ...(letters.S.found ? [] : [SPECIFIC_ADVICE]),
    ...specific.hints,
    ...(letters.M.found ? measure.hints : [MEASURE_ADVICE]),
    ...(letters.A?.found === false ? [ACHIEVABLE_ADVICE] : []),
    ...(letters.R?.found === false ? [RELEVANT_ADVICE] : []),
    ...(letters.T.found ? [] : [timeAdvice(today)]),
  ]
  return { text, letters, verdict: verdictOf(letters), advice }
}
