import { hash } from 'node:crypto'
import type { RecordRow } from './record.ts'

/** A value as text that is the same for the same content: keys in order, what is missing left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

const sha256 = (value: unknown): string => hash('sha256', canonical(value), 'hex')

/**
 * What tells whether two readings of a record say the same: one hash (SHA-256, hex) of all that is kept but
 * somebody's words, and one of these words, null where none are kept.
 */
export function hashesOf({ name, happenedOn, competencies, content }: RecordRow): {
  saidHash: string
  textHash: string | null
} {
  const { text, done, said, ...facts } = content
  return {
    saidHash: sha256({ name, happenedOn, competencies, facts }),
    textHash: text || done || said ? sha256({ text, done, said }) : null,
  }
}

/** Whether a reading says otherwise than what is known. Without words chosen, the words that are kept stay unread. */
export function saysOtherwise(
  now: { saidHash: string; textHash: string | null },
  known: { saidHash: string; textHash: string | null },
  withText: boolean,
): boolean {
  return now.saidHash !== known.saidHash || (withText && now.textHash !== known.textHash)
}
