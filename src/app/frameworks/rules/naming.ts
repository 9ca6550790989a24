import type { Refusal } from '../../../kernel/outcome.ts'
import type { FrameworkPackage } from './item.ts'

/** What a framework is called, who publishes it and what it is for. */
export type Naming = Pick<FrameworkPackage, 'title' | 'publisher' | 'description'>

const PARTS = ['title', 'publisher', 'description'] as const

const LIMITS = { title: 200, publisher: 200, description: 10_000 } as const

/** Why what was typed cannot be kept; what stays as it was is not looked at. Fields are named as in the naming. */
export function checkNaming(before: Naming, after: Naming): Refusal[] {
  const refusals: Refusal[] = after.title ? [] : [{ field: 'title', message: 'Give the framework a title.' }]
  for (const part of PARTS)
    if (after[part] !== before[part] && after[part].length > LIMITS[part])
      refusals.push({
        field: part,
        message: `Keep the ${part} under ${LIMITS[part].toLocaleString('en-GB')} characters.`,
      })
  return refusals
}

/** What was typed, without space around it; as it was, to the byte, where nothing else differs. */
export function typedNaming(before: Naming, typed: Naming): Naming {
  const kept = (part: keyof Naming) => {
    const words = typed[part].trim()
    return words === before[part].replaceAll('\r\n', '\n').trim() ? before[part] : words
  }
  return { title: kept('title'), publisher: kept('publisher'), description: kept('description') }
}

/** The parts that differ, in the order of the form. */
export function renamedParts(before: Naming, after: Naming): (keyof Naming)[] {
  return PARTS.filter((part) => before[part] !== after[part])
}
