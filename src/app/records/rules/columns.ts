import { type RecordKind, type RecordRole, rolesFor } from './kinds.ts'

/** What the cells of one column look like, counted over the rows looked at. `plain`: the heading made comparable. */
export type Column = {
  heading: string
  plain: string
  filled: number
  /** Cells that are dates, with a time of day or without. */
  dates: number
  numbers: number
  letters: number
}

export type ColumnFound = { role: RecordRole; because: string }

/** What systems call these columns, made comparable. The first role that fits is the surest. */
const SIGNS: readonly [RecordRole, RegExp][] = [
  [
    'id',
    /^(compliment|complaint|case|audit|evaluation|review|observation|record|feedback|form|qa) ?(id|number|no|nr|ref|reference|key)$|^(id|number|ref|reference|record|case)$/,
  ],
  [
    'by',
    /^(assessor|auditor|evaluator|reviewer|checked by|scored by|observer|observed by|qa analyst|coach)$/,
  ],
  [
    'person',
    /^(agent|adviser|advisor|employee|staff|staff member|colleague|person|handled by|owner|operator|assignee|agent name|adviser name|employee name|about|agent e ?mail|adviser e ?mail|staff e ?mail)$/,
  ],
  [
    'happened',
    /^(date|happened|happened on|day|contact date|call date|date of (contact|call|event|complaint|compliment|audit|observation)|(complaint|compliment|audit|evaluation|review|observation|event) date|received|received on|date received|observed on|audited on|evaluated on|recorded on|created|created at|created on)$/,
  ],
  [
    'competency',
    /^(competenc(y|ies)|competency (code|title|name)|skill|standard|criterion|criteria|framework code)$/,
  ],
  ['upheld', /^(upheld|outcome|finding|justified|decision|result|complaint (outcome|status)|upheld y n)$/],
  ['category', /^(category|topic|reason|type|subject|complaint (category|reason|type)|issue|cause)$/],
  ['sheet', /^(sheet|form|scorecard|score card|template|checklist|audit (form|sheet|name|type)|form name)$/],
  ['of', /^(of|out of|max|maximum|max score|maximum score|possible|points possible|available)$/],
  [
    'score',
    /^(score|points|points scored|total|total score|result|mark|marks|qa score|percentage|per cent|percent)$/,
  ],
  ['lines', /^(lines|items|line items|item scores|questions|breakdown|details by item|sections)$/],
  ['level', /^(level|rating|grade|level observed|observed level)$/],
  ['bearing', /^(met|passed|pass|achieved|standard met|competent|pass fail|pass or fail)$/],
  ['done', /^(done|what was done|actions?|behaviour|observed behaviour|what happened)$/],
  ['said', /^(said|what was said|words|quote|verbatim)$/],
  [
    'text',
    /^(text|comments?|notes?|feedback|message|description|details?|customer comments?|complaint text|body|remarks?|summary|free text)$/,
  ],
]

/** The most letters that a cell of a name or a category holds on average: more is somebody's own words. */
const NAME_LETTERS = 60

function canBe(role: RecordRole, { filled, dates, numbers, letters }: Column): boolean {
  if (filled === 0) return true
  const most = (n: number) => n >= 0.6 * filled
  switch (role) {
    case 'happened':
      return most(dates)
    case 'score':
      return !most(dates) || most(numbers)
    case 'of':
      return most(numbers)
    case 'person':
    case 'by':
    case 'category':
    case 'sheet':
    case 'competency':
      return !most(dates) && letters / filled <= NAME_LETTERS
    case 'upheld':
    case 'bearing':
    case 'level':
      return letters / filled <= 30
    default:
      return true
  }
}

/**
 * What each column of a file becomes: by its heading where the cells agree, a date by being the only one. Each role is
 * given once, and only those of the kind; what nobody can tell is left out.
 * @param answered what a person or a saved mapping has settled
 */
export function assignColumns(
  kind: RecordKind,
  columns: readonly Column[],
  answered: Readonly<Record<string, RecordRole>> = {},
): Map<string, ColumnFound> {
  const roles = rolesFor(kind)
  const given = new Map<string, ColumnFound>()
  const taken = new Set<RecordRole>()
  const give = ({ heading }: Column, role: RecordRole, because: string) => {
    given.set(heading, { role, because })
    taken.add(role)
  }
  for (const column of columns) {
    const role = answered[column.heading]
    if (role !== undefined) give(column, roles.includes(role) ? role : 'ignore', 'As the mapping says.')
  }
  for (const [role, sign] of SIGNS) {
    if (!roles.includes(role) || taken.has(role)) continue
    const column = columns.find((one) => !given.has(one.heading) && sign.test(one.plain) && canBe(role, one))
    if (column) give(column, role, 'Known by its heading.')
  }
  const dates = columns.filter(
    ({ heading, filled, dates }) => !given.has(heading) && filled > 0 && dates >= 0.9 * filled,
  )
  const [only, other] = dates
  if (!taken.has('happened') && only && !other) give(only, 'happened', 'The only column of dates.')
  for (const column of columns)
    if (!given.has(column.heading))
      given.set(column.heading, {
        role: 'ignore',
        because: column.filled === 0 ? 'Every row is empty.' : 'Not needed.',
      })
  return given
}

/** What a file of records cannot do without, where no column has it: the question, and why. */
export function missingRoles(
  found: ReadonlyMap<string, ColumnFound>,
): { role: 'person' | 'happened'; question: string; because: string }[] {
  const roles = [...found.values()].map(({ role }) => role)
  const missing: { role: 'person' | 'happened'; question: string; because: string }[] = []
  if (!roles.includes('person'))
    missing.push({
      role: 'person',
      question: 'Which column names the person it is about?',
      because: 'No heading says so. A record without a person can be nobody’s evidence.',
    })
  if (!roles.includes('happened'))
    missing.push({
      role: 'happened',
      question: 'Which column says on which day it was?',
      because: 'No heading or values say so. Without a day nothing can be counted or be called current.',
    })
  return missing
}
