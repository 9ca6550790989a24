import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { crumbsTo, stale } from './addressed.ts'
import { findDraft, nameDraft, namingMark } from './frameworks.ts'
import { NamingPage } from './pages/naming-page.tsx'
import type { Naming } from './rules/naming.ts'

export const namingRoutes: readonly Route[] = [
  get(paths.draftName(':framework'), 'frameworks.change', (visit) => showNaming(visit)),
  post(paths.draftName(':framework'), 'frameworks.change', async (visit) => {
    const { tx, actor, params, form } = visit
    const frameworkId = params.framework ?? ''
    const seen = form.text('seen')
    const named = await nameDraft(tx, actor, { frameworkId, seen, ...namingIn(visit) })
    return named.ok ? goTo(paths.draft(frameworkId), 'The name is saved.') : showNaming(visit, named.refusals)
  }),
]

const namingIn = ({ form }: Visit): Naming => ({
  title: form.text('title'),
  publisher: form.text('publisher'),
  description: form.text('description'),
})

async function showNaming(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const draft = found(await findDraft(visit.tx, visit.params.framework ?? ''))
  const { frameworkId, title } = draft
  const told = stale(refusals)
  return page(
    {
      title: `Name ${title}`,
      lead: 'Versions that were published keep the name that they have.',
      nav: paths.frameworks,
      crumbs: crumbsTo(draft, 'Name'),
      ...told,
    },
    <NamingPage
      frameworkId={frameworkId}
      values={refusals.length > 0 ? namingIn(visit) : draft}
      seen={namingMark(draft)}
      refusals={told.refusals}
      theirs={told.status ? draft : null}
    />,
  )
}
