/** What another system may record about somebody's work. Source: mission.md A3. */
export const RECORD_KINDS = ['compliment', 'complaint', 'audit', 'observation'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** What a column of such a file can become. */
export const RECORD_ROLES = [
  'id',
  'person',
  'happened',
  'competency',
  'category',
  'upheld',
  'sheet',
  'score',
  'of',
  'lines',
  'by',
  'level',
  'bearing',
  'text',
  'done',
  'said',
  'ignore',
] as const
export type RecordRole = (typeof RECORD_ROLES)[number]

const ALL: readonly RecordRole[] = ['id', 'person', 'happened', 'competency']

const OWN: Record<RecordKind, readonly RecordRole[]> = {
  compliment: ['category', 'text'],
  complaint: ['category', 'upheld', 'text'],
  audit: ['sheet', 'score', 'of', 'lines', 'by', 'bearing', 'text'],
  observation: ['by', 'level', 'bearing', 'done', 'said', 'text'],
}

/** The columns that are somebody's own words: read only where a person chooses it. */
export const WORDS: readonly RecordRole[] = ['text', 'done', 'said']

/** What the columns of a file of one kind can become. */
export function rolesFor(kind: RecordKind): RecordRole[] {
  return [...ALL, ...OWN[kind], 'ignore']
}

export function isRecordKind(text: string): text is RecordKind {
  return (RECORD_KINDS as readonly string[]).includes(text)
}

type KindWords = { one: string; many: string; holds: string }

export const KIND_WORDS: Record<RecordKind, KindWords> = {
  compliment: { one: 'compliment', many: 'Compliments', holds: 'Who was praised, when and for what' },
  complaint: {
    one: 'complaint',
    many: 'Complaints',
    holds: 'Whose contact it was about, when, its category and whether it was upheld',
  },
  audit: { one: 'audit', many: 'Audits', holds: 'QA score sheets: whose work, which sheet, the score' },
  observation: {
    one: 'observation',
    many: 'Observations',
    holds: 'Who was observed, by whom, on which competency',
  },
}
