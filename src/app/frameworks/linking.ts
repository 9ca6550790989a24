import { type Actor, administers } from '../../kernel/actor.ts'
import { isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { CrosswalkRow } from './rules/competency.ts'
import { findInForce } from './store/competencies.ts'
import { addLink, removeLink } from './store/links.ts'

/** An item of a recognised framework, as a person who read it there says. */
export type LinkAsked = Omit<CrosswalkRow, 'relation' | 'confidence'>

/**
 * Links a competency in force to an item of a recognised framework, as related; linked already, nothing changes. A
 * person decides it. Source: mission.md A4; CASE 1.1, isRelatedTo.
 */
export async function linkCompetency(tx: OrgTx, actor: Actor, asked: LinkAsked): Promise<Outcome<void>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator links competencies.' })
  if (!isId(asked.competencyId) || !(await findInForce(tx, asked.competencyId)))
    return refused({ field: 'competency', message: 'Choose a competency of the list.' })
  const added = await addLink(tx, { ...asked, relation: 'isRelatedTo', confidence: 'seen' })
  if (added) await recordLink(tx, actor, 'framework.linked', asked)
  return done(undefined)
}

/** Takes such a link away; where there is none, nothing changes. */
export async function unlinkCompetency(
  tx: OrgTx,
  actor: Actor,
  asked: Pick<CrosswalkRow, 'competencyId' | 'framework' | 'code' | 'title'>,
): Promise<Outcome<void>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator links competencies.' })
  if (await removeLink(tx, asked)) await recordLink(tx, actor, 'framework.unlinked', asked)
  return done(undefined)
}

const recordLink = (
  tx: OrgTx,
  actor: Actor,
  kind: string,
  {
    competencyId,
    framework,
    code,
    title,
  }: Pick<CrosswalkRow, 'competencyId' | 'framework' | 'code' | 'title'>,
) => record(tx, { kind, actor, personId: null, recordId: competencyId, payload: { framework, code, title } })
