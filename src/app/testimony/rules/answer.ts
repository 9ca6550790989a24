import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { listing } from '../../../kernel/text.ts'
import type { AskedAs } from './request.ts'

export const ASSESSING = ['qualification', 'evaluates', 'neither'] as const
export type Assessing = (typeof ASSESSING)[number]

/** What an expert witness declares besides. Source: domain.md 1.7. */
export type ExpertSaid = {
  /** What makes them competent in the work, in their words; '' where they claim nothing. */
  competence: string
  /** Whether they hold an assessing qualification, or evaluate staff as part of their job; null where not answered. */
  assessing: Assessing | null
  assessingWords: string
  /** Whether they have an interest in the outcome; null where not answered. */
  conflict: 'none' | 'some' | null
  conflictWords: string
}

/** What a witness says of one competency: `shows` null where they cannot say. */
export type Line = { competencyId: string; shows: 'for' | 'against' | null; words: string }

/** What a witness answers. Source: domain.md 1.7 (who, relationship, contact, date, what was seen, signature). */
export type WitnessAnswer = {
  as: 'witness' | 'expert witness'
  name: string
  work: string
  relationship: string
  /** How whoever checks reaches them: never shown to the person. */
  contact: string
  sawOn: Day | null
  done: string
  said: string
  lines: readonly Line[]
  declared: boolean
  signature: string
  expert: ExpertSaid | null
}

/** What a customer answers: their words, and no more of them than they allow. Source: domain.md 7. */
export type CustomerAnswer = {
  as: 'customer'
  words: string
  well: 'yes' | 'partly' | 'no' | null
  sawOn: Day | null
  /** Shown beside the words where they allow it; null where not. */
  firstName: string | null
}

export type Answer = WitnessAnswer | CustomerAnswer

/** Characters in one text, as in any item of evidence; a longer one is refused. */
export const TEXT_LIMIT = 10_000
const LINE_LIMIT = 500

/** A name as it is compared: whatever case, spaces and full stops. */
const plainName = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim()

/** Every reason why an answer cannot be sent. What somebody thinks of the person is never one of them. */
export function checkAnswer(answer: Answer, today: Day): Refusal[] {
  return answer.as === 'customer' ? checkCustomer(answer, today) : checkWitness(answer, today)
}

function checkCustomer({ words, sawOn, firstName }: CustomerAnswer, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (words === '') refusals.push({ field: 'words', message: 'Say what happened. A sentence is enough.' })
  refusals.push(...tooLong({ words }))
  if (sawOn !== null && sawOn > today)
    refusals.push({ field: 'saw', message: 'That day is still to come. Give the day it happened, or none.' })
  if (firstName === '')
    refusals.push({
      field: 'first-name',
      message: 'Give your first name, or take the tick away that allows it to be shown.',
    })
  else if (firstName !== null && (firstName.length > 50 || firstName.includes('\n')))
    refusals.push({ field: 'first-name', message: 'Keep your first name under 50 characters.' })
  return refusals
}

function checkWitness(answer: WitnessAnswer, today: Day): Refusal[] {
  const { name, work, relationship, contact, sawOn, done, said, lines, declared, signature, expert } = answer
  const refusals: Refusal[] = []
  const need = (field: string, words: string, most: number, message: string) => {
    if (words === '') refusals.push({ field, message })
    else if (words.length > most || words.includes('\n'))
      refusals.push({ field, message: `Keep this to one line of at most ${most} characters.` })
  }
  need('name', name, 100, 'Give your full name.')
  need('work', work, 200, 'Say what your work is, and where.')
  need('relationship', relationship, 200, 'Say how you know each other.')
  need(
    'contact',
    contact,
    200,
    'Give an e-mail address or a telephone number, so that an assessor can check.',
  )
  if (sawOn === null) refusals.push({ field: 'saw', message: 'Give the day on which you saw it.' })
  else if (sawOn > today)
    refusals.push({ field: 'saw', message: 'That day is still to come. Give the day on which you saw it.' })
  if (done === '')
    refusals.push({ field: 'done', message: 'Say what you saw being done. A few sentences are enough.' })
  refusals.push(...tooLong({ done, said }))
  for (const { competencyId, words } of lines)
    if (words.length > LINE_LIMIT)
      refusals.push({
        field: `line-${competencyId}`,
        message: `Keep this under ${LINE_LIMIT} characters. The rest belongs to what you saw.`,
      })
  if (expert) refusals.push(...checkExpert(expert))
  if (!declared)
    refusals.push({
      field: 'declared',
      message: 'Tick that this is what you saw yourself, or do not send it.',
    })
  if (signature === '') refusals.push({ field: 'signature', message: 'Sign: type your full name.' })
  else if (plainName(signature) !== plainName(name))
    refusals.push({
      field: 'signature',
      message: 'The signature and the name above differ. Type the same name in both.',
    })
  return refusals
}

function checkExpert(expert: ExpertSaid): Refusal[] {
  const refusals: Refusal[] = []
  if (expert.assessing === null)
    refusals.push({
      field: 'assessing',
      message: 'Say whether you assess or evaluate people. Neither will do.',
    })
  if (expert.conflict === null)
    refusals.push({ field: 'conflict', message: 'Say whether you have an interest in how this turns out.' })
  if (expert.conflict === 'some' && expert.conflictWords === '')
    refusals.push({ field: 'conflict-words', message: 'Say in a line which interest you have.' })
  const { competence, assessingWords, conflictWords } = expert
  refusals.push(
    ...tooLong({ competence, 'assessing-words': assessingWords, 'conflict-words': conflictWords }),
  )
  return refusals
}

const tooLong = (texts: Record<string, string>): Refusal[] =>
  Object.entries(texts)
    .filter(([, words]) => words.length > TEXT_LIMIT)
    .map(([field]) => ({ field, message: 'That is more than 10,000 characters. Keep what matters most.' }))

/**
 * Why somebody who was asked as an expert witness counts as a witness; null where they count as an expert: competent in
 * the work, qualified to assess or evaluating staff, and without a conflict of interest. Source: domain.md 1.7.
 */
export function whyNoExpert({ competence, assessing, conflict }: ExpertSaid): string | null {
  const reasons = [
    ...(competence === '' ? ['claims no competence in the work'] : []),
    ...(assessing === 'qualification' || assessing === 'evaluates'
      ? []
      : ['neither holds an assessing qualification nor evaluates staff']),
    ...(conflict === 'none' ? [] : ['declares a conflict of interest']),
  ]
  return reasons.length === 0 ? null : listing(reasons)
}

/** As what an answer counts, and why where that is less than what was asked. */
export function countsAs(answer: Answer): { as: AskedAs; whyNot: string | null } {
  if (answer.as !== 'expert witness') return { as: answer.as, whyNot: null }
  const whyNot = answer.expert ? whyNoExpert(answer.expert) : 'declares nothing as an expert'
  return { as: whyNot === null ? 'expert witness' : 'witness', whyNot }
}
