import type { Id } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import { capital } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies, listCrosswalk } from '../frameworks/frameworks.ts'
import { listRoles, type ProfileFields, type RoleProfile } from '../roles/roles.ts'
import { SCHEME_WORDS } from './rules/facts.ts'
import { linksTo } from './rules/linked.ts'
import { type AskedOf, type Proposed, proposeRequirements, proposeResponsibility } from './rules/profile.ts'
import { findOne, listAsked, type Occupation } from './store/occupations.ts'

/** The roles of the organisation that cite an occupation as a source. */
export async function citedBy(tx: OrgTx, { uri }: Pick<Occupation, 'uri'>): Promise<RoleProfile[]> {
  const plain = (address: string) => address.replace(/^https?:\/\//, '').replace(/\/$/, '')
  return (await listRoles(tx)).filter(({ sources }) =>
    sources.some(({ address }) => plain(address) === plain(uri)),
  )
}

/** How an occupation is cited: "ESCO 1.2.0, 3341.3 call centre supervisor". */
function citation({ scheme, version, code, title }: Occupation): { title: string } {
  return { title: `${SCHEME_WORDS[scheme].name} ${version}, ${code} ${title}` }
}

/**
 * A role as an occupation suggests it: title, responsibility, source, and what it asks of the competencies that its
 * skills are linked to. Each requirement says from which skills it was drawn. A person confirms; nothing is added.
 */
export async function proposedRole(
  tx: OrgTx,
  occupationId: Id,
): Promise<{ role: ProfileFields; because: ReadonlyMap<Id, string[]>; unlinked: number } | null> {
  const occupation = isId(occupationId) ? await findOne(tx, occupationId) : null
  if (!occupation) return null
  const skills = await listAsked(tx, occupation)
  const [links, competencies] = [await listCrosswalk(tx), await listCompetencies(tx)]
  const inForce = new Set(competencies.map(({ competencyId }) => competencyId))
  let unlinked = 0
  const asked = skills.flatMap((skill): AskedOf[] => {
    const linked = linksTo(occupation.scheme, skill, links).filter((link) => inForce.has(link.competencyId))
    if (linked.length === 0) unlinked += 1
    const { title, relation, importance, level } = skill
    return linked.map(({ competencyId }) => ({ competencyId, title, relation, importance, level }))
  })
  const proposed = proposeRequirements(asked)
  return {
    role: roleFields(occupation, proposed),
    because: new Map(proposed.map(({ competencyId, because }) => [competencyId, because])),
    unlinked,
  }
}

const roleFields = (occupation: Occupation, proposed: readonly Proposed[]): ProfileFields => ({
  title: capital(occupation.title),
  track: 'Line',
  responsibility: proposeResponsibility(occupation.scheme, occupation),
  jobs: [],
  requirements: proposed.map(({ because: _, ...one }) => ({ ...one, bands: null, levelWords: {} })),
  entry: '',
  sources: [{ ...citation(occupation), address: occupation.uri }],
  sector: null,
  mastery: null,
})
