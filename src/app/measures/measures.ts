import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { ControlChartProps } from '../../ui/charts/control-chart.tsx'
import { batchesBehind } from '../contacts/contacts.ts'
import { chartProps } from './drawing.ts'
import type { Days } from './rules/book.ts'
import { DEFINITIONS, definitionOf, type MeasureKey } from './rules/definitions.ts'
import { listTallies } from './store.ts'
import { countAll, type Figure, type FigureKey, type Shown, showAll, showBehind, showOne } from './work.ts'

export {
  type Compared,
  compared,
  freezeCompared,
  type KeptComparison,
  type Pooled,
  pooled,
} from './compare.ts'
export { comparedWords, WITHHELD_WORDS } from './compared-words.ts'
export { ComparedFigure } from './pages/compared-figure.tsx'
export { FigureCards } from './pages/figure-cards.tsx'
export { PeriodForm } from './pages/period-form.tsx'
export { TeamBoard } from './pages/team-board.tsx'
export { readPeriod } from './period.ts'
export type { MeasureKey } from './rules/definitions.ts'
export type { Verdict } from './rules/figure.ts'
export { recentWeeks } from './rules/run.ts'
export { tallyChart } from './rules/tally.ts'
export { type TargetStanding, targetStanding } from './rules/target.ts'
export { figureSince } from './since.ts'
export { countInTally, startTally } from './tallies.ts'
export { shortBasis, verdictWords } from './words.ts'
export type { Figure, FigureKey, Shown } from './work.ts'

/** A figure as it stood when it was kept, and where it came from. Never counted again. */
export type FigureSnapshot = { figure: Figure; provenance: Provenance }

export type Provenance = {
  /** The definition in words, and its version. */
  definition: string
  version: string
  n: number
  from: Day
  to: Day
  /** The files that the contacts were imported from; none for a tally. */
  sources: { file: string; batchId: Id; sha256: string }[]
  /** SHA-256 (hex) over the hashes of the rows it counts, in order of time; of a tally, over its entries. */
  rowsHash: string
}

/**
 * A person's figures: one for each measure that counts anything, then their tallies.
 * @param range the 26 weeks up to the last contact (of a tally: up to today), where it is not given
 * @param only the measures and tallies that are asked for; all, where it is not given
 */
export async function figuresOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  range?: Days,
  only?: readonly string[],
): Promise<Figure[]> {
  const { measures, tallies } = await showAll(tx, personId, today, range, only)
  return [...measures, ...tallies].map(({ figure }) => figure).filter(({ n }) => n > 0)
}

/** A person's figures as `figuresOf` gives them, each with the chart that judges it: for `FigureCards`. */
export async function workOf(tx: OrgTx, personId: Id, today: Day, range?: Days): Promise<Shown[]> {
  const { measures, tallies } = await showAll(tx, personId, today, range)
  return [...measures, ...tallies].filter(({ figure }) => figure.n > 0)
}

/** One figure of a person; null where there is no such measure, or nothing to count in the range. */
export async function figureOf(
  tx: OrgTx,
  personId: Id,
  measure: string,
  today: Day,
  range?: Days,
): Promise<Figure | null> {
  const shown = await showOne(tx, personId, measure, today, range)
  return shown && shown.figure.n > 0 ? shown.figure : null
}

/** A figure with the control chart that judges it, as the component takes it; a target or changes may be put in. */
export async function chartOf(
  tx: OrgTx,
  personId: Id,
  measure: string,
  today: Day,
  range?: Days,
): Promise<{ figure: Figure; chart: ControlChartProps } | null> {
  const shown = await showOne(tx, personId, measure, today, range)
  return shown && shown.figure.n > 0 ? { figure: shown.figure, chart: chartProps(shown, today) } : null
}

/** What can be measured: from contacts, and by the tallies of a person where one is named. */
export async function measureNames(
  tx: OrgTx,
  personId?: Id,
): Promise<{ key: FigureKey; name: string; unit: Figure['unit']; betterIs: Figure['betterIs'] }[]> {
  const tallies = personId === undefined ? [] : await listTallies(tx, personId)
  return [
    ...DEFINITIONS.map(({ key, name, unit, betterIs }) => ({ key, name, unit, betterIs })),
    ...tallies
      .filter(({ kind }) => kind === 'share')
      .map(({ tallyId, name, betterIs }) => ({
        key: `tally:${tallyId}` as const,
        name,
        unit: 'share' as const,
        betterIs,
      })),
  ]
}

/**
 * One measure of several people, in the order given and never by value, for `TeamBoard`. Each is judged against
 * their own past; those without contacts are there too.
 */
export async function peopleFigures(
  tx: OrgTx,
  personIds: readonly Id[],
  today: Day,
  measure: MeasureKey = 'fcr',
  range?: Days,
): Promise<{ personId: Id; shown: Shown }[]> {
  const definition = definitionOf(measure)
  if (!definition) throw new RangeError(`No measure ${measure}`)
  const { measures } = await countAll(tx, [...personIds], today, range, [definition.key])
  return personIds.flatMap((personId) => {
    const [shown] = measures.get(personId) ?? []
    return shown ? [{ personId, shown }] : []
  })
}

/** A figure with its provenance, to be kept as it is; null where there is nothing to count. */
export async function freezeFigure(
  tx: OrgTx,
  personId: Id,
  measure: string,
  range: Days,
  today: Day,
): Promise<FigureSnapshot | null> {
  const definition = definitionOf(measure)
  const { shown, behind } = definition
    ? await showBehind(tx, personId, definition, today, range)
    : { shown: await showOne(tx, personId, measure, today, range), behind: [] }
  if (!shown || shown.figure.n === 0) return null
  const { figure, tally } = shown
  const rows = tally
    ? tally.entries
        .filter(({ day }) => day >= range.from && day <= range.to)
        .map(({ entryId, day, met, of }) => `${entryId} ${day} ${met} ${of}`)
    : behind.map(({ fact }) => fact.rowHash)
  const oneOfEach = new Map(behind.map(({ fact }) => [fact.batchId, fact.contactId]))
  const { definition: words, version, n, from, to } = figure
  return {
    figure,
    provenance: {
      definition: words,
      version,
      n,
      from,
      to,
      sources: oneOfEach.size > 0 ? await batchesBehind(tx, [...oneOfEach.values()]) : [],
      rowsHash: createHash('sha256').update(rows.join('\n')).digest('hex'),
    },
  }
}
