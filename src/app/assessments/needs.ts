import { type Actor, leadsThem } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listEvidence, listLinked } from '../evidence/evidence.ts'
import { findCompetency } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { checkNeed, type NeedKind } from './rules/need.ts'
import { listKeptNeeds, lockPerson, type Need, saveNeed } from './store.ts'

/**
 * The needs of a person, newest first. Those marked "only you" leave here for the person alone. The evidence a need
 * rests on is what it names, and what has been linked to its competency since.
 */
export async function listNeeds(tx: OrgTx, personId: Id, viewer: Actor): Promise<Need[]> {
  const all = (await listKeptNeeds(tx, personId)).filter(
    (need) => !need.private || viewer.personId === personId,
  )
  if (all.length === 0) return []
  const links = await listLinked(tx, personId)
  return all.map((need) => {
    const linked = links.filter(({ competencyId }) => competencyId === need.competencyId)
    return {
      ...need,
      evidenceIds: [...new Set([...need.evidenceIds, ...linked.map(({ evidenceId }) => evidenceId)])],
    }
  })
}

/** One need; null where there is none, or none that the viewer may know of. */
export async function findNeed(tx: OrgTx, personId: Id, needId: Id, viewer: Actor): Promise<Need | null> {
  return (await listNeeds(tx, personId, viewer)).find((need) => need.needId === needId) ?? null
}

/**
 * Names a need: professional (of a competency) or personal, with the reason and the evidence it rests on.
 * A personal need is "only you" unless `private` is false. The title is the competency's where none is given.
 * @returns its identifier; refusals name `kind`, `competency`, `title`, `why` or `private`
 */
export async function makeNeed(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    competencyId: Id | null
    title?: string
    kind: NeedKind | null
    why: string
    evidenceIds: readonly Id[]
    private?: boolean
  },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, kind, competencyId } = asked
  const own = actor.personId === personId
  if (!own && !leadsThem(actor, { personId }))
    return refused({ message: 'Only the person or their leader can name a need.' })
  const competency = competencyId ? await findCompetency(tx, competencyId) : null
  if (competencyId && !competency)
    return refused({ field: 'competency', message: 'Choose a competency of the framework.' })
  const known = await listEvidence(tx, personId, { includePrivate: own })
  const checked = checkNeed(
    {
      personId,
      competencyId,
      title: asked.title?.trim() || (competency?.title ?? ''),
      kind,
      why: asked.why.trim(),
      evidenceIds: known.map((item) => item.evidenceId).filter((id) => asked.evidenceIds.includes(id)),
      private: asked.private ?? kind === 'personal',
    },
    own,
  )
  if (!checked.ok) return checked
  await lockPerson(tx, personId)
  const need = { ...checked.value, needId: tx.newId(), madeBy: actor.personId, madeOn: today }
  const ref = await saveNeed(tx, need)
  await record(tx, {
    kind: 'needs.made',
    actor,
    personId,
    recordId: need.needId,
    payload: need.private
      ? { ref, private: true }
      : {
          ref,
          kind: need.kind,
          title: need.title,
          why: need.why,
          competencyId,
          evidenceIds: need.evidenceIds,
          private: need.private,
        },
  })
  return done(need.needId)
}
