import type { Id } from '../../../kernel/id.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import {
  type AskFact,
  type Facts,
  idFor,
  type NearFact,
  type OccupationFact,
  onetElementUri,
  onetOccupationUri,
  type SkillFact,
  type SkillKind,
} from './facts.ts'
import { type Faults, openFaults, readerOf, type Sheet, tableName } from './sheet.ts'

/** O*NET's rated tables, each with what its elements are. */
const RATED: Record<string, SkillKind> = {
  skills: 'skill',
  knowledge: 'knowledge',
  abilities: 'ability',
  'work activities': 'work activity',
  'work styles': 'work style',
}

const TABLES = [
  'occupation data',
  'job zones',
  'job zone reference',
  'related occupations',
  'alternate titles',
  'level scale anchors',
  'content model reference',
  ...Object.keys(RATED),
]

/** The names of the tables that are read, as patterns for file names without their ending. */
export const ONET_TABLES: readonly RegExp[] = TABLES.map(
  (name) => new RegExp(`^${name.replaceAll(' ', '[-_ ]')}(\\.[a-z-]+)?$`, 'i'),
)

const CODE = /^\d{2}-\d{4}\.\d{2}$/

/** The version that names of a download say: "db_29_2_text", "onet-29.2"; null where none does. */
export function onetVersion(names: readonly string[]): string | null {
  for (const name of names) {
    const found = /(?:db_|o\*?net[-_ ]?v?)(\d{1,2})[._](\d{1,2})(?!\d)/i.exec(name)
    if (found) return `${found[1]}.${found[2]}`
  }
  return null
}

type Draft = {
  occupations: Map<string, OccupationFact>
  zones: Map<string, number>
  groups: Map<string, string>
  alternatives: Map<string, Set<string>>
  near: { from: string; fact: Omit<NearFact, 'occupationId'> }[]
  skills: Map<string, { kind: SkillKind; title: string; skillId: Id }>
  asks: Map<string, AskFact & { code: string }>
  descriptions: Map<string, string>
  anchors: Map<string, { value: number; words: string }[]>
}

/** Reads the tables of an O*NET download part by part, keyed on O*NET-SOC Code, Element ID and Scale ID. Source: interop.md 9. */
export function readOnet(): {
  take(sheet: Sheet): void
  finish(version: string | null): Outcome<{ facts: Facts; warnings: string[] }>
} {
  const faults = openFaults()
  const draft: Draft = {
    occupations: new Map(),
    zones: new Map(),
    groups: new Map(),
    alternatives: new Map(),
    near: [],
    skills: new Map(),
    asks: new Map(),
    descriptions: new Map(),
    anchors: new Map(),
  }
  const seen = new Set<string>()
  return {
    take(sheet) {
      const name = tableName(sheet.file)
      seen.add(name)
      const kind = RATED[name]
      if (kind) takeRatings(sheet, kind, draft, faults)
      else TAKERS[name]?.(sheet, draft, faults)
    },
    finish(version) {
      const refusals = faults.refusals()
      if (!seen.has('occupation data'))
        refusals.unshift({
          field: 'file',
          message:
            'There is no table “Occupation Data” in it. Load the whole O*NET database as it was downloaded: the zip, or its folder.',
        })
      if (version === null)
        refusals.push({
          field: 'version',
          message: 'Its names do not say which version of O*NET it is. Say it, for example 29.2.',
        })
      return refusals.length > 0 || version === null ? refused(...refusals) : done(factsOf(draft, version))
    },
  }
}

type Taker = (sheet: Sheet, draft: Draft, faults: Faults) => void

/** The code of a row, or '' with the fault noted. */
function codeIn(sheet: Sheet, row: number, code: string, faults: Faults, column = 'O*NET-SOC Code'): string {
  if (CODE.test(code)) return code
  faults.add(sheet, row, column, `“${code}” is no O*NET-SOC code such as 43-4051.00.`)
  return ''
}

