import { type Answered, answersFrom as answersOfForm, type Key } from '../../../kernel/rows/answering.ts'
import { mappingSchema } from './mapping.ts'

const KEYS = ['encoding', 'delimiter', 'headerLine', 'dateOrder', 'decimal', 'grain', 'ratingMax'] as const

const keyOf =
  (key: (typeof KEYS)[number]): Key =>
  (text) =>
    mappingSchema.shape[key].safeParse(key === 'headerLine' || key === 'ratingMax' ? Number(text) : text).data

const READERS = Object.fromEntries(KEYS.map((key) => [key, keyOf(key)]))

/** A person's answers about a file of contacts or records, after the form of its check page. */
export function answersFrom<R extends string, A extends Answered<R>>(
  typed: Readonly<Record<string, string>>,
  shown: Parameters<typeof answersOfForm<R, A>>[1],
  before: A,
  roles: readonly R[],
): A {
  return answersOfForm(typed, shown, before, roles, READERS)
}
