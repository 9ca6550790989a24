import type { ContactPlan, PlannedPerson } from './contacts.ts'

export const TOPICS = [
  { name: 'Billing', weight: 5 },
  { name: 'Meter reading', weight: 3 },
  { name: 'Moving home', weight: 2 },
  { name: 'Tariff change', weight: 2 },
  { name: 'Supply fault', weight: 1 },
  { name: 'Complaint', weight: 1 },
]

/** The week in which the planted changes of the telephone samples begin: the first of the later file. */
export const CHANGE_WEEK = 26

const adviser = (name: string, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  name,
  perWeek: 22,
  csat: 0.72,
  fcr: 0.72,
  replySeconds: 40,
  handleSeconds: 240,
  ...more,
})

const from = (measure: 'csat' | 'fcr' | 'handle_time', by: number) => ({
  changes: [{ measure, at: CHANGE_WEEK, by }],
})

/**
 * Larkfield Energy's telephone calls: half a year, and the three months after it in which some people change. The seed is
 * one with which every planted change shows at the end and nothing else does; `bench/verdicts.ts` says how often that is so.
 */
export const TELEPHONE: ContactPlan = {
  seed: 17,
  from: '2025-01-06',
  to: '2025-10-05',
  channel: 'telephone',
  topics: TOPICS,
  customers: 4000,
  answered: 0.92,
  rated: 0.5,
  people: [
    adviser('Amara Okafor', from('fcr', 0.19)),
    adviser('Priya Nair', { csat: 0.8, fcr: 0.78 }),
    adviser('Tom Walsh', from('csat', -0.28)),
    adviser('Grace Lim', from('handle_time', -0.28)),
    adviser('Yusuf Demir', { fcr: 0.68, handleSeconds: 290 }),
    adviser('Ellie Marsh', from('csat', 0.22)),
    adviser('Kofi Mensah', from('handle_time', 0.35)),
    adviser('Sofia Rossi', { csat: 0.76 }),
    adviser('Dan Pryce', { perWeek: 3 }),
  ],
}

/** The last day of the earlier telephone sample. */
export const BEFORE_ENDS = '2025-07-06'

/** Larkfield Energy's written tickets over three months. */
export const TICKETS: ContactPlan = {
  seed: 20250707,
  from: '2025-07-07',
  to: '2025-10-05',
  channel: 'helpdesk',
  topics: TOPICS,
  customers: 2000,
  answered: 1,
  rated: 0.25,
  people: [
    adviser('Hannah Boyle', { perWeek: 24, replySeconds: 3600, fcr: 0.8 }),
    adviser('Marcus Bell', { perWeek: 24, replySeconds: 5400, fcr: 0.74 }),
    adviser('Ines Duarte', { perWeek: 24, replySeconds: 2700, csat: 0.8 }),
    adviser('Rhys Morgan', { perWeek: 24, replySeconds: 7200, fcr: 0.66 }),
  ],
}

/** Who works at Larkfield Energy: name, team, leader and role. */
export const PEOPLE: readonly (readonly [name: string, team: string, leader: string, role: string])[] = [
  ['Ruth Adeyemi', '', '', 'Team leader'],
  ['Ben Hughes', 'Northgate', 'Ruth Adeyemi', 'Team leader'],
  ['Amara Okafor', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Priya Nair', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Tom Walsh', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Grace Lim', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Yusuf Demir', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Ellie Marsh', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Kofi Mensah', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Sofia Rossi', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Dan Pryce', 'Northgate', 'Ben Hughes', 'Adviser'],
  ['Leah Coleman', 'Quayside', 'Ruth Adeyemi', 'Team leader'],
  ['Hannah Boyle', 'Quayside', 'Leah Coleman', 'Adviser'],
  ['Marcus Bell', 'Quayside', 'Leah Coleman', 'Adviser'],
  ['Ines Duarte', 'Quayside', 'Leah Coleman', 'Adviser'],
  ['Rhys Morgan', 'Quayside', 'Leah Coleman', 'Adviser'],
  ['Chidi Eze', '', '', 'Assessor'],
  ['Efua Asante', '', '', 'Quality assurer'],
]
