import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay, shortDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { figureText } from '../../ui/charts/figures.ts'
import { record } from '../history/history.ts'
import {
  type Figure,
  figureSince,
  figuresOf,
  shortBasis,
  type TargetStanding,
  targetStanding,
} from '../measures/measures.ts'
import { GONE, NOT_YOURS, open } from './opened.ts'
import type { Objective } from './rules/objective.ts'
import { type ActionsDone, actionsDone, checkNote } from './rules/progress.ts'
import { listNotes, type ProgressNote, saveNote } from './store/notes.ts'

/** How an objective goes, by itself: from its measure, from its actions, and in the person's words. */
export type Progress = {
  /** Its measure since the day it was agreed; null where it has none, or is not agreed. */
  measured: { figure: Figure; since: Day; standing: TargetStanding | null } | null
  actions: ActionsDone
  /** Newest first; null for a viewer who is neither the person nor their leader. The leader reads none said in private. */
  notes: ProgressNote[] | null
}

const mayReadNotes = (viewer: Actor, personId: Id) =>
  viewer.personId === personId || viewer.leads.includes(personId)

/** The progress of an objective that the viewer may see. */
export async function progressOf(
  tx: OrgTx,
  objective: Objective,
  viewer: Actor,
  today: Day,
): Promise<Progress> {
  const { objectiveId, personId, actions, target } = objective
  const since = sinceOf(objective)
  const figure = since ? await figureSince(tx, personId, since.measure, since.day, today) : null
  return {
    measured:
      since && figure
        ? { figure, since: since.day, standing: target === null ? null : targetStanding(figure, target) }
        : null,
    actions: actionsDone(actions, today),
    notes: mayReadNotes(viewer, personId)
      ? await listNotes(tx, [objectiveId], viewer.personId === personId)
      : null,
  }
}

function sinceOf({ measure, agreedOn }: Objective): { measure: string; day: Day } | null {
  return measure !== null && agreedOn !== null ? { measure, day: agreedOn } : null
}

/** What stands beside an objective in the plan's table: its measure in words, and the person's newest note. */
export type Standing = { value: string | null; basis: string; said: { day: Day; words: string } | null }

/**
 * Where each objective of a plan stands now, by its id: since it was agreed, with its interval and verdict; before that,
 * over the last 26 weeks.
 */
export async function standingsOf(
  tx: OrgTx,
  personId: Id,
  objectives: readonly Objective[],
  viewer: Actor,
  today: Day,
): Promise<Map<Id, Standing>> {
  const unagreed = objectives.flatMap((one) => (one.measure && !one.agreedOn ? [one.measure] : []))
  const recent = unagreed.length > 0 ? await figuresOf(tx, personId, today, undefined, unagreed) : []
  const notes = mayReadNotes(viewer, personId)
    ? await listNotes(
        tx,
        objectives.map(({ objectiveId }) => objectiveId),
        viewer.personId === personId,
      )
    : []
  const standings = new Map<Id, Standing>()
  for (const one of objectives) {
    const since = sinceOf(one)
    const figure = since
      ? await figureSince(tx, personId, since.measure, since.day, today)
      : (recent.find(({ measure }) => measure === one.measure) ?? null)
    const said = notes.find(({ objectiveId }) => objectiveId === one.objectiveId) ?? null
    standings.set(one.objectiveId, { ...inTable(figure, since?.day ?? null, today), said })
  }
  return standings
}

function inTable(figure: Figure | null, since: Day | null, today: Day): Pick<Standing, 'value' | 'basis'> {
  if (!figure || (figure.value === null && since === null)) return { value: null, basis: '' }
  const from = since ? `, since ${shortDay(since, today)}` : ''
  if (figure.value === null)
    return { value: figure.n === 0 ? 'nothing yet' : String(figure.n), basis: `too few${from}` }
  const verdict = since ? `: ${figure.verdict ?? 'too few points'}` : ''
  return { value: figureText(figure.value, figure.unit), basis: `${shortBasis(figure)}${from}${verdict}` }
}

/**
 * Says how an objective goes, in the person's own words; what was said stays. Refusals name `note`. A private
 * objective's note is known to the person alone, for good.
 */
export async function noteProgress(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; words: string },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, objectiveId, words } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  const opened = await open(tx, actor, { personId, objectiveId, version: null })
  if (!opened.ok) return refused(GONE)
  const refusals = checkNote(words)
  if (refusals.length > 0) return refused(...refusals)
  const note = { noteId: tx.newId(), objectiveId, day: today, words, private: opened.value.private }
  await saveNote(tx, note)
  await record(tx, {
    kind: 'plans.progress-noted',
    actor,
    personId,
    recordId: objectiveId,
    payload: opened.value.private ? { private: true } : { noteId: note.noteId, words },
  })
  return done(note.noteId)
}

/** What a measured progress says, in sentences; never a bare figure. Source: domain.md 3.2, 3.3. */
export function measuredWords({ measured }: Progress, target: string | null): string[] {
  if (!measured) return []
  const { figure, since, standing } = measured
  const { value, unit, n, verdict } = figure
  if (value === null)
    return [
      `${figure.name}: ${n === 0 ? 'nothing' : `only ${n}`} counted since ${plainDay(since)}. A figure needs 5.`,
    ]
  const against = {
    shown: `The whole interval is past the target of ${target}.`,
    'inside the interval': `The target of ${target} lies inside the interval: whether it is reached cannot be told.`,
    'not reached': `The target of ${target} is not reached: the whole interval falls short.`,
  }
  return [
    `${figure.name}: ${figureText(value, unit)} ${shortBasis(figure)}, since ${plainDay(since)}.`,
    `${verdictSentence(verdict)}`,
    ...(standing ? [against[standing]] : []),
  ]
}

function verdictSentence(verdict: Figure['verdict']): string {
  switch (verdict) {
    case 'improvement signal':
      return 'Improvement signal: the weeks since differ for the better from the weeks before it was agreed.'
    case 'concern signal':
      return 'Concern signal: the weeks since differ for the worse from the weeks before it was agreed.'
    case 'no signal':
      return 'No signal: the weeks since go up and down as those before it was agreed.'
    default:
      return 'Too few points: a verdict needs 12 weeks before it was agreed, one since that is over, and 30 contacts.'
  }
}
