import { isId } from '../../kernel/id.ts'
import { insidePath, paths } from '../paths.ts'
import { type Answer, type Caller, goTo, NotFound, type OpenRoute, page } from '../visit.ts'
import { becomeCharacter, FIRST, findDemo } from './demo.ts'
import { LoadingPage } from './pages/demo.tsx'

const LOADING = `${paths.demo}/loading`

/** Every page of the demo is away where the installation has turned it off. */
const ifOn =
  (run: OpenRoute['run']): OpenRoute['run'] =>
  (caller) => {
    if (!caller.house.config.demo) throw new NotFound()
    return run(caller)
  }

async function explore({ house, headers }: Caller): Promise<Answer> {
  const cookies = await becomeCharacter(house, headers, { name: FIRST })
  if (cookies) return { kind: 'go', path: paths.tour(1), cookies }
  if (!(await findDemo(house.db))) await house.jobs.send('load-demo', {})
  return goTo(LOADING)
}

async function loading({ house, headers }: Caller): Promise<Answer> {
  const cookies = await becomeCharacter(house, headers, { name: FIRST })
  if (cookies) return { kind: 'go', path: paths.tour(1), cookies }
  const demo = await findDemo(house.db)
  return page(
    { title: 'The demo is being made', lead: 'Ready in about half a minute.', refreshSeconds: 1 },
    <LoadingPage loading={demo?.progress ?? { done: 0, of: 1, words: 'Starting', ready: false }} />,
  )
}

async function goOnAs({ house, headers, form }: Caller): Promise<Answer> {
  const person = form.text('person')
  const cookies = isId(person) ? await becomeCharacter(house, headers, { personId: person }) : null
  if (!cookies) throw new NotFound()
  const next = form.text('next')
  return { kind: 'go', path: insidePath(next) ?? paths.start, cookies }
}

async function leave({ house, headers }: Caller): Promise<Answer> {
  return {
    kind: 'go',
    path: paths.welcome,
    flash: 'You have left the demo.',
    cookies: await house.identity.signOut(headers),
  }
}

export const openRoutes: OpenRoute[] = [
  { method: 'POST', path: paths.demo, run: ifOn(explore) },
  { method: 'GET', path: LOADING, run: ifOn(loading) },
  { method: 'POST', path: `${paths.demo}/as`, run: ifOn(goOnAs) },
  { method: 'POST', path: `${paths.demo}/leave`, run: ifOn(leave) },
]
