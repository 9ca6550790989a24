import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import {
  type AskFact,
  escoSkillId,
  type Facts,
  idFor,
  type NearFact,
  type OccupationFact,
  type SkillFact,
} from './facts.ts'
import { type Faults, openFaults, readerOf, type Sheet, tableName } from './sheet.ts'

/** The names of the tables that are read, as patterns for file names without their ending. */
export const ESCO_TABLES: readonly RegExp[] = [
  'occupations',
  'skills',
  'occupationSkillRelations',
  'occupation-skills',
  'broaderRelationsOccPillar',
  'ISCOGroups',
  'isco-groups',
  'skillsHierarchy',
  'transversalSkillsCollection',
  'digCompSkillsCollection',
].map((name) => new RegExp(`^${name}(_en)?(\\.[a-z-]+)?$`, 'i'))

const OCCUPATION = 'http://data.europa.eu/esco/occupation/'
const SKILL = 'http://data.europa.eu/esco/skill/'
/** Skills and groups of them lie below it; what lies elsewhere is no address of a skill. */
const CONCEPT = 'http://data.europa.eu/esco/'

/** The version that names of a download say: "ESCO dataset - v1.2.0 - classification - en - csv.zip", "esco-1.2.0". */
export function escoVersion(names: readonly string[]): string | null {
  for (const name of names) {
    const found = /esco[^/\\]{0,100}?\bv?(\d+\.\d+(?:\.\d+)?)/i.exec(name)
    if (found?.[1]) return found[1]
  }
  return null
}

type RawAsk = Pick<AskFact, 'occupationId' | 'relation'> & {
  uri: string
  label: string
  kind: SkillFact['kind']
}

type Draft = {
  occupations: Map<string, OccupationFact>
  /** By address. */
  skills: Map<string, SkillFact>
  /** Addresses by exact label, from every table that says both. */
  addresses: Map<string, string>
  asks: RawAsk[]
  broader: { from: string; to: string }[]
  groups: Map<string, string>
  descriptions: Map<string, string>
}

/**
 * Reads the CSV tables of an ESCO download part by part. A skill that a table knows by its label alone takes its address
 * by that exact label from the others. Source: interop.md 10.
 */
export function readEsco(): {
  take(sheet: Sheet): void
  finish(version: string | null): Outcome<{ facts: Facts; warnings: string[] }>
} {
  const faults = openFaults()
  const draft: Draft = {
    occupations: new Map(),
    skills: new Map(),
    addresses: new Map(),
    asks: [],
    broader: [],
    groups: new Map(),
    descriptions: new Map(),
  }
  const seen = new Set<string>()
  return {
    take(sheet) {
      const name = tableName(sheet.file)
      seen.add(name)
      TAKERS[name]?.(sheet, draft, faults)
    },
    finish(version) {
      const refusals = faults.refusals()
      if (!seen.has('occupations'))
        refusals.unshift({
          field: 'file',
          message:
            'There is no table “occupations_en” in it. Load the whole ESCO classification in English as it was downloaded: the zip of CSV files, or its folder.',
        })
      if (version === null)
        refusals.push({
          field: 'version',
          message: 'Its names do not say which version of ESCO it is. Say it, for example 1.2.0.',
        })
      return refusals.length > 0 || version === null ? refused(...refusals) : done(factsOf(draft, version))
    },
  }
}

type Taker = (sheet: Sheet, draft: Draft, faults: Faults) => void

/** Values that ESCO writes one a line, or with bars between. */
const several = (text: string) =>
  text
    .split(/\r?\n|\s\|\s/)
    .map((each) => each.trim())
    .filter(Boolean)

const kindOf = (skillType: string): SkillFact['kind'] => (skillType === 'knowledge' ? 'knowledge' : 'skill')

function address(
  sheet: Sheet,
  row: number,
  column: string,
  text: string,
  begins: string,
  faults: Faults,
): string {
  if (text.startsWith(begins) && text.length > begins.length) return text
  faults.add(sheet, row, column, `“${text}” is no address that begins with ${begins}.`)
  return ''
}

const skillTable: Taker = (sheet, { skills, addresses }, faults) => {
  const cell = readerOf(
    sheet,
    faults,
    ['conceptUri', 'preferredLabel', 'skillType'],
    ['description', 'conceptType'],
  )
  if (!cell) return
  for (const [at, row] of sheet.rows.entries()) {
    const type = cell(row, 'conceptType')
    if (type !== '' && type !== 'KnowledgeSkillCompetence') continue
    const uri = address(sheet, at, 'conceptUri', cell(row, 'conceptUri'), SKILL, faults)
    const title = cell(row, 'preferredLabel')
    if (!title) faults.add(sheet, at, 'preferredLabel', 'it is empty.')
    if (!uri || !title) continue
    addresses.set(title, uri)
    skills.set(uri, skillOf(uri, title, kindOf(cell(row, 'skillType')), cell(row, 'description')))
  }
}

/** Collections give addresses and labels; what nobody asks for is not kept. */
const collection: Taker = (sheet, { addresses, descriptions }, faults) => {
  const cell = readerOf(sheet, faults, ['conceptUri', 'preferredLabel'], ['description'])
  if (!cell) return
  for (const row of sheet.rows) {
    addresses.set(cell(row, 'preferredLabel'), cell(row, 'conceptUri'))
    descriptions.set(cell(row, 'conceptUri'), cell(row, 'description'))
  }
}

