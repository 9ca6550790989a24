import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import { clip, count, within } from '../../../kernel/text.ts'
import { actionDifferences, type Difference } from './action-differences.ts'
import { type Budget, budgetFor, budgetState } from './budget.ts'
import { figureWords } from './figures.ts'
import type { Bands, Objective } from './objective.ts'

type Said = Omit<Difference, 'key'>

/** An objective as far as two of its states are compared. */
export type Compared = Omit<Objective, 'reading'>

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

function moved(
  item: string,
  before: string | null,
  after: string | null,
  how = 'moved',
  words?: string,
): Said[] {
  if (before === after) return []
  const plain =
    before === null
      ? `${item} set to ${after}`
      : after === null
        ? `${item} removed, it was ${before}`
        : `${item} ${how} from ${before} to ${after}`
  return [{ item, before, after, words: words ?? plain }]
}

const quote = (text: string) => `“${clip(within(text), 160)}”`

function reworded(item: string, before: string, after: string): Said[] {
  if (before === after) return []
  const words = !before
    ? `${item} added: ${quote(after)}`
    : !after
      ? `${item} removed, it was ${quote(before)}`
      : `${item} reworded to ${quote(after)}`
  return [{ item, before: before || null, after: after || null, words }]
}

function due(before: Day | null, after: Day | null): Said[] {
  const words =
    before && after
      ? `due ${movedBy(before, after)}, on ${plainDay(after)} and not ${plainDay(before)}`
      : undefined
  return moved('due date', before && plainDay(before), after && plainDay(after), 'moved', words)
}

function budget(before: Budget | null, after: Budget | null): Said[] {
  const whole = (one: Budget | null) => one && `${budgetFor(one)}, ${budgetState(one)}`
  const [was, is] = [whole(before), whole(after)]
  if (was === is) return []
  const same = before && after && budgetFor(before) === budgetFor(after)
  const words = !after
    ? `budget taken out, it was ${was}`
    : same
      ? `budget of ${budgetFor(after)} now ${budgetState(after)}`
      : before
        ? `budget changed from ${budgetFor(before)} to ${is}`
        : `budget added: ${is}`
  return [{ item: 'budget', before: was, after: is, words }]
}

const BAND_WORDS: Record<keyof Bands, string> = {
  partly: 'partly met',
  met: 'met',
  exceeded: 'exceeded',
}

function bands(before: Bands, after: Bands): Said[] {
  return (Object.keys(BAND_WORDS) as (keyof Bands)[]).flatMap((band): Said[] => {
    const [was, is] = [before[band], after[band]]
    if (was === is) return []
    const name = `“${BAND_WORDS[band]}”`
    const words = is ? `${name} now means ${quote(is)}` : `${name} no longer means ${quote(was)}`
    return [
      { item: `what ${name} means`, before: was || null, after: is || null, words: `the band ${words}` },
    ]
  })
}

/** Whom a sharing lets read, besides the person. */
const READERS: Record<Sharing, string> = {
  me: 'nobody else',
  leader: 'the leader',
  assessor: 'the leader and the assessor',
}

function served(item: string, words: string, before: boolean, after: boolean): Said[] {
  if (before === after) return []
  return [
    {
      item,
      before: before ? 'served' : null,
      after: after ? 'served' : null,
      words: after ? `now serves ${words}` : `no longer serves ${words}`,
    },
  ]
}

function need(before: Id | null, after: Id | null): Said[] {
  if (before === after) return []
  const words = !before ? 'now closes a need' : after ? 'now closes another need' : 'no longer closes a need'
  return [{ item: 'need', before: before && 'one need', after: after && 'another need', words }]
}

function comesAfter(before: string | null, after: string | null): Said[] {
  if (before === after) return []
  const words = after
    ? `now comes after ${after}${before ? ` and not ${before}` : ''}`
    : `no longer comes after ${before}`
  return [{ item: 'what comes first', before, after, words }]
}

