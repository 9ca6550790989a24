import { parse } from 'csv-parse/sync'
import { STANDINGS, type Standing } from '../../kernel/actor.ts'
import { isEmail } from '../../kernel/email.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'

/** What is said of a person when they are added. */
export type NewPerson = {
  name: string
  email: string | null
  standing: Standing
  job: string | null
  team: string | null
  leader: string | null
}

export const STANDING_WORDS: Record<Standing, string> = {
  adviser: 'Adviser or learner',
  leader: 'Team leader, tutor or supervisor',
  assessor: 'Assessor',
  'quality-assurer': 'Quality assurer',
  administrator: 'Administrator',
}

/** How a standing reads beside a name: "Amara Okafor, adviser". */
export const STANDING_SHORT: Record<Standing, string> = {
  adviser: 'adviser',
  leader: 'team leader',
  assessor: 'assessor',
  'quality-assurer': 'quality assurer',
  administrator: 'administrator',
}

const STANDING_NAMES: readonly [RegExp, Standing][] = [
  [/^(admin|administrator|l&d( lead)?)$/i, 'administrator'],
  [/^(iqa|quality assurer|internal quality assurer)$/i, 'quality-assurer'],
  [/^assessor$/i, 'assessor'],
  [/^(team leader|leader|manager|supervisor|tutor|placement supervisor)$/i, 'leader'],
]

/** Reads a role as people write it in a list: a standing where it names one, else a job that an adviser holds. */
function readRole(text: string): { standing: Standing; job: string | null } {
  const role = text.trim()
  const standing = STANDING_NAMES.find(([pattern]) => pattern.test(role))?.[1]
  if (standing) return { standing, job: standing === 'leader' ? role : null }
  return {
    standing: 'adviser',
    job: /^(adviser|advisor|learner|adviser or learner|)$/i.test(role) ? null : role,
  }
}

/** Every sign that ends a line somewhere: a mail turns a lone CR into a new line. */
const LINE_END = /[\n\r\u2028\u2029]/
const TOO_LONG = /[^\n]{101}|[\n\r\u2028\u2029]/

/** Every reason why somebody cannot be added or changed so: names, teams, jobs and sectors are one line of 100 characters. */
export function checkPerson(person: {
  name: string
  email: string | null
  team?: string | null
  job?: string | null
  sector?: string | null
  standing?: Standing
}): Refusal[] {
  const refusals: Refusal[] = []
  if (!person.name) refusals.push({ field: 'name', message: 'Give the person’s name.' })
  if (person.name.length > 100)
    refusals.push({ field: 'name', message: 'A name has at most 100 characters.' })
  if (LINE_END.test(person.name)) refusals.push({ field: 'name', message: 'Write the name on one line.' })
  for (const field of ['team', 'job', 'sector'] as const)
    if (TOO_LONG.test(person[field] ?? ''))
      refusals.push({ field, message: `Keep the ${field} to one line of at most 100 characters.` })
  if (person.standing && !STANDINGS.includes(person.standing))
    refusals.push({ field: 'standing', message: 'Choose how they stand in the organisation.' })
  if (person.email && !isEmail(person.email)) {
    refusals.push({
      field: 'email',
      message: 'An e-mail address looks like name@example.org. Leave it empty to hand over a link.',
    })
  }
  return refusals
}

/** The longest list of people that is taken at once. */
const MOST = 500

export type ListedPerson = NewPerson & { line: number; state: 'new' | 'here' | 'refused'; why: string }

const COLUMNS: readonly [keyof NewPerson | 'role', RegExp][] = [
  ['name', /^(name|full name|person|employee|employee name)$/i],
  ['email', /^(e-?mail|e-?mail address|mail)$/i],
  ['team', /^(team|group|department)$/i],
  ['leader', /^(leader|team leader|manager|supervisor|tutor|reports to)$/i],
  ['role', /^(role|job|job title|standing)$/i],
]

const ROLE_WORD =
  /^(adviser|advisor|learner|senior adviser|team leader|tutor|placement supervisor|assessor|quality assurer|administrator)$/i

/** The order of the columns where no headings say it. */
function orderOf(rows: readonly string[][]): readonly (keyof NewPerson | 'role')[] {
  const roleAt = (at: number) => rows.some((row) => ROLE_WORD.test(row[at] ?? ''))
  return roleAt(2) && !roleAt(4)
    ? ['name', 'email', 'role', 'team', 'leader']
    : ['name', 'email', 'team', 'leader', 'role']
}

