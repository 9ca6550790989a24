import type { RecordKind } from './kinds.ts'
import type { Content, SheetLine } from './record.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const UPHELD: Record<NonNullable<Content['upheld']>, string> = {
  yes: 'upheld',
  no: 'not upheld',
  partly: 'partly upheld',
}

/** "18 of 20"; "18" where the file does not say of how many; null where it gives no score. */
function scoreWords({ score, of }: Content): string | null {
  if (score === undefined) return null
  return of === undefined ? String(score) : `${score} of ${of}`
}

/** A heading made of what the record says of itself, never of anybody's words: "Complaint: Billing, upheld". */
export function titleOf(kind: RecordKind, content: Content): string {
  const { category, upheld, sheet, by, level } = content
  const score = scoreWords(content)
  const said =
    kind === 'audit'
      ? [sheet, score]
      : kind === 'observation'
        ? [by && `by ${by}`, level && `level ${level}`]
        : [category, upheld && UPHELD[upheld]]
  const rest = said.filter(Boolean).join(', ')
  const name = kind === 'observation' && by ? 'Observation ' : `${capital(kind)}${rest ? ': ' : ''}`
  return `${name}${rest}`
}

/** Who stands behind a record, and as what: whoever observed or assessed where it is said, else the system. */
export function standsBehind(
  kind: RecordKind,
  content: Content,
  from: { source: string; externalId: string },
): { name: string; relationship: string; as: 'record' } {
  const number = from.externalId.startsWith('row:') ? '' : ` ${from.externalId}`
  const job = kind === 'audit' ? 'assessor' : 'observer'
  return content.by
    ? { name: content.by, relationship: `${job}, by record${number} of ${from.source}`, as: 'record' }
    : { name: from.source, relationship: `the system that holds record${number}`, as: 'record' }
}

/**
 * Which way a record that names a competency bears on it, and why in a line. Null for a complaint that was not upheld:
 * it says nothing either way, so a person decides.
 */
export function bearingOf(
  kind: RecordKind,
  content: Content,
): { bearing: 'for' | 'against'; reason: string } | null {
  if (kind === 'complaint' && content.upheld === 'no') return null
  const against = kind === 'complaint' || content.met === false
  const score = scoreWords(content)
  const facts = [
    kind === 'audit' && score && `scored ${score}`,
    kind === 'observation' && content.level && `at level ${content.level}`,
    kind === 'complaint' && content.upheld && UPHELD[content.upheld],
    content.met !== undefined && (content.met ? 'standard met' : 'standard not met'),
  ].filter(Boolean)
  return {
    bearing: against ? 'against' : 'for',
    reason: `Named in the record${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`,
  }
}

/** The lines of an audit's sheet: its own, else the whole sheet as one. */
export function sheetLinesOf(content: Content): SheetLine[] {
  const { lines, sheet, score, of } = content
  if (lines) return lines
  if (score === undefined) return []
  const item = sheet ?? 'The whole sheet'
  return of === undefined
    ? [{ item, got: '', of: '', comment: `Scored ${score}; the file does not say of how many` }]
    : [{ item, got: String(score), of: String(of), comment: '' }]
}
