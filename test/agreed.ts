import assert from 'node:assert/strict'
import type { RatedLevel } from '../src/app/assessments/assessments.ts'
import { agreeLevels, beginPass, handIn, listAssessments, rate } from '../src/app/assessments/assessments.ts'
import { actorOf } from '../src/app/people/people.ts'
import { roleOf } from '../src/app/roles/roles.ts'
import type { Day } from '../src/kernel/day.ts'
import type { Id } from '../src/kernel/id.ts'
import type { OrgTx } from '../src/shell/db.ts'
import { got } from './developed.ts'

/**
 * Somebody and their leader rate all that the present role asks and agree on it.
 * @param levelOf the level of each competency; null leaves it unrated, and so not agreed
 */
export async function agreeOn(
  world: { today: Day; inOrg<T>(work: (tx: OrgTx) => Promise<T>): Promise<T> },
  who: { personId: Id },
  leader: { personId: Id },
  levelOf: (competencyId: Id) => RatedLevel | null,
): Promise<void> {
  const { personId } = who
  await world.inOrg(async (tx) => {
    const own = (await actorOf(tx, personId))?.actor
    const other = (await actorOf(tx, leader.personId))?.actor
    assert.ok(own && other)
    const role = await roleOf(tx, personId, world.today)
    assert.ok(role)
    const ids = role.requirements.map(({ competencyId }) => competencyId)
    for (const actor of [own, other]) {
      const assessmentId = got(await beginPass(tx, actor, { personId, roleId: role.roleId }, world.today))
      for (const [at, competencyId] of ids.entries()) {
        const did = `I asked twice and wrote down the answer of call ${at}.`
        const example = { when: 'Friday', who: 'a caller', did, followed: 'it was settled' }
        const level = levelOf(competencyId)
        const told = { competencyId, example, noExample: false, changed: '', note: '', evidenceIds: [] }
        got(await rate(tx, actor, { personId, assessmentId, rating: { ...told, level: level ?? 2 } }))
      }
      got(await handIn(tx, actor, { personId, assessmentId }, world.today))
    }
    const [newest] = await listAssessments(tx, personId, other)
    const levels = ids.flatMap((competencyId) => {
      const level = levelOf(competencyId)
      return level === null ? [] : [{ competencyId, level, note: '' }]
    })
    const finish = levels.length === ids.length
    const agreed = { personId, round: newest?.round ?? 1, levels, together: true, finish }
    got(await agreeLevels(tx, other, agreed, world.today))
  })
}
