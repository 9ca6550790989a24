import type { Day } from '../../kernel/day.ts'
import type { OrgTx } from '../../shell/db.ts'
import { complaintsUpheld } from '../evidence/evidence.ts'
import type { By } from './keeping.ts'
import type { Kept } from './store/rows.ts'

/** Lets it be known, person by person, which of these records are complaints that were upheld. */
export async function tellUpheld(
  tx: OrgTx,
  actor: By | null,
  rows: readonly Pick<Kept, 'personId' | 'kind' | 'content' | 'happenedOn' | 'evidenceId'>[],
  today: Day,
): Promise<void> {
  const upheld = rows.flatMap(({ personId, kind, content, happenedOn, evidenceId }) => {
    const stands = kind === 'complaint' && (content.upheld === 'yes' || content.upheld === 'partly')
    return stands && personId && evidenceId ? [{ personId, evidenceId, happenedOn }] : []
  })
  for (const [personId, complaints] of Map.groupBy(upheld, (one) => one.personId))
    await complaintsUpheld.happen(tx, { personId, complaints, by: actor?.personId ?? null, today })
}
