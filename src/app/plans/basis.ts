import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { chartOf, type MeasureKey, measureNames, peopleFigures } from '../measures/measures.ts'
import { listPeople } from '../people/people.ts'
import { roleOf } from '../roles/roles.ts'
import type { ObjectiveFields, ObjectiveUnit } from './rules/objective.ts'
import { basisFrom, type Past, pastOf } from './rules/reach.ts'
import type { Basis, ReadAgainst } from './rules/reading.ts'
import { findLetters } from './store/letters.ts'
import { listReviewDays } from './store/plan.ts'

/** What can be put under an objective: a measure, or a count kept by hand. */
export type Measurable = { key: string; name: string; unit: ObjectiveUnit }

/** How a count kept by hand is named in the form. */
export const BY_HAND = 'count'

/** The measures that a person's objective can have, the count kept by hand last. */
export async function listMeasurable(tx: OrgTx, personId: Id): Promise<Measurable[]> {
  const measures = await measureNames(tx, personId)
  return [...measures, { key: BY_HAND, name: 'Counted by hand', unit: 'count' }]
}

/** What the past says about a measure of a person today; null where it has counted nothing yet. */
async function basisOf(tx: OrgTx, personId: Id, measure: string, today: Day): Promise<Basis | null> {
  const shown = await chartOf(tx, personId, measure, today)
  if (!shown) return null
  const { figure, chart } = shown
  const { upper, lower, mean, points: weeks } = chart
  const limits = mean !== null && lower !== null && upper !== null ? { mean, lower, upper } : null
  const colleagues = measure.startsWith('tally:')
    ? []
    : await colleaguesOf(tx, personId, measure as MeasureKey, today)
  return basisFrom({ figure, limits, weeks }, colleagues, { on: today, ...figure })
}

async function colleaguesOf(tx: OrgTx, personId: Id, measure: MeasureKey, today: Day): Promise<Past[]> {
  const people = await listPeople(tx)
  const teamId = people.find((person) => person.personId === personId)?.teamId
  if (!teamId) return []
  const others = people.filter(
    (person) => person.teamId === teamId && person.personId !== personId && person.state !== 'left',
  )
  const figures = await peopleFigures(
    tx,
    others.map((person) => person.personId),
    today,
    measure,
  )
  return figures.map(({ shown: { chart } }) => pastOf(chart))
}

/** What every objective of a person is read against besides the need it closes: the organisation's letters, the reviews. */
export async function readBy(tx: OrgTx, personId: Id): Promise<Pick<ReadAgainst, 'letters' | 'reviews'>> {
  const { smarter, a, version } = await findLetters(tx)
  if (version === 0) return {}
  const reviews = smarter ? (await listReviewDays(tx, personId)).map(({ day }) => day) : []
  return { letters: { smarter, a }, reviews }
}

/** The competency behind a need, and the job role where the person's asks for it. */
export async function behindNeed(
  tx: OrgTx,
  personId: Id,
  competencyId: Id | null,
  today: Day,
): Promise<Pick<ReadAgainst, 'competency' | 'role'>> {
  if (!competencyId) return {}
  const competency = (await listCompetencies(tx)).find((one) => one.competencyId === competencyId)
  const role = await roleOf(tx, personId, today)
  const asks = role?.requirements.some((one) => one.competencyId === competencyId)
  return { competency: competency?.title ?? null, role: asks ? role?.title : null }
}

/** A figure as the work page shows it: a share in whole per cent. */
export function asShown(value: number | null, unit: ObjectiveUnit | null): number | null {
  return value !== null && unit === 'share' ? Math.round(value * 100) / 100 : value
}

/** What was written, completed by the record: the measure's name and unit, its past, and where it is now. */
export async function completeMeasure(
  tx: OrgTx,
  personId: Id,
  fields: ObjectiveFields,
  today: Day,
): Promise<
  Pick<ObjectiveFields, 'measure' | 'unit' | 'baseline'> & { measureName: string | null; basis: Basis | null }
> {
  const { measure, unit, baseline } = fields
  if (!measure) {
    const measureName = unit === 'count' ? 'Counted by hand' : null
    return { measure: null, unit, baseline, measureName, basis: null }
  }
  const basis = await basisOf(tx, personId, measure, today)
  const known = (await measureNames(tx, personId)).find((one) => one.key === measure)
  return {
    measure,
    unit: known?.unit ?? unit,
    baseline: baseline ?? asShown(basis?.now?.value ?? null, known?.unit ?? unit),
    measureName: known?.name ?? null,
    basis,
  }
}
