import { type Day, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listHistory } from '../history/history.ts'

/** Why a version was published, '' where nobody was asked, and why and when everybody was moved to it, the first move first. */
export type Reasons = { published: string; moves: { on: Day; because: string }[] }

const KINDS = ['framework.published', 'framework.put-in-force']

/** A framework has few versions, and everybody is seldom moved. */
const MOST = 1000

/** The sentences with which a framework's versions were published and put in force, by the versions' names. */
export async function reasonsOf(tx: OrgTx, frameworkId: Id): Promise<Map<string, Reasons>> {
  const found = new Map<string, Reasons>()
  const entries = await listHistory(tx, { recordId: frameworkId, kinds: KINDS }, MOST)
  for (const { kind, day, payload } of entries.toReversed()) {
    const { version = '', because = '' } = payload as { version?: string; because?: string }
    const reasons = found.get(version) ?? { published: '', moves: [] }
    if (kind === 'framework.published') reasons.published = because
    else reasons.moves.push({ on: day, because })
    found.set(version, reasons)
  }
  return found
}

/** The same, a sentence each. */
export function reasonWords(reasons: Reasons | undefined): string[] {
  if (!reasons) return []
  const moves = reasons.moves.map(({ on, because }) => `Put in force on ${plainDay(on)}: ${because}`)
  return [...(reasons.published ? [reasons.published] : []), ...moves]
}
