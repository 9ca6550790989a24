import { type EscoDraft, skillOf } from './esco-tables.ts'
import { type AskFact, escoSkillId, type Facts, type NearFact, type OccupationFact } from './facts.ts'
import { leftOut } from './sheet.ts'

/** Skills and groups of them lie below it; what lies elsewhere is no address of a skill. */
const CONCEPT = 'http://data.europa.eu/esco/'

/** What the tables said together. Skills known by their label alone take the address that another table has for it. */
export function escoFactsOf(draft: EscoDraft, version: string): { facts: Facts; warnings: string[] } {
  const { occupations, skills, addresses, asks, broader, groups, descriptions } = draft
  const ids = new Set([...occupations.values()].map(({ occupationId }) => occupationId))
  const known = new Map([...skills.values()].map(({ uri, skillId }) => [uri, skillId]))
  const found = new Map([...skills.values()].map((skill) => [skill.skillId, skill]))
  const itself = broader.filter(({ from, to }) => from === to)
  let left = 0
  const kept = asks.flatMap(({ occupationId, relation, uri: said, label, kind }): AskFact[] => {
    const named = said || (addresses.get(label) ?? '')
    const uri = named.startsWith(CONCEPT) ? named : ''
    const skillId = known.get(uri) ?? escoSkillId(uri, label)
    const nameless = !found.has(skillId) && !label
    if (!ids.has(occupationId) || nameless) {
      left += 1
      return []
    }
    if (!found.has(skillId))
      found.set(skillId, skillOf(uri, label, kind, descriptions.get(label) || descriptions.get(uri) || ''))
    return [{ occupationId, skillId, relation, importance: null, level: null }]
  })
  return {
    facts: {
      scheme: 'esco',
      version,
      occupations: [...occupations.values()],
      skills: [...found.values()],
      asks: essentialFirst(kept),
      near: nearOf(
        broader.filter(({ from, to }) => from !== to),
        occupations,
      ),
      groups: [...groups].map(([code, title]) => ({ code, title })),
    },
    warnings: [
      ...leftOut(left, 'relation', 'an occupation or a skill is in none of the other tables'),
      ...leftOut(itself.length, 'relation', 'an occupation belongs to itself'),
    ],
  }
}

/** Where both are said of one skill, essential counts. */
function essentialFirst(asks: readonly AskFact[]): AskFact[] {
  const kept = new Map<string, AskFact>()
  for (const ask of asks) {
    const key = `${ask.occupationId} ${ask.skillId}`
    if (kept.get(key)?.relation !== 'essential') kept.set(key, ask)
  }
  return [...kept.values()]
}

const nearOf = (broader: EscoDraft['broader'], occupations: EscoDraft['occupations']): NearFact[] =>
  broader.flatMap(({ from, to }) => {
    const [one, wider] = [occupations.get(from), occupations.get(to)]
    if (!one || !wider) return []
    const near = (a: OccupationFact, b: OccupationFact, tier: string): NearFact => ({
      occupationId: a.occupationId,
      nearId: b.occupationId,
      code: b.code,
      title: b.title,
      tier,
      place: 0,
    })
    return [near(one, wider, 'broader'), near(wider, one, 'narrower')]
  })
