import { z } from 'zod'
import { readingSchema } from '../contacts/contacts.ts'
import { RECORD_ROLES } from './rules/kinds.ts'

/** How a file of records of one source is read. */
export const mappingSchema = readingSchema.extend({
  columns: z.record(z.string(), z.enum(RECORD_ROLES)),
  /** Whether somebody's own words are kept too. Chosen for each file anew. */
  withText: z.boolean(),
})

export type Mapping = z.infer<typeof mappingSchema>

/** Some keys of a mapping, as a person answers them: the rest is found in the file. Other keys are refused. */
export const answersSchema = mappingSchema.partial().strict()

export type Answers = z.infer<typeof answersSchema>
