import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Competency,
  type FrameworkVersion,
  frameworkInForce,
  listCompetencies,
  unchangedSince,
} from '../frameworks/frameworks.ts'
import type { KeptPass } from './store/passes.ts'

const isSame = (a: FrameworkVersion, b: FrameworkVersion) =>
  a.frameworkId === b.frameworkId && a.version === b.version

/**
 * Which of a pass's ratings were made of a wording that is no longer in force: statement, kind or levels are others, or
 * the competency is no longer asked of anybody. Source: issue 5, ratings carry only where the item is unchanged.
 */
export async function rewordedIn(
  tx: OrgTx,
  { framework, ratings }: Pick<KeptPass, 'framework' | 'ratings'>,
): Promise<ReadonlySet<Id>> {
  if (isSame(framework, await frameworkInForce(tx))) return new Set()
  const unchanged = await unchangedSince(tx, framework)
  return new Set(ratings.map(({ competencyId }) => competencyId).filter((id) => !unchanged.has(id)))
}

/** The competencies that a round is about: as they were worded when it was settled, else as they are in force. */
export async function wordedFor(
  tx: OrgTx,
  passes: readonly KeptPass[],
  isOver: boolean,
): Promise<Competency[]> {
  const [settled] = passes.filter(({ inOn }) => inOn !== null).reverse()
  return isOver && settled ? listCompetencies(tx, settled.framework) : listCompetencies(tx)
}
