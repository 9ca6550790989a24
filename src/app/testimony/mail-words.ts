import { longDay, plainDay } from '../../kernel/day.ts'
import { ending, possessive, within } from '../../kernel/text.ts'
import type { Request } from './store/requests.ts'

/** Somebody's first name, as others call them. */
export const givenName = (name: string): string => name.split(/\s+/)[0] ?? name

type About = { request: Request; person: string; asker: string; org: string; address: string }

/** The mail that asks somebody, in plain words. */
export function askingMail(about: About): { subject: string; text: string } {
  const { request, asker, org } = about
  return {
    subject:
      request.kind === 'customer' ? `${org} asks how you were served` : `${org} asks what you saw at work`,
    text: `Hello ${request.name},\n\n${asker} of ${org} asks you${whatFor(about)}\n\n${howTo(about)}`,
  }
}

/** The one reminder. */
export function reminderMail(about: About): { subject: string; text: string } {
  const { request, asker, org } = about
  return {
    subject: `${org} asks for your answer until ${plainDay(request.endsOn)}`,
    text: `Hello ${request.name},\n\non ${plainDay(request.askedOn)} ${asker} of ${org} asked you${whatFor(about)}\n\nThis is the only reminder. ${howTo(about)}`,
  }
}

function whatFor({ request, person, asker }: About): string {
  const { kind, about, happenedOn, purpose } = request
  const whose = asker === person ? 'their' : possessive(person)
  const day = happenedOn ? ` (${plainDay(happenedOn)})` : ''
  const what =
    kind === 'customer'
      ? ` how ${givenName(person)} served you`
      : `, as ${kind === 'witness' ? 'a' : 'an expert'} witness, what you saw of ${whose} work`
  return `${what}:\n${day ? `${within(about)}${day}.` : ending(about)}\n\nWhat it is for: ${ending(purpose)}`
}

function howTo({ request, address }: About): string {
  return [
    `You need no account. This link is for you alone, and works once, until ${longDay(request.endsOn)}:`,
    address,
    'Before the first question the page says who reads your answer. If you cannot say anything about it, or it was not meant for you, press the button there: you need give no reason.',
    '',
  ].join('\n\n')
}
