import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { contactsStamp } from '../contacts/contacts.ts'
import { earlier } from './rules/book.ts'
import type { Chart } from './rules/chart.ts'
import { definitionOf } from './rules/definitions.ts'
import { figureOf, type Verdict } from './rules/figure.ts'
import { chart } from './rules/measure.ts'
import { contactsBehind, type Observation } from './rules/observation.ts'
import { recentWeeks } from './rules/run.ts'
import { tallyChart, tallyObservations } from './rules/tally.ts'
import { type Figure, type FigureKey, figureFrom, findTally, readWork } from './work.ts'

/**
 * A figure since a day, judged by the weeks before it: the limits of its chart come from the 26 weeks that end before
 * the day, so that a verdict says whether what came after differs from what was usual. Under 12 such weeks, or while
 * no week since is over, it is "too few points". Null where there is no such measure. Source: domain.md 3.3.
 */
export async function figureSince(
  tx: OrgTx,
  personId: Id,
  measure: string,
  since: Day,
  today: Day,
): Promise<Figure | null> {
  const range = { from: recentWeeks(addDays(since, -1), today).from, to: today }
  const base = addDays(since, -1)
  const definition = definitionOf(measure)
  if (!definition) {
    const tally = await findTally(tx, personId, measure)
    if (!tally || tally.kind === 'count') return null
    const all = tallyObservations(tally, { from: since, to: today })
    return figureFor(`tally:${tally.tallyId}`, tallyChart(tally, range, today, base), all, since, today)
  }
  const stamp = await contactsStamp(tx, [personId])
  return tx.kept(`since ${JSON.stringify([personId, measure, since, today])}`, stamp, async () => {
    const { book, lastDay } = await readWork(tx, [personId], today, range, [definition.key])
    const to = earlier(lastDay ?? today, today)
    const scope = { people: [personId], from: since, to: to < since ? since : to }
    const drawn = chart(definition, book, { ...scope, from: range.from }, base)
    return figureFor(definition.key, drawn, contactsBehind(definition.key, book, scope), since, scope.to)
  })
}

function figureFor(
  measure: FigureKey,
  drawn: Chart,
  all: readonly Observation[],
  since: Day,
  to: Day,
): Figure {
  const { definition, verdictWeek, verdict } = drawn
  const says: Verdict = verdictWeek !== null && verdictWeek >= since ? verdict : 'too few points'
  return figureFrom(measure, { ...drawn, figure: figureOf(definition, all, { from: since, to }, says) })
}
