import { type AskFact, escoSkillId, idFor, type OccupationFact, type SkillFact } from './facts.ts'
import { type Faults, readerOf, type Sheet } from './sheet.ts'

const OCCUPATION = 'http://data.europa.eu/esco/occupation/'
const SKILL = 'http://data.europa.eu/esco/skill/'

type RawAsk = Pick<AskFact, 'occupationId' | 'relation'> & {
  uri: string
  label: string
  kind: SkillFact['kind']
}

/** What was read of the tables so far. */
export type EscoDraft = {
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

type Taker = (sheet: Sheet, draft: EscoDraft, faults: Faults) => void

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

const LONGEST_CODE = 40

const groupTable: Taker = (sheet, { groups }, faults) => {
  const cell = readerOf(sheet, faults, ['code', 'preferredLabel'])
  if (!cell) return
  for (const [at, row] of sheet.rows.entries()) {
    const [code, title] = [cell(row, 'code'), cell(row, 'preferredLabel')]
    if (code.length > LONGEST_CODE) faults.add(sheet, at, 'code', 'it is too long to be a code.')
    else if (code && title) groups.set(code, title)
  }
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

/** By the name of the table, how its rows are taken into the draft. */
export const ESCO_TAKERS: Record<string, Taker> = {
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

/** A skill of ESCO; its code is the last part of its address. */
export const skillOf = (
  uri: string,
  title: string,
  kind: SkillFact['kind'],
  description: string,
): SkillFact => ({
  skillId: escoSkillId(uri, title),
  kind,
  code: uri.startsWith(SKILL) ? uri.slice(SKILL.length) : '',
  uri,
  title,
  description,
  anchors: [],
})
