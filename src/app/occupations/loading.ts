import { basename } from 'node:path'
import type { Actor } from '../../kernel/actor.ts'
import { administers } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { log } from '../../shell/log.ts'
import { oneAtATime } from '../../shell/one-at-a-time.ts'
import { readTables, type TablesAt } from '../../shell/tables.ts'
import { record } from '../history/history.ts'
import type { House } from '../visit.ts'
import { ESCO_TABLES, escoVersion, readEsco } from './rules/esco.ts'
import { escoSkillId, type Facts, type Scheme } from './rules/facts.ts'
import { ONET_TABLES, onetVersion, readOnet } from './rules/onet.ts'
import { addressesHere, countAsked, joinLabels, type Written, writeFacts } from './store/load.ts'
import { type Counts, changeLoad, findLoad, saveLoad } from './store/loads.ts'

const READERS = {
  esco: { read: readEsco, tables: ESCO_TABLES, versionIn: escoVersion },
  onet: { read: readOnet, tables: ONET_TABLES, versionIn: onetVersion },
}

type Asked = { scheme: Scheme; at: TablesAt; version: string | null }

/**
 * Reads a download of ESCO or O*NET that lies in a folder, a zip or a file, and loads it: all of it or nothing. Loaded
 * again, it changes nothing. Refusals name file, row and column.
 */
export async function importOccupations(
  house: House,
  orgId: Id,
  actor: Pick<Actor, 'personId'> | null,
  asked: Asked,
  onProgress: (stage: string, done: number, of: number | null) => Promise<void> = async () => {},
): Promise<Outcome<Counts>> {
  const read = await readDownload(asked, onProgress)
  if (!read.ok) return read
  const { facts, warnings } = read.value
  const counts = await house.db.inOrg(orgId, async (tx) => {
    const written = await keepFacts(tx, facts, (written, of) => onProgress('Rows written', written, of))
    const counted = countsOf(facts, written, warnings)
    if (written.added + written.changed > 0)
      await record(tx, {
        kind: 'occupations.imported',
        actor,
        personId: null,
        recordId: null,
        payload: {
          scheme: facts.scheme,
          file: 'name' in asked.at ? asked.at.name : basename(asked.at.path),
          ...counted,
        },
      })
    return counted
  })
  return done(counts)
}

/** Writes facts, and joins what is known by its label alone with what has an address. */
export async function keepFacts(
  tx: OrgTx,
  facts: Facts,
  onProgress?: (written: number, of: number) => Promise<void>,
): Promise<Written> {
  const written = await writeFacts(tx, withAddresses(facts, await addressesHere(tx, facts)), onProgress)
  await joinLabels(tx, facts)
  if (written.added + written.changed > 0) await countAsked(tx, facts)
  return written
}

/** Skills known by their label alone take the address that the library has for exactly that label. */
function withAddresses(facts: Facts, addresses: ReadonlyMap<string, string>): Facts {
  const known = new Map<Id, Id>()
  for (const { skillId, uri, title } of facts.skills) {
    const here = uri ? undefined : addresses.get(title)
    if (here) known.set(skillId, escoSkillId(here, title))
  }
  if (known.size === 0) return facts
  return {
    ...facts,
    skills: facts.skills.filter(({ skillId }) => !known.has(skillId)),
    asks: facts.asks.map((ask) => ({ ...ask, skillId: known.get(ask.skillId) ?? ask.skillId })),
  }
}

const countsOf = (facts: Facts, written: Written, warnings: string[]): Counts => ({
  version: facts.version,
  occupations: facts.occupations.length,
  skills: facts.skills.length,
  relations: facts.asks.length + facts.near.length,
  ...written,
  warnings,
})

async function readDownload(
  { scheme, at, version }: Asked,
  onProgress: (stage: string, done: number, of: number | null) => Promise<void>,
): Promise<Outcome<{ facts: Facts; warnings: string[] }>> {
  const { read, tables, versionIn } = READERS[scheme]
  const reader = read()
  let rows = 0
  let said = 0
  const took = await readTables(at, tables, async (part) => {
    reader.take(part)
    rows += part.rows.length
    if (rows - said < 20_000) return
    said = rows
    await onProgress('Rows read', rows, null)
  })
  if (!took.ok) {
    const { file, row, message } = took.fault
    const place = [file, row && `row ${row}`].filter(Boolean).join(', ')
    return refused({ field: 'file', message: place ? `${place}: ${message}` : message })
  }
  return reader.finish(version ?? versionIn(took.names))
}

/** Keeps a download until the queue loads it. */
export async function takeDownload(
  house: House,
  tx: OrgTx,
  actor: Actor,
  asked: { scheme: Scheme; version: string | null; file: { name: string; bytes: Uint8Array } },
): Promise<Outcome<Id>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator loads occupations.' })
  const { scheme, version, file } = asked
  if (!/\.(zip|csv|txt|xlsx)$/i.test(file.name))
    return refused({
      field: 'file',
      message: `${file.name} is no zip, CSV, text or xlsx file. Choose the download as it came.`,
    })
  if (version !== null && !/^\d+(\.\d+){1,2}$/.test(version))
    return refused({ field: 'version', message: 'A version is written like 29.2 or 1.2.0.' })
  const loadId = tx.newId()
  const uploadHash = await house.files.hold(tx.orgId, file.bytes, tx.now)
  await saveLoad(tx, {
    loadId,
    scheme,
    askedVersion: version,
    fileName: basename(file.name.replaceAll('\\', '/')),
    fileSize: file.bytes.length,
    uploadHash,
    madeBy: actor.personId,
  })
  return done(loadId)
}

const inTurn = oneAtATime()

/**
 * Loads a download that waits for it; after a crash it starts anew, as nothing of the first attempt was kept. Loads take
 * turns: each has the memory to itself, and one that is asked for twice is done when its turn comes again.
 */
export const loadDownload = (house: House, asked: { orgId: Id; loadId: Id }): Promise<void> =>
  inTurn(() => loadWaiting(house, asked))

async function loadWaiting(house: House, { orgId, loadId }: { orgId: Id; loadId: Id }): Promise<void> {
  const inOrg = <T>(work: (tx: OrgTx) => Promise<T>) => house.db.inOrg(orgId, work)
  const load = await inOrg(async (tx) => {
    const found = await findLoad(tx, loadId)
    if (found?.state !== 'waiting' && found?.state !== 'loading') return null
    await changeLoad(tx, loadId, { state: 'loading', stage: 'Rows read', done: 0, of: null })
    return found
  })
  if (!load) return
  const bytes = await house.files.readHeld(orgId, load.uploadHash ?? '')
  const outcome = bytes
    ? await importOccupations(
        house,
        orgId,
        { personId: load.madeBy },
        { scheme: load.scheme, at: { name: load.fileName, bytes }, version: load.askedVersion },
        (stage, written, of) => inOrg((tx) => changeLoad(tx, loadId, { stage, done: written, of })),
      ).catch((error: Error & { code?: string }) => {
        log.error({ error: { name: error.name, code: error.code, stack: error.stack } }, 'load broke off')
        return refused({ message: 'The load broke off, and nothing was loaded. Hand it in again.' })
      })
    : refused({ message: 'The download is no longer here, and nothing was loaded. Hand it in again.' })
  await inOrg(async (tx) => {
    if ((await findLoad(tx, loadId))?.state !== 'loading') return
    await changeLoad(
      tx,
      loadId,
      outcome.ok
        ? { state: 'loaded', counts: outcome.value, uploadHash: null }
        : { state: 'refused', refusals: outcome.refusals.map(({ message }) => message), uploadHash: null },
    )
  })
}
