import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { type RoleProfile, roleOf } from '../roles/roles.ts'
import { feedbackByCompetency } from './feedback-levels.ts'
import { listRoundsFor, type SeenRound } from './passes.ts'
import { othersOf, type Pane, paneOf, type WhyUnknown } from './rules/johari.ts'
import type { SourceLevel } from './rules/levels.ts'
import { saidBy } from './said-levels.ts'

export type JohariItem = {
  competency: Competency
  pane: Pane
  why: WhyUnknown | null
  self: SourceLevel | null
  /** The leader, once both passes are in, and all of 360 feedback that may be shown; whoever is named stands once. */
  others: SourceLevel[]
  /** Whether 360 feedback shows anything of it. */
  heard: boolean
  /** What 360 feedback holds back, with its rule. */
  held: string[]
}

/** Whether the leader's pass stands in the window, and why not where it does not. */
export type LeaderView = 'shown' | 'nobody leads' | 'not begun' | 'blind'

export type JohariView = { role: RoleProfile; items: JohariItem[]; leader: LeaderView }

/**
 * The Johari window of a person against their role: what they and others know. Others are people alone: measures are
 * left out, since a figure knows nobody. Shows no more than the gaps do: no pass that is blind, no group of 360 feedback
 * below its threshold. Null where no role is in force. Source: domain.md 4.
 */
export async function johariOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  viewer: Actor,
): Promise<JohariView | null> {
  const role = await roleOf(tx, personId, today)
  if (!role) return null
  const rounds = await listRoundsFor(tx, personId, viewer)
  const said = saidBy(rounds)
  const feedback = await feedbackByCompetency(tx, personId, viewer, today)
  const asked = new Set(role.requirements.map(({ competencyId }) => competencyId))
  const items = (await listCompetencies(tx))
    .filter(({ competencyId }) => asked.has(competencyId))
    .map((competency): JohariItem => {
      const levels = said(competency.competencyId)
      const heard = feedback(competency.competencyId)
      const self = levels.find(({ source }) => source === 'self') ?? null
      const others = othersOf([...levels, ...heard.levels])
      const placed = paneOf(self?.level ?? null, others)
      return { competency, ...placed, self, others, heard: heard.levels.length > 0, held: heard.held }
    })
  return { role, items, leader: leaderView(rounds) }
}

function leaderView(rounds: readonly SeenRound[]): LeaderView {
  if (rounds.some(({ leader }) => leader?.inOn && !leader.withheld)) return 'shown'
  if (rounds.length > 0 && !rounds[0]?.led) return 'nobody leads'
  return rounds.some(({ leader }) => leader) ? 'blind' : 'not begun'
}
