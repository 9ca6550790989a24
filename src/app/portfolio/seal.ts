import type { OrgTx } from '../../shell/db.ts'
import { historyHead, verifyHistory } from '../history/history.ts'

/** What can be said of the history behind an account on the day it is written out. */
export type Seal =
  | { state: 'empty' }
  | { state: 'whole'; seq: number; hash: string }
  /** Too long to be read again for a page. */
  | { state: 'long'; seq: number; hash: string }
  | { state: 'broken'; firstBroken: number }

/** How many entries a page reads again, a fraction of a second; more are left to the command. */
const READ_AGAIN = 20_000

/** Reads the history again, where it is short enough, so that a page claims only what was checked. */
export async function sealOf(tx: OrgTx): Promise<Seal> {
  const head = await historyHead(tx)
  if (!head || head.seq === 0) return { state: 'empty' }
  if (head.seq > READ_AGAIN) return { state: 'long', ...head }
  const { ok, firstBroken } = await verifyHistory(tx)
  return ok ? { state: 'whole', ...head } : { state: 'broken', firstBroken: firstBroken ?? 1 }
}
