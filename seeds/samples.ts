import { mkdirSync, writeFileSync } from 'node:fs'
import { contactsOf } from './contacts.ts'
import { telephoneCsv, ticketCsv } from './export.ts'
import { BEFORE_ENDS, PEOPLE, TELEPHONE, TICKETS } from './larkfield.ts'
import { recordSamples } from './records.ts'

/** The files of `samples/`, by name: always the same. */
export function samples(): Record<string, string> {
  const calls = contactsOf(TELEPHONE)
  return {
    'telephone-before.csv': telephoneCsv(calls.filter((call) => call.day <= BEFORE_ENDS)),
    'telephone-three-months-later.csv': telephoneCsv(calls.filter((call) => call.day > BEFORE_ENDS)),
    'helpdesk-tickets.csv': withFaults(ticketCsv(contactsOf(TICKETS))),
    'people.csv': peopleCsv(),
    ...recordSamples(),
  }
}

/** A date that cannot be, and a row that is there twice, word for word: so that the report has something to say. */
function withFaults(csv: string): string {
  const rows = csv.trimEnd().split('\r\n')
  const last = rows.at(-1) ?? ''
  const impossible = '49999;customer-00001@mail.example;Billing;31/09/2025 10:15;-;-;Ines Duarte;-;-;-;no'
  return `${[...rows, last, impossible].join('\r\n')}\r\n`
}

function peopleCsv(): string {
  const rows = PEOPLE.map(([name, team, leader, role]) =>
    [name, `${name.toLowerCase().replace(' ', '.')}@larkfield.example`, team, leader, role].join(','),
  )
  return `${['name,email,team,leader,role', ...rows].join('\n')}\n`
}

if (process.argv[1] === import.meta.filename) {
  const folder = new URL('../samples/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(samples())) writeFileSync(new URL(name, folder), text)
}
