import type { Id } from '../../../kernel/id.ts'
import { type Company, keep, workingDay, workingDayAhead } from '../moments.ts'
import { done } from './telling.ts'

type Holder = ReturnType<typeof keep<Id>>

/** What her evidence gives her plan to build on. */
export type Records = {
  certificate: Holder
  calm: Holder
  reopened: Holder
  complaint: Holder
  card: Holder
  silence: Holder
  notes: Holder
  observed: Holder
  /** The figures kept in the weeks before the plan. */
  often: Holder
  reopening: Holder
}

/** What the parts of her plan share: the needs and objectives they make, and how they make them. */
export type Desk = ReturnType<typeof openDesk>

export function openDesk(company: Company) {
  const { who, today } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const ago = (days: number) => workingDay(today, days)
  const ahead = (days: number) => workingDayAhead(today, days)
  const needs = {
    typing: keep<Id>(),
    closing: keep<Id>(),
    told: keep<Id>(),
    coach: keep<Id>(),
    speak: keep<Id>(),
  }
  const plan = {
    typing: keep<Id>(),
    closing: keep<Id>(),
    told: keep<Id>(),
    coach: keep<Id>(),
    speak: keep<Id>(),
    sleep: keep<Id>(),
  }

  const finished = (holder: Holder, starts: string) => done(me, holder.get, starts)

  return { me, ben, personId, ago, ahead, needs, plan, finished }
}
