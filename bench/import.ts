import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type ContactPlan, contactsOf } from '../seeds/contacts.ts'
import { telephoneCsv } from '../seeds/export.ts'
import { TELEPHONE } from '../seeds/larkfield.ts'
import { importFile } from '../src/app/contacts/contacts.ts'
import { furnish } from '../src/app/house.ts'
import { makeOrganisation, removeOrganisation } from '../src/app/people/people.ts'
import { readConfig } from '../src/shell/config.ts'
import { migrate } from '../src/shell/migrate.ts'

/**
 * Rows imported per second (read, checked, made contacts, written and committed) against csv-parse reading the same
 * file and doing nothing, one after the other in one run, on a database of its own.
 * Run: DATABASE_URL=postgres://... node --import tsx bench/import.ts [ROWS ...]
 */
const url = process.env.DATABASE_URL
if (!url) throw new Error('Set DATABASE_URL to a PostgreSQL database made for this.')
const sizes = process.argv.slice(2).map(Number)
const REPEATS = 3

await migrate(url, new URL('../migrations/', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
const { house, close } = await furnish(readConfig({ DATABASE_URL: url, GOLDTHREAD_DATA: folder }), url)

/** A telephone export of so many calls by nine advisers, seeded. */
function exportOf(rows: number): Buffer {
  const plan: ContactPlan = { ...TELEPHONE, to: '2026-10-04', customers: 40_000 }
  const scaled = plan.people.map((person) => ({ ...person, perWeek: (person.perWeek * rows) / 14_000 }))
  const [head = '', ...lines] = telephoneCsv(contactsOf({ ...plan, people: scaled })).split('\n')
  return Buffer.from([head, ...lines.slice(0, rows), ''].join('\n'))
}

const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function importOnce(bytes: Buffer, name: string): Promise<{ first: number; again: number }> {
  const asked = { name, kind: 'team', zone: 'Europe/London', today: '2026-11-17' } as const
  const made = await makeOrganisation(house.db, house.identity, asked, null)
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const { orgId } = made.value
  const load = async () => {
    const outcome = await importFile(house, orgId, null, { name: 'calls.csv', bytes })
    if (!outcome.ok || outcome.value.kind !== 'loaded') throw new Error(JSON.stringify(outcome))
  }
  const result = { first: await seconds(load), again: await seconds(load) }
  await removeOrganisation(house.db, house.identity, orgId)
  return result
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

try {
  for (const rows of sizes.length > 0 ? sizes : [5000, 100_000]) {
    const bytes = exportOf(rows)
    const count = bytes.toString().split('\n').length - 2
    const parsed: number[] = []
    const first: number[] = []
    const again: number[] = []
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      parsed.push(await seconds(() => parse(bytes)))
      const times = await importOnce(bytes, `Bench ${process.pid} ${rows} ${repeat}`)
      first.push(times.first)
      again.push(times.again)
    }
    const perSecond = (times: number[]) => Math.round(count / middle(times))
    const ratio = (times: number[]) => (middle(times) / middle(parsed)).toFixed(1)
    console.log(
      `${count} rows: csv-parse ${perSecond(parsed)} rows/s; imported ${perSecond(first)} rows/s, ${ratio(first)} times as long; the same file again ${perSecond(again)} rows/s, ${ratio(again)} times as long`,
    )
  }
} finally {
  await close()
  await rm(folder, { recursive: true, force: true })
}
