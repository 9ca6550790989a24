import assert from 'node:assert/strict'
import { numberIn, type Walker } from '../pages.ts'

/** Dana uploads an export, looks at how it was read, loads it, and says once whose each name is. */
export async function importCalls(dana: Walker, csv: string): Promise<void> {
  const rows = csv.trimEnd().split('\n').length - 1
  await dana.press('Helpdesk import')
  await dana.sees('No import yet')
  await dana.file(/CSV file of calls/, 'calls.csv', csv)
  await dana.press('Read the file')
  await dana.sees('Proved: ')
  await dana.press(`Load ${rows.toLocaleString('en-GB')} rows`)
  await dana.awaits('Report of the import')
  assert.deepEqual(await reportOf(dana), { Read: rows, Accepted: rows, Rejected: 0, Duplicate: 0 })
  await dana.sees('3 names to match to people')
  await dana.choose('Priya Nair', 'Create person: Priya Nair')
  await dana.choose('Team phone', 'Not one person: leave out')
  await dana.press('Save every name with a choice')
  await dana.sees('Every name is matched')
}

/** The very same file once more: every row is there already. */
export async function importAgain(dana: Walker, csv: string): Promise<void> {
  const rows = csv.trimEnd().split('\n').length - 1
  await dana.press('Helpdesk import')
  await dana.file(/CSV file of calls/, 'calls.csv', csv)
  await dana.press('Read the file')
  await dana.sees('The same file is loaded already')
  await dana.press(/^Load /)
  await dana.awaits('Report of the import')
  assert.deepEqual(await reportOf(dana), { Read: rows, Accepted: 0, Rejected: 0, Duplicate: rows })
  await dana.sees('Nothing new')
  await dana.sees('Every name is matched')
}

/** The weeks after, in a file like the first: read as that one was, with every name remembered. */
export async function importMore(dana: Walker, csv: string): Promise<void> {
  await dana.go('/start')
  await dana.press('Helpdesk import')
  await dana.file(/CSV file of calls/, 'calls-later.csv', csv)
  await dana.press('Read the file')
  await dana.sees('This file has the headings of “Calls”')
  await dana.press(/^Load /)
  await dana.awaits('Report of the import')
  await dana.sees('Every name is matched')
}

/** The numbers of the report, by their terms. */
async function reportOf(dana: Walker): Promise<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const term of ['Read', 'Accepted', 'Rejected', 'Duplicate'])
    numbers[term] = numberIn(await dana.fact(term))
  return numbers
}
