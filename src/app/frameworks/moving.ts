import { type Actor, administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { inTurns } from '../../shell/turns.ts'
import { record } from '../history/history.ts'
import { readPackage } from './library.ts'
import { counts } from './publishing.ts'
import type { Framework } from './rules/competency.ts'
import { asksTheSame, differenceInSteps, type FrameworkDiff } from './rules/difference.ts'
import { isCompetency } from './rules/item.ts'
import { listInForce, listWorded, saveIdentities } from './store/competencies.ts'
import { findFramework, lockFramework, setInForce } from './store/library.ts'
import { NOT_HERE } from './writing.ts'

/** One version of one framework. */
export type FrameworkVersion = { frameworkId: Id; version: string }

/** How one version differs from another, of the same framework or not; null where either is not there. */
export async function diffOf(
  tx: OrgTx,
  a: FrameworkVersion,
  b: FrameworkVersion,
): Promise<FrameworkDiff | null> {
  const before = await readPackage(tx, a.frameworkId, a.version)
  const after = await readPackage(tx, b.frameworkId, b.version)
  return before && after ? inTurns(differenceInSteps(before, after)) : null
}

/** Everybody was moved to another version: what people are assessed on from now on, and why. */
export const frameworkMoved: Event<{
  before: Framework
  after: Framework
  diff: FrameworkDiff
  because: string
  by: Actor
  today: Day
}> = event()

/**
 * Moves everybody to another version, of the framework in force or of another: from now on its items are what roles ask
 * and people are assessed on. What was said of an item counts on only where the item is unchanged; all else is kept as
 * it was said. Source: mission.md B2.
 * @returns how it differs from the version in force until now; refusals name `because`
 */
export async function putInForce(
  tx: OrgTx,
  actor: Actor,
  asked: FrameworkVersion & { because: string },
  today: Day,
): Promise<Outcome<FrameworkDiff>> {
  if (!administers(actor, null))
    return refused({ message: 'Only an administrator moves everybody to another version.' })
  await lockFramework(tx, 'in force')
  const before = await findFramework(tx)
  const next = await readPackage(tx, asked.frameworkId, asked.version)
  if (!before || !next) return refused(NOT_HERE)
  const because = asked.because.trim()
  const refusals: Refusal[] = []
  if (before.frameworkId === asked.frameworkId && before.version === asked.version)
    refusals.push({ message: `Version ${asked.version} is in force already.` })
  if (!next.items.some(isCompetency))
    refusals.push({
      message: `${next.title} ${next.version} has no knowledge, skill or behaviour that people could be assessed on.`,
    })
  if (!because)
    refusals.push({ field: 'because', message: 'Say in a sentence why everybody is moved to this version.' })
  if (refusals.length > 0) return refused(...refusals)
  const was = (await readPackage(tx, before.frameworkId, before.version)) ?? next
  const diff = await inTurns(differenceInSteps(was, next))
  await saveIdentities(tx, asked)
  await setInForce(tx, asked)
  const after = (await findFramework(tx)) ?? before
  await record(tx, {
    kind: 'framework.put-in-force',
    actor,
    personId: null,
    recordId: asked.frameworkId,
    payload: {
      version: after.version,
      from: `${before.title} ${before.version}`,
      to: `${after.title} ${after.version}`,
      because,
      ...counts(diff),
    },
  })
  await frameworkMoved.happen(tx, { before, after, diff, because, by: actor, today })
  return done(diff)
}

/** The competencies in force that ask just what an earlier version asked in them. */
export async function unchangedSince(tx: OrgTx, version: FrameworkVersion): Promise<ReadonlySet<Id>> {
  const then = new Map((await listWorded(tx, version)).map((one) => [one.competencyId, one]))
  const same = (await listInForce(tx)).filter((now) => {
    const was = then.get(now.competencyId)
    return was !== undefined && asksTheSame(was, now)
  })
  return new Set(same.map(({ competencyId }) => competencyId))
}
