import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { chartOf, type MeasureKey, measureNames, peopleFigures } from '../measures/measures.ts'
import { listPeople } from '../people/people.ts'
import type { ObjectiveFields, ObjectiveUnit } from './rules/objective.ts'
import { type Basis, bestRun, middleHalf } from './rules/reading.ts'

/** What can be put under an objective: a measure, or a count kept by hand. */
export type Measurable = { key: string; name: string; unit: ObjectiveUnit }

/** How a count kept by hand is named in the form. */
export const BY_HAND = 'count'

/** The measures that a person's objective can have, the count kept by hand last. */
export async function listMeasurable(tx: OrgTx, personId: Id): Promise<Measurable[]> {
  const measures = await measureNames(tx, personId)
  return [...measures, { key: BY_HAND, name: 'Counted by hand', unit: 'count' }]
}

/** Fewer contacts than this make no figure to compare colleagues by. Source: domain.md 3.2. */
const ENOUGH = 30

/** What the past says about a measure of a person today; null where it has counted nothing yet. */
async function basisOf(tx: OrgTx, personId: Id, measure: string, today: Day): Promise<Basis | null> {
  const shown = await chartOf(tx, personId, measure, today)
  if (!shown) return null
  const { figure, chart } = shown
  const { value, low, high, betterIs } = figure
  const { upper, lower } = chart
  return {
    on: today,
    betterIs,
    now: value === null ? null : { value, low: low ?? value, high: high ?? value },
    expected: lower !== null && upper !== null ? { low: lower, high: upper } : null,
    best: bestRun(chart.points, betterIs),
    team: measure.startsWith('tally:') ? null : await teamOf(tx, personId, measure as MeasureKey, today),
  }
}

async function teamOf(tx: OrgTx, personId: Id, measure: MeasureKey, today: Day): Promise<Basis['team']> {
  const people = await listPeople(tx)
  const teamId = people.find((person) => person.personId === personId)?.teamId
  if (!teamId) return null
  const others = people.filter(
    (person) => person.teamId === teamId && person.personId !== personId && person.state !== 'left',
  )
  const figures = await peopleFigures(
    tx,
    others.map((person) => person.personId),
    today,
    measure,
  )
  return middleHalf(
    figures.flatMap(({ shown: { figure } }) =>
      figure.value !== null && figure.n >= ENOUGH ? [figure.value] : [],
    ),
  )
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
