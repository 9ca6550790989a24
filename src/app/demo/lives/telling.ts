import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { agreeLevels, beginPass, type Example, handIn, rate } from '../../assessments/assessments.ts'
import { addEvidence, type NewEvidence } from '../../evidence/evidence.ts'
import { agree, markAction, planOf, propose, saveDraft } from '../../plans/plans.ts'
import { bookReview, sayProgress, signReview, startReview, viewReview } from '../../reviews/reviews.ts'
import { listRoles, roleOf } from '../../roles/roles.ts'
import { type Company, type Moment, must } from '../moments.ts'

export type Level = 1 | 2 | 3 | 4 | 5

/** What the three passes say of one competency; the person's example or evidence, where there is any. */
export type Said = {
  self: Level
  leader: Level
  agreed: Level | null
  example?: Example
  cites?: readonly Id[]
  /** What the leader saw; none: "no example yet". */
  seen?: Example
  note?: string
}

type Ratings = Readonly<Record<string, Said>>

/** The role that a pass is against: the one named, else the person's own. */
async function roleIdOf(tx: OrgTx, personId: Id, title: string | undefined, today: Day): Promise<Id> {
  const named = title && (await listRoles(tx)).find((role) => role.title === title)
  const role = named || (await roleOf(tx, personId, today))
  if (!role) throw new Error(`No role ${title ?? 'of their own'}`)
  return role.roleId
}

/** A side's pass from its beginning to its being handed in; with `handedIn` false it stays open. */
export async function assess(
  tx: OrgTx,
  company: Company,
  asked: { by: Actor; of: Actor; role?: string; ratings: Ratings; handedIn?: boolean },
  today: Day,
): Promise<void> {
  const { by, of, ratings, handedIn = true } = asked
  const { personId } = of
  const own = by.personId === personId
  const roleId = await roleIdOf(tx, personId, asked.role, today)
  const assessmentId = must(await beginPass(tx, by, { personId, roleId }, today))
  for (const [code, said] of Object.entries(ratings)) {
    const example = own ? said.example : said.seen
    const evidenceIds = own ? [...(said.cites ?? [])] : []
    const rating = {
      competencyId: company.skill(code),
      level: own ? said.self : said.leader,
      noExample: !example && evidenceIds.length === 0,
      example: example ?? { when: '', who: '', did: '', followed: '' },
      evidenceIds,
      changed: '',
      note: '',
    }
    must(await rate(tx, by, { personId, assessmentId, rating }))
  }
  if (handedIn) must(await handIn(tx, by, { personId, assessmentId }, today))
}

/** The levels that both agreed in conversation. */
export async function settle(
  tx: OrgTx,
  company: Company,
  asked: { leader: Actor; of: Actor; ratings: Ratings; round?: number },
  today: Day,
): Promise<void> {
  const levels = Object.entries(asked.ratings).map(([code, { agreed, note = '' }]) => ({
    competencyId: company.skill(code),
    level: agreed,
    note,
  }))
  const { personId } = asked.of
  const what = { personId, round: asked.round ?? 1, levels, together: true, finish: true }
  must(await agreeLevels(tx, asked.leader, what, today))
}

/** Levels of which every source says the same. */
export function plain(levels: Readonly<Record<string, Level>>): Record<string, Said> {
  return Object.fromEntries(
    Object.entries(levels).map(([code, level]) => [code, { self: level, leader: level, agreed: level }]),
  )
}

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

type Fields = Parameters<typeof saveDraft>[2]['fields']
export type Written = Partial<Omit<Fields, 'actions'>> & {
  title: string
  text: string
  why: string
  actions?: readonly { what: string; owner: string; by: Day | null }[]
}

/** A draft of an objective. Answers its id. */
export async function draft(tx: OrgTx, who: Actor, written: Written, today: Day): Promise<Id> {
  const { actions = [], ...words } = written
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
    priorityId: null,
    servesAspiration: false,
    ...words,
    actions: actions.map((action) => ({ actionId: null, drop: false, ...action })),
  }
  const asked = {
    personId: who.personId,
    objectiveId: null,
    version: null,
    fields,
    cause: null,
    causeReason: '',
  }
  return must(await saveDraft(tx, who, asked, today))
}

/** Proposes objectives, and has the leader agree them together as one version of the plan. */
export async function agreed(
  tx: OrgTx,
  who: Actor,
  leader: Actor,
  objectiveIds: readonly Id[],
  today: Day,
  reason = '',
): Promise<void> {
  const { personId } = who
  for (const objectiveId of objectiveIds)
    must(await propose(tx, who, { personId, objectiveId, words: '' }, today))
  const { objectives } = await planOf(tx, personId, leader, today)
  const items = objectives
    .filter(({ objectiveId }) => objectiveIds.includes(objectiveId))
    .map(({ objectiveId, version }) => ({ objectiveId, version, reason }))
  must(await agree(tx, leader, { personId, items }, today))
}

/** An action of an objective by its first words. */
export async function actionOf(
  tx: OrgTx,
  who: Actor,
  objectiveId: Id,
  starts: string,
  today: Day,
): Promise<Id> {
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

/** Opens a review held on this day. */
export async function review(tx: OrgTx, by: Actor, of: Actor, today: Day, heldOn = today): Promise<Id> {
  return must(await startReview(tx, by, { personId: of.personId, heldOn }, today))
}

/** Books the next review. */
export async function book(tx: OrgTx, by: Actor, of: Actor, day: Day, today: Day): Promise<void> {
  must(await bookReview(tx, by, { personId: of.personId, day }, today))
}

/** Where an objective stands in a review. */
export async function place(
  tx: OrgTx,
  by: Actor,
  of: Actor,
  reviewId: Id,
  said: { objectiveId: Id; where: string; impact: string },
  today: Day,
): Promise<void> {
  must(await sayProgress(tx, by, { personId: of.personId, reviewId, version: 0, ...said }, today))
}

/** Signs what stands in a review; the last signature closes it with the day of the next. */
export async function sign(
  tx: OrgTx,
  by: Actor,
  of: Actor,
  reviewId: Id,
  next: Day | null,
  today: Day,
): Promise<void> {
  const { personId } = of
  const view = await viewReview(tx, personId, reviewId, by, today)
  if (!view) throw new Error('No such review')
  must(await signReview(tx, by, { personId, reviewId, version: view.row.version, next }, today))
}
