import {
  AUDIT,
  CERTIFICATE,
  COMPLIMENT,
  CUSTOMER_FEEDBACK,
  type DetailField,
  HEAT,
  MOMENT,
  OBSERVATION,
  PEER_FEEDBACK,
  PERFORMANCE_REVIEW,
  PROFESSIONAL_DISCUSSION,
  REFLECTION,
  TASK,
  WORK_PRODUCT,
} from './kind-fields.ts'

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

/** How a kind reads, what choosing it means, and the few details it asks for. */
type KindWords = { name: string; source: string; hint: string; fields: readonly DetailField[] }

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
    fields: [...COMPLIMENT, TASK],
  },
  complaint: {
    name: 'Complaint',
    source: 'Complaint',
    hint: 'Walks Hear, Empathise, Apologise, Take action',
    fields: [...HEAT, TASK],
  },
  observation: {
    name: 'Observation',
    source: 'Observation',
    hint: 'Somebody watched or listened, and noted what was done and said',
    fields: [...OBSERVATION, MOMENT],
  },
  audit: {
    name: 'Audit or QA score sheet',
    source: 'Audit',
    hint: 'Somebody checked the work against a sheet',
    fields: AUDIT,
  },
  'performance review': {
    name: 'Performance review',
    source: 'Performance review',
    hint: 'What was said at a review of your work',
    fields: PERFORMANCE_REVIEW,
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
    fields: PROFESSIONAL_DISCUSSION,
  },
  'customer feedback': {
    name: 'Customer feedback',
    source: 'Customer feedback',
    hint: 'What a customer said when asked',
    fields: CUSTOMER_FEEDBACK,
  },
  'peer feedback': {
    name: 'Feedback from a colleague',
    source: 'Feedback from a colleague',
    hint: 'What a colleague said',
    fields: PEER_FEEDBACK,
  },
  reflection: {
    name: 'Reflection',
    source: 'Reflection',
    hint: 'A short one here, or one kept from a reflective account',
    fields: [...REFLECTION, TASK, MOMENT],
  },
  'work product': {
    name: 'Work product',
    source: 'Work product',
    hint: 'A letter, a message, a guide: with its file, or where it can be seen',
    fields: WORK_PRODUCT,
  },
  certificate: {
    name: 'Certificate',
    source: 'Certificate',
    hint: 'Something passed or attended, with the day it ends',
    fields: CERTIFICATE,
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

/** The name of a detail's field in the form. */
export const detailField = (key: string): string => `d-${key}`

/** What a person brings about their own work, what whoever watched or checked it brings, and what both may. */
const BROUGHT_BY: Record<EvidenceKind, 'own' | 'others' | 'both' | 'link' | 'measure'> = {
  measure: 'measure',
  compliment: 'both',
  complaint: 'both',
  observation: 'others',
  audit: 'others',
  'performance review': 'both',
  'witness testimony': 'link',
  'expert testimony': 'link',
  'professional discussion': 'others',
  'customer feedback': 'own',
  'peer feedback': 'both',
  reflection: 'own',
  'work product': 'own',
  certificate: 'own',
}

/** The kinds that somebody may type about themself, or about another. Source: domain.md 1.7. */
export function kindsFor(own: boolean): EvidenceKind[] {
  return KINDS.filter((kind) => BROUGHT_BY[kind] === 'both' || BROUGHT_BY[kind] === (own ? 'own' : 'others'))
}

/** Why a measure is not typed. */
export const MEASURE_KEPT = 'A measure is kept from its own page, with what it was counted from.'

/** Why somebody cannot type an item of a kind about themself, or about another, and what to do; null where they can. */
export function whyNotTyped(kind: EvidenceKind, own: boolean): string | null {
  if (kindsFor(own).includes(kind)) return null
  const name = KIND_WORDS[kind].name
  switch (BROUGHT_BY[kind]) {
    case 'measure':
      return MEASURE_KEPT
    case 'link':
      return `${name} is written by the witness, who answers by a link. Ask for it.`
    case 'others':
      return `${name} is added by whoever watched or checked the work. Ask them for it, or keep what you noticed as a reflection.`
    default:
      return `${name} is added by the person whose it is. Add what you saw as an observation.`
  }
}

/** The details shown for an item: those its kind asks for, then any that were said when it was of another kind. */
export function fieldsFor(
  kind: EvidenceKind | null,
  said: Readonly<Record<string, string>>,
): readonly DetailField[] {
  const asked = kind ? KIND_WORDS[kind].fields : []
  const others = [...new Set(KINDS.flatMap((each) => KIND_WORDS[each].fields))]
  return [...asked, ...others.filter((field) => said[field.key] && !asked.includes(field))]
}

/** What a kind still needs to be more than a draft. A file stands for a place; a kept account has said its own. */
export function missingFields(
  kind: EvidenceKind,
  item: { detail: Readonly<Record<string, string>>; hasFile: boolean; own: boolean },
): DetailField[] {
  const { detail, hasFile, own } = item
  return KIND_WORDS[kind].fields.filter(
    ({ key, needed, ownOnly }) =>
      needed &&
      !detail[key] &&
      (own || !ownOnly) &&
      !(key === 'place' && hasFile) &&
      !(kind === 'reflection' && detail.account),
  )
}

/** Keys that belong to every kind: the stage of the contact, and where an original can be seen in its place. */
const COMMON = ['cycle', 'account', 'sources', 'endless', 'place', 'placeSeenBy', 'placeSeenOn']

const FIELDS = KINDS.flatMap((kind) => KIND_WORDS[kind].fields)
const KEYS = new Set([...FIELDS.map((field) => field.key), ...COMMON])
const CHOICES = new Map(FIELDS.map(({ key, choices }) => [key, choices]))

/** What was said of the details that any kind asks for, trimmed; empty ones and none of a list's choices left out. */
export function detailOf(said: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    [...KEYS].flatMap((key) => {
      const words = said[key]?.trim()
      const choices = CHOICES.get(key)
      return words && (!choices || choices.includes(words)) ? [[key, words]] : []
    }),
  )
}
