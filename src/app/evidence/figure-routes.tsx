import { type Day, daysBetween, isDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { figureOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, goTo, page, post, type Visit } from '../visit.ts'
import { keepFigure } from './keep.ts'
import { FigurePage } from './pages/figure-page.tsx'
import { placeOf } from './place.ts'

type AskedFigure = { measure: string; from: string; to: string }

/** The page that shows a figure before it is kept; asked for with `?measure=`. */
export async function figurePage(
  visit: Visit,
  asked: AskedFigure,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const { tx, person, today, form } = visit
  const near = isDay(asked.from) && isDay(asked.to) && Math.abs(daysBetween(asked.from, asked.to)) <= 3660
  const range = near ? { from: asked.from, to: asked.to } : undefined
  const figure = await figureOf(tx, person.personId, asked.measure, today, range)
  if (!figure)
    return goTo(
      paths.work(person.personId),
      'Nothing was counted on these days, so there is no figure to keep.',
    )
  return page(
    {
      ...placeOf(visit, { text: 'Keep a figure' }),
      title: 'Keep this figure as evidence',
      lead: 'It stays as it stands now, with what it was counted from, whatever is imported later.',
      refusals,
    },
    <FigurePage
      personId={person.personId}
      figure={figure}
      competencies={await listCompetencies(tx)}
      typed={{
        competencyId: form.text('competency') || (visit.query.get('competency') ?? ''),
        reason: form.text('reason'),
        bearing: form.text('bearing') || 'for',
      }}
      refusals={refusals}
    />,
  )
}

async function keep(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const asked = { measure: form.text('measure'), from: form.text('from'), to: form.text('to') }
  const days: { from: Day; to: Day } | null =
    isDay(asked.from) && isDay(asked.to) ? { from: asked.from, to: asked.to } : null
  const outcome = await keepFigure(
    tx,
    actor,
    {
      personId: person.personId,
      measure: asked.measure,
      from: days?.from ?? today,
      to: days?.to ?? today,
      competencyId: form.text('competency'),
      reason: form.text('reason'),
      bearing: form.text('bearing') === 'against' ? 'against' : 'for',
    },
    today,
  )
  if (!outcome.ok) return figurePage(visit, asked, outcome.refusals)
  return goTo(paths.evidenceItem(person.personId, outcome.value), 'The figure is kept as evidence.')
}

export const figureRoutes = [post(paths.evidenceFigures(':person'), 'evidence.add', keep)]
