import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { count, within } from '../../../kernel/text.ts'
import { figureWords } from './figures.ts'
import type { Action, Cause, Objective } from './objective.ts'

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
}

/** One thing that differs between two states of an objective. `words` reads after the objective's name. */
export type Difference = {
  item: string
  before: string | null
  after: string | null
  words: string
  /** An action was done, or not after all: the plan was followed, not changed. */
  progress?: true
}

/** How far a date moved: "a month later", "6 weeks later", "3 days earlier". */
export function movedBy(from: Day, to: Day): string {
  const days = daysBetween(from, to)
  const size = Math.abs(days)
  const [fromYear = 0, fromMonth = 0, fromDate = ''] = partsOf(from)
  const [toYear = 0, toMonth = 0, toDate = ''] = partsOf(to)
  const months = Math.abs((toYear - fromYear) * 12 + toMonth - fromMonth)
  const text =
    fromDate === toDate && months > 0
      ? months === 1
        ? 'a month'
        : count(months, 'month')
      : size >= 14
        ? count(Math.round(size / 7), 'week')
        : size === 7
          ? 'a week'
          : count(size, 'day')
  return `${text} ${days > 0 ? 'later' : 'earlier'}`
}

const partsOf = (day: Day): [number, number, string] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  day.slice(8),
]

type Compared = Omit<Objective, 'reading' | 'basis'>

function moved(item: string, before: string | null, after: string | null, words?: string): Difference[] {
  if (before === after) return []
  const plain =
    before === null
      ? `${item} set to ${after}`
      : after === null
        ? `${item} removed, it was ${before}`
        : `${item} moved from ${before} to ${after}`
  return [{ item, before, after, words: words ?? plain }]
}

function reworded(item: string, before: string, after: string): Difference[] {
  if (before === after) return []
  const words = !before ? `${item} added: “${after}”` : !after ? `${item} removed` : `${item} reworded`
  return [{ item, before: before || null, after: after || null, words }]
}

function due(before: Day | null, after: Day | null): Difference[] {
  if (before === after) return []
  const words =
    before && after
      ? `due ${movedBy(before, after)}, on ${plainDay(after)} and not ${plainDay(before)}`
      : undefined
  return moved('due date', before && plainDay(before), after && plainDay(after), words)
}

const said = (action: Pick<Action, 'what' | 'owner' | 'by'>) =>
  `“${action.what}”${action.owner ? `, ${action.owner}` : ''}${action.by ? `, by ${plainDay(action.by)}` : ''}`

function actions(before: readonly Action[], after: readonly Action[]): Difference[] {
  const earlier = new Map(before.map((action) => [action.actionId, action]))
  const later = new Set(after.map((action) => action.actionId))
  const changed = after.flatMap((action): Difference[] => {
    const old = earlier.get(action.actionId)
    const now = said(action)
    if (!old)
      return action.state === 'dropped'
        ? []
        : [{ item: 'action', before: null, after: now, words: `action added: ${now}` }]
    if (action.state === 'dropped' && old.state !== 'dropped')
      return [{ item: 'action', before: said(old), after: null, words: `action dropped: ${now}` }]
    if (old.state !== action.state) {
      const words = action.state === 'planned' ? `action taken up again: ${now}` : `action done: ${now}`
      return [{ item: 'action', before: old.state, after: action.state, words, progress: true }]
    }
    return said(old) === now
      ? []
      : [{ item: 'action', before: said(old), after: now, words: `action changed to ${now}` }]
  })
  const gone = before
    .filter((action) => !later.has(action.actionId) && action.state !== 'dropped')
    .map((action) => ({
      item: 'action',
      before: said(action),
      after: null,
      words: `action dropped: ${said(action)}`,
    }))
  return [...changed, ...gone]
}

/** What differs between an objective before and after, item by item, in the order of the page. */
function differences(before: Compared, after: Compared): Difference[] {
  const figure = (objective: Compared, key: 'baseline' | 'target') => {
    const value = objective[key]
    return value === null ? null : figureWords(value, objective.unit)
  }
  const closed =
    before.state !== 'closed' && after.state === 'closed'
      ? [
          {
            item: 'state',
            before: 'open',
            after: 'closed',
            words: `closed, ${after.closedAs ?? 'no longer needed'}`,
          },
        ]
      : []
  return [
    ...closed,
    ...reworded('name', before.title, after.title),
    ...reworded('objective', before.text, after.text),
    ...moved('kind', before.kind, after.kind),
    ...reworded('reason', before.why, after.why),
    ...moved('measure', before.measureName, after.measureName),
    ...moved('start', figure(before, 'baseline'), figure(after, 'baseline')),
    ...moved('target', figure(before, 'target'), figure(after, 'target')),
    ...due(before.due, after.due),
    ...reworded('resources', before.resources, after.resources),
    ...reworded('success criterion', before.success, after.success),
    ...moved('priority', before.priority, after.priority),
    ...(before.servesAspiration === after.servesAspiration
      ? []
      : moved(
          'aspiration',
          before.servesAspiration ? 'served' : null,
          after.servesAspiration ? 'served' : null,
          after.servesAspiration ? 'now serves the aspiration' : 'no longer serves the aspiration',
        )),
    ...actions(before.actions, after.actions),
  ]
}

export type ObjectiveDiff = { objectiveId: Id; ref: string; title: string; differences: Difference[] }

/** What differs between two versions of a plan: objectives added, changed and gone. Source: mission.md A7. */
export function diffPlans(before: readonly Compared[], after: readonly Compared[]): ObjectiveDiff[] {
  const earlier = new Map(before.map((one) => [one.objectiveId, one]))
  const later = new Set(after.map((one) => one.objectiveId))
  const kept = after.map((one): ObjectiveDiff => {
    const { objectiveId, ref, title } = one
    const old = earlier.get(objectiveId)
    const added = { item: 'objective', before: null, after: one.title, words: `added: “${one.title}”` }
    return { objectiveId, ref, title, differences: old ? differences(old, one) : [added] }
  })
  const gone = before
    .filter((one) => !later.has(one.objectiveId))
    .map(({ objectiveId, ref, title }) => ({
      objectiveId,
      ref,
      title,
      differences: [{ item: 'objective', before: title, after: null, words: 'taken out' }],
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
  return diffs.flatMap(({ objectiveId, ref, differences }) =>
    differences
      .filter(({ progress }) => !progress)
      .map(({ item, words, before, after }) => ({
        objectiveId,
        ref,
        item,
        words,
        before,
        after,
        ...(causes.get(objectiveId) ?? { cause: 'other' as const, reason: '' }),
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
    return [
      {
        objectiveId: first.objectiveId,
        ref: first.ref,
        words: group.map((one) => one.words).join('; ') + because(first),
      },
    ]
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
