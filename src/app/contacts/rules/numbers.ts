import type { Decimal } from './mapping.ts'

/** What the numbers of a file say about their decimal mark; the first number that could be read both ways. */
export type DecimalEvidence = {
  point: { line: number; text: string } | null
  comma: { line: number; text: string } | null
  open: { line: number; text: string } | null
}

export function noDecimalEvidence(): DecimalEvidence {
  return { point: null, comma: null, open: null }
}

/** Adds one number to the evidence: "1,5" proves a comma, "1,234" nothing. Source: helpdesk.md 7.3. */
export function weighNumber(evidence: DecimalEvidence, text: string, line: number): void {
  if (!/[.,]/.test(text) || !/^[+-]?[\d.,\s']+$/.test(text)) return
  const says = decimalIn(text)
  if (says === '.') evidence.point ??= { line, text }
  else if (says === ',') evidence.comma ??= { line, text }
  else evidence.open ??= { line, text }
}

function decimalIn(text: string): Decimal | null {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const mark = text[last] === '.' ? '.' : ','
  const other = mark === '.' ? ',' : '.'
  const marks = text.split(mark).length - 1
  if (text.includes(other)) return marks === 1 ? mark : other
  if (marks > 1) return other
  const before = text.slice(0, last).replace(/^[+-]/, '')
  return text.length - last - 1 === 3 && /^[1-9]\d{0,2}$/.test(before) ? null : mark
}

export type DecimalVerdict =
  | { proved: true; decimal: Decimal | null; because: string }
  | { proved: false; because: string; text: string }

/** The decimal mark that the numbers prove; null where no number has one. Otherwise a person must say. */
export function decimalOf(evidence: DecimalEvidence): DecimalVerdict {
  const { point, comma, open } = evidence
  if (point && comma) {
    return {
      proved: false,
      text: comma.text,
      because: `Line ${point.line} says ${point.text}, line ${comma.line} says ${comma.text}: one of them uses another mark.`,
    }
  }
  const proof = point ?? comma
  if (proof) {
    const name = proof === point ? 'point' : 'comma'
    return {
      proved: true,
      decimal: proof === point ? '.' : ',',
      because: `Line ${proof.line}: ${proof.text} can only have a decimal ${name}.`,
    }
  }
  if (open) {
    return {
      proved: false,
      text: open.text,
      because: `Line ${open.line}: ${open.text} can be read in two ways.`,
    }
  }
  return { proved: true, decimal: null, because: 'No number has a decimal mark.' }
}

/** A number written with the given decimal mark (thousands marks are passed over); null where the text is none. */
export function readNumber(text: string, decimal: Decimal | null): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const mark = decimal ?? '.'
  const pattern =
    mark === '.'
      ? /^[+-]?(\d+|\d{1,3}([,\s']\d{3})+)?(\.\d+)?$/
      : /^[+-]?(\d+|\d{1,3}([.\s']\d{3})+)?(,\d+)?$/
  if (!/\d/.test(text) || !pattern.test(text)) return null
  const thousands = mark === '.' ? /[,\s']/g : /[.\s']/g
  return Number(text.replace(thousands, '').replace(',', '.'))
}

const UNITS: readonly [RegExp, number][] = [
  [/(\d+(?:[.,]\d+)?)\s*(?:d|days?|tage?|dias?|jours?)\b/i, 86_400],
  [/(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std|stunden?|horas?|heures?)\b/i, 3600],
  [/(\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|minuten?|minutos?)\b/i, 60],
  [/(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|sek|sekunden?|segundos?|secondes?)\b/i, 1],
]

/**
 * A length of time in seconds: "00:02:23", "02:23" (minutes and seconds), "2 min 23 s", or a number of the given
 * unit. Null where the text is none; never negative.
 * @param unit seconds in one of the units that a bare number counts
 */
export function readDuration(text: string, decimal: Decimal | null, unit: number): number | null {
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$/.exec(text)
  if (clock) {
    const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2]), Number(clock[3])]
    return seconds > 59 || (clock[1] !== undefined && minutes > 59)
      ? null
      : hours * 3600 + minutes * 60 + seconds
  }
  const number = readNumber(text, decimal)
  if (number !== null) return number < 0 ? null : number * unit
  let seconds = 0
  let rest = text
  for (const [pattern, size] of UNITS) {
    const part = pattern.exec(rest)
    if (!part) continue
    seconds += Number((part[1] ?? '').replace(',', '.')) * size
    rest = rest.replace(pattern, '')
  }
  return rest !== text && rest.replace(/[\s,]|and|und|et|y|e/gi, '') === '' ? seconds : null
}
