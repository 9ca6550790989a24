import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { STARTER_COMPETENCIES, STARTER_CROSSWALK } from '../src/app/frameworks/starter/starter.ts'
import { ESCO_TABLES, readEsco } from '../src/app/occupations/rules/esco.ts'
import { skillOf } from '../src/app/occupations/rules/esco-tables.ts'
import type { Scheme, SkillFact } from '../src/app/occupations/rules/facts.ts'
import { linksTo } from '../src/app/occupations/rules/linked.ts'
import { matchesFor } from '../src/app/occupations/rules/matching.ts'
import { ONET_TABLES, readOnet } from '../src/app/occupations/rules/onet.ts'
import { readTables } from '../src/shell/tables.ts'

const SHARED = fileURLToPath(new URL('../../shared/data/interop/', import.meta.url))

/** By a skill's identifier, the codes of the starter competencies that a reader found related to it: often none. */
type Labels = Record<string, string[]>

const labelsIn = (file: string) =>
  JSON.parse(readFileSync(new URL(`labels/${file}.json`, import.meta.url), 'utf8')) as Labels

type Skill = SkillFact & { scheme: Scheme }

/** How proposals compare with what a reader found: precision and recall of what is shown first, and of all. */
export type MappingFigures = {
  set: 'tuning' | 'held out' | 'fresh'
  skills: number
  related: number
  first: { proposed: number; right: number }
  all: { proposed: number; right: number }
}

async function skillsOf(scheme: Scheme): Promise<Skill[]> {
  const [at, tables, reader, version] =
    scheme === 'esco'
      ? (['esco-1.2.0', ESCO_TABLES, readEsco(), '1.2.0'] as const)
      : (['onet-29.2', ONET_TABLES, readOnet(), '29.2'] as const)
  const took = await readTables({ path: `${SHARED}${at}` }, tables, async (part) => reader.take(part))
  if (!took.ok) throw new Error(took.fault.message)
  const read = reader.finish(version)
  if (!read.ok) throw new Error(JSON.stringify(read.refusals))
  return read.value.facts.skills.map((skill) => ({ ...skill, scheme }))
}

/** ESCO's two collections of skills for any work, which the subset does not ask: nothing was tuned on them. */
async function collected(): Promise<Skill[]> {
  const skills: Skill[] = []
  const tables = [/^(transversal|digComp)SkillsCollection_en$/]
  const took = await readTables({ path: `${SHARED}esco-1.2.0` }, tables, async ({ columns, rows }) => {
    const at = ['conceptUri', 'preferredLabel', 'description'].map((name) => columns.indexOf(name))
    for (const row of rows) {
      const [uri = '', title = '', description = ''] = at.map((place) => row[place] ?? '')
      skills.push({ ...skillOf(uri, title, 'skill', description), scheme: 'esco' })
    }
  })
  if (!took.ok) throw new Error(took.fault.message)
  return skills
}

/** The half a skill is in: its identifier is a hash of its address or label. */
const halfOf = ({ skillId }: Skill) =>
  Number.parseInt(skillId.slice(-1), 16) % 2 === 0 ? 'tuning' : 'held out'

const CODES = new Map(STARTER_COMPETENCIES.map(({ competencyId, code }) => [competencyId, code]))

/** What is proposed beside what a reader found, links that the starter framework has already left out of both. */
function compare(set: MappingFigures['set'], skills: readonly Skill[], labels: Labels): MappingFigures {
  const [first, all] = [
    { proposed: 0, right: 0 },
    { proposed: 0, right: 0 },
  ]
  let related = 0
  for (const skill of skills) {
    const linked = new Set(
      linksTo(skill.scheme, skill, STARTER_CROSSWALK).map(({ competencyId }) => CODES.get(competencyId)),
    )
    const right = (labels[skill.skillId] ?? []).filter((code) => !linked.has(code))
    related += right.length
    for (const { competencyId, strong } of matchesFor(skill, STARTER_COMPETENCIES)) {
      const code = CODES.get(competencyId) ?? ''
      if (linked.has(code)) continue
      for (const counted of strong ? [first, all] : [all]) {
        counted.proposed += 1
        if (right.includes(code)) counted.right += 1
      }
    }
  }
  return { set, skills: skills.length, related, first, all }
}

/** Measures what is proposed for the two subsets beside the starter framework; none where they are not at hand. */
export async function tryMapping(): Promise<MappingFigures[]> {
  if (!existsSync(SHARED)) return []
  const skills = [...(await skillsOf('esco')), ...(await skillsOf('onet'))]
  const [labels, fresh] = [labelsIn('occupation-matches'), labelsIn('occupation-matches-fresh')]
  return [
    ...(['tuning', 'held out'] as const).map((half) =>
      compare(
        half,
        skills.filter((skill) => halfOf(skill) === half),
        labels,
      ),
    ),
    compare(
      'fresh',
      (await collected()).filter(({ skillId }) => fresh[skillId]),
      fresh,
    ),
  ]
}
