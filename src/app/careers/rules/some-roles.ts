import { LINE, type RoleNode } from './graph.ts'
import type { Route } from './routes.ts'

export const role = (
  roleId: string,
  track: string,
  responsibility: number,
  asks: Record<string, number> = {},
  helpful: Record<string, number> = {},
): RoleNode => ({
  roleId,
  title: roleId,
  track,
  responsibility,
  requirements: [
    ...Object.entries(asks).map(([competencyId, level]) => ({ competencyId, level, essential: true })),
    ...Object.entries(helpful).map(([competencyId, level]) => ({ competencyId, level, essential: false })),
  ],
})
export const moves = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return { from, to }
  })
export const held = (levels: Record<string, number>) => new Map(Object.entries(levels))
export const names = (route: Route | undefined) => route?.steps.map(({ roleId }) => roleId)
export const kindOf = (routes: readonly Route[], kind: Route['kind']) =>
  routes.find((route) => route.kind === kind || route.also.includes(kind))

export const ADVISER = role('adviser', LINE, 2, { complaints: 3, coaching: 1 })
export const SENIOR = role('senior', LINE, 3, { complaints: 4, coaching: 2 })
export const LEADER = role('leader', LINE, 4, { complaints: 4, coaching: 4, measures: 3 })
export const HANDLER = role('handler', 'Resolution', 3, { complaints: 4, coaching: 3, measures: 1 })
export const AMARA = held({ complaints: 3, coaching: 1, measures: 1 })
