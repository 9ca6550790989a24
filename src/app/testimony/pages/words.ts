import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import type { Assessing } from '../rules/answer.ts'
import { type AskedAs, type RequestState, stateOf } from '../rules/request.ts'
import type { Request } from '../store/requests.ts'

export const AS_WORDS: Record<AskedAs, string> = {
  witness: 'Witness',
  'expert witness': 'Expert witness',
  customer: 'Customer',
}

/** On what an expert witness's judgement of work rests. */
export const EXPERT_BASIS: Record<Assessing, string> = {
  qualification: 'Holds an assessing qualification',
  evaluates: 'Evaluates staff as part of the job',
  neither: 'Neither assesses nor evaluates',
}

/** How the link reached whoever answered: what nobody here had in hand says more. */
export function sentWords({ sent, askedBy }: { sent: Request['sent']; askedBy: string }): string {
  return sent === 'mail' ? 'Link sent to them by mail' : `Link handed over by ${askedBy}`
}

/** How a request stands, in a sentence. */
export function stateWords(request: Request, today: Day): string {
  const { openedOn, closedOn, endsOn } = request
  const on = (day: Day | null) => (day ? ` on ${shortDay(day, today)}` : '')
  const words: Record<RequestState, string> = {
    waiting: `Waiting, until ${shortDay(endsOn, today)}`,
    opened: `Opened${on(openedOn)}, not answered yet. Until ${shortDay(endsOn, today)}`,
    answered: `Answered${on(closedOn)}`,
    'cannot say': `Can’t say anything about it, said so${on(closedOn)}`,
    'not for me': `Says it was not meant for them, said so${on(closedOn)}`,
    ended: `Ended${on(endsOn)} without an answer`,
    revoked: `Taken back${on(closedOn)}`,
  }
  return words[stateOf(request, today)]
}

/** What became of the one reminder; nothing where there is none to tell. */
export function reminderWords({ reminder, remindedOn }: Request): string | null {
  if (!reminder || !remindedOn) return null
  return reminder === 'sent'
    ? `Reminded on ${plainDay(remindedOn)}`
    : `The reminder of ${plainDay(remindedOn)} could not be sent`
}
