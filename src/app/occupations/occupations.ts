import type { Id } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Competency, suggestedFor } from '../frameworks/frameworks.ts'
import { type AdvertProposal, proposeFrom } from './rules/advert.ts'
import type { Scheme } from './rules/facts.ts'
import { searchWords } from './rules/search.ts'
import {
  findOne,
  listAsked,
  listNear,
  listNearFrom,
  listSharing,
  type Occupation,
  type OccupationSkill,
  searchOccupations,
} from './store/occupations.ts'

export { findPack, loadPack, PACK_NAMES } from './packs.ts'
export { proposedRole } from './proposing.ts'
export type { AdvertProposal } from './rules/advert.ts'
export type { Scheme } from './rules/facts.ts'
export type { Occupation, OccupationSkill } from './store/occupations.ts'

/**
 * Occupations of the newest versions that are here whose titles, other titles or code hold every word asked for; those
 * whose own title does come first. `of` says how many there are in all.
 */
export async function listOccupations(
  tx: OrgTx,
  asked: { about?: string; scheme?: Scheme; limit: number; offset: number },
): Promise<{ found: Occupation[]; of: number }> {
  return searchOccupations(tx, { ...asked, words: searchWords(asked.about ?? '') })
}

/** An occupation as the newest version that has it says it; null where none does. */
export async function findOccupation(tx: OrgTx, id: Id): Promise<Occupation | null> {
  return isId(id) ? findOne(tx, id) : null
}

/** What an occupation asks: essential before optional, rated ones by importance; none where it is not here. */
export async function skillsOf(tx: OrgTx, id: Id): Promise<OccupationSkill[]> {
  const occupation = await findOccupation(tx, id)
  return occupation ? listAsked(tx, occupation) : []
}

/** An occupation near another; null identifier where only its code and title are known. */
export type Related = {
  occupation: { occupationId: Id | null; code: string; title: string }
  why: string
  tier: string
}

/** Occupations shown near one at most where skills in common are counted. */
const SHARING = 12

/** Said of an occupation whose own list names this one. */
const OTHER_WAY = 'puts this one near itself'

const TIERS: Record<string, string> = {
  'Primary-Short': 'among the nearest, by O*NET',
  'Primary-Long': 'near, by O*NET',
  Supplemental: 'less near, by O*NET',
  broader: 'the wider occupation that it belongs to, by ESCO',
  narrower: 'a narrower occupation within it, by ESCO',
}

/**
 * The neighbourhood of an occupation: what its classification puts near it, and for ESCO those that share the most
 * essential skills, with how many.
 */
export async function relatedTo(tx: OrgTx, id: Id): Promise<Related[]> {
  const occupation = await findOccupation(tx, id)
  if (!occupation) return []
  const near = (await listNear(tx, occupation)).map(
    ({ tier, ...one }): Related => ({ occupation: one, tier, why: TIERS[tier] ?? tier }),
  )
  const known = new Set(near.map((one) => one.occupation.occupationId))
  if (occupation.scheme === 'onet') {
    const others = (await listNearFrom(tx, occupation)).filter(({ occupationId }) => !known.has(occupationId))
    return [
      ...near,
      ...others.map(({ tier, ...one }) => ({ occupation: one, tier, why: `${OTHER_WAY}, by O*NET` })),
    ]
  }
  const sharing = (await listSharing(tx, occupation, SHARING))
    .filter(({ occupationId }) => !known.has(occupationId))
    .map(
      ({ shared, of, ...one }): Related => ({
        occupation: one,
        tier: 'shared skills',
        why: `shares ${shared} of its ${of} essential skills`,
      }),
    )
  return [...near, ...sharing]
}

/**
 * The competencies that a job advert seems to ask for, strongest first, each with the parts of the advert that say so.
 * Nothing is decided by itself. Source: mission.md B8.
 * @param skills labels of recognised skills with the competency that each is linked to, such as `listCrosswalk` answers
 */
export function proposeCompetencies(
  text: string,
  competencies: readonly Competency[],
  skills: readonly { title: string; competencyId: Id }[],
): AdvertProposal[] {
  const known = new Set(competencies.map(({ competencyId }) => competencyId))
  return proposeFrom(
    text,
    (part) =>
      suggestedFor(part, competencies).map(({ competency, because }) => ({
        competencyId: competency.competencyId,
        words: because.length,
      })),
    skills.filter(({ competencyId }) => known.has(competencyId)),
  )
}
