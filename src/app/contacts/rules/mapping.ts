import { z } from 'zod'
import { ENCODINGS } from '../../../kernel/rows/encoding.ts'
import { DELIMITERS } from '../../../kernel/rows/table.ts'

/** What a column of an export can become. `date` and `time` together say the moment a contact opened. */
export const ROLES = [
  'id',
  'person',
  'customer',
  'topic',
  'opened',
  'date',
  'time',
  'firstReply',
  'replySeconds',
  'replyMinutes',
  'replyHours',
  'solved',
  'outcome',
  'answered',
  'rating',
  'handleTime',
  'handleMinutes',
  'ignore',
] as const

export type Role = (typeof ROLES)[number]

/** Which of day (d), month (m) and year (y) comes first in a date written with numbers. */
const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const

export type DateOrder = (typeof DATE_ORDERS)[number]

export type Decimal = '.' | ','

/** Whether a row of the file is a contact of its own, or one of several rows that tell of one ticket. */
export type Grain = 'row' | 'ticket'

/** What cells say when they say nothing. Compared without regard to case. */
export const NULL_TOKENS: readonly string[] = [
  '',
  '-',
  '--',
  '?',
  'null',
  '(null)',
  'n/a',
  'na',
  '#n/a',
  'none',
]

/** How the cells of a file are told apart and read, whatever it holds. `null` stands where the file had nothing to decide. */
export const readingSchema = z.object({
  /** The name under which the mapping is kept, such as "Telephone system, monthly export". */
  name: z.string().trim().max(120),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  quote: z.enum(['"', "'"]),
  /** The line that holds the headings, from 1; 0: the file has none and columns are named "Column 1" on. */
  headerLine: z.number().int().min(0).max(1000),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  decimal: z.enum(['.', ',']).nullable(),
  nullTokens: z.array(z.string().max(40)).max(40),
})

export type ReadingKeys = z.infer<typeof readingSchema>

/** How a file of contacts of one source is read. */
export const mappingSchema = readingSchema.extend({
  grain: z.enum(['row', 'ticket']).nullable(),
  /** The best score that can be given; the worst is 1 (0 on a scale to 100). */
  ratingMax: z.number().int().min(2).max(100).nullable(),
  columns: z.record(z.string(), z.enum(ROLES)),
})

export type Mapping = z.infer<typeof mappingSchema>

/** Some keys of a mapping, as a person answers them: the rest is found in the file. Other keys are refused. */
export const answersSchema = mappingSchema.partial().strict()

export type Answers = z.infer<typeof answersSchema>
