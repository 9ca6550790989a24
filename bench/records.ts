import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { furnish } from '../src/app/house.ts'
import { addPerson, makeOrganisation, removeOrganisation } from '../src/app/people/people.ts'
import { importRecords } from '../src/app/records/importing.ts'
import { undoImport } from '../src/app/records/undoing.ts'
import { readConfig } from '../src/shell/config.ts'
import { migrate } from '../src/shell/migrate.ts'
import { countStatements } from './ground.ts'

/**
 * Seconds and SQL statements to import complaints about nine advisers (read, matched, made evidence with a link and
 * history, committed), to import the same file again, and to undo it, on a database of its own.
 * Run: DATABASE_URL=postgres://... node --import tsx bench/records.ts [ROWS ...]
 */
const url = process.env.DATABASE_URL
if (!url) throw new Error('Set DATABASE_URL to a PostgreSQL database made for this.')
const sizes = process.argv.slice(2).map(Number)
const TODAY = '2026-11-17'

const statements = countStatements()

await migrate(url, new URL('../migrations/', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
const { house, close } = await furnish(readConfig({ DATABASE_URL: url, GOLDTHREAD_DATA: folder }), url)

async function told(words: string, work: () => Promise<unknown>): Promise<void> {
  statements.take()
  const start = performance.now()
  await work()
  console.log(
    `${words}: ${((performance.now() - start) / 1000).toFixed(2)} s, ${statements.take()} statements`,
  )
}

try {
  for (const rows of sizes.length > 0 ? sizes : [200, 2000]) {
    const asked = { name: `Records ${rows}`, kind: 'team', zone: 'Europe/London', today: TODAY } as const
    const made = await makeOrganisation(house.db, house.identity, asked, null)
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    const { orgId } = made.value
    const people = await house.db.inOrg(orgId, async (tx) => {
      const ids: string[] = []
      for (let at = 0; at < 9; at += 1) {
        const person = { name: `Adviser ${at}`, email: null, job: null, team: null, leader: null }
        const added = await addPerson(tx, null, { ...person, standing: 'adviser', from: '2026-01-05' })
        if (added.ok) ids.push(added.value)
      }
      return ids
    })
    const actor = { personId: people[0] ?? '' }
    const lines = Array.from(
      { length: rows },
      (_, at) =>
        `C-${at},${String(1 + (at % 28)).padStart(2, '0')}/09/2026,Adviser ${at % 9},Billing,Yes,CS-07`,
    )
    const bytes = Buffer.from(['Case,Date,Adviser,Category,Upheld,Competency', ...lines, ''].join('\n'))
    let batchId = ''
    const load = async () => {
      const outcome = await importRecords(house, orgId, actor, { kind: 'complaint', name: 'c.csv', bytes })
      if (!outcome.ok || outcome.value.kind !== 'loaded') throw new Error(JSON.stringify(outcome))
      if (outcome.value.counts.accepted > 0) batchId = outcome.value.batchId ?? ''
    }
    await told(`${rows} records imported`, load)
    await told(`${rows} records imported again`, load)
    await told(`${rows} records undone`, () =>
      house.db.inOrg(orgId, (tx) => undoImport(house, tx, actor, batchId, TODAY)),
    )
    await removeOrganisation(house.db, house.identity, orgId)
  }
} finally {
  await close()
  await rm(folder, { recursive: true, force: true })
}
