import { type Actor, administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { amendPlan } from './amend.ts'
import {
  type CarryItem,
  changesAtEnd,
  checkCarry,
  openAtEnd,
  type PlanYear,
  yearName,
  yearToClose,
} from './rules/carry.ts'
import { findFirstMonth, listEnds, saveEnd, saveFirstMonth, type YearEnd } from './store/carry.ts'
import { listStored, lockPlan } from './store/objectives.ts'
import { listVersions } from './store/plan.ts'

/** Where a person's plan stands at the end of a year. */
export type YearShown = {
  /** The year that can be closed now, or whose close is proposed; null where none is. */
  year: PlanYear | null
  /** What is proposed for that year. */
  end: YearEnd | null
  /** The years that are closed, the newest first. */
  closed: (YearEnd & { name: string })[]
}

/**
 * The end of the plan year of a person today. What is said of it can speak of every objective that is shared with the
 * leader, so only the person and who leads them get its words. Source: mission.md A9.
 */
export async function yearOf(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<YearShown> {
  const reads = viewer.personId === personId || viewer.leads.includes(personId)
  const kept = await listEnds(tx, personId)
  const ends = reads ? kept : kept.map((end): YearEnd => ({ ...end, items: [], question: '' }))
  const closed = ends.filter(({ state }) => state === 'closed')
  const firstAgreedOn = (await listVersions(tx, personId)).at(-1)?.agreedOn ?? null
  const closedTo = closed[0]?.to ?? null
  const year = yearToClose(today, await findFirstMonth(tx), { firstAgreedOn, closedTo })
  return {
    year,
    end: (year && ends.find(({ from, state }) => from === year.from && state !== 'closed')) || null,
    closed: closed.map((end) => ({ ...end, name: yearName(end.from, end.to) })),
  }
}

const NOT_NOW = { message: 'No plan year can be closed today: it can be from eight weeks before its end.' }
const OVERTAKEN = {
  message: 'Somebody changed this after you opened the page. Read what is proposed now, then decide.',
}

/**
 * Proposes what becomes of every agreed open objective at the end of the plan year; the leader agrees it. Where nobody
 * leads the person, it is closed at once. Source: mission.md A7.
 * @returns the plan's version that the year ended with, null while it waits; refusals are those of `checkCarry`
 */
export async function proposeYearEnd(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; items: readonly CarryItem[] },
  today: Day,
): Promise<Outcome<number | null>> {
  const { personId } = asked
  if (actor.personId !== personId)
    return refused({ message: 'Only the person can say what becomes of their objectives.' })
  await lockPlan(tx, personId)
  const { year, end } = await yearOf(tx, personId, actor, today)
  if (!year) return refused(NOT_NOW)
  const objectives = await listStored(tx, personId)
  const refusals = checkCarry(asked.items, objectives, year)
  if (refusals.length > 0) return refused(...refusals)
  const open = new Set(openAtEnd(objectives).map(({ objectiveId }) => objectiveId))
  const items = asked.items.filter(({ objectiveId }) => open.has(objectiveId))
  const proposed: YearEnd = {
    from: year.from,
    to: year.to,
    state: 'proposed',
    items,
    question: '',
    version: (end?.version ?? 0) + 1,
    proposedOn: today,
    planVersion: null,
    closedOn: null,
  }
  const led = (await findPerson(tx, personId))?.leaderId ?? null
  if (led === null) return close(tx, actor, personId, proposed, today)
  await saveEnd(tx, personId, proposed)
  await note(tx, actor, personId, 'plans.year-proposed', { year: year.name, items })
  return done(null)
}

/** Agrees what is proposed for the end of the year: one new version of the plan, in which the year ends. */
export async function agreeYearEnd(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; version: number },
  today: Day,
): Promise<Outcome<number>> {
  const opened = await openEnd(tx, actor, asked, today)
  if (!opened.ok) return opened
  const { end, year } = opened.value
  const objectives = await listStored(tx, asked.personId)
  const refusals = checkCarry(end.items, objectives, year)
  if (refusals.length > 0) return refused(...refusals)
  return close(tx, actor, asked.personId, end, today)
}

/** Sends back what is proposed for the end of the year, with what is to change. Refusals name `question`. */
export async function sendBackYearEnd(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; version: number; words: string },
  today: Day,
): Promise<Outcome<null>> {
  const opened = await openEnd(tx, actor, asked, today)
  if (!opened.ok) return opened
  const { words: question, personId } = asked
  if (!question)
    return refused({ field: 'question', message: 'Write what should change, so that they can answer.' })
  const { end, year } = opened.value
  await saveEnd(tx, personId, { ...end, state: 'sent back', question, version: end.version + 1 })
  await note(tx, actor, personId, 'plans.year-sent-back', { year: year.name, question })
  return done(null)
}

async function openEnd(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; version: number },
  today: Day,
): Promise<Outcome<{ end: YearEnd; year: PlanYear }>> {
  const { personId } = asked
  if (!actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can agree how the year ends.' })
  await lockPlan(tx, personId)
  const { year, end } = await yearOf(tx, personId, actor, today)
  if (!year || end?.state !== 'proposed') return refused({ message: 'Nothing is proposed any longer.' })
  return end.version === asked.version ? done({ end, year }) : refused(OVERTAKEN)
}

/** Ends the year: by the plan's own way of changing, and where nothing changes with the version in force. */
async function close(
  tx: OrgTx,
  actor: Actor,
  personId: Id,
  end: YearEnd,
  today: Day,
): Promise<Outcome<number>> {
  const changes = changesAtEnd(end.items, await listStored(tx, personId))
  const amended = await amendPlan(tx, actor, { personId, changes, reviewId: null }, today)
  if (!amended.ok) return amended
  const planVersion = amended.value
  await saveEnd(tx, personId, { ...end, state: 'closed', planVersion, closedOn: today })
  const year = yearName(end.from, end.to)
  await note(tx, actor, personId, 'plans.year-closed', { year, planVersion })
  return done(planVersion)
}

async function note(tx: OrgTx, actor: Actor, personId: Id, kind: string, payload: object): Promise<void> {
  await record(tx, { kind, actor, personId, recordId: personId, payload })
}

/** Says in which month plan years begin, 1 to 12. Years that are closed stay as they were. Refusals name `month`. */
export async function beginYearsIn(tx: OrgTx, actor: Actor, month: number): Promise<Outcome<null>> {
  if (!administers(actor, null))
    return refused({ message: 'Only an administrator can say when the plan year begins.' })
  if (!Number.isInteger(month) || month < 1 || month > 12)
    return refused({ field: 'month', message: 'Choose a month of the list.' })
  await saveFirstMonth(tx, month)
  await record(tx, {
    kind: 'plans.year-begins',
    actor,
    personId: null,
    recordId: actor.orgId,
    payload: { month },
  })
  return done(null)
}
