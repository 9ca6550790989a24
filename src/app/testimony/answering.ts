import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findPerson, type Person, tokenDigest } from '../people/people.ts'
import { type Answer, checkAnswer, countsAs } from './rules/answer.ts'
import { itemOf, NAMELESS } from './rules/item.ts'
import { type RequestState, stateOf, works } from './rules/request.ts'
import { saveDeclared } from './store/answers.ts'
import { closeRequest, findByDigest, findRequest, type Request } from './store/requests.ts'

/** What a link opens: whom it is about, who asked, and how it stands. */
export type Opened = { request: Request; person: Person; asker: Person; state: RequestState }

async function opened(tx: OrgTx, request: Request | null, today: Day): Promise<Opened | null> {
  const person = request && (await findPerson(tx, request.personId))
  const asker = request && (await findPerson(tx, request.askedBy))
  if (!request || !person || !asker) return null
  const state = stateOf(request, today)
  return { request, person, asker, state: works(state) && person.state === 'left' ? 'revoked' : state }
}

/** What the link of a token opens; null where nobody made it. One whose person has left counts as taken back. */
export async function openLink(tx: OrgTx, token: string, today: Day): Promise<Opened | null> {
  return opened(tx, await findByDigest(tx, tokenDigest(token)), today)
}

/** A request that still waits for its answer, held until the transaction ends, so that of two answers one is taken. */
async function hold(tx: OrgTx, requestId: Id, today: Day): Promise<Request | null> {
  const held = await opened(tx, await findRequest(tx, requestId, { lock: true }), today)
  return held && works(held.state) ? held.request : null
}

/** Why an answer came too late; the page of the link then says how it stands. */
const CLOSED = { field: 'link', message: 'This link has been answered or has ended.' }

/**
 * Takes the answer: it becomes evidence about the person, linked to the competencies it was asked about, and the link is
 * used up, all in one transaction.
 */
export async function answer(
  tx: OrgTx,
  requestId: Id,
  said: Answer,
  today: Day,
): Promise<Outcome<{ evidenceId: Id }>> {
  const request = await hold(tx, requestId, today)
  if (!request) return refused(CLOSED)
  const refusals = checkAnswer(said, today)
  if (refusals.length > 0) return refused(...refusals)
  const { personId, askedBy } = request
  const known = new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId))
  const competencyIds = request.competencyIds.filter((id) => known.has(id))
  const item = itemOf({ ...request, competencyIds }, said)
  const kept = await addEvidence(
    tx,
    { personId: askedBy },
    { ...item, personId, title: item.title, declared: said.as !== 'customer' },
    today,
  )
  if (!kept.ok) return kept
  const { as, whyNot } = countsAs(said)
  const witness = said.as === 'customer' ? null : said
  await saveDeclared(tx, {
    requestId,
    evidenceId: kept.value,
    as,
    whyNot,
    name: item.standsBehind.name,
    work: witness?.work ?? null,
    relationship: witness?.relationship ?? item.standsBehind.relationship,
    contact: witness?.contact ?? null,
    sawOn: said.sawOn,
    competence: witness?.expert?.competence || null,
    assessing: witness?.expert?.assessing ?? null,
    assessingWords: witness?.expert?.assessingWords || null,
    conflict: (witness?.expert?.conflict === 'some' && witness.expert.conflictWords) || null,
    signedAs: witness?.signature ?? null,
    answeredOn: today,
  })
  await closeRequest(
    tx,
    request,
    'answered',
    today,
    said.as === 'customer' ? (said.firstName ?? NAMELESS) : '',
  )
  await record(tx, {
    kind: 'testimony.answered',
    actor: null,
    personId,
    recordId: requestId,
    payload: { as, asked: request.kind, evidence: kept.value },
  })
  return done({ evidenceId: kept.value })
}

/** Takes that somebody cannot say anything, or that it was not meant for them: an answer too, without a reason. */
export async function decline(
  tx: OrgTx,
  requestId: Id,
  how: 'cannot say' | 'not for me',
  today: Day,
): Promise<Outcome<null>> {
  const request = await hold(tx, requestId, today)
  if (!request) return refused(CLOSED)
  await closeRequest(tx, request, how, today)
  await record(tx, {
    kind: 'testimony.declined',
    actor: null,
    personId: request.personId,
    recordId: requestId,
    payload: { how },
  })
  return done(null)
}
