import { mappingSchema } from './mapping.ts'

/** What a form says of how a file is read, by the name of its field. */
type Typed = Readonly<Record<string, string>>

/** The field of the column at a place, and of the question which column has a role. */
export const columnField = (place: number): string => `column-${place}`
export const roleField = (role: string): string => `which-${role}`

/** The answer that no column has the role. */
export const NO_COLUMN = 'no column'

const KEYS = ['encoding', 'delimiter', 'headerLine', 'dateOrder', 'decimal', 'grain', 'ratingMax'] as const

const typedValue = (key: (typeof KEYS)[number], text: string): unknown =>
  key === 'headerLine' || key === 'ratingMax' ? Number(text) : text

/** What was answered about a file: keys of its mapping, and what some of its columns become. */
export type Answered<R extends string> = { name?: string; columns?: Record<string, R> }

/**
 * A person's answers after a form: those given before, every question answered, and every field that says otherwise
 * than the page showed. What was left as it was found stays found, so that it may change with the rest.
 * @param roles what columns of such a file can become
 */
export function answersFrom<R extends string, A extends Answered<R>>(
  typed: Typed,
  shown: {
    mapping: { columns: Readonly<Record<string, R>> } & { [key in (typeof KEYS)[number]]?: unknown }
    headings: readonly string[]
    questions?: readonly { key: string }[]
  },
  before: A,
  roles: readonly R[],
): A {
  const answers: Record<string, unknown> = { ...before }
  for (const key of KEYS) {
    const text = (typed[key] ?? '').replace('tab', '\t')
    if (text === '') continue
    const value = typedValue(key, text)
    const known = mappingSchema.shape[key].safeParse(value)
    const isAsked = shown.questions?.some((question) => question.key === key)
    if (known.success && (isAsked || known.data !== shown.mapping[key])) answers[key] = known.data
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
