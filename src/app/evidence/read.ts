import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { EvidenceKind } from './rules/kinds.ts'
import { listRestingOn } from './store/imports.ts'
import { counts, findStored, listStored, type Stored } from './store/items.ts'

/** A piece of evidence: of some kind, and no longer a draft. */
export type EvidenceItem = Stored & { kind: EvidenceKind }
/** What somebody began to write and keeps for later. Seen by them alone. */
export type EvidenceDraft = Stored

/** Whoever acts or reads. */
export type By = Pick<Actor, 'personId'>

const isItem = (stored: Stored): stored is EvidenceItem => !stored.draft && stored.kind !== null

/**
 * A person's evidence, newest first. Never drafts; what is "only you" only with `includePrivate`, which is for a page
 * that the person alone reads; records whose import was undone only with `includeUndone`, for a page that shows
 * them and does not count them.
 */
export async function listEvidence(
  tx: OrgTx,
  personId: Id,
  options: { competencyId?: Id; includePrivate?: boolean; includeUndone?: boolean } = {},
): Promise<EvidenceItem[]> {
  const { competencyId, includePrivate = false, includeUndone = false } = options
  const stored = await listStored(tx, personId, { draft: false, includePrivate, competencyId })
  return stored.filter(isItem).filter((item) => includeUndone || counts(item))
}

/** One item of a person's; null where there is none, where it is a draft, or "only you" without `includePrivate`. */
export async function findEvidence(
  tx: OrgTx,
  personId: Id,
  evidenceId: Id,
  options: { includePrivate?: boolean } = {},
): Promise<EvidenceItem | null> {
  const stored = isId(evidenceId) ? await findStored(tx, personId, evidenceId) : null
  return stored && isItem(stored) && (!stored.private || options.includePrivate) ? stored : null
}

/** What an actor keeps unfinished about a person, newest first. */
export async function listDrafts(tx: OrgTx, personId: Id, actor: By): Promise<EvidenceDraft[]> {
  const drafts = await listStored(tx, personId, { draft: true, includePrivate: true })
  return drafts.filter((draft) => draft.addedBy === actor.personId)
}

/** An item or a draft as one reader may see it: drafts for their writer, "only you" for the person. */
export async function findReadable(
  tx: OrgTx,
  personId: Id,
  evidenceId: Id,
  reader: By,
): Promise<Stored | null> {
  const stored = await findStored(tx, personId, evidenceId)
  if (!stored) return null
  if (stored.draft) return stored.addedBy === reader.personId ? stored : null
  return !stored.private || reader.personId === personId ? stored : null
}

/**
 * The evidence, of anybody, whose figure was counted from an import: to name it where the import is undone. The title
 * of what is "only you" is withheld.
 */
export async function evidenceRestingOn(
  tx: OrgTx,
  batchId: Id,
): Promise<{ evidenceId: Id; ref: string; personId: Id; personName: string; title: string }[]> {
  const resting = await listRestingOn(tx, batchId)
  return resting.map(({ private: onlyYou, ...item }) => (onlyYou ? { ...item, title: 'Only you' } : item))
}
