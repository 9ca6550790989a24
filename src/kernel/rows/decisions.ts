import type { EncodingDoubt } from './encoding.ts'

/** A decision about a file: the value, how it came about, and because of what, in words. */
export type Decision<T> = { value: T; how: 'found' | 'proved' | 'saved' | 'asked'; because: string }

/**
 * What only a person can say. `key` says what is answered, each choice's `value` the answer (for `columns`, the heading
 * that is to have the role).
 */
export type Question<R extends string> = {
  key: string
  question: string
  because: string
  choices: { value: string; label: string }[]
  /** For `columns`: the role that no column has. */
  role?: R
}

/** A decision as it came about, or as the mapping says where that says it. */
export function decided<T>(
  value: T,
  saved: T | undefined | null,
  how: Decision<T>['how'],
  because: string,
): Decision<T> {
  return saved === undefined || saved === null ? { value, how, because } : { value, how: 'saved', because }
}

/** The question for an encoding that the file leaves open. Source: helpdesk.md 4.1. */
export function encodingQuestion(doubt: EncodingDoubt | null): Question<never> | null {
  return doubt && { key: 'encoding', question: 'Which of these reads as it was written?', ...doubt }
}
