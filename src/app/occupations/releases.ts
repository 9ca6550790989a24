import { type Actor, administers } from '../../kernel/actor.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { Scheme } from './rules/facts.ts'
import { dropRelease, listReleases } from './store/releases.ts'

/** The version of a classification that pages show; null where none is loaded. */
export async function shownVersion(tx: OrgTx, scheme: Scheme): Promise<string | null> {
  return (await listReleases(tx)).find((one) => one.scheme === scheme && one.shown)?.version ?? null
}

/**
 * Takes a loaded version away, such as one whose name was mistyped. Links and verdicts of competencies stay, and so do
 * the roles that cite it.
 * @returns the version that is shown now; null where none is left
 */
export async function removeRelease(
  tx: OrgTx,
  actor: Actor,
  asked: { scheme: Scheme; version: string },
): Promise<Outcome<string | null>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator removes occupations.' })
  const { scheme, version } = asked
  const here = (await listReleases(tx)).find((one) => one.scheme === scheme && one.version === version)
  if (!here) return refused({ message: 'This version is no longer here.' })
  await dropRelease(tx, asked)
  await record(tx, {
    kind: 'occupations.removed',
    actor,
    personId: null,
    recordId: null,
    payload: { scheme, version, occupations: here.occupations },
  })
  return done(await shownVersion(tx, scheme))
}
