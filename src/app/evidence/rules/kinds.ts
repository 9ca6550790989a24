/** The kinds of evidence, in the order in which pages show them. Source: mission.md A2, A3. */
export const KINDS = [
  'measure',
  'compliment',
  'complaint',
  'observation',
  'audit',
  'performance review',
  'witness testimony',
  'expert testimony',
  'professional discussion',
  'customer feedback',
  'peer feedback',
  'reflection',
  'work product',
  'certificate',
] as const
export type EvidenceKind = (typeof KINDS)[number]

/** A detail that one kind asks for: never needed to save. */
export type DetailField = { key: string; label: string; hint: string; rows: 1 | 2 | 3 }

/** How a kind reads, what choosing it means, and the few details it asks for. */
export type KindWords = { name: string; source: string; hint: string; fields: readonly DetailField[] }

/** Hear, Empathise, Apologise, Take action, and what came of it. Source: domain.md 6, complaint models; mission.md A13. */
const HEAT: readonly DetailField[] = [
  {
    key: 'heard',
    label: 'Hear',
    hint: 'What did the customer say was wrong, in their words? How did you check you had it right?',
    rows: 2,
  },
  {
    key: 'empathised',
    label: 'Empathise',
    hint: 'What did you say or do that showed you understood?',
    rows: 2,
  },
  {
    key: 'apologised',
    label: 'Apologise',
    hint: 'What did you apologise for? An apology does not admit that anybody is liable.',
    rows: 2,
  },
  {
    key: 'action',
    label: 'Take action',
    hint: 'What did you do or promise, by when, and was it kept?',
    rows: 2,
  },
  { key: 'outcome', label: 'What came of it?', hint: 'How did it end for the customer?', rows: 2 },
]

export const KIND_WORDS: Record<EvidenceKind, KindWords> = {
  measure: {
    name: 'Helpdesk measure',
    source: 'Helpdesk measure',
    hint: 'Kept from the page of the measure, with what it was counted from',
    fields: [],
  },
  compliment: {
    name: 'Compliment',
    source: 'Compliment',
    hint: 'Somebody said that you did well',
    fields: [
      { key: 'giver', label: 'Who said it?', hint: 'A customer, a colleague: no customer’s name.', rows: 1 },
      { key: 'quote', label: 'Their words', hint: 'As near as you can.', rows: 2 },
    ],
  },
  complaint: {
    name: 'Complaint',
    source: 'Complaint',
    hint: 'Walks Hear, Empathise, Apologise, Take action',
    fields: HEAT,
  },
  observation: {
    name: 'Observation',
    source: 'Observation',
    hint: 'Somebody watched or listened, and noted what was done and said',
    fields: [
      { key: 'observer', label: 'Who observed?', hint: 'Name and job.', rows: 1 },
      { key: 'done', label: 'What was done', hint: 'Only what could be seen. No verdict yet.', rows: 3 },
      { key: 'said', label: 'What was said', hint: 'The words that mattered.', rows: 3 },
    ],
  },
  audit: {
    name: 'Audit or QA score sheet',
    source: 'Audit',
    hint: 'Somebody checked the work against a sheet',
    fields: [],
  },
  'performance review': {
    name: 'Performance review',
    source: 'Performance review',
    hint: 'What was said at a review of your work',
    fields: [],
  },
  'witness testimony': {
    name: 'Witness testimony',
    source: 'Witness testimony',
    hint: 'Somebody who saw it says what they saw',
    fields: [],
  },
  'expert testimony': {
    name: 'Expert testimony',
    source: 'Expert testimony',
    hint: 'A witness who knows the trade and judges work',
    fields: [],
  },
  'professional discussion': {
    name: 'Professional discussion',
    source: 'Professional discussion',
    hint: 'A planned talk with an assessor, written down',
    fields: [],
  },
  'customer feedback': {
    name: 'Customer feedback',
    source: 'Customer feedback',
    hint: 'What a customer said when asked',
    fields: [],
  },
  'peer feedback': {
    name: 'Feedback from a colleague',
    source: 'Feedback from a colleague',
    hint: 'What a colleague said',
    fields: [],
  },
  reflection: {
    name: 'Reflection',
    source: 'Reflection',
    hint: 'A short one here, or one kept from a reflective account',
    fields: [
      {
        key: 'learnt',
        label: 'What did you learn?',
        hint: 'What you know now that you did not before.',
        rows: 2,
      },
      { key: 'next', label: 'What will you do next time?', hint: 'One thing that can be seen.', rows: 2 },
    ],
  },
  'work product': {
    name: 'Work product',
    source: 'Work product',
    hint: 'A letter, a message, a guide, a certificate: with its file, or where it can be seen',
    fields: [
      {
        key: 'place',
        label: 'Where can it be seen?',
        hint: 'Where it must stay in its place: the system and its reference, and who may open it.',
        rows: 1,
      },
    ],
  },
  certificate: {
    name: 'Certificate',
    source: 'Certificate',
    hint: 'Something passed or attended, with the day it ends',
    fields: [],
  },
}

/** The stages of a contact as the customer lives it. Source: mission.md A15, service cycle. */
export const SERVICE_CYCLE = [
  'Getting through',
  'Welcome',
  'Finding out',
  'Solving',
  'Closing',
  'Following up',
] as const

export function isKind(text: string): text is EvidenceKind {
  return (KINDS as readonly string[]).includes(text)
}

/** The details shown for an item: those its kind asks for, then any that were said when it was of another kind. */
export function fieldsFor(
  kind: EvidenceKind | null,
  said: Readonly<Record<string, string>>,
): readonly DetailField[] {
  const asked = kind ? KIND_WORDS[kind].fields : []
  const others = KINDS.flatMap((each) => KIND_WORDS[each].fields)
  return [...asked, ...others.filter((field) => said[field.key] && !asked.includes(field))]
}

const KEYS = [
  ...KINDS.flatMap((kind) => KIND_WORDS[kind].fields.map((field) => field.key)),
  'cycle',
  'account',
]

/** What was said of the details that any kind asks for, trimmed, empty ones left out. */
export function detailOf(said: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const words = said[key]?.trim()
      return words ? [[key, words]] : []
    }),
  )
}
