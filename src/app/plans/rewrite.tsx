import { dayOf } from '../../kernel/day.ts'
import { paths } from '../paths.ts'
import { type Answer, get, page, post, type Route, type Visit } from '../visit.ts'
import { theObjective } from './objective-answer.tsx'
import { RewritePage } from './pages/rewrite-page.tsx'
import { type Values, valuesOf } from './posted.ts'
import type { Objective } from './rules/objective.ts'
import { type Answers, answersIn, lackOf, type Question, questionsFor } from './rules/rewrite.ts'

const NEW = paths.wording(':person', null)
const ONE = paths.wording(':person', ':objective')

/** The rewrite assistant: a page for each question. Nothing is saved on the way; all that was typed goes along. */
export const rewriteRoutes: readonly Route[] = [
  get(NEW, 'plan.write', begin),
  post(NEW, 'plan.write', answer),
  get(ONE, 'plan.write', begin),
  post(ONE, 'plan.write', answer),
]

/** Names of the assistant's own fields begin so; all others are the objective's, and are carried. */
const OWN = 'w-'

async function objectiveOf(visit: Visit): Promise<Objective | null> {
  return visit.params.objective ? theObjective(visit) : null
}

/** The first question, with what the objective's form holds. */
export async function beginRewriting(visit: Visit, values: Values): Promise<Answer> {
  const text = (values.text ?? '').trim()
  const found = answersIn(text, visit.today)
  return ask(visit, {
    carried: values,
    typed: {
      [`${OWN}text`]: text,
      [`${OWN}product`]: found.product,
      [`${OWN}help`]: values.resources ?? '',
      [`${OWN}when-day`]: values['due-day'] ?? '',
      [`${OWN}when-month`]: values['due-month'] ?? '',
      [`${OWN}when-year`]: values['due-year'] ?? '',
    },
    at: 0,
    lack: null,
  })
}

async function begin(visit: Visit): Promise<Answer> {
  const objective = await objectiveOf(visit)
  return beginRewriting(visit, objective ? valuesOf(objective) : {})
}

async function answer(visit: Visit): Promise<Answer> {
  const { form, today } = visit
  const entries = Object.entries(form.values)
  const typed = Object.fromEntries(entries.filter(([name]) => name.startsWith(OWN)))
  const carried = Object.fromEntries(entries.filter(([name]) => !name.startsWith(OWN)))
  const text = typed[`${OWN}text`] ?? ''
  const questions = questionsFor(text, today)
  const at = Math.min(Math.max(form.whole(`${OWN}at`) ?? 0, 0), questions.length)
  const wanted = form.text('do')
  if (wanted === 'back') return ask(visit, { carried, typed, at: Math.max(0, at - 1), lack: null })
  const question = questions[at]
  const lack = question && wanted !== 'anyway' ? lackOf(question, text, answersOf(typed), today) : null
  return ask(visit, { carried, typed, at: lack ? at : at + 1, lack })
}

async function ask(
  visit: Visit,
  shown: { carried: Values; typed: Values; at: number; lack: string | null },
): Promise<Answer> {
  const { person, today } = visit
  const { typed, at, lack } = shown
  const objective = await objectiveOf(visit)
  const text = typed[`${OWN}text`] ?? ''
  const questions = questionsFor(text, today)
  const question: Question | null = questions[at] ?? null
  const { personId } = person
  const back = objective ? paths.objective(personId, objective.objectiveId) : paths.objectiveNew(personId)
  return page(
    {
      title: question ? 'Find the words' : 'Your sentence',
      lead: question
        ? `Question ${at + 1} of ${questions.length}. Nothing is saved yet, and nothing you typed is lost.`
        : 'Made from your answers. Change it as you like.',
      nav: paths.plan(personId),
      crumbs: [
        { text: 'Plan', href: paths.plan(personId) },
        { text: objective ? `Objective ${objective.ref}` : 'New objective', href: back },
        { text: 'Find the words' },
      ],
    },
    <RewritePage
      action={paths.wording(personId, objective?.objectiveId ?? null)}
      home={objective ? back : `${paths.person(personId)}/objectives`}
      carried={carriedOf(shown.carried)}
      typed={typed}
      answers={answersOf(typed)}
      text={text}
      question={question}
      at={at}
      lack={lack}
      today={today}
    />,
  )
}

/** What of a form is carried: not its number, which each form gets anew, nor the button pressed. */
const carriedOf = ({ once: _, do: __, ...rest }: Values): Values => rest

function answersOf(typed: Values): Answers {
  const said = (name: string) => typed[`${OWN}${name}`] ?? ''
  const [day, month, year] = ['day', 'month', 'year'].map((part) => Number(said(`when-${part}`)))
  return {
    what: said('what'),
    with: said('with'),
    counted: said('counted'),
    from: said('from'),
    to: said('to'),
    unit: said('unit'),
    product: said('product'),
    when: day && month && year ? dayOf(year < 100 ? 2000 + year : year, month, day) : null,
    help: said('help'),
  }
}
