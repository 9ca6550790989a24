import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { LIBRARY, PAGE, treeAsked } from './addressed.ts'
import { drawItems, findDraft, listLibrary, readPackage } from './frameworks.ts'
import { DrawingPage, SourcesPage } from './pages/drawing-page.tsx'
import { outlineOf } from './rules/outline.ts'

export const drawingRoutes: readonly Route[] = [
  get(paths.draftDrawing(':framework'), 'frameworks.change', (visit) => showDrawing(visit)),
  post(paths.draftDrawing(':framework'), 'frameworks.change', draw),
]

async function showDrawing(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params, query, form } = visit
  const draft = found(await findDraft(tx, params.framework ?? ''))
  const { frameworkId } = draft
  const others = (await listLibrary(tx)).filter((entry) => entry.frameworkId !== frameworkId)
  const wanted = form.text('from') || query.get('from')
  const options = {
    title: 'Take items from another framework',
    nav: paths.frameworks,
    crumbs: [...LIBRARY, { text: draft.title, href: paths.draft(frameworkId) }, { text: 'Take items' }],
    refusals,
  }
  if (!wanted) return page(options, <SourcesPage frameworkId={frameworkId} entries={others} />)
  const from = found(others.find((entry) => entry.frameworkId === wanted))
  const { items } = found(await readPackage(tx, wanted))
  const inUse = items.filter(({ retired }) => !retired)
  const asked = treeAsked(query)
  return page(
    { ...options, title: `Take items from ${from.title}` },
    <DrawingPage
      frameworkId={frameworkId}
      from={from}
      items={inUse}
      outline={outlineOf(inUse, { ...asked, limit: PAGE })}
      about={asked.about}
      chosen={new Set(form.all('item'))}
      refusals={refusals}
    />,
  )
}

async function draw(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const frameworkId = params.framework ?? ''
  const itemIds = form.all('item')
  if (itemIds.length === 0) return showDrawing(visit, [{ message: 'Tick the items that you want.' }])
  const outcome = await drawItems(tx, actor, {
    frameworkId,
    from: { frameworkId: form.text('from'), version: form.text('version') },
    itemIds,
  })
  if (!outcome.ok)
    return showDrawing(
      visit,
      outcome.refusals.map(({ message }) => ({ message })),
    )
  const [first] = outcome.value
  return goTo(
    `${paths.draft(frameworkId)}${first ? `?item=${first}#item-${first}` : ''}`,
    `${count(outcome.value.length, 'item')} taken. Each keeps the address of where it comes from.`,
  )
}
