import { plainDay } from '../../../kernel/day.ts'
import type { Decision, Question as FileQuestion } from '../../../kernel/rows/decisions.ts'
import type { Profile } from './columns.ts'
import { type OrderEvidence, type OrderVerdict, readDate } from './dates.ts'
import type { RatingEvidence } from './evidence.ts'
import type { DateOrder, Decimal, Grain, Mapping, Role } from './mapping.ts'
import { type DecimalVerdict, readNumber } from './numbers.ts'
import type { GrainVerdict } from './tickets.ts'

/** What only a person can say about a file of contacts. */
export type Question<R extends string = Role> = FileQuestion<R>

const READ_AS: Record<DateOrder, string> = {
  dmy: 'Day first, as in Britain',
  mdy: 'Month first, as in the United States',
  ymd: 'Year first',
}

function orderChoices(text: string): Question['choices'] {
  return (['dmy', 'mdy', 'ymd'] as const).flatMap((order) => {
    const read = readDate(text, order)
    if (!read.ok) return []
    const day = plainDay(new Date(read.value.ms).toISOString().slice(0, 10))
    return [{ value: order, label: `${day}. ${READ_AS[order]}` }]
  })
}

/** The order of the dates, or the question for it: where nothing proves it, or a saved answer is proved wrong. */
export function decideOrder(
  verdict: OrderVerdict,
  evidence: OrderEvidence,
  saved: DateOrder | null | undefined,
): { decision: Decision<DateOrder | null>; question: Question | null } {
  const example = evidence.first?.text ?? evidence.against.mdy.text
  const ask = (because: string): Question => ({
    key: 'dateOrder',
    question: `What day is ${example} in this file?`,
    because,
    choices: orderChoices(example),
  })
  if (saved) {
    const wrong = verdict.proved && evidence.numeric > 0 && evidence.open > 0 && verdict.order !== saved
    const because = wrong ? `The mapping says otherwise, but ${verdict.because}` : 'As the mapping says.'
    return { decision: { value: saved, how: 'saved', because }, question: wrong ? ask(because) : null }
  }
  if (verdict.proved) {
    return { decision: { value: verdict.order, how: 'proved', because: verdict.because }, question: null }
  }
  return { decision: { value: null, how: 'asked', because: verdict.because }, question: ask(verdict.because) }
}

export function decimalQuestion(verdict: DecimalVerdict, saved: Decimal | null | undefined): Question | null {
  if (verdict.proved || saved) return null
  const choice = (mark: Decimal, name: string) => {
    const number = readNumber(verdict.text, mark)
    return number === null
      ? []
      : [{ value: mark, label: `${number.toLocaleString('en-GB')}. The decimal mark is a ${name}` }]
  }
  return {
    key: 'decimal',
    question: `What number is ${verdict.text} in this file?`,
    because: verdict.because,
    choices: [...choice('.', 'point'), ...choice(',', 'comma')],
  }
}

export function grainQuestion(verdict: GrainVerdict, saved: Grain | null | undefined): Question | null {
  if (verdict.proved || saved) return null
  return {
    key: 'grain',
    question: 'The same id stands on several rows. Is that one contact?',
    because: verdict.because,
    choices: [
      { value: 'ticket', label: 'Yes: several rows tell of one ticket, and it counts once' },
      { value: 'row', label: 'No: each row is a contact of its own' },
    ],
  }
}

/** Scores above 5 are slips while they are few: at most two, or a fifth of all. */
const SLIPS = 2
const SLIP_SHARE = 0.2

/** The scale of the scores, or the question for it: where many are above 5. Source: helpdesk.md 4.5. */
export function decideRating(
  { n, above, max }: RatingEvidence,
  columns: Mapping['columns'],
  saved: number | null | undefined,
): { decision: Decision<number | null>; question: Question | null } {
  if (saved)
    return { decision: { value: saved, how: 'saved', because: 'As the mapping says.' }, question: null }
  if (!Object.values(columns).includes('rating')) {
    return { decision: { value: null, how: 'found', because: 'No column holds scores.' }, question: null }
  }
  if (above <= Math.max(SLIPS, SLIP_SHARE * n)) {
    const share = `${(n - above).toLocaleString('en-GB')} of ${n.toLocaleString('en-GB')} scores are 5 or less.`
    const because = n === 0 ? 'The scores are words.' : above === 0 ? 'No score is above 5.' : share
    return { decision: { value: 5, how: 'found', because }, question: null }
  }
  const because = `${above.toLocaleString('en-GB')} of ${n.toLocaleString('en-GB')} scores are above 5; the highest is ${max}.`
  const scales = [7, 10, 100].filter((scale) => scale >= max)
  const question: Question = {
    key: 'ratingMax',
    question: 'What is the best score a customer can give?',
    because,
    choices: scales.map((scale) => ({
      value: String(scale),
      label: `${scale}, on a scale from ${scale === 100 ? 0 : 1}`,
    })),
  }
  return { decision: { value: null, how: 'asked', because }, question }
}

/** Which column says when a contact began, and who took it, where neither the file nor the answers say so. */
export function missingColumns(
  profiles: readonly Profile[],
  columns: Mapping['columns'],
  saved: Mapping['columns'] | undefined,
): Question[] {
  const roles = Object.values(columns)
  const settled = saved !== undefined && profiles.every(({ heading }) => saved[heading] !== undefined)
  const choices = profiles
    .filter(({ filled }) => filled > 0)
    .map(({ heading }) => ({ value: heading, label: heading }))
  const questions: Question[] = []
  if (!roles.includes('opened') && !roles.includes('date')) {
    questions.push({
      key: 'columns',
      role: 'opened',
      question: 'Which column says when a contact began?',
      because: 'No heading or values say so.',
      choices,
    })
  }
  if (!roles.includes('person') && !settled) {
    questions.push({
      key: 'columns',
      role: 'person',
      question: 'Which column names the adviser?',
      because: 'No heading says so. Without one, the contacts count for nobody.',
      choices,
    })
  }
  return questions
}
