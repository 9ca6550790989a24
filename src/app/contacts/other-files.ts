import type { Id } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Answer, House, Visit } from '../visit.ts'
import type { Loadable } from './new-import.ts'
import type { Batch } from './store/batches.ts'

/** Something else than contacts that an uploaded file may hold, and the later capability that reads it. */
export type OtherFile = {
  /** As the import keeps it, and as the form sends it. */
  kind: string
  /** What the file is said to hold. */
  text: string
  hint: string
  /** Refuses what cannot be read at all. */
  check(tx: OrgTx, file: { name: string; bytes: Uint8Array }): Promise<Outcome<unknown>>
  /** The page of an import that waits for somebody, or is loaded or undone. */
  page(visit: Visit, batch: Batch): Promise<Answer>
  /** An uploaded file, ready to load; null where its bytes are gone, and refused where it cannot be loaded. */
  read(house: House, orgId: Id, batch: Batch): Promise<Outcome<Loadable> | null>
}

/** What files may hold beside contacts; each later capability adds what it reads. */
export const otherFiles: OtherFile[] = []

export function otherFileOf({ kind }: Pick<Batch, 'kind'>): OtherFile | null {
  return otherFiles.find((other) => other.kind === kind) ?? null
}
