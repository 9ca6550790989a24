import type { Refusal } from '../outcome.ts'
import { listing } from '../text.ts'
import type { Question } from './decisions.ts'

/** What a form says of how a file is read, by the name of its field. */
type Typed = Readonly<Record<string, string>>

/** The field of the column at a place, and of the question which column has a role. */
export const columnField = (place: number): string => `column-${place}`
export const roleField = (role: string): string => `which-${role}`

/** The answer that no column has the role. */
export const NO_COLUMN = 'no column'

/** What was answered about a file: keys of its mapping, and what some of its columns become. */
export type Answered<R extends string> = { name?: string; columns?: Record<string, R> }

/** What a key of a mapping can be: the value of a text, or undefined where it is none. */
export type Key = (text: string) => unknown

/**
 * A person's answers after a form: those given before, every question answered, and every field that says otherwise
 * than the page showed. What was left as it was found stays found, so that it may change with the rest.
 * @param roles what columns of such a file can become
 * @param keys what else is answered about such a file, by the field's name
 */
export function answersFrom<R extends string, A extends Answered<R>>(
  typed: Typed,
  shown: {
    mapping: { columns: Readonly<Record<string, R>> }
    headings: readonly string[]
    questions?: readonly { key: string }[]
  },
  before: A,
  roles: readonly R[],
  keys: Readonly<Record<string, Key>>,
): A {
  const answers: Record<string, unknown> = { ...before }
  const found: Readonly<Record<string, unknown>> = shown.mapping
  for (const [key, read] of Object.entries(keys)) {
    const text = (typed[key] ?? '').replace('tab', '\t')
    const value = text === '' ? undefined : read(text)
    const isAsked = shown.questions?.some((question) => question.key === key)
    if (value !== undefined && (isAsked || value !== found[key])) answers[key] = value
  }
  const columns: Record<string, R> = { ...before.columns }
  shown.headings.forEach((heading, place) => {
    const role = roles.find((one) => one === typed[columnField(place)])
    if (role !== undefined && role !== shown.mapping.columns[heading]) columns[heading] = role
  })
  for (const role of roles) {
    const heading = typed[roleField(role)]
    if (heading === NO_COLUMN) Object.assign(columns, { ...shown.mapping.columns, ...columns })
    else if (heading && shown.headings.includes(heading)) columns[heading] = role
  }
  if (Object.keys(columns).length > 0) answers.columns = columns
  const name = typed.name?.trim().slice(0, 120)
  if (name) answers.name = name
  return answers as A
}

/** Roles that were given to more than one column, with these. */
export function givenTwice<R extends string>(
  columns: Readonly<Record<string, R>>,
): { role: R; headings: string[] }[] {
  return [...new Set(Object.values(columns))]
    .filter((role) => role !== 'ignore')
    .flatMap((role) => {
      const headings = Object.keys(columns).filter((heading) => columns[heading] === role)
      return headings.length > 1 ? [{ role, headings }] : []
    })
}

/** Whether two sets of answers read a file alike: the name changes nothing. */
export function readAlike(a: Answered<string>, b: Answered<string>): boolean {
  return canonical(a) === canonical(b)
}

const canonical = ({ name: _name, columns = {}, ...rest }: Answered<string>): string =>
  JSON.stringify([Object.entries(rest).toSorted(byKey), Object.entries(columns).toSorted(byKey)])

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

/** A problem of each role that several columns were given, at the last of them. */
export function columnProblems<R extends string>(
  { headings, mapping }: { headings: readonly string[]; mapping: { columns: Readonly<Record<string, R>> } },
  words: Readonly<Record<R, string>>,
): Refusal[] {
  return givenTwice(mapping.columns).map(({ role, headings: names }) => ({
    field: columnField(headings.indexOf(names.at(-1) ?? '')),
    message: twiceWords(names, words[role]),
  }))
}

/** Says that several columns were given one role. */
export function twiceWords(headings: readonly string[], role: string): string {
  return `“${listing(headings)}” cannot all be “${role}”. Choose one, and leave the other out.`
}

/** The questions that are left, as problems at the fields that answer them. */
export function openQuestions(questions: readonly Question<string>[]): Refusal[] {
  return questions.map(({ key, role, question }) => ({
    field: role ? roleField(role) : key,
    message: question,
  }))
}
