import type { Id } from '../../../kernel/id.ts'
import {
  type AskFact,
  idFor,
  type NearFact,
  type OccupationFact,
  onetElementUri,
  onetOccupationUri,
  type SkillKind,
} from './facts.ts'
import { type Faults, readerOf, type Sheet } from './sheet.ts'

/** O*NET's rated tables, each with what its elements are. */
export const RATED: Record<string, SkillKind> = {
  skills: 'skill',
  knowledge: 'knowledge',
  abilities: 'ability',
  'work activities': 'work activity',
  'work styles': 'work style',
}

const CODE = /^\d{2}-\d{4}\.\d{2}$/

/** What was read of the tables so far. */
export type OnetDraft = {
  occupations: Map<string, OccupationFact>
  zones: Map<string, number>
  groups: Map<string, string>
  alternatives: Map<string, Set<string>>
  near: { from: string; fact: Omit<NearFact, 'occupationId'> }[]
  skills: Map<string, { kind: SkillKind; title: string; skillId: Id }>
  asks: Map<string, AskFact & { code: string }>
  descriptions: Map<string, string>
  anchors: Map<string, { value: number; words: string }[]>
  /** How many rows are rated on a scale that is not read, by file. */
  otherScales: Map<string, number>
}

type Taker = (sheet: Sheet, draft: OnetDraft, faults: Faults) => void

/** The code of a row, or '' with the fault noted. */
function codeIn(sheet: Sheet, row: number, code: string, faults: Faults, column = 'O*NET-SOC Code'): string {
  if (CODE.test(code)) return code
  faults.add(sheet, row, column, `“${code}” is no O*NET-SOC code such as 43-4051.00.`)
  return ''
}

/** The last place that a related occupation may have; O*NET lists 20. */
const LAST_PLACE = 9999

/** By the name of the table, how its rows are taken into the draft. */
export const ONET_TAKERS: Record<string, Taker> = {
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
    for (const row of sheet.rows) {
      const [zone, name] = [cell(row, 'Job Zone'), cell(row, 'Name')]
      if (name && /^[1-5]$/.test(zone)) groups.set(zone, name)
    }
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
      if (!Number.isInteger(place) || place < 0 || place > LAST_PLACE)
        faults.add(sheet, at, 'Index', `it is no whole number from 0 to ${LAST_PLACE}.`)
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

/** Takes the ratings of one table: importance and level of each element for each occupation. */
export function takeRatings(sheet: Sheet, kind: SkillKind, draft: OnetDraft, faults: Faults): void {
  const cell = readerOf(
    sheet,
    faults,
    ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'],
    ['Recommend Suppress', 'Not Relevant'],
  )
  if (!cell) return
  for (const [at, row] of sheet.rows.entries()) {
    const scale = SCALES[cell(row, 'Scale ID')]
    if (!scale) draft.otherScales.set(sheet.file, (draft.otherScales.get(sheet.file) ?? 0) + 1)
    if (!scale || cell(row, 'Recommend Suppress') === 'Y') continue
    const code = codeIn(sheet, at, cell(row, 'O*NET-SOC Code'), faults)
    const typed = cell(row, 'Data Value')
    const value = Number(typed)
    if (typed === '' || !(value >= scale.from && value <= scale.to)) {
      faults.add(sheet, at, 'Data Value', `“${typed}” is no figure from ${scale.from} to ${scale.to}.`)
      continue
    }
    const element = cell(row, 'Element ID')
    const title = cell(row, 'Element Name')
    if (!title) faults.add(sheet, at, 'Element Name', 'it is empty.')
    if (!code || (scale.field === 'level' && cell(row, 'Not Relevant') === 'Y')) continue
    const skillId = draft.skills.get(element)?.skillId ?? idFor(onetElementUri(element))
    draft.skills.set(element, { kind, title, skillId })
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
