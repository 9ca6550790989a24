import type { Move } from '../rules/profile.ts'
import { CENTRE_MANAGER, HEAD } from './leading.ts'
import { ADVISER, SENIOR_ADVISER, TEAM_LEADER, TRAINEE } from './line.ts'
import { INSIGHT_ANALYST, PLANNER } from './planning.ts'
import { LEARNING_LEAD, QUALITY_ANALYST, QUALITY_MANAGER } from './quality.ts'
import { ACCOUNT_ADVISER, SUCCESS_MANAGER } from './relationships.ts'
import { COMPLAINTS_HANDLER, COMPLAINTS_LEAD } from './resolution.ts'
import type { StarterRole } from './starter-role.ts'

/** The roles that an organisation starts with, by track and growing responsibility. */
export const STARTER_ROLES: readonly StarterRole[] = [
  TRAINEE,
  ADVISER,
  SENIOR_ADVISER,
  TEAM_LEADER,
  CENTRE_MANAGER,
  HEAD,
  COMPLAINTS_HANDLER,
  COMPLAINTS_LEAD,
  QUALITY_ANALYST,
  LEARNING_LEAD,
  QUALITY_MANAGER,
  PLANNER,
  INSIGHT_ANALYST,
  ACCOUNT_ADVISER,
  SUCCESS_MANAGER,
]

const LEADS_TO: readonly [StarterRole, readonly StarterRole[]][] = [
  [TRAINEE, [ADVISER]],
  [ADVISER, [SENIOR_ADVISER, COMPLAINTS_HANDLER, QUALITY_ANALYST, PLANNER, ACCOUNT_ADVISER]],
  [SENIOR_ADVISER, [TEAM_LEADER]],
  [TEAM_LEADER, [CENTRE_MANAGER]],
  [CENTRE_MANAGER, [HEAD]],
  [COMPLAINTS_HANDLER, [COMPLAINTS_LEAD, TEAM_LEADER]],
  [COMPLAINTS_LEAD, [CENTRE_MANAGER]],
  [QUALITY_ANALYST, [LEARNING_LEAD, INSIGHT_ANALYST]],
  [LEARNING_LEAD, [QUALITY_MANAGER]],
  [QUALITY_MANAGER, [HEAD]],
  [PLANNER, [INSIGHT_ANALYST]],
  [INSIGHT_ANALYST, [CENTRE_MANAGER]],
  [ACCOUNT_ADVISER, [SUCCESS_MANAGER]],
]

/** The moves that people make among them. Source: domain.md 2.6. */
export const STARTER_MOVES: readonly Move[] = LEADS_TO.flatMap(([from, to]) =>
  to.map((one) => ({ from: from.roleId, to: one.roleId })),
)
