import type { Id } from '../../kernel/id.ts'
import { paths } from '../paths.ts'
import { listPeople, type Person } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { listReviews } from '../reviews/reviews.ts'
import { type Answer, found, get, goTo, NotFound, page, post, type Visit } from '../visit.ts'
import { FIRST } from './demo.ts'
import { CharactersPage, TourPage } from './pages/demo.tsx'
import { TOUR, type TourStep } from './rules.ts'

const inDemo =
  (run: (visit: Visit) => Promise<Answer>) =>
  (visit: Visit): Promise<Answer> => {
    if (!visit.org.demo) throw new NotFound()
    return run(visit)
  }

async function characters({ tx, actor, may }: Visit): Promise<Answer> {
  return page(
    { title: 'Characters', lead: 'Everybody here is made up. Each shows something; go on as any of them.' },
    <CharactersPage people={await listPeople(tx)} selfId={actor.personId} mayManage={may('demo.manage')} />,
  )
}

async function tour({ tx, params, actor, today }: Visit): Promise<Answer> {
  const number = Number(params.step)
  const step = found(TOUR[number - 1])
  const people = await listPeople(tx)
  const amara = found(people.find((person) => person.name === FIRST))
  const as = found(people.find((person) => person.name === step.as))
  const href = await pageOf(step.page, amara)
  return page(
    { title: step.title },
    <TourPage
      step={step}
      number={number}
      of={TOUR.length}
      as={as}
      href={href}
      isYou={as.personId === actor.personId}
    />,
  )

  async function pageOf(name: TourStep['page'], person: Person): Promise<string> {
    const id: Id = person.personId
    if (name === 'work') return paths.work(id)
    if (name === 'gaps') return paths.gaps(id)
    if (name === 'plan') return paths.plan(id)
    if (name === 'account') return paths.account(id)
    if (name === 'review') {
      const [review] = await listReviews(tx, id, actor)
      return review ? paths.review(id, review.reviewId) : paths.reviews(id)
    }
    const { objectives } = await planOf(tx, id, actor, today)
    const open = objectives.find((objective) => objective.state !== 'closed' && !objective.private)
    return open ? paths.objective(id, open.objectiveId) : paths.plan(id)
  }
}

export const routes = [
  get(paths.characters, 'demo.use', inDemo(characters)),
  get('/demo/tour/:step', 'demo.use', inDemo(tour)),
  post(
    `${paths.demo}/reset`,
    'demo.manage',
    inDemo(async ({ house }) => {
      await house.jobs.send('load-demo', {})
      return goTo(`${paths.demo}/loading`)
    }),
  ),
  post(
    `${paths.demo}/deletion`,
    'demo.manage',
    inDemo(async ({ house }) => {
      await house.jobs.send('delete-demo', {})
      return goTo(paths.welcome, 'The demo is deleted.')
    }),
  ),
]
