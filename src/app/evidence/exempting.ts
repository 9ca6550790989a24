import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Competency, findCompetency, listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { currencyOf } from './ageing.ts'
import type { By } from './read.ts'
import { type Currency, readCurrency, USUAL_RULE } from './rules/currency.ts'
import { checkExemption, type LegalState, legalStateOf } from './rules/legal.ts'
import { endExemption, listExemptions, saveExemption } from './store/exemptions.ts'

/** Where one of the competencies that the law asks for stands with a person. */
export type Legal = {
  competency: Competency
  state: LegalState
  /** How many items point for it, and whether they are in date. */
  items: number
  currency: Currency
  /** Why it was said last not to apply, and to which day; set also where that has run out, or evidence came since. */
  reason: string | null
  until: Day | null
  saidByName: string | null
  saidOn: Day | null
}

/**
 * Every competency that the law asks for: evidenced, said not to apply, missing, or lapsed. Source: mission.md B10.
 * @param options.includePrivate counts what is "only you" too: for a page that the person alone reads
 */
export async function legalOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  options: { includePrivate?: boolean } = {},
): Promise<Legal[]> {
  const known = await currencyOf(tx, personId, today, options)
  const exemptions = await listExemptions(tx, personId)
  return (await listCompetencies(tx))
    .filter(({ legal }) => legal)
    .map((competency) => {
      const currency = known.get(competency.competencyId) ?? readCurrency([], USUAL_RULE, today)
      const exemption = exemptions.get(competency.competencyId) ?? null
      return {
        competency,
        state: legalStateOf(currency, exemption, today),
        items: currency.items,
        currency,
        reason: exemption?.reason ?? null,
        until: exemption?.untilDay ?? null,
        saidByName: exemption?.saidByName ?? null,
        saidOn: exemption?.saidOn ?? null,
      }
    })
}

/** Whoever leads the person says it; the person themself only where nobody does. */
async function checkSayer(tx: OrgTx, actor: By, personId: Id): Promise<Refusal[]> {
  if (actor.personId !== personId) return []
  const leader = (await findPerson(tx, personId))?.leader
  return leader ? [{ message: `${leader} leads you, so ${leader} says what does not apply. Ask them.` }] : []
}

/** Says that a legal duty does not touch a person's work, why, and to which day; it runs out by itself. */
export async function exempt(
  tx: OrgTx,
  actor: By,
  asked: { personId: Id; competencyId: Id; reason: string; until: Day | null },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, competencyId, until } = asked
  const reason = asked.reason.trim()
  const refusals = [...(await checkSayer(tx, actor, personId)), ...checkExemption(reason, until, today)]
  if (!(await findCompetency(tx, competencyId))?.legal)
    refusals.push({ field: 'competency', message: 'Choose one of the competencies that the law asks for.' })
  if (refusals.length > 0 || until === null) return refused(...refusals)
  await endExemption(tx, personId, competencyId, today)
  const exemptionId = await saveExemption(
    tx,
    personId,
    { competencyId, reason, untilDay: until, saidBy: actor.personId },
    today,
  )
  await record(tx, {
    kind: 'evidence.exempted',
    actor,
    personId,
    recordId: exemptionId,
    payload: { competencyId, reason, until },
  })
  return done(exemptionId)
}

/** Takes back that a legal duty does not apply. */
export async function endExempting(
  tx: OrgTx,
  actor: By,
  asked: { personId: Id; competencyId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, competencyId } = asked
  const refusals = await checkSayer(tx, actor, personId)
  if (refusals.length > 0) return refused(...refusals)
  if (!isId(competencyId) || !(await endExemption(tx, personId, competencyId, today)))
    return refused({ message: 'Nobody says that it does not apply.' })
  await record(tx, {
    kind: 'evidence.exemption-ended',
    actor,
    personId,
    recordId: competencyId,
    payload: { competencyId },
  })
  return done(competencyId)
}
