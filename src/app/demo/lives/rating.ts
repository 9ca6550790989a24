import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { agreeLevels, beginPass, type Example, handIn, rate } from '../../assessments/assessments.ts'
import { listRoles, roleOf } from '../../roles/roles.ts'
import { type Company, type Moment, must } from '../moments.ts'

type Level = 1 | 2 | 3 | 4 | 5

/** What the three passes say of one competency; the person's example or evidence, where there is any. */
export type Said = {
  self: Level
  leader: Level
  agreed: Level | null
  example?: Example
  cites?: readonly Id[]
  /** What the leader saw; none: "no example yet". */
  seen?: Example
  note?: string
}

type Ratings = Readonly<Record<string, Said>>

/** The role that a pass is against: the one named, else the person's own. */
async function roleIdOf(tx: OrgTx, personId: Id, title: string | undefined, today: Day): Promise<Id> {
  const named = title && (await listRoles(tx)).find((role) => role.title === title)
  const role = named || (await roleOf(tx, personId, today))
  if (!role) throw new Error(`No role ${title ?? 'of their own'}`)
  return role.roleId
}

/** A side's pass from its beginning to its being handed in. */
export async function assess(
  tx: OrgTx,
  company: Company,
  asked: { by: Actor; of: Actor; role?: string; ratings: Ratings },
  today: Day,
): Promise<void> {
  const { by, of, ratings } = asked
  const { personId } = of
  const own = by.personId === personId
  const roleId = await roleIdOf(tx, personId, asked.role, today)
  const assessmentId = must(await beginPass(tx, by, { personId, roleId }, today))
  for (const [code, said] of Object.entries(ratings)) {
    const example = own ? said.example : said.seen
    const evidenceIds = own ? [...(said.cites ?? [])] : []
    const rating = {
      competencyId: company.skill(code),
      level: own ? said.self : said.leader,
      noExample: !example && evidenceIds.length === 0,
      example: example ?? { when: '', who: '', did: '', followed: '' },
      evidenceIds,
      changed: '',
      note: '',
    }
    must(await rate(tx, by, { personId, assessmentId, rating }))
  }
  must(await handIn(tx, by, { personId, assessmentId }, today))
}

/** The levels that both agreed in conversation. */
export async function settle(
  tx: OrgTx,
  company: Company,
  asked: { leader: Actor; of: Actor; ratings: Ratings; round?: number },
  today: Day,
): Promise<void> {
  const levels = Object.entries(asked.ratings).map(([code, { agreed, note = '' }]) => ({
    competencyId: company.skill(code),
    level: agreed,
    note,
  }))
  const { personId } = asked.of
  const what = { personId, round: asked.round ?? 1, levels, together: true, finish: true }
  must(await agreeLevels(tx, asked.leader, what, today))
}

/** Levels of which every source says the same. */
export function plain(levels: Readonly<Record<string, Level>>): Record<string, Said> {
  return Object.fromEntries(
    Object.entries(levels).map(([code, level]) => [code, { self: level, leader: level, agreed: level }]),
  )
}

/** The three moments of a round: the person's own pass, the leader's, and the levels that both agree. */
export function rated(
  company: Company,
  asked: { of: Actor; leader: Actor; ratings: Ratings; role?: string },
  daysAgo: readonly [self: number, leader: number, agreed: number],
  agreedAt = '11:30',
): Moment[] {
  const { of, leader, ratings, role } = asked
  const [self, theirs, agreed] = daysAgo
  return [
    company.on(self, '10:00', (tx, day) => assess(tx, company, { by: of, of, role, ratings }, day)),
    company.on(theirs, '14:20', (tx, day) => assess(tx, company, { by: leader, of, role, ratings }, day)),
    company.on(agreed, agreedAt, (tx, day) => settle(tx, company, { leader, of, ratings }, day)),
  ]
}
