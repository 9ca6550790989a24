import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, NotFound, page, post, type Route, type Visit } from '../visit.ts'
import { StepsPage } from './pages/steps-page.tsx'
import { stepsOf } from './reached.ts'
import { askAboutStale, setStaleSteps } from './tending.ts'

async function stepsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  return page(
    {
      title: 'When others are shown what waits',
      lead: 'The person first, then their leader, then one step further up at a time.',
      nav: paths.people,
      crumbs: [
        { text: 'How often plans are reviewed', href: paths.rhythm },
        { text: 'When others are shown what waits' },
      ],
      refusals,
    },
    <StepsPage steps={await stepsOf(visit.tx)} values={visit.form.values} refusals={refusals} />,
  )
}

async function save(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const asked = { leaderDays: form.whole('leader-days'), lineDays: form.whole('line-days') }
  const outcome = await setStaleSteps(tx, actor, asked)
  return outcome.ok ? goTo(paths.staleSteps, 'The steps are saved.') : stepsPage(visit, outcome.refusals)
}

async function ask(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const outcome = await askAboutStale(tx, actor, form.text('person'), today)
  if (!outcome.ok) throw new NotFound()
  return goTo(paths.team, `${outcome.value.leader} reads on the team page that you asked.`)
}

export const routes: readonly Route[] = [
  get(paths.staleSteps, 'staleness.steps', (visit) => stepsPage(visit)),
  post(paths.staleSteps, 'staleness.steps', save),
  post(paths.staleAsking, 'staleness.ask-up', ask),
]