function closed(before: Compared, after: Compared): Said[] {
  if ((before.state === 'closed') === (after.state === 'closed')) return []
  const isClosed = after.state === 'closed'
  const words = isClosed ? `closed, ${after.closedAs ?? 'no longer needed'}` : 'opened again'
  return [{ item: 'state', before: isClosed ? 'open' : 'closed', after: isClosed ? 'closed' : 'open', words }]
}

const figure = (objective: Compared, key: 'baseline' | 'target') => {
  const value = objective[key]
  return value === null ? null : figureWords(value, objective.unit)
}

/** A part of an objective that a version says in words, with the fields it stands for. */
export type Part = {
  key: string
  fields: readonly (keyof Compared)[]
  say(before: Compared, after: Compared): Said[]
}

/** Every part that a person can ask to change, in the order of the page. Actions are said one by one, besides. */
export const PARTS: readonly Part[] = [
  { key: 'name', fields: ['title'], say: (a, b) => reworded('name', a.title, b.title) },
  { key: 'objective', fields: ['text'], say: (a, b) => reworded('objective', a.text, b.text) },
  { key: 'kind', fields: ['kind'], say: (a, b) => moved('kind', a.kind, b.kind, 'changed') },
  {
    key: 'sharing',
    fields: ['sharing', 'private'],
    say: (a, b) =>
      moved(
        'readers',
        READERS[a.sharing],
        READERS[b.sharing],
        'changed',
        `now shared with ${READERS[b.sharing]}`,
      ),
  },
  { key: 'why', fields: ['why'], say: (a, b) => reworded('reason', a.why, b.why) },
  { key: 'need', fields: ['needId'], say: (a, b) => need(a.needId, b.needId) },
  {
    key: 'measure',
    fields: ['measure', 'measureName', 'unit', 'basis'],
    say: (a, b) => moved('measure', a.measureName, b.measureName, 'changed'),
  },
  {
    key: 'baseline',
    fields: ['baseline'],
    say: (a, b) => moved('start', figure(a, 'baseline'), figure(b, 'baseline')),
  },
  {
    key: 'target',
    fields: ['target'],
    say: (a, b) => moved('target', figure(a, 'target'), figure(b, 'target')),
  },
  { key: 'due', fields: ['due'], say: (a, b) => due(a.due, b.due) },
  { key: 'resources', fields: ['resources'], say: (a, b) => reworded('resources', a.resources, b.resources) },
  { key: 'budget', fields: ['budget'], say: (a, b) => budget(a.budget, b.budget) },
  {
    key: 'success',
    fields: ['success'],
    say: (a, b) => reworded('success criterion', a.success, b.success),
  },
  { key: 'bands', fields: ['bands'], say: (a, b) => bands(a.bands, b.bands) },
  { key: 'after', fields: ['afterId', 'after'], say: (a, b) => comesAfter(a.after, b.after) },
  {
    key: 'priority',
    fields: ['priorityId', 'priority'],
    say: (a, b) => moved('priority', a.priority, b.priority, 'changed'),
  },
  {
    key: 'aspiration',
    fields: ['servesAspiration'],
    say: (a, b) => served('aspiration', 'the aspiration', a.servesAspiration, b.servesAspiration),
  },
]

/** What agreeing or closing itself writes. */
export const SETTLED: readonly Part[] = [
  { key: 'state', fields: ['state', 'closedAs', 'closedOn'], say: closed },
  {
    key: 'unmet',
    fields: ['unmetReason'],
    say: (a, b) => reworded('reason to agree it all the same', a.unmetReason ?? '', b.unmetReason ?? ''),
  },
]

const saidBy = (parts: readonly Part[], before: Compared, after: Compared) =>
  parts.flatMap(({ key, say }) => say(before, after).map((said): Difference => ({ key, ...said })))

/** What differs between an objective before and after, item by item, in the order of the page. */
export function differences(before: Compared, after: Compared): Difference[] {
  return [...saidBy(SETTLED, before, after), ...requested(before, after)]
}

/** The same, of what a person can ask to change alone. */
export function requested(before: Compared, after: Compared): Difference[] {
  return [...saidBy(PARTS, before, after), ...actionDifferences(before.actions, after.actions)]
}