const TAKERS: Record<string, Taker> = {
  'occupation data'(sheet, { occupations }, faults) {
    const cell = readerOf(sheet, faults, ['O*NET-SOC Code', 'Title'], ['Description'])
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const code = codeIn(sheet, at, cell(row, 'O*NET-SOC Code'), faults)
      const title = cell(row, 'Title')
      if (!title) faults.add(sheet, at, 'Title', 'it is empty.')
      if (!code || !title) continue
      occupations.set(code, {
        occupationId: idFor(onetOccupationUri(code)),
        code,
        uri: onetOccupationUri(code),
        title,
        alternatives: [],
        groupCode: '',
        jobZone: null,
        description: cell(row, 'Description'),
      })
    }
  },
  'job zones'(sheet, { zones }, faults) {
    const cell = readerOf(sheet, faults, ['O*NET-SOC Code', 'Job Zone'])
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const zone = cell(row, 'Job Zone')
      if (/^[1-5]$/.test(zone)) zones.set(cell(row, 'O*NET-SOC Code'), Number(zone))
      else faults.add(sheet, at, 'Job Zone', `“${zone}” is none of 1 to 5.`)
    }
  },
  'job zone reference'(sheet, { groups }, faults) {
    const cell = readerOf(sheet, faults, ['Job Zone', 'Name'])
    if (!cell) return
    for (const row of sheet.rows) if (cell(row, 'Name')) groups.set(cell(row, 'Job Zone'), cell(row, 'Name'))
  },
  'alternate titles'(sheet, { alternatives }, faults) {
    const cell = readerOf(sheet, faults, ['O*NET-SOC Code', 'Alternate Title'])
    if (!cell) return
    for (const row of sheet.rows) {
      const code = cell(row, 'O*NET-SOC Code')
      const known = alternatives.get(code) ?? new Set()
      alternatives.set(code, known.add(cell(row, 'Alternate Title')))
    }
  },
  'related occupations'(sheet, { near }, faults) {
    const cell = readerOf(
      sheet,
      faults,
      ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
      ['Related Title'],
    )
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const from = codeIn(sheet, at, cell(row, 'O*NET-SOC Code'), faults)
      const column = 'Related O*NET-SOC Code'
      const code = codeIn(sheet, at, cell(row, column), faults, column)
      const place = Number(cell(row, 'Index'))
      if (!Number.isInteger(place)) faults.add(sheet, at, 'Index', 'it is no whole number.')
      if (!from || !code) continue
      const nearId = idFor(onetOccupationUri(code))
      const tier = cell(row, 'Relatedness Tier')
      near.push({ from, fact: { nearId, code, title: cell(row, 'Related Title'), tier, place } })
    }
  },
  'level scale anchors'(sheet, { anchors }, faults) {
    const cell = readerOf(sheet, faults, ['Element ID', 'Scale ID', 'Anchor Value', 'Anchor Description'])
    if (!cell) return
    for (const [at, row] of sheet.rows.entries()) {
      const value = Number(cell(row, 'Anchor Value'))
      const words = cell(row, 'Anchor Description')
      if (cell(row, 'Scale ID') !== 'LV' || !words) continue
      if (!(value >= 0 && value <= 7)) {
        faults.add(sheet, at, 'Anchor Value', 'it is none of 0 to 7.')
        continue
      }
      const element = cell(row, 'Element ID')
      anchors.set(element, [...(anchors.get(element) ?? []), { value, words }])
    }
  },
  'content model reference'(sheet, { descriptions }, faults) {
    const cell = readerOf(sheet, faults, ['Element ID', 'Description'])
    if (!cell) return
    for (const row of sheet.rows) descriptions.set(cell(row, 'Element ID'), cell(row, 'Description'))
  },
}

/** Scales that are read, with the lowest and highest figure of each. Source: O*NET 29.2, Scales Reference. */
const SCALES: Record<string, { field: 'importance' | 'level'; from: number; to: number }> = {
  IM: { field: 'importance', from: 1, to: 5 },
  LV: { field: 'level', from: 0, to: 7 },
}

function takeRatings(sheet: Sheet, kind: SkillKind, draft: Draft, faults: Faults): void {
  const cell = readerOf(
    sheet,
    faults,
    ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'],
    ['Recommend Suppress', 'Not Relevant'],
  )
  if (!cell) return
  for (const [at, row] of sheet.rows.entries()) {
    const scale = SCALES[cell(row, 'Scale ID')]
    if (!scale || cell(row, 'Recommend Suppress') === 'Y') continue
    const code = codeIn(sheet, at, cell(row, 'O*NET-SOC Code'), faults)
    const typed = cell(row, 'Data Value')
    const value = Number(typed)
    if (typed === '' || !(value >= scale.from && value <= scale.to)) {
      faults.add(sheet, at, 'Data Value', `“${typed}” is no figure from ${scale.from} to ${scale.to}.`)
      continue
    }
    const element = cell(row, 'Element ID')
    if (!code || (scale.field === 'level' && cell(row, 'Not Relevant') === 'Y')) continue
    const skillId = draft.skills.get(element)?.skillId ?? idFor(onetElementUri(element))
    draft.skills.set(element, { kind, title: cell(row, 'Element Name'), skillId })
    const key = `${code} ${element}`
    const ask = draft.asks.get(key) ?? {
      code,
      occupationId: draft.occupations.get(code)?.occupationId ?? idFor(onetOccupationUri(code)),
      skillId,
      relation: null,
      importance: null,
      level: null,
    }
    ask[scale.field] = value
    draft.asks.set(key, ask)
  }
}

function factsOf(draft: Draft, version: string): { facts: Facts; warnings: string[] } {
  const { occupations, zones, groups, alternatives, near, skills, asks, descriptions, anchors } = draft
  for (const [code, occupation] of occupations) {
    occupation.jobZone = zones.get(code) ?? null
    occupation.alternatives = [...(alternatives.get(code) ?? [])].filter(
      (each) => each && each !== occupation.title,
    )
  }
  const known = [...asks.values()].filter(({ code }) => occupations.has(code))
  const nearKnown = near.filter(({ from }) => occupations.has(from))
  const left = asks.size - known.length + near.length - nearKnown.length
  const elements = [...skills].map(
    ([element, { kind, title, skillId }]): SkillFact => ({
      skillId,
      kind,
      code: element,
      uri: onetElementUri(element),
      title,
      description: descriptions.get(element) ?? '',
      anchors: (anchors.get(element) ?? []).sort((a, b) => a.value - b.value),
    }),
  )
  return {
    facts: {
      scheme: 'onet',
      version,
      occupations: [...occupations.values()],
      skills: elements,
      asks: known.map(({ code: _, ...ask }) => ask),
      near: nearKnown.map(({ from, fact }) => ({
        ...fact,
        title: fact.title || (occupations.get(fact.code)?.title ?? fact.code),
        occupationId: idFor(onetOccupationUri(from)),
      })),
      groups: [...groups].map(([code, title]) => ({ code, title })),
    },
    warnings:
      left > 0
        ? [
            `${left.toLocaleString('en-GB')} rows name occupations that “Occupation Data” does not have. They were left out.`,
          ]
        : [],
  }
}
