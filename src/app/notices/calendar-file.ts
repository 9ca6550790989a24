import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { addDays } from '../../kernel/day.ts'
import { paths } from '../paths.ts'
import { ENTRY_TITLES, type Entry } from './rules/entries.ts'

/** Seconds after which a calendar may look again. */
const HOUR = 3600

/** Where entries lead, and by which name their numbers are told apart from other systems'. */
type Place = { publicUrl: string }

/**
 * Entries as a calendar that others subscribe to, in the words of RFC 5545. Whole days, so that no zone moves them. Titles
 * say neither whose they are nor what they are about; the description is the address of the page alone.
 */
export function calendarOf(entries: readonly Entry[], place: Place): string {
  const calendar = ical({
    name: 'Goldthread',
    prodId: { company: 'Goldthread', product: 'Goldthread', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR,
  })
  for (const entry of entries) calendar.createEvent(eventOf(entry, place))
  return calendar.toString()
}

/** One review as an invitation to one guest, or as word that it is off for them. Source: RFC 5546, 3.2.2 and 3.2.5. */
export function invitationOf(
  entry: Entry,
  guest: { email: string; sequence: number; cancelled: boolean },
  place: Place & { mailFrom: string },
): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const method = guest.cancelled ? 'CANCEL' : 'REQUEST'
  const calendar = ical({
    prodId: { company: 'Goldthread', product: 'Goldthread', language: 'EN' },
    method: ICalCalendarMethod[method],
  })
  const sender = /<([^<>]+)>\s*$/.exec(place.mailFrom)?.[1] ?? place.mailFrom
  calendar.createEvent({
    ...eventOf(entry, place),
    sequence: guest.sequence,
    status: guest.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Goldthread', email: sender },
    attendees: [
      {
        email: guest.email,
        name: guest.email,
        rsvp: false,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  })
  return { method, content: calendar.toString() }
}

function eventOf(entry: Entry, { publicUrl }: Place) {
  const { entryId, kind, personId, source, day, sequence, changedAt, cancelledAt } = entry
  const address = `${publicUrl}${
    {
      review: paths.reviews(personId),
      objective: paths.objective(personId, source),
      action: paths.plan(personId),
      feedback: paths.feedback(personId),
    }[kind]
  }`
  return {
    id: `${kind}-${entryId}@${new URL(publicUrl).hostname}`,
    sequence,
    stamp: changedAt,
    start: new Date(`${day}T00:00:00Z`),
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    timezone: 'UTC',
    allDay: true,
    summary: ENTRY_TITLES[kind],
    description: address,
    url: address,
    class: ICalEventClass.PRIVATE,
    status: cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  }
}
