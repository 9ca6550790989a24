import { COMPLAINT_OUTCOMES } from './complaint.ts'

/** A detail that a kind asks for. `needed`: without it the item stays a draft. Source: mission.md A2. */
export type DetailField = {
  key: string
  label: string
  hint: string
  rows: 1 | 2 | 3
  needed: boolean
  /** Asked only of the person themself, who says what somebody else said. */
  ownOnly?: boolean
  /** Typed into boxes of its own and kept as lines: a score sheet, or what was seen of competencies. */
  lines?: 'sheet' | 'seen'
  /** One of these alone, chosen from a list; none where nothing was said. */
  choices?: readonly string[]
}

type Few = { hint: string; rows?: 1 | 2 | 3; ownOnly?: boolean }

const needed = (key: string, label: string, { hint, rows = 1, ownOnly }: Few): DetailField => ({
  key,
  label,
  hint,
  rows,
  needed: true,
  ownOnly,
})

const optional = (key: string, label: string, few: Few): DetailField => ({
  ...needed(key, label, few),
  needed: false,
})

/** What had to be done on the occasion that is told. Source: mission.md B6 (situation, task, action, result). */
export const TASK: DetailField = optional('task', 'What was needed of you?', {
  hint: 'The task that time: what you had to settle, and what made it hard. An interview asks for it.',
  rows: 2,
})

/** Where the customer made up their mind. Source: mission.md A15, moment of truth. */
export const MOMENT: DetailField = optional('moment', 'The moment of truth', {
  hint: 'Where did the customer make up their mind about us? What was said or done just then?',
  rows: 2,
})

export const COMPLIMENT: readonly DetailField[] = [
  needed('giver', 'Who said it?', { hint: 'A customer, a colleague: no customer’s name.' }),
  needed('quote', 'Their words', { hint: 'As near as you can.', rows: 2 }),
]

/** Hear, Empathise, Apologise, Take action, and what came of it. Source: domain.md 6, complaint models; mission.md A13. */
export const HEAT: readonly DetailField[] = [
  needed('heard', 'Hear', {
    hint: 'What did the customer say was wrong, in their words? How was it checked?',
    rows: 2,
  }),
  needed('empathised', 'Empathise', {
    hint: 'What was said or done that showed understanding?',
    rows: 2,
  }),
  needed('apologised', 'Apologise', {
    hint: 'What was the apology for? An apology does not admit that anybody is liable.',
    rows: 2,
  }),
  needed('action', 'Take action', { hint: 'What was done or promised, by when, and was it kept?', rows: 2 }),
  needed('outcome', 'What came of it?', { hint: 'How did it end for the customer?', rows: 2 }),
  {
    ...optional('upheld', 'Was it upheld?', {
      hint: 'What whoever looked into it decided. Upheld, also in part, proposes a review of the plan.',
    }),
    choices: COMPLAINT_OUTCOMES,
  },
]

/** A dated record of what was done and said. Source: domain.md 1.7; mission.md A15. */
export const OBSERVATION: readonly DetailField[] = [
  needed('observer', 'Who observed?', { hint: 'Name and job.' }),
  optional('setting', 'Where and when was it?', {
    hint: 'Three calls beside her on Tuesday afternoon, a recording, the counter.',
  }),
  needed('done', 'What was done', { hint: 'Only what could be seen. No verdict yet.', rows: 3 }),
  optional('said', 'What was said', { hint: 'The words that mattered.', rows: 3 }),
  {
    ...optional('seen', 'What was seen, by competency', {
      hint: 'The line of the competency nearest to what was done, and in which words.',
    }),
    lines: 'seen',
  },
]

export const AUDIT: readonly DetailField[] = [
  needed('sheet', 'Which sheet?', { hint: 'Its name and version: Call quality sheet, version 4.' }),
  optional('looked', 'How many contacts were looked at?', {
    hint: 'A whole number. Few contacts say little.',
  }),
  {
    ...needed('lines', 'The lines of the sheet', {
      hint: 'What was asked, what it got, out of how many. Leave “Got” empty where it did not apply.',
    }),
    lines: 'sheet',
  },
]

export const PERFORMANCE_REVIEW: readonly DetailField[] = [
  needed('holder', 'Who held the review?', { hint: 'Name and job.' }),
  needed('period', 'Which period was looked at?', { hint: 'July to September 2026.' }),
  needed('counted', 'What was said that counts here', {
    hint: 'What was said about the work, not about the person.',
    rows: 3,
  }),
  needed('agreed', 'What was agreed', { hint: 'Who does what, by when.', rows: 2 }),
]

/** Planned, led by the learner, recorded. Source: domain.md 1.7. */
export const PROFESSIONAL_DISCUSSION: readonly DetailField[] = [
  needed('areas', 'What was agreed beforehand to talk about?', {
    hint: 'The areas, and when they were agreed.',
    rows: 2,
  }),
  needed('discussed', 'What was said', { hint: 'What was asked, and what was answered.', rows: 3 }),
  needed('heldBy', 'Who held it?', { hint: 'Name and job.' }),
  optional('recording', 'Where is the recording, or the written record?', {
    hint: 'The place and its reference, with the time where it matters.',
  }),
]

export const CUSTOMER_FEEDBACK: readonly DetailField[] = [
  needed('channel', 'How did it reach you?', { hint: 'A survey, an e-mail, at the counter.' }),
  needed('customerWords', 'The customer’s words', {
    hint: 'As they were said, also the sour ones.',
    rows: 2,
  }),
]

export const PEER_FEEDBACK: readonly DetailField[] = [
  needed('colleague', 'Which colleague?', {
    hint: 'By name: this is not anonymous. Tell them that you keep it.',
    ownOnly: true,
  }),
  needed('colleagueWords', 'Their words', {
    hint: 'When it was, what you did, and what it led to.',
    rows: 2,
    ownOnly: true,
  }),
]

export const REFLECTION: readonly DetailField[] = [
  needed('learnt', 'What did you learn?', {
    hint: 'What you know now that you did not before.',
    rows: 2,
  }),
  needed('next', 'What will you do next time?', { hint: 'One thing that can be seen.', rows: 2 }),
]

export const WORK_PRODUCT: readonly DetailField[] = [
  needed('place', 'Where can it be seen?', {
    hint: 'Where it must stay in its place: the system and its reference, and who may open it. Or add its file below.',
  }),
]

export const CERTIFICATE: readonly DetailField[] = [
  needed('awarder', 'Who awarded it?', { hint: 'The body or the employer, as it stands on it.' }),
]
