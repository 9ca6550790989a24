import { createHash } from 'node:crypto'
import { type Actor, administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { inTurns, turn } from '../../shell/turns.ts'
import { record } from '../history/history.ts'
import { definitionBody } from './rules/case-bodies.ts'
import { OWN_VERSION } from './rules/case-derived.ts'
import type { FrameworkPackage, LibraryEntry } from './rules/item.ts'
import { canonical, checkInSteps } from './rules/package.ts'
import { treeInSteps, withTree } from './rules/tree.ts'
import { freeVersion, givenName, versionAfter } from './rules/version.ts'
import { listDigests, listNewest, listPublished, lockFramework, savePublic } from './store/library.ts'
import { findPackage, savePackage } from './store/packages.ts'

/** The newest version of every framework that the organisation keeps; the framework in force first, the others by title. */
export async function listLibrary(tx: OrgTx): Promise<LibraryEntry[]> {
  return listNewest(tx)
}

/** Every version of a framework, newest first; none where there is no such framework. */
export async function listVersionsOf(tx: OrgTx, frameworkId: Id): Promise<LibraryEntry[]> {
  return isId(frameworkId) ? listPublished(tx, frameworkId) : []
}

/** A version with every item, association and definition, in order; the newest where none is named. */
export async function readPackage(
  tx: OrgTx,
  frameworkId: Id,
  version?: string,
): Promise<(FrameworkPackage & { version: string }) | null> {
  if (!isId(frameworkId)) return null
  const named = version ?? (await listDigests(tx, frameworkId))[0]?.version
  return named === undefined ? null : findPackage(tx, { frameworkId, version: named })
}

/** What a version is published as, beside what it says. */
export type Publication = {
  version: string
  /** Counts the versions of the framework, 1 first. */
  place: number
  public: boolean
  by: Actor | null
}

/** Saves a version, not in force. What it says was checked before, and never changes again. */
export async function publish(tx: OrgTx, pkg: FrameworkPackage, as: Publication): Promise<void> {
  const whole = withTree(pkg)
  await savePackage(tx, { ...whole, ...as, inForce: false, digest: await digestOf(whole) })
}

/**
 * Keeps a framework that was read from elsewhere, as the next version of it, not in force. All of it or nothing; other
 * requests go on while it is saved.
 * @param actor who did it; null where it was done on the machine itself, by nobody who is signed in
 * @returns `kept` is false where it says just what the newest version says; refusals name the item in their words
 */
export async function keepPackage(
  tx: OrgTx,
  actor: Actor | null,
  pkg: FrameworkPackage,
  today: Day,
): Promise<Outcome<{ frameworkId: Id; title: string; version: string; items: number; kept: boolean }>> {
  if (actor && !administers(actor, null))
    return refused({ message: 'Only an administrator imports a framework.' })
  const refusals = await inTurns(checkInSteps(pkg))
  if (refusals.length > 0) return refused(...refusals)
  const { frameworkId, title } = pkg
  await lockFramework(tx, frameworkId)
  const versions = await listDigests(tx, frameworkId)
  const [newest] = versions
  const whole = await inTurns(treeInSteps(pkg))
  const digest = await digestOf(whole)
  const kept = { frameworkId, title, items: pkg.items.length }
  const given = givenName(pkg.version)
  if (
    newest &&
    (await digestIn(tx, frameworkId, newest)) === digest &&
    (given === '' || given === newest.version)
  )
    return done({ ...kept, version: newest.version, kept: false })
  const taken = versions.map(({ version }) => version)
  const isOurs = pkg.version === null && pkg.source?.format === 'case'
  const version = freeVersion(given || versionAfter(newest?.version ?? null, today), taken)
  await savePackage(tx, {
    ...whole,
    rest: isOurs ? { ...whole.rest, [OWN_VERSION]: version } : whole.rest,
    version,
    place: (newest?.place ?? 0) + 1,
    public: newest?.public ?? false,
    by: actor,
    inForce: false,
    digest,
  })
  await record(tx, {
    kind: 'framework.imported',
    actor,
    personId: null,
    recordId: frameworkId,
    payload: { title, version, items: kept.items, source: pkg.source },
  })
  return done({ ...kept, version, kept: true })
}

/** Lets anybody read every version of a framework over its addresses without a sign-in, or stops that. */
export async function setPublic(
  tx: OrgTx,
  actor: Actor,
  frameworkId: Id,
  isPublic: boolean,
): Promise<Outcome<void>> {
  if (!administers(actor, null))
    return refused({ message: 'Only an administrator says who may read a framework.' })
  const [newest] = await listVersionsOf(tx, frameworkId)
  if (!newest) return refused({ message: 'This framework is no longer here.' })
  if (newest.public === isPublic) return done(undefined)
  await savePublic(tx, frameworkId, isPublic)
  await record(tx, {
    kind: isPublic ? 'framework.opened' : 'framework.closed',
    actor,
    personId: null,
    recordId: frameworkId,
    payload: { title: newest.title },
  })
  return done(undefined)
}

const TURN = 1000

/** What may differ between two files that say the same: when they were written, and whose name the version has. */
const SAYS_NOTHING = new Set(['lastChangeDateTime', OWN_VERSION])

/** What is said or follows: who made it, its own address, what CASE requires of a definition. */
function saidBy({ rest, definitions, ...pkg }: FrameworkPackage): FrameworkPackage {
  const { creator, ...others } = rest
  return {
    ...pkg,
    uri: pkg.uri?.startsWith('http') ? pkg.uri : null,
    rest: creator === pkg.publisher ? others : rest,
    definitions: definitions.map((each) => ({ ...each, body: definitionBody(each, { origin: '', at: '' }) })),
  }
}

/** Of all that a version says, whatever it is called, wherever it was read and whenever its parts were written. */
async function digestOf(pkg: FrameworkPackage): Promise<string> {
  const { items, associations, definitions, version, source, ...head } = saidBy(pkg)
  const digest = createHash('sha256').update(canonical(head, SAYS_NOTHING))
  for (const rows of [items, associations, definitions])
    for (let at = 0; at < rows.length; at += TURN) {
      for (const row of rows.slice(at, at + TURN)) digest.update(canonical(row, SAYS_NOTHING))
      await turn()
    }
  return digest.digest('hex')
}

/** The digest of a version that is kept; of one from before digests were, made now. */
async function digestIn(
  tx: OrgTx,
  frameworkId: Id,
  { version, digest }: { version: string; digest: string },
): Promise<string | null> {
  if (digest) return digest
  const kept = await findPackage(tx, { frameworkId, version })
  return kept && digestOf(withTree(kept))
}
