import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { dropMailsAbout } from '../../../shell/outbox-mails.ts'
import { NAMELESS } from '../rules/item.ts'
import type { AskedAs, KeptState } from '../rules/request.ts'

/** That somebody was asked. */
export type Request = {
  requestId: Id
  personId: Id
  askedBy: Id
  kind: AskedAs
  name: string
  /** Null where the link was handed over, and from the day on which the asking ended. */
  email: string | null
  relationship: string
  about: string
  happenedOn: Day | null
  evidenceId: Id | null
  /** In the order in which they were chosen. */
  competencyIds: Id[]
  purpose: string
  /** Whether the link went out by mail, so that nobody here had it, or was handed over. */
  sent: 'mail' | 'hand'
  askedOn: Day
  endsOn: Day
  state: KeptState
  openedOn: Day | null
  closedOn: Day | null
  reminder: 'sent' | 'failed' | null
  remindedOn: Day | null
}

const requests = (tx: OrgTx) =>
  tx.db
    .selectFrom('testimony_request as r')
    .selectAll('r')
    .select((on) =>
      on
        .selectFrom('testimony_competency as c')
        .select(sql<Id[] | null>`array_agg(c.competency_id order by c.place)`.as('ids'))
        .whereRef('c.org_id', '=', 'r.org_id')
        .whereRef('c.request_id', '=', 'r.request_id')
        .as('competency_ids'),
    )
    .where('r.org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

const toRequest = (row: Row): Request => ({
  requestId: row.request_id,
  personId: row.person_id,
  askedBy: row.asked_by,
  kind: row.kind as AskedAs,
  name: row.name,
  email: row.email,
  relationship: row.relationship,
  about: row.about,
  happenedOn: row.happened_on,
  evidenceId: row.evidence_id,
  competencyIds: row.competency_ids ?? [],
  purpose: row.purpose,
  sent: row.sent as Request['sent'],
  askedOn: row.asked_on,
  endsOn: row.ends_on,
  state: row.state as KeptState,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  reminder: row.reminder as Request['reminder'],
  remindedOn: row.reminded_on,
})

/** Everybody who was asked about a person, newest first. */
export async function listRequests(tx: OrgTx, personId: Id): Promise<Request[]> {
  const rows = await requests(tx)
    .where('r.person_id', '=', personId)
    .orderBy('r.asked_on', 'desc')
    .orderBy('r.request_id', 'desc')
    .execute()
  return rows.map(toRequest)
}

/** A request about a person, or null; `lock` lets nobody else change it before the transaction ends. */
export async function findRequest(
  tx: OrgTx,
  requestId: Id,
  options: { personId?: Id; lock?: boolean } = {},
): Promise<Request | null> {
  let query = requests(tx).where('r.request_id', '=', requestId)
  if (options.personId !== undefined) query = query.where('r.person_id', '=', options.personId)
  const row = await (options.lock ? query.forUpdate('r') : query).executeTakeFirst()
  return row ? toRequest(row) : null
}

/** The request that a link opens, by the digest of its secret. */
export async function findByDigest(tx: OrgTx, digest: Buffer): Promise<Request | null> {
  const key = await tx.db
    .selectFrom('testimony_key')
    .select('request_id')
    .where('org_id', '=', tx.orgId)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return key ? findRequest(tx, key.request_id) : null
}

export async function saveRequest(
  tx: OrgTx,
  request: Omit<Request, 'sent' | 'state' | 'openedOn' | 'closedOn' | 'reminder' | 'remindedOn'>,
): Promise<void> {
  const { requestId } = request
  await tx.db
    .insertInto('testimony_request')
    .values({
      org_id: tx.orgId,
      request_id: requestId,
      person_id: request.personId,
      asked_by: request.askedBy,
      kind: request.kind,
      name: request.name,
      email: request.email,
      relationship: request.relationship,
      about: request.about,
      happened_on: request.happenedOn,
      evidence_id: request.evidenceId,
      purpose: request.purpose,
      sent: 'hand',
      asked_on: request.askedOn,
      ends_on: request.endsOn,
      state: 'waiting',
    })
    .execute()
  for (const [index, competencyId] of request.competencyIds.entries())
    await tx.db
      .insertInto('testimony_competency')
      .values({ org_id: tx.orgId, request_id: requestId, place: index + 1, competency_id: competencyId })
      .execute()
}

/** Keeps the digest of one more secret that opens a request. */
export async function saveKey(tx: OrgTx, requestId: Id, digest: Buffer): Promise<void> {
  await tx.db
    .insertInto('testimony_key')
    .values({ org_id: tx.orgId, digest, request_id: requestId })
    .execute()
}

const changing = (tx: OrgTx, requestId: Id) =>
  tx.db
    .updateTable('testimony_request')
    .where('org_id', '=', tx.orgId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'waiting')

/** Notes how the link of a request goes to whoever is asked. */
export async function markSent(tx: OrgTx, requestId: Id, sent: Request['sent']): Promise<void> {
  await changing(tx, requestId).set({ sent }).execute()
}

export async function markOpened(tx: OrgTx, requestId: Id, today: Day): Promise<void> {
  await changing(tx, requestId).set({ opened_on: today }).where('opened_on', 'is', null).execute()
}

/** Claims the one reminder of a request: false where somebody else has claimed it. One that failed can be claimed anew. */
export async function claimReminder(tx: OrgTx, requestId: Id, today: Day): Promise<boolean> {
  const { numUpdatedRows } = await changing(tx, requestId)
    .set({ reminder: 'sent', reminded_on: today })
    .where((on) => on.or([on('reminder', 'is', null), on('reminder', '=', 'failed')]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a request, and with it the address; of a customer nothing stays but the first name they allow. */
export async function closeRequest(
  tx: OrgTx,
  request: Pick<Request, 'requestId' | 'kind'>,
  state: Exclude<KeptState, 'waiting'>,
  today: Day,
  shownAs: string = NAMELESS,
): Promise<void> {
  await changing(tx, request.requestId)
    .set({
      state,
      closed_on: today,
      email: null,
      ...(request.kind === 'customer' ? { name: shownAs, relationship: '' } : {}),
    })
    .execute()
  await dropMailsAbout(tx, request.requestId)
}

/** Requests that have an address still: those that a reminder may go to. */
export async function listWithAddress(tx: OrgTx): Promise<Request[]> {
  const rows = await requests(tx)
    .where('r.email', 'is not', null)
    .where('r.state', '=', 'waiting')
    .orderBy('r.ends_on')
    .execute()
  return rows.map(toRequest)
}

/** Forgets the addresses of everybody whose link has ended, and the names of the customers among them. */
export async function forgetEnded(tx: OrgTx, today: Day): Promise<void> {
  const ended = await tx.db
    .updateTable('testimony_request')
    .set({
      email: null,
      name: sql`case kind when 'customer' then ${NAMELESS} else name end`,
      relationship: sql`case kind when 'customer' then '' else relationship end`,
    })
    .where('org_id', '=', tx.orgId)
    .where('ends_on', '<', today)
    .where('state', '=', 'waiting')
    .where((on) =>
      on.or([on('email', 'is not', null), on.and([on('kind', '=', 'customer'), on('name', '<>', NAMELESS)])]),
    )
    .returning('request_id')
    .execute()
  for (const { request_id } of ended) await dropMailsAbout(tx, request_id)
}
