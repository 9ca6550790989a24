import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { escoFactsOf } from './esco-facts.ts'
import { ESCO_TAKERS, type EscoDraft } from './esco-tables.ts'
import type { Facts } from './facts.ts'
import { checkText, faultsOfWhole, openFaults, type Sheet, tableName } from './sheet.ts'

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

const WHOLE = {
  name: 'ESCO',
  main: 'occupations_en',
  whole:
    'Load the whole ESCO classification in English as it was downloaded: the zip of CSV files, or its folder.',
  example: '1.2.0',
}

/** The version that names of a download say: "ESCO dataset - v1.2.0 - classification - en - csv.zip", "esco-1.2.0". */
export function escoVersion(names: readonly string[]): string | null {
  for (const name of names) {
    const found = /esco[^/\\]{0,100}?\bv?(\d+\.\d+(?:\.\d+)?)/i.exec(name)
    if (found?.[1]) return found[1]
  }
  return null
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
  const draft: EscoDraft = {
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
      checkText(sheet, faults)
      ESCO_TAKERS[name]?.(sheet, draft, faults)
    },
    finish(version) {
      const read = { hasMain: seen.has('occupations'), occupations: draft.occupations.size, version }
      const refusals = faultsOfWhole(faults, read, WHOLE)
      return refusals.length > 0 || version === null
        ? refused(...refusals)
        : done(escoFactsOf(draft, version))
    },
  }
}
