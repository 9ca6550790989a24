import { addDays, type Day, dayOf, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { type Objective, type ObjectiveFields, type ObjectiveUnit, standing } from './objective.ts'

/** Who does an action of a template: whoever starts from it, their leader, or somebody they name then. */
export type TemplateOwner = 'me' | 'leader' | 'other'

export type TemplateAction = { what: string; owner: TemplateOwner; weeks: number }

/** One objective of a template. Its words may hold `[in 12 weeks]` where a date is to stand. */
export type TemplateItem = {
  title: string
  text: string
  competencyId: Id | null
  /** The key of a measure, "count" where it is counted by hand; null where there is none. */
  measure: string | null
  /** As stored: a share from 0 to 1, a time in seconds. */
  target: number | null
  /** Due so many weeks after the start. */
  weeks: number
  resources: string
  success: string
  actions: TemplateAction[]
}

export type TemplateFields = { name: string; roleId: Id | null; cohort: string; items: TemplateItem[] }

/** The furthest that a template plans ahead, in weeks. */
const MOST_WEEKS = 104
const MOST_ITEMS = 20

/**
 * Why a template cannot be kept; fields are `name`, `cohort`, `role`, and `iN-text`, `iN-weeks`, `iN-actions`,
 * `iN-competency`, `iN-measure` of the item at N from 0.
 */
export function checkTemplate(
  { name, cohort, roleId, items }: TemplateFields,
  known: {
    roles: ReadonlySet<string>
    competencies: ReadonlySet<string>
    measures: ReadonlySet<string>
  },
): Refusal[] {
  const refusals: Refusal[] = []
  if (!name) refusals.push({ field: 'name', message: 'Give the template a name.' })
  if (name.length > 100) refusals.push({ field: 'name', message: 'Keep the name under 100 characters.' })
  if (cohort.length > 100) refusals.push({ field: 'cohort', message: 'Keep it under 100 characters.' })
  if (roleId && !known.roles.has(roleId))
    refusals.push({ field: 'role', message: 'Choose a role of the list.' })
  if (items.length === 0)
    refusals.push({ field: 'i0-text', message: 'Write at least one objective: a template starts a plan.' })
  if (items.length > MOST_ITEMS)
    refusals.push({ field: 'name', message: `Keep a template to ${MOST_ITEMS} objectives.` })
  items.forEach((item, at) => {
    const refuse = (part: string, message: string) => refusals.push({ field: `i${at}-${part}`, message })
    if (!item.text) refuse('text', 'Write the objective in a sentence.')
    if (item.text.length > 5000) refuse('text', 'Keep the objective under 5,000 characters.')
    if (!weeksFit(item.weeks)) refuse('weeks', `Give the weeks as a number from 1 to ${MOST_WEEKS}.`)
    if (item.actions.some(({ weeks, what }) => !weeksFit(weeks) || what.length > 1000))
      refuse('actions', `Begin each action with its week, from 1 to ${MOST_WEEKS}, and keep it short.`)
    if (item.competencyId && !known.competencies.has(item.competencyId))
      refuse('competency', 'Choose a competency of the list.')
    if (item.measure && !known.measures.has(item.measure)) refuse('measure', 'Choose a measure of the list.')
  })
  return refusals
}

const weeksFit = (weeks: number) => Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS

/** The words with each `[in 12 weeks]` as the day that it falls on. */
export function withDates(text: string, start: Day): string {
  return text.replace(/\[in (\d{1,3}) weeks?\]/gi, (_, weeks: string) =>
    plainDay(addDays(start, 7 * Number(weeks))),
  )
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const DATE =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (January|February|March|April|May|June|July|August|September|October|November|December)\b(?: (\d{4}))?/gi

/** The words with each day, such as 29 January 2027, as weeks from the start: `[in 12 weeks]`. A day before it stays. */
export function withWeeks(text: string, start: Day): string {
  return text.replace(DATE, (words: string, date: string, month: string, year?: string) => {
    const at = (inYear: number) => dayOf(inYear, MONTHS.indexOf(month.toLowerCase()) + 1, Number(date))
    const first = Number(start.slice(0, 4))
    const day = year ? at(Number(year)) : [at(first), at(first + 1)].find((one) => one && one >= start)
    return day && day >= start ? `[in ${weeksFrom(start, day)} weeks]` : words
  })
}

const weeksFrom = (start: Day, day: Day) =>
  Math.min(MOST_WEEKS, Math.max(1, Math.round(daysBetween(start, day) / 7)))

/** Somebody whose name is put aside in a template, and what stands in its place: "me", "my leader", "a colleague". */
export type Named = { name: string; as: string }

/**
 * The words without the names of people: full names first, then first names that begin with a capital. A first name that is
 * also a month stays, as a date may hold it.
 */
export function withoutNames(text: string, people: readonly Named[]): string {
  const full = people.map(({ name, as }) => ({ name, as }))
  const first = people.flatMap(({ name, as }) => {
    const [given = ''] = name.split(/\s+/)
    const apart = given.length > 1 && given !== name && !MONTHS.includes(given.toLowerCase())
    return apart ? [{ name: given, as }] : []
  })
  return [...full, ...first]
    .filter(({ name }) => name.trim() !== '')
    .reduce((words, { name, as }) => {
      const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return words.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'), as)
    }, text)
}

/** An agreed objective as one of a template: days as weeks from the start, people as what they are to the person. */
export function itemOf(
  objective: Objective,
  people: readonly Named[],
  of: { competencyId: Id | null; leaderId: Id | null },
): TemplateItem {
  const { title, text, due, measure, unit, target, resources, success, agreedOn, madeOn, personId } =
    objective
  const start = agreedOn ?? madeOn
  const plain = (words: string) => withWeeks(withoutNames(words, people), start)
  return {
    title: plain(title),
    text: plain(text),
    competencyId: of.competencyId,
    // A tally is the person's own, and nobody else has it.
    measure: measure?.startsWith('tally:') ? null : (measure ?? (unit === 'count' ? 'count' : null)),
    target: measure?.startsWith('tally:') ? null : target,
    weeks: due && due > start ? weeksFrom(start, due) : 12,
    resources: plain(resources),
    success: plain(success),
    actions: standing(objective.actions).map(({ what, ownerId, owner, by }) => ({
      what: plain(what).replace(/\s+/g, ' '),
      owner:
        ownerId === personId || owner === ''
          ? 'me'
          : ownerId !== null && ownerId === of.leaderId
            ? 'leader'
            : 'other',
      weeks: by && by > start ? weeksFrom(start, by) : 1,
    })),
  }
}

const MARKS: Record<TemplateOwner, string> = { me: '', leader: ' (leader)', other: ' (somebody else)' }

/** Actions as a person writes them, one a line: "2: Listen in on two calls (leader)". */
export function actionLines(actions: readonly TemplateAction[]): string {
  return actions.map(({ weeks, what, owner }) => `${weeks}: ${what}${MARKS[owner]}`).join('\n')
}

/** Actions from their lines; a line without a week has week 0, which no template keeps. */
export function readActions(text: string): TemplateAction[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, weeks = '0', rest = line] = /^(?:week\s*)?(\d{1,3})\s*[:.)-]\s*(\S.*)$/i.exec(line) ?? []
      const owner = /\(leader\)$/i.test(rest) ? 'leader' : /\(somebody else\)$/i.test(rest) ? 'other' : 'me'
      const what = owner === 'me' ? rest : rest.replace(/\s*\([^()]*\)$/, '')
      return { what, owner, weeks: Number(weeks) }
    })
}

/** What an item begins for somebody on a day: a draft, with the need that it closes where they have one. */
export function draftOf(
  item: TemplateItem,
  asked: {
    start: Day
    need: { needId: Id; why: string } | null
    unit: ObjectiveUnit | null
    names: Record<TemplateOwner, string>
  },
): ObjectiveFields {
  const { start, need, unit, names } = asked
  return {
    needId: need?.needId ?? null,
    title: item.title,
    text: withDates(item.text, start),
    kind: 'professional',
    why: need?.why ?? '',
    sharing: 'assessor',
    private: false,
    measure: item.measure === 'count' || unit === null ? null : item.measure,
    unit,
    baseline: null,
    target: unit === null ? null : item.target,
    due: addDays(start, 7 * item.weeks),
    resources: withDates(item.resources, start),
    success: withDates(item.success, start),
    priorityId: null,
    servesAspiration: false,
    actions: item.actions.map(({ what, owner, weeks }) => ({
      actionId: null,
      what: withDates(what, start),
      owner: names[owner],
      by: addDays(start, 7 * weeks),
      drop: false,
    })),
  }
}
