import { type Day, plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { measureNames } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, type Form, found, goTo, page, type Visit } from '../visit.ts'
import { PrioritiesPage } from './pages/priorities-page.tsx'
import { PriorityPage } from './pages/priority-page.tsx'
import { addPriority, changePriority, endPriority, listPriorities } from './priorities.ts'
import type { PriorityFields } from './rules/priorities.ts'
import { servedOf, unservedFor } from './served.ts'
import type { Priority } from './store/priorities.ts'

export async function showPriorities(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, actor, form, today, org } = visit
  const mayChange = visit.may('priorities.change')
  return page(
    {
      title: 'Priorities',
      lead: `What ${org.name} wants in a period. Objectives can serve them.`,
      actions: (
        <>
          {visit.may('templates.write') && <a href={paths.templates}>Plan templates</a>}
          <a href={paths.letters}>How objectives are read</a>
        </>
      ),
      nav: paths.priorities,
      refusals,
    },
    <PrioritiesPage
      priorities={await listPriorities(tx)}
      measures={await measureNames(tx)}
      unserved={await unservedFor(tx, actor, mayChange, today)}
      viewerId={actor.personId}
      mayChange={mayChange}
      today={today}
      values={form.values}
      refusals={refusals}
    />,
  )
}

const WRONG_DAY = 'Give day, month and year of a day that exists.'

/** What was typed of a priority, and the days that do not exist. */
function typed(form: Form): { fields: PriorityFields; wrong: Refusal[] } {
  const [from, to] = [form.day('from'), form.day('to')]
  const wrong = (name: string, day: Day | null | 'wrong') =>
    day === 'wrong' ? [{ field: name, message: WRONG_DAY }] : []
  return {
    fields: {
      title: form.text('title'),
      owner: form.text('owner'),
      from: from === 'wrong' ? null : from,
      to: to === 'wrong' ? null : to,
      measure: form.text('measure') || null,
    },
    wrong: [...wrong('from', from), ...wrong('to', to)],
  }
}

export async function addToPriorities(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const { fields, wrong } = typed(form)
  if (wrong.length > 0) return showPriorities(visit, wrong)
  const outcome = await addPriority(tx, actor, fields)
  return outcome.ok
    ? goTo(paths.priorities, 'The priority is added.')
    : showPriorities(visit, outcome.refusals)
}

export async function endOne(visit: Visit): Promise<Answer> {
  const { tx, actor, params, today } = visit
  const outcome = await endPriority(tx, actor, params.priority ?? '', today)
  return outcome.ok
    ? goTo(paths.priorities, 'The priority ends today. Objectives that serve it keep it.')
    : showPriorities(visit, outcome.refusals)
}

/** A day as its three boxes show it. */
const boxes = (name: string, day: Day | null) => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return {
    [`${name}-day`]: date.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  }
}

const valuesOf = ({ title, owner, from, to, measure }: Priority): Record<string, string> => ({
  title,
  owner,
  measure: measure ?? '',
  ...boxes('from', from),
  ...boxes('to', to),
})

export async function showPriority(
  visit: Visit,
  refused: { refusals: readonly Refusal[]; overtaken?: Priority } = { refusals: [] },
): Promise<Answer> {
  const { tx, actor, params, form, today } = visit
  const priority = found((await listPriorities(tx)).find((one) => one.priorityId === params.priority))
  const { refusals, overtaken = null } = refused
  return page(
    {
      title: priority.title,
      lead: `A priority from ${plainDay(priority.from)}${priority.to ? ` to ${plainDay(priority.to)}` : ''}. ${priority.owner} answers for it.`,
      nav: paths.priorities,
      crumbs: [{ text: 'Priorities', href: paths.priorities }, { text: priority.title }],
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <PriorityPage
      priority={priority}
      served={await servedOf(tx, priority, actor, today)}
      measures={await measureNames(tx)}
      mayChange={visit.may('priorities.change')}
      today={today}
      values={refusals.length > 0 ? form.values : valuesOf(priority)}
      refusals={refusals}
      overtaken={overtaken}
    />,
  )
}

export async function changeOne(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const priorityId = params.priority ?? ''
  const { fields, wrong } = typed(form)
  if (wrong.length > 0) return showPriority(visit, { refusals: wrong })
  const version = form.whole('version') ?? 0
  const outcome = await changePriority(tx, actor, { ...fields, priorityId, version })
  if (!outcome.ok) return showPriority(visit, outcome)
  return goTo(
    paths.priority(priorityId),
    outcome.value.length > 0 ? 'The priority is changed.' : 'Nothing was changed.',
  )
}
