import { type Answers, type Mapping, mappingSchema, ROLES, type Role } from './mapping.ts'

/** What a form says of how a file is read, by the name of its field. */
type Typed = Readonly<Record<string, string>>

/** The field of the column at a place, and of the question which column has a role. */
export const columnField = (place: number): string => `column-${place}`
export const roleField = (role: Role): string => `which-${role}`

/** The answer that no column has the role. */
export const NO_COLUMN = 'no column'

const KEYS = ['encoding', 'delimiter', 'headerLine', 'dateOrder', 'decimal', 'grain', 'ratingMax'] as const

const typedValue = (key: (typeof KEYS)[number], text: string): unknown =>
  key === 'headerLine' || key === 'ratingMax' ? Number(text) : text

/**
 * A person's answers after a form: those given before, every question answered, and every field that says otherwise
 * than the page showed. What was left as it was found stays found, so that it may change with the rest.
 */
export function answersFrom(
  typed: Typed,
  shown: { mapping: Mapping; headings: readonly string[]; questions?: readonly { key: string }[] },
  before: Answers,
): Answers {
  const answers: Record<string, unknown> = { ...before }
  for (const key of KEYS) {
    const text = (typed[key] ?? '').replace('tab', '\t')
    if (text === '') continue
    const value = typedValue(key, text)
    const known = mappingSchema.shape[key].safeParse(value)
    const isAsked = shown.questions?.some((question) => question.key === key)
    if (known.success && (isAsked || known.data !== shown.mapping[key])) answers[key] = known.data
  }
  const columns: Record<string, Role> = { ...before.columns }
  shown.headings.forEach((heading, place) => {
    const role = roleOf(typed[columnField(place)])
    if (role !== null && role !== shown.mapping.columns[heading]) columns[heading] = role
  })
  for (const role of ROLES) {
    const heading = typed[roleField(role)]
    if (heading === NO_COLUMN) Object.assign(columns, { ...shown.mapping.columns, ...columns })
    else if (heading && shown.headings.includes(heading)) columns[heading] = role
  }
  if (Object.keys(columns).length > 0) answers.columns = columns
  const name = typed.name?.trim().slice(0, 120)
  if (name) answers.name = name
  return answers
}

function roleOf(text: string | undefined): Role | null {
  return ROLES.find((role) => role === text) ?? null
}

/** Roles that were given to more than one column, with these. */
export function givenTwice(columns: Mapping['columns']): { role: Role; headings: string[] }[] {
  return ROLES.filter((role) => role !== 'ignore').flatMap((role) => {
    const headings = Object.keys(columns).filter((heading) => columns[heading] === role)
    return headings.length > 1 ? [{ role, headings }] : []
  })
}

/** Whether two sets of answers read a file alike: the name changes nothing. */
export function readAlike(a: Answers, b: Answers): boolean {
  return canonical(a) === canonical(b)
}

const canonical = ({ name: _name, columns = {}, ...rest }: Answers): string =>
  JSON.stringify([Object.entries(rest).toSorted(byKey), Object.entries(columns).toSorted(byKey)])

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
