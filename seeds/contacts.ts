import type { Contact } from '../src/app/measures/rules/contact.ts'
import { addDays, type Day, daysBetween, isoWeekday, weekStart } from '../src/kernel/day.ts'
import { type Random, randomFrom } from './random.ts'

/** What a person's contacts are made to show from a week on. */
export type PlannedChange = {
  measure: 'csat' | 'fcr' | 'handle_time'
  /** Weeks from the plan's first, which is 0. */
  at: number
  /** Added to the share for csat and fcr (0.1 is ten points); for handle time a proportion (-0.2 is a fifth less). */
  by: number
}

export type PlannedPerson = {
  name: string
  /** Contacts expected in a full week, besides those of customers who come back. */
  perWeek: number
  /** Share of ratings that are 4 or 5. */
  csat: number
  /** Share of contacts that are solved and bring no repeat. */
  fcr: number
  /** Medians, in seconds. */
  replySeconds: number
  handleSeconds: number
  changes?: readonly PlannedChange[]
  /** The first and last week at work; the plan's, where not given. */
  fromWeek?: number
  toWeek?: number
}

export type ContactPlan = {
  seed: number
  from: Day
  to: Day
  channel: 'telephone' | 'helpdesk'
  /** Each with its weight. */
  topics: readonly { name: string; weight: number }[]
  /** How many customers there are; a tenth more than three weeks' contacts is the least that keeps a plan true. */
  customers: number
  /** Share of contacts that somebody answers. */
  answered: number
  /** Share of answered contacts that are rated. */
  rated: number
  people: readonly PlannedPerson[]
}

/** A contact as it was planned. Times are the wall clock's: seconds after midnight of its day, or after it began. */
export type PlannedContact = {
  number: number
  person: string
  customer: string
  topic: string
  day: Day
  second: number
  answered: boolean
  solved: boolean
  replyAfter: number | null
  solvedAfter: number | null
  handleSeconds: number | null
  rating: number | null
}

const HOUR = 3600
const OPENS = 8 * HOUR
const CLOSES = 18 * HOUR
/** Monday to Sunday: how busy a day is beside an even sixth of the week. */
const BUSY = [1.3, 1.1, 1.05, 1.05, 1, 0.5, 0]
/** Days in which a customer is left alone, so that nobody comes back by accident. */
const REST = 21
/** Of contacts that are not resolved at once, the share that is logged as unsolved; the others bring a repeat. */
const UNSOLVED = 0.4

type Arrival = { person: PlannedPerson; customer: number; topic: string; second: number; isRepeat: boolean }

/** The contacts of a plan in order of time: the same plan gives the same contacts. */
export function contactsOf(plan: ContactPlan): PlannedContact[] {
  const random = randomFrom(plan.seed)
  const returning = new Map<Day, Arrival[]>()
  const seen = new Map<number, Day>()
  const contacts: PlannedContact[] = []
  for (let day = plan.from; day <= plan.to; day = addDays(day, 1)) {
    const week = weekOf(plan, day)
    const working = plan.people.filter((person) => isAtWork(person, week))
    const busy = (BUSY[isoWeekday(day) - 1] ?? 0) / 6
    const fresh = working.flatMap((person) =>
      Array.from({ length: random.arrivals(person.perWeek * busy) }, () =>
        arrivalOf(plan, person, day, seen, random),
      ),
    )
    const arrivals = [...fresh, ...(returning.get(day) ?? [])].sort((a, b) => a.second - b.second)
    for (const arrival of arrivals) {
      const { contact, comesBack } = handled(plan, arrival, day, week, contacts.length + 1, random)
      contacts.push(contact)
      if (!comesBack || working.length === 0) continue
      const again = returnDay(contact, random)
      seen.set(arrival.customer, again)
      const next = {
        ...arrival,
        person: random.pick(working, (one) => one.perWeek),
        second: timeOfDay(random),
        isRepeat: true,
      }
      returning.set(again, [...(returning.get(again) ?? []), next])
    }
  }
  return contacts
}

/** The planned contacts as the measures read them, the wall clock taken for UTC and a name for a person. */
export function asContacts(planned: readonly PlannedContact[]): Contact[] {
  return planned.map((one) => {
    const at = Date.parse(`${one.day}T00:00:00Z`) + one.second * 1000
    const after = (seconds: number | null) => (seconds === null ? null : new Date(at + seconds * 1000))
    return {
      contactId: String(one.number).padStart(7, '0'),
      personKey: one.person,
      customerKey: one.customer,
      topic: one.topic,
      at: new Date(at),
      day: one.day,
      firstReplyAt: after(one.replyAfter),
      replySeconds: one.replyAfter,
      solvedAt: after(one.solvedAfter),
      outcome: one.solved ? 'solved' : 'unsolved',
      answered: one.answered,
      rating: one.rating,
      handleSeconds: one.handleSeconds,
    }
  })
}

