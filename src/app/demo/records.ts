import { randomFrom } from '../../../seeds/random.ts'
import { addDays, type Day, dayIn, daysBetween, isoWeekday } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { importRecords, type RecordKind } from '../records/records.ts'
import type { House } from '../visit.ts'
import { CAST } from './cast.ts'
import type { Export } from './contacts.ts'
import { must, workingDay } from './moments.ts'

/** The days on which Dana brings the records in, in days ago: each file holds what was recorded since the one before. */
const BROUGHT = [35, 6] as const
/** The days before the first file that it still holds. */
const HELD = 147
/** Of these nobody keeps records: too new, too few contacts, or nothing recorded yet. */
const WITHOUT = ['Kofi Mensah', 'Dan Pryce', 'Rhys Morgan']

type Log = { kind: RecordKind; name: string; file: string; heading: string; perWeek: number; row: Row }
type Row = (
  random: ReturnType<typeof randomFrom>,
  what: { number: number; day: Day; who: string },
) => unknown[]

const SHEET = ['Greeting', 'Identity checked', 'Need found', 'Answer right', 'Next step in the note'] as const

const LOGS: readonly Log[] = [
  {
    kind: 'compliment',
    name: 'Compliments log',
    file: 'compliments',
    heading: 'Compliment no,Received on,Adviser,Topic,Competency,Comment',
    perWeek: 1.1,
    row: (random, { number, day, who }) => [
      `CP-${1000 + number}`,
      day,
      who,
      random.pick(['Billing', 'Meter reading', 'Moving home', 'Tariff change']),
      random.pick(['CS-09', 'CS-01', 'CS-06', 'CS-09', 'Going the extra mile', '']),
      random.pick(['Please thank her for the time she took.', 'Settled in one call, after months.']),
    ],
  },
  {
    kind: 'complaint',
    name: 'Complaints log',
    file: 'complaints',
    heading: 'Case,Date received,Handled by,Category,Outcome,Competency',
    perWeek: 1.2,
    row: (random, { number, day, who }) => [
      `C-${2000 + number}`,
      day,
      number % 17 === 0 ? 'Temp agent 4' : who,
      random.pick(['Bill disputed', 'Call not returned', 'Manner', 'Wrong tariff']),
      random.pick(['Upheld', 'Not upheld', 'Not upheld', 'Partly upheld']),
      random.pick(['CS-07', '', 'Complaint handling, our standard']),
    ],
  },
  {
    kind: 'audit',
    name: 'Call and letter quality',
    file: 'audits',
    heading:
      'Evaluation ID,Evaluation date,Agent name,Form name,Score,Out of,Sections,Competency,Passed,Evaluator',
    perWeek: 1,
    row: (random, { number, day, who }) => {
      const got = SHEET.map(() => (random.chance(0.8) ? 4 : random.chance(0.6) ? 3 : 1))
      const points = got.reduce<number>((sum, one) => sum + one, 0)
      return [
        `QA-${3000 + number}`,
        day,
        who,
        'Call quality sheet, version 4',
        points,
        4 * SHEET.length,
        SHEET.map((item, at) => `${item} ${got[at]}/4`).join('; '),
        'CS-06',
        points >= 15 ? 'yes' : 'no',
        'Ruth Adeyemi',
      ]
    },
  },
]

/** Who was there on a day to be praised, complained about or checked: not in their first weeks. */
const there = (day: Day, today: Day): string[] =>
  CAST.filter(({ team, standing, since, name }) => {
    const settled = since - 21 >= daysBetween(day, today)
    return standing === 'adviser' && team !== null && settled && !WITHOUT.includes(name)
  }).map(({ name }) => name)

/** All rows of a log with their days, oldest first: always the same for the same day of loading. */
function rowsOf({ perWeek, row }: Log, seed: number, today: Day): { day: Day; cells: unknown[] }[] {
  const random = randomFrom(seed)
  const from = addDays(today, -(BROUGHT[0] + HELD))
  const days: Day[] = []
  for (let at = 0; at < BROUGHT[0] + HELD; at += 7)
    for (let left = random.arrivals(perWeek); left > 0; left -= 1) {
      const day = addDays(from, at + random.whole(7))
      days.push(addDays(day, -Math.max(0, isoWeekday(day) - 5)))
    }
  return days.toSorted().flatMap((day, number) => {
    const people = there(day, today)
    return people.length === 0 ? [] : [{ day, cells: row(random, { number, day, who: random.pick(people) }) }]
  })
}

const cellOf = (cell: unknown): string => {
  const text = String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Every file of compliments, complaints and audits, oldest first, as the systems that hold them give them. */
export function recordsUntil(now: Date, zone: string): Export[] {
  const today = dayIn(now, zone)
  return BROUGHT.flatMap((ago, index) => {
    const day = workingDay(today, ago)
    const since = index === 0 ? null : workingDay(today, BROUGHT[index - 1] ?? ago)
    return LOGS.map((log, at): Export => {
      const rows = rowsOf(log, 71 + at, today).filter((row) => row.day < day && (!since || row.day >= since))
      const csv = [log.heading, ...rows.map(({ cells }) => cells.map(cellOf).join(','))].join('\n')
      const name = `${log.file}-until-${addDays(day, -1)}.csv`
      return {
        day,
        words: `Reading ${rows.length} ${log.file} through the import`,
        bring: (house, orgId, actor) => bring(house, orgId, actor, { log, name, csv }),
      }
    })
  })
}

async function bring(
  house: House,
  orgId: Id,
  actor: { personId: Id },
  { log, name, csv }: { log: Log; name: string; csv: string },
): Promise<void> {
  const asked = { kind: log.kind, name, bytes: Buffer.from(`${csv}\n`), answers: { name: log.name } }
  const imported = must(await importRecords(house, orgId, actor, asked))
  if (imported.kind === 'questions')
    throw new Error(`The import asked: ${imported.questions.map(({ question }) => question).join(' ')}`)
}
