import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { addEvidence, type NewEvidence } from '../../evidence/evidence.ts'
import {
  agree,
  type Cause,
  findObjective,
  listPriorities,
  markAction,
  noteProgress,
  planOf,
  propose,
  saveDraft,
} from '../../plans/plans.ts'
import { type Company, type keep, type Moment, must } from '../moments.ts'

/** Keeps an item about somebody, linked to competencies by their codes. */
export async function note(
  tx: OrgTx,
  company: Company,
  by: Actor,
  asked: Omit<NewEvidence, 'links' | 'personId'> & {
    of: Actor
    links?: readonly [code: string, bearing: 'for' | 'against', reason: string][]
  },
  today: Day,
): Promise<Id> {
  const { of, links = [], ...rest } = asked
  const item = {
    ...rest,
    personId: of.personId,
    links: links.map(([code, bearing, reason]) => ({ competencyId: company.skill(code), bearing, reason })),
  }
  return must(await addEvidence(tx, by, item, today))
}

type AskedNeed = Parameters<typeof makeNeed>[2]

/** Names a need of somebody's own, professional unless it says otherwise, by the code of its competency. */
export function needed(
  company: Company,
  who: Actor,
  said: Omit<AskedNeed, 'personId' | 'competencyId' | 'kind' | 'evidenceIds'> & {
    code: string | null
    kind?: AskedNeed['kind']
    /** What it rests on, as it is by then. */
    evidenceIds?: () => readonly Id[]
  },
  holder?: ReturnType<typeof keep<Id>>,
): Moment['run'] {
  return async (tx, day) => {
    const { code, evidenceIds, ...rest } = said
    const asked = {
      kind: 'professional' as const,
      ...rest,
      personId: who.personId,
      competencyId: code && company.skill(code),
      evidenceIds: evidenceIds?.() ?? [],
    }
    const needId = must(await makeNeed(tx, who, asked, day))
    holder?.put(needId)
  }
}

type Fields = Parameters<typeof saveDraft>[2]['fields']
type Written = Partial<Omit<Fields, 'actions' | 'priorityId'>> & {
  title: string
  text: string
  why: string
  /** The title of what it serves of the organisation's. */
  priority?: string
  /** Why it is added to a plan that was agreed without it. */
  cause?: Cause
  causeReason?: string
  actions?: readonly Omit<Fields['actions'][number], 'actionId' | 'drop'>[]
}

/** A draft of an objective. Answers its id. */
export async function draft(tx: OrgTx, who: Actor, written: Written, today: Day): Promise<Id> {
  const { actions = [], priority, cause = null, causeReason = '', ...words } = written
  const served = priority && (await listPriorities(tx)).find((one) => one.title === priority)
  if (priority && !served) throw new Error(`No priority ${priority}`)
  const fields: Fields = {
    needId: null,
    kind: 'professional',
    private: false,
    measure: null,
    unit: null,
    baseline: null,
    target: null,
    due: null,
    resources: '',
    success: '',
    priorityId: served ? served.priorityId : null,
    servesAspiration: false,
    ...words,
    actions: actions.map((action) => ({ actionId: null, drop: false, ...action })),
  }
  const asked = {
    personId: who.personId,
    objectiveId: null,
    version: null,
    fields,
    cause,
    causeReason,
  }
  return must(await saveDraft(tx, who, asked, today))
}

/** Asks for a change to what was agreed: the parts that are said anew, why, and a word with it. */
export async function askedAnew(
  tx: OrgTx,
  who: Actor,
  objectiveId: Id,
  said: Partial<Fields> & { cause: Cause; causeReason: string; words: string },
  today: Day,
): Promise<void> {
  const { personId } = who
  const objective = await findObjective(tx, personId, objectiveId, who, today)
  if (!objective) throw new Error('No such objective')
  const { cause, causeReason, words, ...parts } = said
  const actions = objective.actions.map(({ actionId, what, owner, by, state }) => ({
    actionId,
    what,
    owner,
    by,
    drop: state === 'dropped',
  }))
  const {
    title,
    text,
    kind,
    why,
    sharing,
    private: onlyYou,
    measure,
    unit,
    baseline,
    target,
    due,
  } = objective
  const { resources, success, priorityId, servesAspiration, needId, version } = objective
  const goal = { title, text, kind, why, sharing, private: onlyYou, measure, unit, baseline, target, due }
  const fields = { ...goal, resources, success, priorityId, servesAspiration, needId, actions, ...parts }
  must(await saveDraft(tx, who, { personId, objectiveId, version, fields, cause, causeReason }, today))
  must(await propose(tx, who, { personId, objectiveId, words }, today))
}

/** Says how an objective of one's own goes. */
export function told(who: Actor, objectiveId: () => Id, words: string): Moment['run'] {
  return async (tx, day) => {
    const { personId } = who
    return must(await noteProgress(tx, who, { personId, objectiveId: objectiveId(), words }, day))
  }
}

/** Proposes objectives, and has the leader agree them together as one version of the plan; `money` decides about what they ask. */
export async function agreed(
  tx: OrgTx,
  who: Actor,
  leader: Actor,
  objectiveIds: readonly Id[],
  today: Day,
  reason = '',
  money?: Parameters<typeof agree>[2]['items'][number]['budget'],
): Promise<void> {
  const { personId } = who
  for (const objectiveId of objectiveIds)
    must(await propose(tx, who, { personId, objectiveId, words: '' }, today))
  const { objectives } = await planOf(tx, personId, leader, today)
  const items = objectives
    .filter(({ objectiveId }) => objectiveIds.includes(objectiveId))
    .map(({ objectiveId, version, budget }) => ({
      objectiveId,
      version,
      reason,
      budget: budget ? money : undefined,
    }))
  must(await agree(tx, leader, { personId, items }, today))
}

/** An action of an objective by its first words. */
async function actionOf(tx: OrgTx, who: Actor, objectiveId: Id, starts: string, today: Day): Promise<Id> {
  const { objectives } = await planOf(tx, who.personId, who, today)
  const actions = objectives.find((one) => one.objectiveId === objectiveId)?.actions ?? []
  const action = actions.find(({ what }) => what.startsWith(starts))
  if (!action) throw new Error(`No action ${starts}`)
  return action.actionId
}

/** Marks an action of one's own as done, by its first words. */
export function done(who: Actor, objectiveId: () => Id, starts: string): Moment['run'] {
  return async (tx, day) => {
    const { personId } = who
    const actionId = await actionOf(tx, who, objectiveId(), starts, day)
    must(await markAction(tx, who, { personId, objectiveId: objectiveId(), actionId, done: true }, day))
  }
}