const groupTable: Taker = (sheet, { groups }, faults) => {
  const cell = readerOf(sheet, faults, ['code', 'preferredLabel'])
  if (!cell) return
  for (const row of sheet.rows)
    if (cell(row, 'code') && cell(row, 'preferredLabel'))
      groups.set(cell(row, 'code'), cell(row, 'preferredLabel'))
}

const relationIn = (
  sheet: Sheet,
  at: number,
  text: string,
  faults: Faults,
): 'essential' | 'optional' | null => {
  if (text === 'essential' || text === 'optional') return text
  faults.add(sheet, at, 'relationType', `“${text}” is neither essential nor optional.`)
  return null
}

const TAKERS: Record<string, Taker> = {
  occupations(sheet, { occupations }, faults) {
    const cell = readerOf(
      sheet,
      faults,
      ['conceptUri', 'preferredLabel', 'iscoGroup', 'code'],
      ['conceptType', 'altLabels', 'description', 'status'],
    )
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const type = cell(row, 'conceptType')
      if ((type !== '' && type !== 'Occupation') || cell(row, 'status') === 'obsolete') continue
      const uri = address(sheet, at, 'conceptUri', cell(row, 'conceptUri'), OCCUPATION, faults)
      const title = cell(row, 'preferredLabel')
      if (!title) faults.add(sheet, at, 'preferredLabel', 'it is empty.')
      if (!uri || !title) continue
      occupations.set(uri, {
        occupationId: idFor(uri),
        code: cell(row, 'code'),
        uri,
        title,
        alternatives: several(cell(row, 'altLabels')),
        groupCode: cell(row, 'iscoGroup'),
        jobZone: null,
        description: cell(row, 'description'),
      })
    }
  },
  skills: skillTable,
  transversalskillscollection: collection,
  digcompskillscollection: collection,
  iscogroups: groupTable,
  'isco groups': groupTable,
  skillshierarchy(sheet, { addresses }, faults) {
    const levels = ['Level 1', 'Level 2', 'Level 3'] as const
    const cell = readerOf(
      sheet,
      faults,
      levels.map((level) => `${level} URI` as const),
      levels.map((level) => `${level} preferred term` as const),
    )
    if (!cell) return
    for (const row of sheet.rows)
      for (const level of levels) {
        const [label, uri] = [cell(row, `${level} preferred term`), cell(row, `${level} URI`)]
        if (label && uri && !addresses.has(label)) addresses.set(label, uri)
      }
  },
  occupationskillrelations(sheet, { asks, occupations }, faults) {
    const cell = readerOf(
      sheet,
      faults,
      ['occupationUri', 'relationType', 'skillUri'],
      ['skillType', 'skillLabel'],
    )
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const from = address(sheet, at, 'occupationUri', cell(row, 'occupationUri'), OCCUPATION, faults)
      const uri = address(sheet, at, 'skillUri', cell(row, 'skillUri'), SKILL, faults)
      const relation = relationIn(sheet, at, cell(row, 'relationType'), faults)
      if (!from || !uri || !relation) continue
      const kind = kindOf(cell(row, 'skillType'))
      const occupationId = occupations.get(from)?.occupationId ?? idFor(from)
      asks.push({ occupationId, relation, uri, label: cell(row, 'skillLabel'), kind })
    }
  },
  'occupation skills'(sheet, { asks, descriptions }, faults) {
    const cell = readerOf(
      sheet,
      faults,
      ['occupationUri', 'relationType', 'skillLabel'],
      ['skillType', 'skillUri', 'skillDescription'],
    )
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const from = address(sheet, at, 'occupationUri', cell(row, 'occupationUri'), OCCUPATION, faults)
      const label = cell(row, 'skillLabel')
      const relation = relationIn(sheet, at, cell(row, 'relationType'), faults)
      if (!label) faults.add(sheet, at, 'skillLabel', 'it is empty.')
      if (!from || !label || !relation) continue
      const kind = kindOf(cell(row, 'skillType'))
      asks.push({ occupationId: idFor(from), relation, uri: cell(row, 'skillUri'), label, kind })
      descriptions.set(label, cell(row, 'skillDescription'))
    }
  },
  broaderrelationsoccpillar(sheet, { broader }, faults) {
    const cell = readerOf(sheet, faults, ['conceptUri', 'broaderUri'])
    if (!cell) return
    for (const row of sheet.rows) {
      const [from, to] = [cell(row, 'conceptUri'), cell(row, 'broaderUri')]
      if (from.startsWith(OCCUPATION) && to.startsWith(OCCUPATION)) broader.push({ from, to })
    }
  },
}

const skillOf = (uri: string, title: string, kind: SkillFact['kind'], description: string): SkillFact => ({
  skillId: escoSkillId(uri, title),
  kind,
  code: uri.startsWith(SKILL) ? uri.slice(SKILL.length) : '',
  uri,
  title,
  description,
  anchors: [],
})

function factsOf(draft: Draft, version: string): { facts: Facts; warnings: string[] } {
  const { occupations, skills, addresses, asks, broader, groups, descriptions } = draft
  const ids = new Set([...occupations.values()].map(({ occupationId }) => occupationId))
  const known = new Map([...skills.values()].map(({ uri, skillId }) => [uri, skillId]))
  const found = new Map([...skills.values()].map((skill) => [skill.skillId, skill]))
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
      near: nearOf(broader, occupations),
      groups: [...groups].map(([code, title]) => ({ code, title })),
    },
    warnings:
      left > 0
        ? [
            `${left.toLocaleString('en-GB')} relations name an occupation or a skill that the other tables do not have. They were left out.`,
          ]
        : [],
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

const nearOf = (broader: Draft['broader'], occupations: Draft['occupations']): NearFact[] =>
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
