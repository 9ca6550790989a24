import type { RecordRole } from './kinds.ts'

/** What a column becomes, in words. */
export const ROLE_WORDS: Record<RecordRole, string> = {
  id: 'Record’s number',
  person: 'Person it is about: name or e-mail',
  happened: 'Day it happened',
  competency: 'Competency: code or title',
  category: 'Category',
  upheld: 'Upheld, yes or no',
  sheet: 'Name of the sheet',
  score: 'Score',
  of: 'Score out of how many',
  lines: 'Lines of the sheet',
  by: 'Assessor or observer',
  level: 'Level seen',
  bearing: 'Standard met, yes or no',
  text: 'Words, kept only if you choose it',
  done: 'What was done, kept only if you choose it',
  said: 'What was said, kept only if you choose it',
  ignore: 'Leave out',
}
