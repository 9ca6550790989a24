import { addDays, type Day } from '../src/kernel/day.ts'
import { TELEPHONE } from './larkfield.ts'
import { type Random, randomFrom } from './random.ts'

const ADVISERS = TELEPHONE.people.map(({ name }) => name)
const WEEKS = 39

const british = (day: Day): string => day.split('-').reverse().join('/')
const numbered = (letters: string, number: number): string => `${letters}-${String(number).padStart(4, '0')}`
const quoted = (text: string): string => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows spread over the weeks of the telephone samples, about so many a week, in order of time. */
function spread<Row>(random: Random, perWeek: number, row: (day: Day, number: number) => Row): Row[] {
  const days: Day[] = []
  for (let week = 0; week < WEEKS; week += 1)
    for (let left = random.arrivals(perWeek); left > 0; left -= 1)
      days.push(addDays(TELEPHONE.from, 7 * week + random.whole(5)))
  return days.toSorted().map((day, at) => row(day, at + 1))
}

const PRAISE = [
  'She took the time to explain the bill line by line. Please thank her.',
  'Quick, kind and clear. He rang back when he said he would: 01632 960 114 is still my number.',
  'I was upset about the move and was not made to feel a nuisance.',
  'Sorted in one call after months. You can write to me at j.holt@mail.example if you want to use this.',
  'Understood at once what had gone wrong with the meter at LK9 4TT.',
]

/** Compliments: commas, day first, one row twice, some words with what could tell who a customer is. */
function complimentsCsv(): string {
  const random = randomFrom(41)
  const named = ['CS-09', 'Listening and questioning', 'Going the extra mile', '', '']
  const rows = spread(random, 1.3, (day, number) =>
    [
      numbered('CP', number),
      british(day),
      random.pick(ADVISERS),
      random.pick(['Billing', 'Meter reading', 'Moving home', 'Tariff change']),
      random.pick(named),
      random.pick(PRAISE),
    ]
      .map(quoted)
      .join(','),
  )
  return `${['Compliment no,Received on,Adviser,Topic,Competency,Comment', ...rows, rows.at(-1) ?? ''].join('\n')}\n`
}

/** Complaints: semicolons, a mark for nothing, a name that several people share, and a date that cannot be. */
function complaintsCsv(): string {
  const random = randomFrom(42)
  const rows = spread(random, 1.6, (day, number) =>
    [
      numbered('C', number),
      british(day),
      number % 19 === 0 ? 'Temp agent 4' : random.pick(ADVISERS),
      random.pick(['Bill disputed', 'Call not returned', 'Manner', 'Wrong tariff']),
      random.pick(['Upheld', 'Not upheld', 'Partly upheld', '-']),
      random.pick(['', '', 'CS-07', 'Complaint handling, our standard']),
    ]
      .map(quoted)
      .join(';'),
  )
  const impossible = 'C-9999;31/09/2025;Amara Okafor;Manner;Upheld;'
  return `\uFEFF${['Case;Date received;Handled by;Category;Outcome;Competency', ...rows, impossible].join('\r\n')}\r\n`
}

const SHEET = ['Greeting', 'Identity checked', 'Question understood', 'Answer right', 'Closing'] as const

/** Audits: by e-mail address, year first, the lines of the sheet in one cell. */
function auditsCsv(): string {
  const random = randomFrom(43)
  const rows = spread(random, 2, (day, number) => {
    const got = SHEET.map(() => (random.chance(0.8) ? 4 : random.chance(0.6) ? 3 : 1))
    const lines = SHEET.map((item, at) => `${item} ${got[at]}/4`).join('; ')
    return [
      numbered('QA', number),
      day,
      `${random.pick(ADVISERS).toLowerCase().replace(' ', '.')}@larkfield.example`,
      'Call quality sheet, version 4',
      got.reduce<number>((sum, points) => sum + points, 0),
      4 * SHEET.length,
      lines,
      random.pick(['Leah Coleman', 'Ruth Adeyemi']),
    ]
      .map((cell) => quoted(String(cell)))
      .join(',')
  })
  return `${['Evaluation ID,Evaluation date,Agent email,Form name,Score,Out of,Sections,Evaluator', ...rows].join('\n')}\n`
}

/** Observations: month named, a competency by code or by title, what was done and said. */
function observationsCsv(): string {
  const random = randomFrom(44)
  const month = (day: Day) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
      .format(new Date(`${day}T00:00:00Z`))
      .replace('Sept', 'Sep')
  const rows = spread(random, 0.7, (day, number) =>
    [
      numbered('O', number),
      month(day),
      random.pick(ADVISERS),
      'Ben Hughes',
      random.pick(['CS-01', 'CS-07', 'CS-10', 'Keeping calm']),
      random.pick(['2', '3', '3', '4']),
      random.pick(['Asked two open questions before giving an answer.', 'Summed up what was agreed.']),
      random.pick(['“So the reading is the one from March, have I got that right?”', '']),
    ]
      .map(quoted)
      .join(','),
  )
  return `${['Observation no,Observed on,Colleague,Observer,Competency code,Level,What was done,What was said', ...rows].join('\n')}\n`
}

/** The samples of records, by name: always the same. */
export function recordSamples(): Record<string, string> {
  return {
    'records-compliments.csv': complimentsCsv(),
    'records-complaints.csv': complaintsCsv(),
    'records-audits.csv': auditsCsv(),
    'records-observations.csv': observationsCsv(),
  }
}
