import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'

/** The words of a judgement on one criterion. Source: domain.md 1.5. */
const VERDICTS = ['award', 'refer', 'not yet'] as const
export type DecisionVerdict = (typeof VERDICTS)[number]

/** What an assessor looks for in evidence. Source: domain.md 1.6. */
export const QUALITIES = ['valid', 'authentic', 'current', 'sufficient', 'reliable'] as const
export type Quality = (typeof QUALITIES)[number]

/** Evidence as it was when it was cited. */
export type Cited = { evidenceId: Id; ref: string; title: string; version: number; files: string[] }
/** What a readiness check said then. */
export type Checked = { check: number; title: string; state: string; missing: string | null }

/** What was decided on one criterion, and all that it was decided by. */
export type Decision = {
  decisionId: Id
  personId: Id
  /** 1, 2, 3 of the person: the order in which they were made. */
  number: number
  unitId: Id
  unitTitle: string
  unitVersion: number
  criterionId: Id
  code: string
  words: string
  verdict: DecisionVerdict
  /** Why, for the record. */
  reason: string
  /** What the person reads. */
  feedback: string
  /** By when what is asked should be done. */
  actBy: Day | null
  qualities: Quality[]
  cited: Cited[]
  checks: Checked[]
  on: Day
  by: Id
  byName: string
  at: Date
}

export type AskedDecision = {
  verdict: string
  reason: string
  feedback: string
  actBy: Day | null | 'wrong'
  qualities: readonly string[]
  evidenceIds: readonly Id[]
}

export const isVerdict = (text: string): text is DecisionVerdict => VERDICTS.some((one) => one === text)
export const isQuality = (text: string): text is Quality => QUALITIES.some((one) => one === text)

/** An item that may be cited: whose words or deed it holds, and whether it may be read here. */
export type Citable = { evidenceId: Id; addedBy: Id | null }

/**
 * Why a decision cannot be recorded. An award rests on evidence that is valid, authentic, current, sufficient and
 * reliable; a refer and a not yet tell the person what to do, a refer by when too. Source: domain.md 1.5 and 1.6; mission.md C2.
 * @param citable what of the person's evidence the assessor may read
 */
export function checkDecision(
  asked: AskedDecision,
  { citable, deciderId, today }: { citable: readonly Citable[]; deciderId: Id; today: Day },
): Refusal[] {
  const { verdict, reason, feedback, actBy, qualities, evidenceIds } = asked
  const refusals: Refusal[] = []
  if (!isVerdict(verdict)) refusals.push({ field: 'verdict', message: 'Choose award, refer or not yet.' })
  const cited = citable.filter(({ evidenceId }) => evidenceIds.includes(evidenceId))
  if (cited.length < new Set(evidenceIds).size)
    refusals.push({
      field: 'evidence',
      message: 'Choose evidence from the list: an item of it is not there any longer.',
    })
  if (verdict === 'award') {
    if (evidenceIds.length === 0)
      refusals.push({ field: 'evidence', message: 'Name the evidence that the award rests on.' })
    const lacking = QUALITIES.filter((quality) => !qualities.includes(quality))
    if (lacking.length > 0)
      refusals.push({
        field: 'qualities',
        message: `You have not yet checked that the evidence is ${lacking.join(', ')}. Without that, refer it or say not yet.`,
      })
    if (cited.length > 0 && cited.every(({ addedBy }) => addedBy === deciderId) && !reason)
      refusals.push({ field: 'reason', message: 'All of it is your own word on them. Say why it is enough.' })
  } else if (!feedback)
    refusals.push({ field: 'feedback', message: 'Say what was shown, what is missing, and what to do next.' })
  if (!reason && !refusals.some(({ field }) => field === 'reason'))
    refusals.push({ field: 'reason', message: 'Say why, in a sentence: it stays with the decision.' })
  for (const [field, text] of [
    ['reason', reason],
    ['feedback', feedback],
  ] as const)
    if (text.length > 4000) refusals.push({ field, message: 'Keep it under 4,000 characters.' })
  if (verdict === 'refer' && actBy === null)
    refusals.push({ field: 'act', message: 'Give the day by which they are to do what you ask for.' })
  if (actBy === 'wrong')
    refusals.push({ field: 'act', message: 'There is no such day. Type it as 29 1 2027.' })
  else if (actBy !== null && actBy < today)
    refusals.push({ field: 'act', message: 'That day has passed. Give one that is still to come.' })
  return refusals
}

/** The decision that stands for each criterion: the latest. */
export function standing(decisions: readonly Decision[]): Map<Id, Decision> {
  const latest = new Map<Id, Decision>()
  for (const one of decisions) {
    const other = latest.get(one.criterionId)
    if (!other || other.number < one.number) latest.set(one.criterionId, one)
  }
  return latest
}

/** How many of a unit's criteria are awarded and referred now. Never a mark, never a pass. */
export function countsOf(
  criterionIds: readonly Id[],
  decisions: readonly Decision[],
): { awarded: number; referred: number; of: number } {
  const now = standing(decisions)
  const verdicts = criterionIds.map((id) => now.get(id)?.verdict)
  return {
    awarded: verdicts.filter((one) => one === 'award').length,
    referred: verdicts.filter((one) => one === 'refer').length,
    of: criterionIds.length,
  }
}
