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

/** How what some passes were made of stands to the wording in force. */
export type Wordings = {
  /**
   * Which of a pass's ratings were made of a wording that is no longer in force: statement, kind or levels are others,
   * or the competency is no longer asked of anybody. Source: issue 5, ratings carry only where the item is unchanged.
   */
  rewordedIn(pass: Pick<KeptPass, 'framework' | 'ratings'>): ReadonlySet<Id>
  /** The competencies of a round that is over, as they were worded when it was settled, or else as they are in force. */
  of(passes: readonly KeptPass[], isOver: boolean): readonly Competency[]
}

const keyOf = ({ frameworkId, version }: FrameworkVersion) => `${frameworkId} ${version}`

/** Reads each wording that the passes were made of once. */
export async function readWordings(tx: OrgTx, passes: readonly KeptPass[]): Promise<Wordings> {
  const now = keyOf(await frameworkInForce(tx))
  const inForce = await listCompetencies(tx)
  const others = new Map(passes.map(({ framework }) => [keyOf(framework), framework]))
  others.delete(now)
  const read = new Map<string, { unchanged: ReadonlySet<Id>; competencies: Competency[] }>()
  for (const [key, version] of others) {
    const competencies = await listCompetencies(tx, version)
    read.set(key, { unchanged: await unchangedSince(tx, version), competencies })
  }
  return {
    rewordedIn({ framework, ratings }) {
      const then = read.get(keyOf(framework))
      return new Set(
        then ? ratings.map(({ competencyId }) => competencyId).filter((id) => !then.unchanged.has(id)) : [],
      )
    },
    of(some, isOver) {
      const settled = some.findLast(({ inOn }) => inOn !== null)
      return (isOver && settled && read.get(keyOf(settled.framework))?.competencies) || inForce
    },
  }
}
