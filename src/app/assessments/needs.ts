import { type Actor, leadsThem } from '../../kernel/actor.ts'
import { type Day, dayIn, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { isNarrower, mayRead, type Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listEvidence, listLinked } from '../evidence/evidence.ts'
import { findCompetency } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findOrganisation, findPerson } from '../people/people.ts'
import {
  type AskedNeed,
  checkNeed,
  type NeedKind,
  type NeedOrigin,
  type NeedPriority,
  usualSharing,
} from './rules/need.ts'
import { changeKeptNeed, listKeptNeeds, type Need, saveNeed } from './store/needs.ts'
import { lockPerson } from './store/passes.ts'

/**
 * The needs of a person, newest first. Each leaves here for those it is shared with alone. The evidence a need rests on
 * is what it names, and what has been linked to its competency since.
 */
export async function listNeeds(tx: OrgTx, personId: Id, viewer: Actor): Promise<Need[]> {
  const all = (await listKeptNeeds(tx, personId)).filter((need) => mayRead(need, viewer))
  if (all.length === 0) return []
  const links = Map.groupBy(await listLinked(tx, personId), ({ competencyId }) => competencyId)
  return all.map((need) => {
    const linked = need.competencyId ? (links.get(need.competencyId) ?? []) : []
    return {
      ...need,
      evidenceIds: [...new Set([...need.evidenceIds, ...linked.map(({ evidenceId }) => evidenceId)])],
    }
  })
}

/** What the needs of a person are called, each for those it is shared with alone: for whatever reads no evidence of them. */
export async function needTitles(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
): Promise<Pick<Need, 'needId' | 'competencyId' | 'ref' | 'title' | 'sharing' | 'madeOn' | 'priority'>[]> {
  return (await listKeptNeeds(tx, personId)).filter((need) => mayRead(need, viewer))
}

/**
 * The needs that belong in the account of a person's development, and in what is read off it. What the person alone
 * reads only with `onlyYou`. The person's own account leaves out what only their leader may read too: it is made to be
 * handed to an assessor. Source: domain.md 8.7.
 */
export async function needsOfAccount(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  onlyYou: boolean,
): Promise<Need[]> {
  const own = viewer.personId === personId
  return (await listNeeds(tx, personId, viewer)).filter(
    ({ sharing }) => (own && onlyYou) || sharing === 'assessor' || (!own && sharing === 'leader'),
  )
}

/** One need; null where there is none, or none that the viewer may know of. */
export async function findNeed(tx: OrgTx, personId: Id, needId: Id, viewer: Actor): Promise<Need | null> {
  return (await listNeeds(tx, personId, viewer)).find((need) => need.needId === needId) ?? null
}

/** What somebody says of a need. What is left out stays as is usual for its kind. */
export type SaidOfNeed = {
  competencyId: Id | null
  /** The competency's title where left out. */
  title?: string
  kind: NeedKind | null
  why: string
  evidenceIds: readonly Id[]
  /** 2, next, where left out. */
  priority?: NeedPriority
  /** An assessment where left out. */
  from?: NeedOrigin
  /** Nobody but the person for a personal one or both, whoever leads and assesses them for a professional one. */
  sharing?: Sharing
}

const NOT_YOURS = { message: 'Only the person or their leader can name a need.' }

async function readSaid(tx: OrgTx, actor: Actor, personId: Id, said: SaidOfNeed) {
  const own = actor.personId === personId
  if (!own && !leadsThem(actor, { personId })) return refused(NOT_YOURS)
  const { competencyId, kind } = said
  const competency = competencyId ? await findCompetency(tx, competencyId) : null
  if (competencyId && !competency)
    return refused({ field: 'competency', message: 'Choose a competency of the framework.' })
  const known = await listEvidence(tx, personId, { includePrivate: own })
  const named = new Set(said.evidenceIds)
  const asked: AskedNeed = {
    personId,
    competencyId,
    title: said.title?.trim() || (competency?.title ?? ''),
    kind,
    why: said.why.trim(),
    priority: said.priority ?? 2,
    from: said.from ?? 'assessment',
    sharing: said.sharing ?? usualSharing(kind),
    evidenceIds: known.map((item) => item.evidenceId).filter((id) => named.has(id)),
  }
  return checkNeed(asked, own)
}

/** What history keeps of a need: of one that only the person sees, that it is there and no more. */
const told = (need: Omit<Need, 'ref' | 'private'>, ref: string): object =>
  need.sharing === 'me'
    ? { ref, private: true }
    : {
        ref,
        kind: need.kind,
        title: need.title,
        why: need.why,
        competencyId: need.competencyId,
        priority: need.priority,
        from: need.from,
        sharing: need.sharing,
        evidenceIds: need.evidenceIds,
      }

