import assert from 'node:assert/strict'
import { importFile, listContacts } from '../src/app/contacts/contacts.ts'
import { loadUpload } from '../src/app/contacts/importing.ts'
import { startJobs } from '../src/app/contacts/jobs.ts'
import { type Counts, findBatch } from '../src/app/contacts/store/batches.ts'
import { paths } from '../src/app/paths.ts'
import type { Id } from '../src/kernel/id.ts'
import { addOrganisation, openWorld } from './world.ts'

export const HEADINGS = 'call_id,agent,customer,date,time,topic,answered,resolved,satisfaction'

/** Calls as a telephone system writes them; the 13th shows that the day comes first. */
export const calls = (...rows: string[]): string => [HEADINGS, ...rows, ''].join('\n')
export const call = (
  number: number,
  more: Partial<Record<'agent' | 'customer' | 'topic' | 'solved' | 'score', string>> = {},
) =>
  `C${number},${more.agent ?? 'P Nair'},${more.customer ?? `c${number}@mail.example`},13/10/2026,09:${String(number % 60).padStart(2, '0')}:00,${more.topic ?? 'Billing'},Y,${more.solved ?? 'Y'},${more.score ?? '4'}`

/** A team whose administrator Dana imports contacts by the page, or anybody by the door. */
export async function openImports() {
  const world = await openWorld({ today: '2026-11-17' })
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const priya = await world.add({ name: 'Priya Nair', team: 'Northgate' })
  await startJobs(world.house)

  /** Uploads a file; answers the page that follows, and the import where it was taken. */
  async function upload(text: string | Uint8Array, name = 'calls.csv') {
    const file = new File([Buffer.from(text)], name, { type: 'text/csv' })
    const page = await dana.session.post(paths.imports, { file })
    return { ...page, batchId: /action="\/imports\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '' }
  }

  const stateOf = (batchId: Id) => world.inOrg(async (tx) => (await findBatch(tx, batchId))?.state)

  /** Presses "Load", and waits until it is done. */
  async function pressLoad({ batchId }: { batchId: Id }, fields: Record<string, string> = {}): Promise<Id> {
    await dana.session.post(paths.import(batchId), { do: 'load', ...fields })
    await loadUpload(world.house, { orgId: world.orgId, batchId })
    return batchId
  }

  /** Loads a file through the door, in an organisation of its own where one is given. */
  async function loaded(
    text: string | Uint8Array,
    options: { orgId?: Id; name?: string } = {},
  ): Promise<Counts & { batchId: Id }> {
    const outcome = await importFile(world.house, options.orgId ?? world.orgId, null, {
      name: options.name ?? 'calls.csv',
      bytes: Buffer.from(text),
    })
    assert.ok(outcome.ok, JSON.stringify(outcome))
    assert.ok(outcome.value.kind === 'loaded' && outcome.value.batchId)
    return { ...outcome.value.counts, batchId: outcome.value.batchId }
  }

  let organisations = 0
  const newOrg = async () => {
    organisations += 1
    return (await addOrganisation(world.house, `Centre ${organisations}`)).orgId
  }
  const contactsIn = (orgId: Id) => world.house.db.inOrg(orgId, (tx) => listContacts(tx))
  return { world, dana, priya, upload, stateOf, pressLoad, loaded, newOrg, contactsIn }
}
