import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { isNarrower } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { gapsOf, listNeeds, makeNeed, type Need } from '../assessments/assessments.ts'
import type { PersonalTarget } from './rules/target.ts'
import { findTarget, roleWantedBy } from './targets.ts'

const NOT_YOURS = {
  message:
    'Only the person can name a need of this advert: it is not shared with everybody who reads needs for the work.',
}
const GONE = { message: 'That role no longer asks for this. Look at the route again.' }

const asksWords = (title: string) => `${title} asks for level`

/** The person's needs that name the role of an advert to more people than may read of it: made while more of them might. */
export async function needsNaming(tx: OrgTx, actor: Actor, target: PersonalTarget): Promise<Need[]> {
  const { personId, title, sharing } = target
  return (await listNeeds(tx, personId, actor)).filter(
    (need) => isNarrower(sharing, need.sharing) && need.why.includes(asksWords(title)),
  )
}

/**
 * Makes a need of one thing that a role asks of somebody, with its reason and the evidence there is; the need that stands
 * for it already where there is one.
 */
export async function needOfRole(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roleId: Id; competencyId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, roleId, competencyId } = asked
  const role = await roleWantedBy(tx, personId, roleId, actor)
  const measured = role && (await gapsOf(tx, personId, today, actor, role))
  const gap = measured?.gaps.find(({ competency }) => competency.competencyId === competencyId)
  if (!role || !gap) return refused(GONE)
  if (gap.needId) return done(gap.needId)
  // A need names the role: no more people read the need than read of the role, and so it is not one for the work alone.
  const target = await findTarget(tx, personId, roleId, actor)
  const withheld = target !== null && target.sharing !== 'assessor'
  if (withheld && actor.personId !== personId) return refused(NOT_YOURS)
  const own = target?.ownLevels.find((one) => one.competencyId === competencyId)
  const level =
    gap.agreed !== null
      ? `the level agreed is ${gap.agreed}`
      : own
        ? `their own word is ${own.level}, with no level agreed yet`
        : 'no level is agreed yet'
  return makeNeed(
    tx,
    actor,
    {
      personId,
      competencyId,
      kind: withheld ? 'both' : 'professional',
      why: `${asksWords(role.title)} ${gap.requirement.level} in ${gap.competency.title}, and ${level}.`,
      from: 'assessment',
      ...(target ? { sharing: target.sharing } : {}),
      evidenceIds: [...gap.for, ...gap.against]
        .filter((item) => !item.private)
        .map(({ evidenceId }) => evidenceId),
    },
    today,
  )
}
