import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { setLetters } from './letters.ts'
import { LettersPage } from './pages/letters-page.tsx'
import { findLetters } from './store/letters.ts'

export const letterRoutes: readonly Route[] = [
  get(paths.letters, 'letters.read', (visit) => lettersPage(visit)),
  post(paths.letters, 'letters.change', choose),
]

async function lettersPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  return page(
    {
      title: 'How objectives are read',
      lead: `The letters that the hints look for, for everybody at ${visit.org.name}.`,
      nav: paths.priorities,
      crumbs: [{ text: 'Priorities', href: paths.priorities }, { text: 'How objectives are read' }],
      refusals,
      status: refusals.some(({ field }) => field === undefined) ? 409 : undefined,
    },
    <LettersPage
      set={await findLetters(visit.tx)}
      mayChange={visit.may('letters.change')}
      refusals={refusals}
    />,
  )
}

async function choose(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const outcome = await setLetters(tx, actor, {
    smarter: form.text('set') === 'smarter',
    a: form.text('a'),
    version: form.whole('version'),
  })
  return outcome.ok
    ? goTo(paths.letters, 'Saved. Every objective is read by these letters from now on.')
    : lettersPage(visit, outcome.refusals)
}
