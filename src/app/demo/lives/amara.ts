import type { Id } from '../../../kernel/id.ts'
import { keepAsEvidence, saveReflection } from '../../reflections/reflections.ts'
import type { House } from '../../visit.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'
import { amaraAsked } from './amara-asked.ts'
import { amaraCareer } from './amara-career.ts'
import { amaraCases } from './amara-cases.ts'
import { openDesk, type Records } from './amara-desk.ts'
import { amaraEvidence } from './amara-evidence.ts'
import { amaraFigures } from './amara-figures.ts'
import { firstPlan } from './amara-first.ts'
import { amaraNeeds } from './amara-needs.ts'
import { amaraOwn } from './amara-own.ts'
import { secondPlan } from './amara-plan.ts'
import { BEYOND, FIRST_RATINGS, ratings } from './amara-ratings.ts'
import { reviewNow } from './amara-review.ts'
import { amaraRound } from './amara-round.ts'
import { amaraSince } from './amara-since.ts'
import { amaraSwot } from './amara-swot.ts'
import { amaraVoices } from './amara-voices.ts'
import { CARD_ACCOUNT, SILENCE_ACCOUNT } from './amara-words.ts'
import { chidi } from './chidi.ts'
import { assess, settle } from './rating.ts'

/** Amara Okafor: a blind spot, a hidden strength, and one change that shows. */
export function amara(house: House, company: Company): Moment[] {
  const { on, who } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const records: Records = {
    certificate: keep<Id>(),
    calm: keep<Id>(),
    reopened: keep<Id>(),
    complaint: keep<Id>(),
    card: keep<Id>(),
    silence: keep<Id>(),
    notes: keep<Id>(),
    observed: keep<Id>(),
    often: keep<Id>(),
    reopening: keep<Id>(),
  }
  const desk = openDesk(company)
  return [
    on(149, '16:10', async (tx, day) =>
      records.silence.put(must(await saveReflection(tx, me, { ...SILENCE_ACCOUNT, personId, saidOn: day }))),
    ),
    on(148, '09:30', async (tx, day) =>
      keepAsEvidence(
        tx,
        me,
        {
          personId,
          reflectionId: records.silence.get(),
          competencyId: company.skill('CS-09'),
          reason: 'I saw what my silence does to somebody who is waiting.',
          bearing: 'for',
        },
        day,
      ),
    ),
    on(205, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings: FIRST_RATINGS }, day)),
    on(203, '14:10', (tx, day) => assess(tx, company, { by: ben, of: me, ratings: FIRST_RATINGS }, day)),
    on(202, '11:20', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings: FIRST_RATINGS }, day)),
    on(69, '10:00', (tx, day) =>
      assess(
        tx,
        company,
        {
          by: me,
          of: me,
          ratings: ratings({
            certificate: records.certificate.get(),
            observed: records.observed.get(),
            calm: records.calm.get(),
          }),
        },
        day,
      ),
    ),
    on(68, '13:30', (tx, day) => assess(tx, company, { by: ben, of: me, ratings: ratings() }, day)),
    on(66, '10:30', (tx, day) =>
      settle(tx, company, { leader: ben, of: me, ratings: ratings(), round: 2 }, day),
    ),
    ...triedOn(company, records),
    on(58, '16:00', async (tx, day) =>
      records.card.put(must(await saveReflection(tx, me, { ...CARD_ACCOUNT, personId, saidOn: day }))),
    ),
    ...amaraCareer(company),
    ...amaraEvidence(company, records),
    ...amaraFigures(company, records),
    ...amaraSince(house, company),
    ...amaraCases(company, records),
    ...amaraVoices(company),
    ...amaraRound(house, company),
    ...amaraSwot(company, records, desk),
    ...firstPlan(company, records, desk),
    ...amaraNeeds(company, records, desk),
    ...secondPlan(company, records, desk),
    ...amaraOwn(company, desk),
    ...amaraAsked(company, records, desk),
    ...chidi(company, records),
    ...reviewNow(company, records, desk),
  ]
}

/** A round against the role of senior adviser: the levels of her own, and what that role asks beyond it. */
function triedOn(company: Company, { certificate, observed, calm }: Records): Moment[] {
  const { on, who } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const role = 'Senior adviser'
  const said = () => ({
    ...ratings({ certificate: certificate.get(), observed: observed.get(), calm: calm.get() }),
    ...BEYOND,
  })
  return [
    on(61, '12:10', (tx, day) => assess(tx, company, { by: me, of: me, role, ratings: said() }, day)),
    on(60, '09:50', (tx, day) => assess(tx, company, { by: ben, of: me, role, ratings: said() }, day)),
    on(59, '15:30', (tx, day) =>
      settle(tx, company, { leader: ben, of: me, ratings: said(), round: 3 }, day),
    ),
  ]
}
