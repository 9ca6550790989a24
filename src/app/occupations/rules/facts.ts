import { hash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'

/** A classification of occupations. */
export type Scheme = 'esco' | 'onet'

export const SCHEMES: readonly Scheme[] = ['esco', 'onet']

/** What each is called, by whom it is published, and where it is read. Source: interop.md 9, 10. */
export const SCHEME_WORDS: Record<Scheme, { name: string; publisher: string; address: string }> = {
  esco: { name: 'ESCO', publisher: 'European Commission', address: 'https://esco.ec.europa.eu' },
  onet: {
    name: 'O*NET',
    publisher: 'U.S. Department of Labor, Employment and Training Administration',
    address: 'https://www.onetonline.org',
  },
}

export type SkillKind = 'skill' | 'knowledge' | 'ability' | 'work activity' | 'work style'

export type OccupationFact = {
  occupationId: Id
  code: string
  uri: string
  title: string
  alternatives: string[]
  /** The code of its ISCO group; '' where it has none. */
  groupCode: string
  /** O*NET: 1 little preparation to 5 extensive preparation. */
  jobZone: number | null
  /** '' where facts alone were taken. */
  description: string
}

/** What a level of a scale looks like: `value` on O*NET's scale of 0 to 7. */
export type Anchor = { value: number; words: string }

export type SkillFact = {
  skillId: Id
  kind: SkillKind
  /** O*NET's element, or the last part of the address; '' where only the label is known. */
  code: string
  /** '' where only the label is known. */
  uri: string
  title: string
  description: string
  anchors: Anchor[]
}

/** What an occupation asks: ESCO says essential or optional; O*NET rates importance 1 to 5 and level 0 to 7. */
export type AskFact = {
  occupationId: Id
  skillId: Id
  relation: 'essential' | 'optional' | null
  importance: number | null
  level: number | null
}

/** An occupation that the classification puts near another, in its own words for how near. */
export type NearFact = {
  occupationId: Id
  nearId: Id
  code: string
  title: string
  tier: string
  place: number
}

export type GroupFact = { code: string; title: string }

/** What was read of one version of a classification. */
export type Facts = {
  scheme: Scheme
  version: string
  occupations: OccupationFact[]
  skills: SkillFact[]
  asks: AskFact[]
  near: NearFact[]
  groups: GroupFact[]
}

/** An identifier that follows from an address or a label, so that what is the same has the same one everywhere. */
export function idFor(address: string): Id {
  const hex = hash('sha256', address, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const onetOccupationUri = (code: string) => `https://www.onetonline.org/link/summary/${code}`
export const onetElementUri = (element: string) =>
  `https://www.onetonline.org/find/descriptor/result/${element}`

/** The identifier of a skill of ESCO: by its address, or by its label where that is all there is. */
export function escoSkillId(uri: string, label: string): Id {
  return idFor(uri || `esco skill ${label}`)
}

/** Whether one version comes after another: 30.1 after 29.2, 1.2.10 after 1.2.9. */
export function isLater(version: string, than: string): boolean {
  const parts = (text: string) => text.split(/\D+/).filter(Boolean).map(Number)
  const [a, b] = [parts(version), parts(than)]
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const step = (a[at] ?? 0) - (b[at] ?? 0)
    if (step !== 0) return step > 0
  }
  return false
}
