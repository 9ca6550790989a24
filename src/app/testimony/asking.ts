import { type Actor, leadsThem } from '../../kernel/actor.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { dropMailsAbout, mailsAbout } from '../../shell/outbox-mails.ts'
import { findEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { makeToken } from '../people/people.ts'
import { type Asking, checkAsking, stateOf, works } from './rules/request.ts'
import {
  claimReminder,
  closeRequest,
  findRequest,
  listRequests,
  markSent,
  type Request,
  saveKey,
  saveRequest,
} from './store/requests.ts'

/** More than these wait about nobody at once. */
const MOST_OPEN = 30

/** Whom to ask, and about what: `evidenceId` where an item is what they saw. */
export type NewRequest = Asking & { personId: Id; evidenceId: Id | null }

/** A request made just now, and the token of its link: known now and never again. */
export type MadeRequest = { request: Request; token: string }

/** Asks a witness, an expert witness or a customer what they saw of a person's work, by a link that works once. */
export async function askFor(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  asked: NewRequest,
  today: Day,
): Promise<Outcome<MadeRequest>> {
  const { personId, kind, evidenceId, days } = asked
  const refusals = checkAsking(asked, today)
  const known = new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId))
  const competencyIds = [...new Set(asked.competencyIds)]
  if (competencyIds.some((id) => !known.has(id)))
    refusals.push({ field: 'competency', message: 'Choose competencies of the framework in force.' })
  const item = evidenceId === null ? null : await findEvidence(tx, personId, evidenceId)
  if (evidenceId !== null && !item)
    refusals.push({
      message: 'The item that you ask about is not here, or only one person sees it. Ask without it.',
    })
  const open = (await listRequests(tx, personId)).filter((one) => works(stateOf(one, today)))
  if (open.length >= MOST_OPEN)
    refusals.push({
      message: `${MOST_OPEN} people are asked already and have not answered. Take some of those back first.`,
    })
  if (refusals.length > 0 || kind === null || days === null) return refused(...refusals)
  const requestId = tx.newId()
  await saveRequest(tx, {
    requestId,
    personId,
    askedBy: actor.personId,
    kind,
    name: asked.name,
    email: asked.email || null,
    relationship: asked.relationship,
    about: asked.about,
    happenedOn: asked.happenedOn,
    evidenceId,
    competencyIds,
    purpose: asked.purpose,
    askedOn: today,
    endsOn: addDays(today, days),
  })
  const { token, digest } = makeToken(tx.orgId)
  await saveKey(tx, requestId, digest)
  await record(tx, {
    kind: 'testimony.asked',
    actor,
    personId,
    recordId: requestId,
    payload: {
      as: kind,
      about: item?.ref ?? null,
      competencies: competencyIds,
      endsOn: addDays(today, days),
    },
  })
  const request = await findRequest(tx, requestId)
  if (!request) throw new Error('The request that was just made is not there.')
  return done({ request, token })
}

/** Whether somebody may remind or take back: whoever asked, and whoever leads the person. */
export function mayManage(actor: Actor, request: Pick<Request, 'askedBy' | 'personId'>): boolean {
  return actor.personId === request.askedBy || leadsThem(actor, request)
}

const NOT_HERE = 'This request is not here.'
const NOT_YOURS = 'Somebody else asked them, so only they can do that.'

/** Takes a request back: its links stop working at once. */
export async function revoke(
  tx: OrgTx,
  actor: Actor,
  { personId, requestId }: { personId: Id; requestId: Id },
  today: Day,
): Promise<Outcome<Request>> {
  const request = await findRequest(tx, requestId, { personId, lock: true })
  if (!request) return refused({ message: NOT_HERE })
  if (!mayManage(actor, request)) return refused({ message: NOT_YOURS })
  if (request.state === 'answered')
    return refused({ message: 'It is answered, so it can no longer be taken back: the words are theirs.' })
  if (!works(stateOf(request, today))) return refused({ message: 'It has ended already.' })
  await closeRequest(tx, request, 'revoked', today)
  await record(tx, { kind: 'testimony.revoked', actor, personId, recordId: requestId, payload: {} })
  return done(request)
}

/**
 * Claims the one reminder of a request, with a link of its own: the first is known to nobody any more. Post its mail in
 * the same transaction. Refused where one was sent, where there is no address, and where the link has ended.
 */
export async function remind(
  tx: OrgTx,
  actor: Actor | null,
  { personId, requestId }: { personId: Id; requestId: Id },
  today: Day,
): Promise<Outcome<MadeRequest>> {
  const request = await findRequest(tx, requestId, { personId, lock: true })
  if (!request) return refused({ message: NOT_HERE })
  if (actor && !mayManage(actor, request)) return refused({ message: NOT_YOURS })
  if (!works(stateOf(request, today)))
    return refused({ message: 'It has ended or is answered: nobody is reminded.' })
  if (request.email === null)
    return refused({ message: 'No e-mail address was given. Ask them yourself, or ask anew with one.' })
  if (!(await claimReminder(tx, requestId, today)))
    return refused({ message: 'They were reminded already, and nobody is reminded twice.' })
  const { token, digest } = makeToken(tx.orgId)
  await saveKey(tx, requestId, digest)
  await record(tx, { kind: 'testimony.reminded', actor, personId, recordId: requestId, payload: {} })
  return done({ request, token })
}

/**
 * Makes a link of a request to hand over, where the mail with it did not get through. From then on it counts as handed
 * over: somebody here had it. Refused where a mail went out, or is on its way.
 */
export async function handOver(
  tx: OrgTx,
  actor: Actor,
  { personId, requestId }: { personId: Id; requestId: Id },
  today: Day,
): Promise<Outcome<MadeRequest>> {
  const request = await findRequest(tx, requestId, { personId, lock: true })
  if (!request) return refused({ message: NOT_HERE })
  if (!mayManage(actor, request)) return refused({ message: NOT_YOURS })
  if (!works(stateOf(request, today)))
    return refused({ message: 'It has ended or is answered: its link no longer works.' })
  const mail = (await mailsAbout(tx, [requestId])).get(requestId)
  if (!mail || mail.why === null)
    return refused({ message: 'The link goes to them by mail. Only where that fails can you hand it over.' })
  await dropMailsAbout(tx, requestId)
  await markSent(tx, requestId, 'hand')
  const { token, digest } = makeToken(tx.orgId)
  await saveKey(tx, requestId, digest)
  await record(tx, { kind: 'testimony.handed', actor, personId, recordId: requestId, payload: {} })
  return done({ request, token })
}
