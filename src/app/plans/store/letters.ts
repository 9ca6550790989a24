import type { LetterSet } from '../../../kernel/smart.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** The letters an organisation reads by, and which change of them this is: 0 where it has said nothing. */
export type KeptLetters = LetterSet & { version: number }

const UNSAID: KeptLetters = { smarter: false, a: 'achievable', version: 0 }

export async function findLetters(tx: OrgTx): Promise<KeptLetters> {
  return tx.once('letter set', async () => {
    const row = await tx.db
      .selectFrom('letter_set')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .executeTakeFirst()
    return row ? { smarter: row.smarter, a: row.a as LetterSet['a'], version: row.version } : UNSAID
  })
}

/** Locks nothing: of two who save over the same version, the second changes no row and is told false. */
export async function saveLetters(tx: OrgTx, { smarter, a, version }: KeptLetters): Promise<boolean> {
  const saved = await tx.db
    .insertInto('letter_set')
    .values({ org_id: tx.orgId, smarter, a, version })
    .onConflict((conflict) =>
      conflict
        .column('org_id')
        .doUpdateSet({ smarter, a, version })
        .where('letter_set.version', '=', version - 1),
    )
    .returning('version')
    .executeTakeFirst()
  return saved !== undefined
}
