import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { holdingAny } from './files.ts'
import { countsForOthers, type Stored } from './items.ts'

/** Fewer words than this are alike by chance: "It went well." */
const FEW_WORDS = 6

type Copy = { personId: Id; ref: string; words: boolean }

/**
 * Everybody's other items with the same words, whatever their case and spacing, or the same file: no drafts, nothing
 * that is "only you", and nothing that no longer counts. The words of a kept figure are its numbers: they copy nothing.
 */
async function listCopies(tx: OrgTx, item: Stored): Promise<Copy[]> {
  const hashes = item.files.map(({ hash }) => hash)
  const others = tx.db
    .selectFrom('evidence')
    .select(['evidence_id', 'person_id', 'number'])
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '<>', item.evidenceId)
    .where(countsForOthers('evidence'))
  const alike =
    item.kind === 'measure' || item.text === ''
      ? []
      : await others
          .where('words_digest', '=', (of) =>
            of
              .selectFrom('evidence as here')
              .select('here.words_digest')
              .where('here.org_id', '=', tx.orgId)
              .where('here.evidence_id', '=', item.evidenceId),
          )
          .orderBy('number')
          .execute()
  const holding =
    hashes.length === 0
      ? []
      : await others.where('evidence_id', 'in', holdingAny(tx, hashes)).orderBy('number').execute()
  return [
    ...alike.map((row) => ({ personId: row.person_id, ref: `E-${row.number}`, words: true })),
    ...holding.map((row) => ({ personId: row.person_id, ref: `E-${row.number}`, words: false })),
  ]
}

/** What holds the same as an item: the person's own items by their refs, and whether anybody else's does, never whose. */
export async function copiesOf(
  tx: OrgTx,
  item: Stored,
): Promise<{ sameAs: string[]; elsewhere: { words: boolean; file: boolean } }> {
  const copies = await listCopies(tx, item)
  const others = copies.filter(({ personId }) => personId !== item.personId)
  const telling = item.text.trim().split(/\s+/).length >= FEW_WORDS
  return {
    sameAs: [...new Set(copies.flatMap((copy) => (copy.personId === item.personId ? copy.ref : [])))],
    elsewhere: {
      words: telling && others.some(({ words }) => words),
      file: others.some(({ words }) => !words),
    },
  }
}
