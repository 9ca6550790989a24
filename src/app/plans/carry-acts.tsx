import { plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, type Form, goTo, page, type Visit } from '../visit.ts'
import { agreeYearEnd, proposeYearEnd, sendBackYearEnd, yearOf } from './carry.ts'
import { YearPage } from './pages/carry.tsx'
import { planOf } from './plans.ts'
import { type CarryItem, FATES, openAtEnd } from './rules/carry.ts'
import { isCause, type Objective } from './rules/objective.ts'
import { navOf, trail } from './trail.ts'

/** The end of a plan year: to be proposed, agreed, or as it was closed. */
export async function showYear(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, actor, own, today, form } = visit
  const { personId, name, leader } = person
  const shown = await yearOf(tx, personId, actor, today)
  const plan = await planOf(tx, personId, actor, today)
  const { year, end, closed } = shown
  const title = year
    ? own
      ? `Close the year ${year.name}`
      : `The end of ${year.name}, ${name}`
    : closed[0]
      ? `The year ${closed[0].name}`
      : 'The plan year'
  return page(
    {
      title,
      lead: year
        ? `The plan year ends on ${plainDay(year.to)}. What becomes of each objective is one change of the plan, ${leader ? 'agreed together' : 'made by the person alone'}.`
        : undefined,
      nav: navOf(visit),
      crumbs: trail(
        visit,
        { text: own ? 'Plan' : 'Their plan', href: paths.plan(personId) },
        { text: year || closed[0] ? `The year ${year?.name ?? closed[0]?.name}` : 'The plan year' },
      ),
      refusals,
    },
    <YearPage
      shown={shown}
      person={{ personId, name }}
      leader={leader}
      own={own}
      open={openAtEnd(plan.objectives)}
      objectives={plan.objectives}
      nextVersion={plan.version + 1}
      values={end && Object.keys(form.values).length === 0 ? valuesOf(end.items) : form.values}
      refusals={refusals}
    />,
  )
}

/** What was proposed, as the form's fields. */
function valuesOf(items: readonly CarryItem[]): Record<string, string> {
  return Object.assign(
    {},
    ...items.map(({ objectiveId: id, fate, due, text, cause, reason }) => {
      const [year = '', month = '', day = ''] = (due ?? '').split('-')
      return {
        [`fate-${id}`]: fate ?? '',
        [`due-${id}-day`]: day.replace(/^0/, ''),
        [`due-${id}-month`]: month.replace(/^0/, ''),
        [`due-${id}-year`]: year,
        [`text-${id}`]: text,
        [`cause-${id}`]: cause ?? '',
        [`reason-${id}`]: reason,
      }
    }),
  )
}

const isFate = (text: string) => FATES.find((fate) => fate === text) ?? null

function readItem(form: Form, { objectiveId: id }: Objective): { item: CarryItem; wrong: Refusal[] } {
  const fate = isFate(form.text(`fate-${id}`))
  const due = form.day(`due-${id}`)
  const cause = form.text(`cause-${id}`)
  const wrong = due === 'wrong' && fate === 'carry'
  return {
    item: {
      objectiveId: id,
      version: form.whole(`version-${id}`) ?? 0,
      fate,
      due: due === 'wrong' || fate !== 'carry' ? null : due,
      text: fate === 'carry' ? form.text(`text-${id}`) : '',
      cause: isCause(cause) ? cause : null,
      reason: form.text(`reason-${id}`),
    },
    wrong: wrong ? [{ field: `due-${id}`, message: 'Give day, month and year of a day that exists.' }] : [],
  }
}

export async function proposeYear(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const { personId, leader } = person
  const plan = await planOf(tx, personId, actor, today)
  const read = openAtEnd(plan.objectives).map((one) => readItem(form, one))
  const wrong = read.flatMap((one) => one.wrong)
  if (wrong.length > 0) return showYear(visit, wrong)
  const items = read.map(({ item }) => item)
  const outcome = await proposeYearEnd(tx, actor, { personId, items }, today)
  if (!outcome.ok) return showYear(visit, outcome.refusals)
  return goTo(
    paths.plan(personId),
    outcome.value === null
      ? `Proposed. Now ${leader ?? 'your leader'} agrees how the year ends, or asks.`
      : `The year is closed with version ${outcome.value}.`,
  )
}

export async function agreeYear(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const { personId } = person
  const version = form.whole('version') ?? 0
  const outcome = await agreeYearEnd(tx, actor, { personId, version }, today)
  return outcome.ok
    ? goTo(paths.year(personId), `Agreed. The year is closed with version ${outcome.value}.`)
    : showYear(visit, outcome.refusals)
}

export async function sendBackYear(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const { personId, name } = person
  const asked = { personId, version: form.whole('version') ?? 0, words: form.text('question') }
  const outcome = await sendBackYearEnd(tx, actor, asked, today)
  return outcome.ok
    ? goTo(paths.plan(personId), `Sent back. Now ${name} answers.`)
    : showYear(visit, outcome.refusals)
}
