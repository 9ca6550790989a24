import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { inTurns } from '../../shell/turns.ts'
import { record } from '../history/history.ts'
import { findDraft } from './drafts.ts'
import { publish, readPackage } from './library.ts'
import { differenceInSteps, type FrameworkDiff, isSame } from './rules/difference.ts'
import type { Draft } from './rules/draft.ts'
import type { FrameworkPackage } from './rules/item.ts'
import { renamedParts } from './rules/naming.ts'
import { checkReplacements, versionInSteps } from './rules/next-version.ts'
import { checkInSteps } from './rules/package.ts'
import { freeVersion, givenName, versionAfter } from './rules/version.ts'
import { listLinks } from './store/draft-links.ts'
import { deleteDraft } from './store/drafts.ts'
import { listDigests } from './store/library.ts'
import { openDraft } from './writing.ts'

/** The newest version there is, which may be newer than the one that the draft begins from, and what the draft says. */
async function asVersion(
  tx: OrgTx,
  draft: Draft,
): Promise<{
  before: (FrameworkPackage & { version: string }) | null
  next: FrameworkPackage
  refusals: Refusal[]
}> {
  const { frameworkId, baseVersion } = draft
  const begunFrom = baseVersion === null ? null : await readPackage(tx, frameworkId, baseVersion)
  const before = await readPackage(tx, frameworkId)
  const next = await inTurns(versionInSteps(draft, begunFrom, await listLinks(tx, frameworkId)))
  const refusals = await inTurns(checkInSteps(next))
  return { before, next, refusals: [...refusals, ...checkReplacements(begunFrom, next.items)] }
}

const NOTHING = { items: [], associations: [] }

/** How the draft of a framework differs from the newest version; null where there is no draft. */
export async function diffOfDraft(tx: OrgTx, frameworkId: Id): Promise<FrameworkDiff | null> {
  const draft = await findDraft(tx, frameworkId)
  if (!draft) return null
  const { before, next } = await asVersion(tx, draft)
  return inTurns(differenceInSteps(before ?? NOTHING, next))
}

/**
 * Publishes a draft as the next version, which never changes again; it is not in force until people are moved to it.
 * @param asked.version the version's name; numbered within the year where none is given
 * @param asked.over the newest version, where the draft begins from an older one and is published all the same
 * @returns the version's name; refusals name `because`, `version` or `over`
 */
export async function publishDraft(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; version?: string; because: string; over?: string },
  today: Day,
): Promise<Outcome<string>> {
  const { frameworkId } = asked
  const open = await openDraft(tx, actor, frameworkId)
  if (!open.ok) return open
  const versions = await listDigests(tx, frameworkId)
  const taken = versions.map(({ version }) => version)
  const named = asked.version?.trim() ?? ''
  const because = asked.because.trim()
  const { before, next, refusals } = await asVersion(tx, open.value)
  const diff = await inTurns(differenceInSteps(before ?? NOTHING, next))
  if (isSame(diff) && (!before || renamedParts(before, next).length === 0))
    refusals.push({
      message: before
        ? `Nothing differs from version ${before.version}. Change something, then publish.`
        : 'The framework has no items yet. Add one, then publish.',
    })
  if (before && before.version !== open.value.baseVersion && before.version !== asked.over)
    refusals.push({
      field: 'over',
      message: `Version ${before.version} came after this draft was begun. Publishing the draft undoes what that version changed. Read the differences, take over what should stay, then tick this.`,
    })
  if (!because) refusals.push({ field: 'because', message: 'Say in a sentence why there is a new version.' })
  if (taken.includes(named))
    refusals.push({ field: 'version', message: `There is a version ${named} already. Choose another name.` })
  if (named && !givenName(named))
    refusals.push({ field: 'version', message: 'Put a letter or a figure in the name.' })
  if (named.length > 60) refusals.push({ field: 'version', message: 'Keep the name under 60 characters.' })
  if (refusals.length > 0) return refused(...refusals)
  const [newest] = versions
  const version = named || freeVersion(versionAfter(newest?.version ?? null, today), taken)
  await publish(tx, next, {
    version,
    place: (newest?.place ?? 0) + 1,
    public: newest?.public ?? false,
    by: actor,
  })
  await deleteDraft(tx, frameworkId)
  await record(tx, {
    kind: 'framework.published',
    actor,
    personId: null,
    recordId: frameworkId,
    payload: { title: next.title, version, from: before?.version ?? null, because, ...counts(diff) },
  })
  return done(version)
}

/** How much a difference holds, for the history. */
export const counts = ({ added, reworded, removed, moved, unchanged }: FrameworkDiff) => ({
  added: added.length,
  reworded: reworded.length,
  removed: removed.length,
  moved: moved.length,
  unchanged,
})
