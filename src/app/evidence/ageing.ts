import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findCompetency } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { type By, type EvidenceItem, listEvidence } from './read.ts'
import { type AgeRule, type Currency, checkAgeRule, readCurrency, USUAL_RULE } from './rules/currency.ts'
import { type KeptAgeRule, listAgeRules, saveAgeRule } from './store/age-rules.ts'

/** How old evidence may be, for any competency: the organisation's rule, or the usual one. */
export async function ageRules(tx: OrgTx): Promise<(competencyId: Id) => AgeRule> {
  const rules = await listAgeRules(tx)
  return (competencyId) => rules.get(competencyId) ?? USUAL_RULE
}

/**
 * Sets how many months evidence for a competency counts, and why, for the whole organisation.
 * `conflict` where somebody set it otherwise since `before` was on the screen: nothing is changed.
 * @param asked.months 1 to 120
 */
export async function setAgeRule(
  tx: OrgTx,
  actor: By,
  asked: { competencyId: Id; months: number | null; reason: string; before: AgeRule },
  today: Day,
): Promise<Outcome<Id> & { conflict?: KeptAgeRule }> {
  const { competencyId, months, before } = asked
  const reason = asked.reason.trim()
  const refusals = checkAgeRule(months, reason)
  if (!(await findCompetency(tx, competencyId)))
    refusals.push({ message: 'This competency is not in the framework in force.' })
  if (refusals.length > 0 || months === null) return refused(...refusals)
  const now = (await listAgeRules(tx)).get(competencyId)
  if (now && (now.months !== before.months || now.reason !== before.reason))
    return {
      ...refused({ message: 'Somebody set this rule while you wrote. Both are below.' }),
      conflict: now,
    }
  await saveAgeRule(tx, { competencyId, months, reason, setBy: actor.personId }, today)
  await record(tx, {
    kind: 'evidence.age-rule-set',
    actor,
    personId: null,
    recordId: competencyId,
    payload: { competencyId, months, reason, before: now ? now.months : null },
  })
  return done(competencyId)
}

/**
 * How current the evidence that points for each competency is; competencies without any are not in it. On the very day
 * on which the last of a competency's items ends, it is `stale`. Source: mission.md A2; domain.md 1.6.
 * @param options.includePrivate counts what is "only you" too: for a page that the person alone reads
 */
export async function currencyOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  options: { includePrivate?: boolean } = {},
): Promise<Map<Id, Currency>> {
  const ruleOf = await ageRules(tx)
  const showing = new Map<Id, EvidenceItem[]>()
  for (const item of await listEvidence(tx, personId, options))
    for (const { competencyId, bearing } of item.links) {
      if (bearing === 'against') continue
      const beside = showing.get(competencyId) ?? []
      beside.push(item)
      showing.set(competencyId, beside)
    }
  return new Map(
    [...showing].map(([competencyId, shown]) => [
      competencyId,
      readCurrency(shown, ruleOf(competencyId), today),
    ]),
  )
}