/**
 * Reads a pasted list or a CSV file of people: name, e-mail, team, leader, role; only the name is needed. A first line
 * of headings may put the columns in another order, and where roles plainly stand third, they are read there. People already here (same e-mail, or same name where the line has no
 * e-mail) are matched and not added twice.
 */
export function readPeople(
  text: string,
  here: readonly { name: string; email: string | null }[],
): Outcome<ListedPerson[]> {
  if (!text.trim())
    return refused({ field: 'list', message: 'Paste at least one name, or choose a CSV file.' })
  if (text.startsWith('PK'))
    return refused({
      field: 'list',
      message: 'This is a spreadsheet or a zip file. Save the sheet as CSV, and choose that.',
    })
  let rows: { record: string[]; info: { lines: number } }[]
  try {
    const first = text.split('\n', 1)[0] ?? ''
    const delimiter = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ','
    rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as typeof rows
  } catch (error) {
    return refused({
      field: 'list',
      message: `The list can’t be read: ${(error as Error).message}. Check the quotation marks.`,
    })
  }
  if (rows.length > MOST)
    return refused({
      field: 'list',
      message: `The list has ${rows.length} lines. Add at most ${MOST} people at once.`,
    })
  const headings = rows[0]?.record.map((cell) => COLUMNS.find(([, pattern]) => pattern.test(cell))?.[0]) ?? []
  const hasHeadings = headings.includes('name') && !rows[0]?.record.some(isEmail)
  const body = hasHeadings ? rows.slice(1) : rows
  const order = hasHeadings ? headings : orderOf(body.map(({ record }) => record))
  if (body.length === 0)
    return refused({
      field: 'list',
      message: 'The list has headings and no people. Add a line for each person.',
    })
  const emails = new Set(here.flatMap((person) => (person.email ? [person.email.toLowerCase()] : [])))
  const names = new Set(here.map((person) => person.name.toLowerCase()))
  return done(
    body.map(({ record, info }) => {
      const cell = (key: string) => record[order.findIndex((column) => column === key)]?.trim() ?? ''
      const { standing, job } = readRole(cell('role'))
      const person: NewPerson = {
        name: cell('name'),
        email: cell('email') || null,
        standing,
        job,
        team: cell('team') || null,
        leader: cell('leader') || null,
      }
      const listed = { ...person, line: info.lines }
      const refusal = checkPerson(person)[0]
      if (refusal) return { ...listed, state: 'refused' as const, why: refusal.message }
      const key = person.email?.toLowerCase()
      if (key ? emails.has(key) : names.has(person.name.toLowerCase())) {
        return {
          ...listed,
          state: 'here' as const,
          why: key
            ? 'This address is here already.'
            : 'This name is here already. Give an e-mail address if it is somebody else.',
        }
      }
      if (key) emails.add(key)
      names.add(person.name.toLowerCase())
      return { ...listed, state: 'new' as const, why: '' }
    }),
  )
}

const COMMON = [
  'password',
  'customer service',
  '1234567890',
  'qwertyuiop',
  'goldthread',
  'letmein',
  'iloveyou',
  'welcome',
]

/**
 * The password policy: 12 to 128 characters, any characters, no rule about kinds of character; not the person's own name
 * or address, not built on one of the commonest passwords. Source: NIST SP 800-63B, section 5.1.1.2.
 */
export function checkPassword(password: string, person: { name: string; email: string }): Refusal[] {
  const lower = password.toLowerCase()
  const own = [...person.name.toLowerCase().split(/\s+/), person.email.split('@')[0] ?? ''].filter(
    (word) => word.length > 3,
  )
  const refuse = (message: string): Refusal[] => [{ field: 'password', message }]
  if (password.length < 12)
    return refuse('Use at least 12 characters. Three or four words in a row are easy to remember.')
  if (password.length > 128) return refuse('Use at most 128 characters.')
  if (new Set(lower).size < 5) return refuse('Use more than a few different characters.')
  const rest = [...COMMON, ...own].reduce((left, word) => left.replaceAll(word.toLowerCase(), ''), lower)
  if (rest.length < 6)
    return refuse('This is too easy to guess: it is little more than your name or a common password.')
  return []
}

/** How long a one-time link works, in days. */
export const LINK_DAYS = { join: 14, reset: 1 } as const

export type LinkState = 'works' | 'used' | 'withdrawn' | 'ended'

export function linkState(
  link: { endsAt: Date; usedAt: Date | null; withdrawnAt: Date | null },
  now: Date,
): LinkState {
  if (link.usedAt) return 'used'
  if (link.withdrawnAt) return 'withdrawn'
  return link.endsAt <= now ? 'ended' : 'works'
}
