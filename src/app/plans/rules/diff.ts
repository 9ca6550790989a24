import type { Id } from '../../../kernel/id.ts'
import { SHARINGS, type Sharing } from '../../../kernel/sharing.ts'
import { within } from '../../../kernel/text.ts'
import type { Difference } from './action-differences.ts'
import { type Compared, differences } from './differences.ts'
import type { Cause } from './objective.ts'
import { inOrder, ordinal } from './order.ts'

/** A change of the plan in words a person reads: "target moved from 76% to 80%", with its cause. */
export type PlanChange = {
  objectiveId: Id
  ref: string
  /** What of the objective changed: "target". */
  item: string
  words: string
  before: string | null
  after: string | null
  cause: Cause
  reason: string
  /** Who may read it, where not everybody who reads the plan may. */
  sharing?: Sharing
}

export type ObjectiveDiff = {
  objectiveId: Id
  ref: string
  title: string
  /** Of the two states, the one that fewer may read. */
  sharing: Sharing
  differences: Difference[]
}

const narrowest = (...all: Sharing[]): Sharing => SHARINGS.find((one) => all.includes(one)) ?? 'me'

/** Whether whoever may read one objective may read the other too. */
const isAsOpen = (other: Compared, sharing: Sharing) =>
  SHARINGS.indexOf(other.sharing) >= SHARINGS.indexOf(sharing)

/**
 * Open objectives that stand elsewhere among those that both plans hold: what was added or closed moves nobody. Each is
 * counted among those that all of its readers may read, so that no place tells of another.
 */
function reordered(before: readonly Compared[], after: readonly Compared[]): ReadonlyMap<Id, Difference> {
  return new Map(
    SHARINGS.flatMap((sharing) => {
      const shown = (all: readonly Compared[]) => all.filter((one) => isAsOpen(one, sharing))
      const moved = movedAmong(shown(before), shown(after))
      return after
        .filter((one) => one.sharing === sharing)
        .flatMap(({ objectiveId }) => {
          const difference = moved.get(objectiveId)
          return difference ? [[objectiveId, difference] as const] : []
        })
    }),
  )
}

function movedAmong(before: readonly Compared[], after: readonly Compared[]): ReadonlyMap<Id, Difference> {
  const both = (these: readonly Compared[], those: readonly Compared[]) =>
    inOrder(these).filter((one) =>
      those.some((other) => other.objectiveId === one.objectiveId && other.state !== 'closed'),
    )
  const was = both(before, after).map(({ objectiveId }) => objectiveId)
  const is = both(after, before).map(({ objectiveId }) => objectiveId)
  return new Map(
    is.flatMap((objectiveId, at) => {
      const from = was.indexOf(objectiveId)
      if (from === at) return []
      const [old, now] = [ordinal(from + 1), ordinal(at + 1)]
      const words = `now comes ${now} and not ${old}`
      return [[objectiveId, { key: 'order', item: ORDER, before: old, after: now, words }] as const]
    }),
  )
}

const ORDER = 'order'

/** What differs between two versions of a plan: objectives added, changed and gone. Source: mission.md A7. */
export function diffPlans(before: readonly Compared[], after: readonly Compared[]): ObjectiveDiff[] {
  const earlier = new Map(before.map((one) => [one.objectiveId, one]))
  const later = new Set(after.map((one) => one.objectiveId))
  const order = reordered(before, after)
  const kept = after.map((one): ObjectiveDiff => {
    const { objectiveId, ref, title } = one
    const old = earlier.get(objectiveId)
    const sharing = narrowest(one.sharing, old?.sharing ?? one.sharing)
    const place = order.get(objectiveId)
    const added = { item: 'objective', before: null, after: title, words: `added: “${title}”` }
    const all = old ? [...differences(old, one), ...(place ? [place] : [])] : [{ key: 'added', ...added }]
    return { objectiveId, ref, title, sharing, differences: all }
  })
  const gone = before
    .filter((one) => !later.has(one.objectiveId))
    .map(({ objectiveId, ref, title, sharing }) => ({
      objectiveId,
      ref,
      title,
      sharing,
      differences: [{ key: 'gone', item: 'objective', before: title, after: null, words: 'taken out' }],
    }))
  return [...kept, ...gone].filter((one) => one.differences.length > 0)
}

/**
 * Every difference as a change with one cause for each objective; those without a cause are "other". An action that was
 * done meanwhile is none: it has no cause in the review.
 */
export function changesOf(
  diffs: readonly ObjectiveDiff[],
  causes: ReadonlyMap<Id, { cause: Cause; reason: string }>,
): PlanChange[] {
  return diffs.flatMap(({ objectiveId, ref, sharing, differences }) =>
    differences
      .filter(({ progress }) => !progress)
      .map(({ item, words, before, after }) => ({
        objectiveId,
        ref,
        item,
        words,
        before,
        after,
        ...(causes.get(objectiveId) ?? {
          cause: 'other' as const,
          reason: item === ORDER ? 'the objectives were put in another order' : '',
        }),
        ...(sharing !== 'assessor' && { sharing }),
      })),
  )
}

/** "O-14: target moved from 76% to 80%; due a month later, because the target was missed: many bills were late." */
export function changeLines(
  changes: readonly PlanChange[],
): { objectiveId: Id; ref: string; words: string }[] {
  const byObjective = new Map<Id, PlanChange[]>()
  for (const change of changes)
    byObjective.set(change.objectiveId, [...(byObjective.get(change.objectiveId) ?? []), change])
  return [...byObjective.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const byCause = Map.groupBy(group, because)
    const words = [...byCause].map(([why, same]) => same.map((one) => one.words).join('; ') + why).join('; ')
    return [{ objectiveId: first.objectiveId, ref: first.ref, words }]
  })
}

/** The causes in a sentence's words. */
const CAUSE_WORDS: Record<Cause, string> = {
  'job role': 'the job changed',
  'profile changed': 'the role profile changed',
  'organisation priority': 'a priority of the organisation changed',
  aspiration: 'the aspiration changed',
  feedback: 'of feedback',
  'target met': 'the target was met',
  'target missed': 'the target was missed',
  other: '',
}

function because({ cause, reason }: Pick<PlanChange, 'cause' | 'reason'>): string {
  const words = CAUSE_WORDS[cause]
  if (!words && !reason) return ''
  return `; because ${[words, within(reason)].filter(Boolean).join(': ')}`
}
