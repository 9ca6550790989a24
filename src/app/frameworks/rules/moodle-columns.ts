import { plain } from '../../../kernel/rows/plain.ts'

/** The columns of Moodle's framework CSV, in its order. Source: interop.md 1 (tool_lpimportcsv). */
export const MOODLE_COLUMNS = {
  parent: 'Parent ID number',
  idNumber: 'ID number',
  shortName: 'Short name',
  description: 'Description',
  format: 'Description format',
  scaleValues: 'Scale values',
  scaleConfiguration: 'Scale configuration',
  ruleType: 'Rule type',
  ruleOutcome: 'Rule outcome',
  ruleConfig: 'Rule config',
  related: 'Cross-referenced competency ID numbers',
  exportedId: 'Exported ID',
  isFramework: 'Is framework',
  taxonomy: 'Taxonomy',
} as const

export type MoodleColumn = keyof typeof MOODLE_COLUMNS

const ALL = Object.keys(MOODLE_COLUMNS) as MoodleColumn[]

/** What older files lack. */
const LATER: readonly MoodleColumn[] = ['related', 'exportedId']

const comparable = (heading: string): string => plain(heading).replaceAll(' ', '')

const BY_NAME = new Map<string, MoodleColumn>(
  ALL.map((column) => [comparable(MOODLE_COLUMNS[column]), column]),
).set('relatedidnumbers', 'related')

/**
 * Where each column of a Moodle file stands: by its heading, and where the headings are in another language by its place, as
 * Moodle does. Null where it is no such file.
 */
export function moodleColumns(headings: readonly string[]): Map<MoodleColumn, number> | null {
  const found = new Map<MoodleColumn, number>()
  headings.forEach((heading, place) => {
    const column = BY_NAME.get(comparable(heading))
    if (column && !found.has(column)) found.set(column, place)
  })
  const needed: MoodleColumn[] = ['parent', 'idNumber', 'shortName', 'isFramework']
  if (needed.every((column) => found.has(column))) return found
  const order = [ALL, ALL.filter((column) => !LATER.includes(column))].find(
    ({ length }) => length === headings.length,
  )
  return found.size === 0 && order ? new Map(order.map((column, place) => [column, place])) : null
}

/** Whether the first line of a file says, in English, that it is one of Moodle's. */
export function namesMoodle(headings: readonly string[]): boolean {
  const names = new Set(headings.map(comparable))
  return ['parentidnumber', 'idnumber', 'isframework'].every((name) => names.has(name))
}