const weekOf = (plan: ContactPlan, day: Day): number => Math.floor(daysBetween(weekStart(plan.from), day) / 7)

const isAtWork = (person: PlannedPerson, week: number): boolean =>
  week >= (person.fromWeek ?? 0) && week <= (person.toWeek ?? Number.POSITIVE_INFINITY)

const timeOfDay = (random: Random): number => OPENS + random.whole(CLOSES - OPENS)

function arrivalOf(
  plan: ContactPlan,
  person: PlannedPerson,
  day: Day,
  seen: Map<number, Day>,
  random: Random,
): Arrival {
  let customer = random.whole(plan.customers)
  for (let tries = 0; tries < 50 && daysBetween(seen.get(customer) ?? '1970-01-01', day) < REST; tries += 1) {
    customer = random.whole(plan.customers)
  }
  seen.set(customer, day)
  const topic = random.pick(plan.topics, (one) => one.weight).name
  return { person, customer, topic, second: timeOfDay(random), isRepeat: false }
}

function handled(
  plan: ContactPlan,
  { person, customer, topic, second, isRepeat }: Arrival,
  day: Day,
  week: number,
  number: number,
  random: Random,
): { contact: PlannedContact; comesBack: boolean } {
  const answered = isRepeat || random.chance(plan.answered)
  const settles = random.chance(planned(person, 'fcr', week))
  const solved = answered && (settles || !random.chance(UNSOLVED))
  const replyAfter = Math.ceil(random.skewed(person.replySeconds, plan.channel === 'telephone' ? 0.6 : 0.9))
  const middle = person.handleSeconds * (1 + changed(person, 'handle_time', week))
  const handleSeconds = Math.max(15, Math.round(random.skewed(middle, 0.5)))
  const solvedAfter =
    plan.channel === 'telephone'
      ? replyAfter + handleSeconds
      : inHours(second, replyAfter + 600 + Math.min(4 * 24 * HOUR, random.skewed(14 * HOUR, 1)), random)
  const rating = random.chance(plan.rated) ? ratingOf(planned(person, 'csat', week), random) : null
  return {
    comesBack: solved && !settles,
    contact: {
      number,
      person: person.name,
      customer: `customer-${String(customer + 1).padStart(5, '0')}@mail.example`,
      topic,
      day,
      second,
      answered,
      solved,
      replyAfter: answered ? replyAfter : null,
      solvedAfter: solved ? solvedAfter : null,
      handleSeconds: answered ? handleSeconds : null,
      rating: answered ? rating : null,
    },
  }
}

const changed = (person: PlannedPerson, measure: PlannedChange['measure'], week: number): number =>
  (person.changes ?? [])
    .filter((change) => change.measure === measure && week >= change.at)
    .reduce((sum, change) => sum + change.by, 0)

const planned = (person: PlannedPerson, measure: 'csat' | 'fcr', week: number): number =>
  Math.min(1, Math.max(0, person[measure] + changed(person, measure, week)))

function ratingOf(csat: number, random: Random): number {
  if (random.chance(csat)) return random.chance(0.6) ? 5 : 4
  return random.pick([3, 2, 1], (rating) => rating)
}

/** Seconds after the start, put off to the next morning where they would end at night. */
function inHours(second: number, after: number, random: Random): number {
  const ends = Math.round(second + after)
  const time = ends % (24 * HOUR)
  if (time >= OPENS && time < CLOSES + HOUR) return ends - second
  const morning = time < OPENS ? ends - time : ends - time + 24 * HOUR
  return morning + OPENS + random.whole(HOUR) - second
}

/** One to six days after the contact was solved, on a day that is open: always within the seven that count. */
function returnDay(contact: PlannedContact, random: Random): Day {
  const solved = addDays(contact.day, Math.floor((contact.second + (contact.solvedAfter ?? 0)) / (24 * HOUR)))
  return random.pick(
    [1, 2, 3, 4, 5, 6].map((days) => addDays(solved, days)).filter((day) => isoWeekday(day) < 7),
  )
}
