import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Facts } from './facts.ts'
import { onetFactsOf } from './onet-facts.ts'
import { ONET_TAKERS, type OnetDraft, RATED, takeRatings } from './onet-tables.ts'
import { checkText, faultsOfWhole, openFaults, type Sheet, tableName } from './sheet.ts'

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

const WHOLE = {
  name: 'O*NET',
  main: 'Occupation Data',
  whole: 'Load the whole O*NET database as it was downloaded: the zip, or its folder.',
  example: '29.2',
}

/** The version that names of a download say: "db_29_2_text", "onet-29.2"; null where none does. */
export function onetVersion(names: readonly string[]): string | null {
  for (const name of names) {
    const found = /(?:db_|o\*?net[-_ ]?v?)(\d{1,2})[._](\d{1,2})(?!\d)/i.exec(name)
    if (found) return `${found[1]}.${found[2]}`
  }
  return null
}

/** Reads the tables of an O*NET download part by part, keyed on O*NET-SOC Code, Element ID and Scale ID. Source: interop.md 9. */
export function readOnet(): {
  take(sheet: Sheet): void
  finish(version: string | null): Outcome<{ facts: Facts; warnings: string[] }>
} {
  const faults = openFaults()
  const draft: OnetDraft = {
    occupations: new Map(),
    zones: new Map(),
    groups: new Map(),
    alternatives: new Map(),
    near: [],
    skills: new Map(),
    asks: new Map(),
    descriptions: new Map(),
    anchors: new Map(),
    otherScales: new Map(),
  }
  const seen = new Set<string>()
  return {
    take(sheet) {
      const name = tableName(sheet.file)
      seen.add(name)
      checkText(sheet, faults)
      const kind = RATED[name]
      if (kind) takeRatings(sheet, kind, draft, faults)
      else ONET_TAKERS[name]?.(sheet, draft, faults)
    },
    finish(version) {
      const read = { hasMain: seen.has('occupation data'), occupations: draft.occupations.size, version }
      const refusals = faultsOfWhole(faults, read, WHOLE)
      return refusals.length > 0 || version === null
        ? refused(...refusals)
        : done(onetFactsOf(draft, version))
    },
  }
}
