import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Better } from '../../kernel/stats.ts'
import type { OrgTx } from '../../shell/db.ts'

/** One count of a tally. `of` is null where the tally is a count alone. */
export type KeptEntry = { entryId: Id; day: Day; met: number; of: number | null; addedBy: Id }

/** Something counted by hand, with its entries in order of their days. */
export type KeptTally = {
  tallyId: Id
  personId: Id
  name: string
  /** When it counts. */
  words: string
  kind: 'share' | 'count'
  betterIs: Better
  entries: KeptEntry[]
}

/** A person's tallies, in the order in which they were made. */
export async function listTallies(tx: OrgTx, personId: Id): Promise<KeptTally[]> {
  return tx.once(`tallies ${personId}`, async () => {
    const rows = await tx.db
      .selectFrom('tally')
      .select(['tally_id', 'person_id', 'name', 'words', 'kind', 'better_is'])
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .orderBy('made_at')
      .orderBy('tally_id')
      .execute()
    if (rows.length === 0) return []
    const entries = await tx.db
      .selectFrom('tally_entry')
      .select(['entry_id', 'tally_id', 'day', 'met', 'out_of', 'added_by'])
      .where('org_id', '=', tx.orgId)
      .where(
        'tally_id',
        'in',
        rows.map((row) => row.tally_id),
      )
      .orderBy('day')
      .orderBy('entry_id')
      .execute()
    return rows.map((row) => ({
      tallyId: row.tally_id,
      personId: row.person_id,
      name: row.name,
      words: row.words,
      kind: row.kind as KeptTally['kind'],
      betterIs: row.better_is as Better,
      entries: entries
        .filter((entry) => entry.tally_id === row.tally_id)
        .map((entry) => ({
          entryId: entry.entry_id,
          day: entry.day,
          met: entry.met,
          of: entry.out_of,
          addedBy: entry.added_by,
        })),
    }))
  })
}

export async function saveTally(tx: OrgTx, tally: Omit<KeptTally, 'entries'>, madeBy: Id): Promise<void> {
  await tx.db
    .insertInto('tally')
    .values({
      org_id: tx.orgId,
      tally_id: tally.tallyId,
      person_id: tally.personId,
      name: tally.name,
      words: tally.words,
      kind: tally.kind,
      better_is: tally.betterIs,
      made_by: madeBy,
      made_at: tx.now,
    })
    .execute()
}

export async function saveEntry(tx: OrgTx, tallyId: Id, entry: KeptEntry): Promise<void> {
  await tx.db
    .insertInto('tally_entry')
    .values({
      org_id: tx.orgId,
      entry_id: entry.entryId,
      tally_id: tallyId,
      day: entry.day,
      met: entry.met,
      out_of: entry.of,
      added_by: entry.addedBy,
      added_at: tx.now,
    })
    .execute()
}

export async function removeEntry(tx: OrgTx, entryId: Id): Promise<void> {
  await tx.db
    .deleteFrom('tally_entry')
    .where('org_id', '=', tx.orgId)
    .where('entry_id', '=', entryId)
    .execute()
}