/**
 * Names a need: professional, personal or both, with the reason, where it came from and the evidence it rests on.
 * @returns its identifier; refusals name `kind`, `competency`, `title`, `why` or `sharing`
 */
export async function makeNeed(
  tx: OrgTx,
  actor: Actor,
  asked: SaidOfNeed & { personId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId } = asked
  const checked = await readSaid(tx, actor, personId, asked)
  if (!checked.ok) return checked
  await lockPerson(tx, personId)
  const need = {
    ...checked.value,
    needId: tx.newId(),
    madeBy: actor.personId,
    madeOn: today,
    version: 1,
    changedBy: null,
    changedAt: null,
  }
  const ref = await saveNeed(tx, need)
  await record(tx, { kind: 'needs.made', actor, personId, recordId: need.needId, payload: told(need, ref) })
  return done(need.needId)
}

/** What changing a need answers; `conflict` is the version it has now where somebody else was first. */
type Changing<T> = Outcome<T> & { conflict?: number }

async function openNeed(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; needId: Id; version: number | null },
): Promise<Changing<Need>> {
  const { personId, needId, version } = asked
  await lockPerson(tx, personId)
  const need = (await listKeptNeeds(tx, personId)).find((each) => each.needId === needId)
  if (!need || !mayRead(need, actor)) return refused({ message: 'This need is no longer here.' })
  if (version !== need.version)
    return {
      ...refused({ message: await overtakenWords(tx, need) }),
      conflict: need.version,
    }
  return done(need)
}

/** Who changed a need meanwhile, and when. */
async function overtakenWords(tx: OrgTx, { changedBy, changedAt, ref }: Need): Promise<string> {
  const zone = (await findOrganisation(tx))?.zone ?? 'Europe/London'
  const who = (changedBy && (await findPerson(tx, changedBy))?.name) || 'Somebody'
  const when = changedAt ? ` on ${plainDay(dayIn(changedAt, zone))}` : ''
  return `${who} changed ${ref}${when}, after you opened it. What you typed is kept below. Compare the two, and save again.`
}

/**
 * Changes a need: all that is said of it. What was said before stays in the history.
 * @param asked `version` is the one the actor saw
 * @returns refusals as for `makeNeed`; `conflict` is the version it has now where somebody else was first
 */
export async function changeNeed(
  tx: OrgTx,
  actor: Actor,
  asked: SaidOfNeed & { personId: Id; needId: Id; version: number | null },
): Promise<Changing<null>> {
  const { personId } = asked
  const opened = await openNeed(tx, actor, asked)
  if (!opened.ok) return opened
  const before = opened.value
  const own = actor.personId === personId
  if (!own && before.kind !== 'professional')
    return refused({ message: 'Only the person changes what is personal to them.' })
  const kept = own ? {} : { sharing: before.sharing }
  const checked = await readSaid(tx, actor, personId, { ...asked, ...kept })
  if (!checked.ok) return checked
  await put(tx, actor, 'needs.changed', before, checked.value)
  return done(null)
}

/**
 * Lets more, or fewer, read a personal need. A professional one is always for those who lead and assess the person.
 * @returns refusals name `sharing`
 */
export async function shareNeed(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; needId: Id; version: number | null; sharing: Sharing },
): Promise<Changing<null>> {
  const { personId, sharing } = asked
  if (actor.personId !== personId)
    return refused({ message: 'Only the person decides who reads their personal needs.' })
  const opened = await openNeed(tx, actor, asked)
  if (!opened.ok) return opened
  const before = opened.value
  const checked = checkNeed({ ...before, sharing }, true)
  if (!checked.ok) return checked
  await put(tx, actor, isNarrower(sharing, before.sharing) ? 'needs.unshared' : 'needs.shared', before, {
    ...before,
    sharing,
  })
  return done(null)
}

async function put(
  tx: OrgTx,
  actor: Actor,
  kind: string,
  before: Need,
  change: Partial<Need>,
): Promise<void> {
  const need: Need = {
    ...before,
    ...change,
    version: before.version + 1,
    changedBy: actor.personId,
    changedAt: tx.now,
  }
  await changeKeptNeed(tx, need)
  await record(tx, {
    kind,
    actor,
    personId: need.personId,
    recordId: need.needId,
    payload: { before: told(before, before.ref), after: told(need, need.ref) },
  })
}
