import { plainDay } from '../../../kernel/day.ts'
import { listing, possessive } from '../../../kernel/text.ts'
import type { EvidenceKind } from './kinds.ts'
import type { Reading, SeenLink } from './seen-link.ts'

/** Kinds that are somebody's own work: added by another, they need a witness who says whose they are. Source: domain.md 1.6. */
const OWN_WORK: readonly (EvidenceKind | null)[] = ['work product', 'certificate', 'reflection']

/** Whose it is, as far as can be seen: who stands behind it, what they declared, and what else holds the same. */
export function authentic(seen: SeenLink): Reading {
  const { item, personName } = seen
  const { by, standsBehind, declaredOn, sameAs, elsewhere, undoneOn } = item
  const unwitnessed = isUnwitnessed(seen)
  const copied = elsewhere.file || elsewhere.words || sameAs.length > 0
  return {
    short: shortly(seen),
    lacks:
      copied ||
      unwitnessed ||
      undoneOn !== null ||
      (by === 'self' && standsBehind === null && declaredOn === null),
    sees: [
      behindLine(seen),
      ...declarationLines(seen),
      ...copyLines(seen),
      ...(undoneOn
        ? [{ there: false, text: `The import behind it was undone on ${plainDay(undoneOn)}` }]
        : []),
    ],
    asks: `Is it ${possessive(personName)} own work, and who could you ask?`,
  }
}

const isUnwitnessed = ({ item }: SeenLink): boolean =>
  item.by === 'other' && item.standsBehind === null && OWN_WORK.includes(item.kind)

function behindLine(seen: SeenLink): Reading['sees'][number] {
  const { by, standsBehind, addedByName } = seen.item
  if (standsBehind)
    return { there: true, text: `${standsBehind.name}, ${standsBehind.relationship}, stands behind it` }
  if (by === 'helpdesk')
    return { there: true, text: `Counted from the helpdesk’s own records, kept by ${addedByName}` }
  if (isUnwitnessed(seen))
    return {
      there: false,
      text: `${addedByName} added it, and no witness says that it is ${possessive(seen.personName)} work`,
    }
  if (by === 'other') return { there: true, text: `${addedByName} stands behind it` }
  return { there: false, text: `Only ${addedByName} stands behind it: nobody else has said so yet` }
}

function declarationLines({ item }: SeenLink): Reading['sees'] {
  const { by, standsBehind, declaredOn, addedByName } = item
  if (declaredOn)
    return [{ there: true, text: `${addedByName} declared it their own account on ${plainDay(declaredOn)}` }]
  if (by === 'helpdesk' || standsBehind) return []
  return [{ there: false, text: `${addedByName} has not declared it their own account` }]
}

function copyLines({ item: { sameAs, elsewhere } }: SeenLink): Reading['sees'] {
  const copies = [
    ...(sameAs.length > 0 ? [`The same words or the same file as ${listing(sameAs)}`] : []),
    ...(elsewhere.file ? ['Somebody else’s item has this file'] : []),
    ...(elsewhere.words ? ['Somebody else’s item has these words'] : []),
  ]
  if (copies.length === 0)
    return [{ there: true, text: 'No other item that others may read has these words or this file' }]
  return copies.map((text) => ({ there: false, text }))
}

function shortly(seen: SeenLink): string {
  const { by, standsBehind, declaredOn, sameAs, elsewhere, undoneOn, addedByName } = seen.item
  if (elsewhere.file || elsewhere.words) return 'same as somebody else’s'
  if (sameAs.length > 0) return `same as ${listing(sameAs)}`
  if (undoneOn) return 'import undone'
  if (standsBehind) return `${standsBehind.name} stands behind it`
  if (by === 'helpdesk') return 'imported, rows kept'
  if (isUnwitnessed(seen)) return 'no witness record'
  if (by === 'other') return `${addedByName} stands behind it`
  return declaredOn ? 'declared own account' : 'not declared'
}
