import { type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'

/** What a review holds so far, as counting its sections needs it. */
export type Holds = {
  /** Whether the action of an earlier account is asked about, and whether the person answered. */
  asked: boolean
  answered: boolean
  /** Objectives of the plan that both see, and how many of them were answered for. */
  objectives: number
  placed: number
  changes: number
  noChanges: boolean
  /** The linked account; null where there is none. */
  account: { done: number; of: number; complete: boolean } | null
  /** Why there is no account; '' where none is given. */
  noAccount: string
}

export type SectionKey = 'changed' | 'progress' | 'plan' | 'account'
export type Section = { key: SectionKey; title: string; complete: boolean; words: string }

/** The four sections of a review, each with a word on how complete it is. Source: DESIGN.md navigation; mission.md A7, A8. */
export function sectionsOf(holds: Holds): Section[] {
  const { asked, answered, objectives, placed, changes, noChanges, account, noAccount } = holds
  return [
    {
      key: 'changed',
      title: 'What changed',
      complete: !asked || answered,
      words: !asked || answered ? 'complete' : '“Did it happen?” is not answered',
    },
    {
      key: 'progress',
      title: 'Progress by objective',
      complete: placed >= objectives,
      words:
        objectives === 0
          ? 'no objective agreed'
          : placed >= objectives
            ? 'complete'
            : `${placed} of ${objectives} answered`,
    },
    {
      key: 'plan',
      title: 'Changes to the plan',
      complete: changes > 0 || noChanges,
      words: changes > 0 ? count(changes, 'change') : noChanges ? 'nothing changes' : 'not answered',
    },
    {
      key: 'account',
      title: 'Reflective account',
      complete: account ? account.complete : noAccount !== '',
      words: account
        ? account.complete
          ? 'complete'
          : `${account.done} of ${account.of} stages`
        : noAccount
          ? 'none this time, with a reason'
          : 'not started',
    },
  ]
}

/** The person signs first, their leader second; a person whom nobody leads signs alone. */
export type Side = 'person' | 'leader'

/** Whose turn it is to sign; null where both have. */
export function turnOf(signed: readonly Side[], alone: boolean): Side | null {
  if (!signed.includes('person')) return 'person'
  return alone || signed.includes('leader') ? null : 'leader'
}

/** Why a side cannot sign now, in words; null where it can. No review is closed before the day on which it is held. */
export function whyNotSign(
  side: Side,
  at: {
    sections: readonly Section[]
    signed: readonly Side[]
    alone: boolean
    personName: string
    /** The day of the review. */
    heldOn: Day
  },
  today: Day,
): string | null {
  const missing = at.sections.filter(({ complete }) => !complete)
  if (missing.length > 0)
    return `Not complete yet: ${missing.map(({ title, words }) => `${title.toLowerCase()} (${words})`).join('; ')}. Finish it, then sign.`
  const turn = turnOf(at.signed, at.alone)
  if (turn === side)
    return at.heldOn > today && turnOf([...at.signed, side], at.alone) === null
      ? `This review is planned for ${plainDay(at.heldOn)}. Close it on that day, or hold it today.`
      : null
  if (at.signed.includes(side)) return 'You have signed already.'
  return `${at.personName} signs first. You can sign after that.`
}
