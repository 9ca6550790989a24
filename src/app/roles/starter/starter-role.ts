import type { LevelNumber, Mastery, RoleProfile } from '../rules/profile.ts'

/** A profile before its competency codes are looked up in the framework in force. */
export type StarterRole = Omit<RoleProfile, 'requirements' | 'retired'> & { asks: Ask[] }
type Ask = { code: string; level: LevelNumber; essential: boolean; weight: number }

export const VERSION = '2026-1'

export const essential = (code: string, level: LevelNumber, weight: number): Ask => {
  return { code, level, essential: true, weight }
}
export const helpful = (code: string, level: LevelNumber): Ask => ({
  code,
  level,
  essential: false,
  weight: 1,
})

export const ESCO = 'http://data.europa.eu/esco/occupation/'
export const ONET = 'https://www.onetonline.org/link/summary/'
export const MAPS = 'https://occupational-maps.instituteforapprenticeships.org/maps/occupation/'

/**
 * What is asked before promotion, Goldthread's own proposal: to work alone, to take the hard cases or lead, and to run a
 * department. Employers who publish theirs ask for steady practice of about six months to a year, and about three months
 * of doing the next work already. Source: domain.md 2.6.
 */
export const PRACTISED: Mastery = { months: 3, sources: 2, actingMonths: 0 }
export const STEADY: Mastery = { months: 6, sources: 2, actingMonths: 3 }
export const SENIOR: Mastery = { months: 12, sources: 3, actingMonths: 3 }
