import { agoOf, dayIn } from '../../kernel/day.ts'
import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { backTo, crumbsTo, LIBRARY, stale, theItem, treeAsked, WRITING_PAGE } from './addressed.ts'
import { drawingRoutes } from './drawing-routes.tsx'
import {
  beginDraft,
  dropDraft,
  findDraft,
  moveItem,
  restoreItem,
  retireItem,
  splitItem,
} from './frameworks.ts'
import { itemRoutes } from './item-routes.tsx'
import { namingRoutes } from './naming-routes.tsx'
import { DraftPage, draftSize, stepButton } from './pages/draft-page.tsx'
import { NewPage } from './pages/new-page.tsx'
import { NONE, PlacePage } from './pages/place-page.tsx'
import { PARTS, RetirementPage, SplitPage } from './pages/split-page.tsx'
import { publishingRoutes } from './publishing-routes.tsx'
import { caseOrigin } from './rules/case-derived.ts'
import type { Draft, ItemFields } from './rules/draft.ts'
import { outlineOf } from './rules/outline.ts'
import { itemName } from './rules/package.ts'
import { STEPS, stepOf, stepsFrom } from './rules/steps.ts'

const CHANGE = 'frameworks.change'

export const editorRoutes: readonly Route[] = [
  get(paths.frameworkNew, CHANGE, (visit) => showNew(visit)),
  post(paths.frameworkNew, CHANGE, async (visit) => {
    const { tx, actor, form } = visit
    const begun = await beginDraft(tx, actor, { title: form.text('title') })
    return begun.ok
      ? goTo(paths.draft(begun.value), 'It is begun. Write its first items.')
      : showNew(visit, begun.refusals)
  }),
  get(paths.draft(':framework'), CHANGE, (visit) => showDraft(visit)),
  post(paths.draft(':framework'), CHANGE, async (visit) => {
    const { tx, actor, params } = visit
    const frameworkId = params.framework ?? ''
    const begun = await beginDraft(tx, actor, { frameworkId })
    return goTo(paths.draft(found(begun.ok ? begun.value : null)))
  }),
  post(paths.draftSteps(':framework'), CHANGE, step),
  post(paths.draftEnd(':framework'), CHANGE, end),
  get(paths.draftPlace(':framework', ':item'), CHANGE, (visit) => showPlace(visit)),
  post(paths.draftPlace(':framework', ':item'), CHANGE, async (visit) => {
    const { tx, actor, form } = visit
    const { draft, item } = await theItem(visit)
    const [parentId, afterId] = [idIn(form.text('under')), idIn(form.text('after'))]
    const moved = await moveItem(tx, actor, {
      frameworkId: draft.frameworkId,
      itemId: item.itemId,
      parentId,
      afterId,
    })
    return moved.ok
      ? backTo(draft, item.itemId, `${itemName(item)} is moved.`)
      : showPlace(visit, moved.refusals)
  }),
  get(paths.draftSplit(':framework', ':item'), CHANGE, (visit) => showSplit(visit)),
  post(paths.draftSplit(':framework', ':item'), CHANGE, split),
  get(paths.draftRetirement(':framework', ':item'), CHANGE, (visit) => showRetirement(visit)),
  post(paths.draftRetirement(':framework', ':item'), CHANGE, async (visit) => {
    const { tx, actor, form } = visit
    const { draft, item } = await theItem(visit)
    const retired = await retireItem(tx, actor, {
      frameworkId: draft.frameworkId,
      itemId: item.itemId,
      revision: form.whole('revision') ?? 0,
      replacedBy: form.text('replacedBy') || null,
    })
    if (!retired.ok) return showRetirement(visit, retired.refusals)
    const { items } = found(await findDraft(tx, draft.frameworkId))
    return items.some(({ itemId }) => itemId === item.itemId)
      ? backTo(draft, item.itemId, `${itemName(item)} is no longer used.`)
      : goTo(
          paths.draft(draft.frameworkId),
          `${itemName(item)} is taken out. No version that was published holds it.`,
        )
  }),
  post(paths.draftReturn(':framework', ':item'), CHANGE, async (visit) => {
    const { tx, actor } = visit
    const { draft, item } = await theItem(visit)
    const back: Outcome<unknown> = await restoreItem(tx, actor, {
      frameworkId: draft.frameworkId,
      itemId: item.itemId,
    })
    return back.ok
      ? backTo(draft, item.itemId, `${itemName(item)} is in use again.`)
      : showDraft(visit, back.refusals)
  }),
  ...itemRoutes,
  ...drawingRoutes,
  ...namingRoutes,
  ...publishingRoutes,
]

/** Throws the draft away, where it is still the one that was seen. */
async function end(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const { frameworkId, begunAt } = found(await findDraft(tx, params.framework ?? ''))
  const begun = form.whole('begun')
  const isOfAnother = begun !== null && begun !== begunAt.getTime()
  const revision = isOfAnother ? 0 : (form.whole('revision') ?? undefined)
  const dropped = await dropDraft(tx, actor, { frameworkId, revision })
  if (dropped.ok) return goTo(paths.library, 'The draft is thrown away.')
  const { refusals, status } = stale(dropped.refusals)
  return showDraft(visit, refusals, status)
}

const idIn = (value: string): string | null => (value === NONE || value === '' ? null : value)

function showNew({ form }: Visit, refusals: readonly Refusal[] = []): Answer {
  return page(
    {
      title: 'Write a framework',
      lead: 'It stays a draft until you publish it.',
      nav: paths.frameworks,
      crumbs: [...LIBRARY, { text: 'A new one' }],
      refusals,
    },
    <NewPage values={form.values} refusals={refusals} />,
  )
}

async function showDraft(visit: Visit, refusals: readonly Refusal[] = [], status?: number): Promise<Answer> {
  const { tx, params, query, today, org, house } = visit
  const draft = found(await findDraft(tx, params.framework ?? ''))
  const changed = query.get('item')
  const asked = treeAsked(query)
  const begun = agoOf(dayIn(draft.begunAt, org.zone), today)
  return page(
    {
      title: `${draft.title}: ${draft.baseVersion === null ? 'first version' : 'next version'}`,
      lead: `${draftSize(draft.items)}. ${draft.begunByName} began it ${begun}${draft.baseVersion === null ? '' : `, from version ${draft.baseVersion}`}. Nobody sees it but administrators.`,
      nav: paths.frameworks,
      crumbs: [
        ...LIBRARY,
        draft.baseVersion === null
          ? { text: draft.title }
          : { text: draft.title, href: paths.framework(draft.frameworkId) },
        { text: 'Draft' },
      ],
      actions: (
        <ButtonLink href={paths.draftPublishing(draft.frameworkId)}>See what changes, and publish</ButtonLink>
      ),
      refusals,
      status,
    },
    <DraftPage
      draft={draft}
      outline={outlineOf(draft.items, { ...asked, limit: WRITING_PAGE })}
      about={asked.about}
      at={asked.at}
      changed={changed}
      origin={caseOrigin(house.config.publicUrl)}
      refusals={refusals}
    />,
  )
}

/** One press on Up, Down, In or Out; the same button has the focus on the page that follows. */
async function step(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const frameworkId = params.framework ?? ''
  const draft = found(await findDraft(tx, frameworkId))
  const pressed = found(STEPS.find((each) => form.text(each)))
  const itemId = form.text(pressed)
  const item = found(draft.items.find((each) => each.itemId === itemId))
  const place = stepOf(draft.items, itemId, pressed)
  if (!place) return backTo(draft, itemId, `${itemName(item)} cannot go further ${pressed}.`)
  const moved = await moveItem(tx, actor, { frameworkId, itemId, ...place })
  if (!moved.ok) return showDraft(visit, moved.refusals)
  const after = found(await findDraft(tx, frameworkId))
  const canGo = stepsFrom(after.items)
  const again = [pressed, ...STEPS].find((each) => canGo(itemId, each))
  return backTo(draft, itemId, whereWords(after, itemId), again && stepButton(again, itemId))
}

/** Where an item stands now, for those who hear the page. */
function whereWords({ items }: Draft, itemId: string): string {
  const item = found(items.find((each) => each.itemId === itemId))
  const beside = items.filter(({ parentId, attached }) => attached && parentId === item.parentId)
  const parent = items.find((each) => each.itemId === item.parentId)
  return `${itemName(item)} is now ${beside.indexOf(item) + 1} of ${beside.length} ${parent ? `under ${itemName(parent)}` : 'at the top'}.`
}

async function showPlace(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { draft, item } = await theItem(visit)
  const under = visit.form.text('under') || visit.query.get('under')
  const wanted = under ? idIn(under) : item.parentId
  const known = draft.items.some(({ itemId }) => itemId === wanted)
  return page(
    {
      title: `Move ${itemName(item)}`,
      nav: paths.frameworks,
      crumbs: crumbsTo(draft, 'Move'),
      refusals,
    },
    <PlacePage
      frameworkId={draft.frameworkId}
      items={draft.items}
      item={item}
      parentId={known ? wanted : null}
      refusals={refusals}
    />,
  )
}

async function showSplit(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { draft, item } = await theItem(visit)
  return page(
    {
      title: `Split ${itemName(item)}`,
      nav: paths.frameworks,
      crumbs: crumbsTo(draft, 'Split'),
      ...stale(refusals),
    },
    <SplitPage frameworkId={draft.frameworkId} item={item} values={visit.form.values} refusals={refusals} />,
  )
}

async function split(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const { draft, item } = await theItem(visit)
  const typed = PARTS.filter((part) => form.text(`title-${part}`) || form.text(`statement-${part}`))
  const into = typed.map(
    (part): ItemFields => ({
      kind: item.kind,
      code: form.text(`code-${part}`),
      title: form.text(`title-${part}`),
      statement: form.text(`statement-${part}`),
      soft: item.soft,
      legal: item.legal,
      words: item.words,
      levels: [],
    }),
  )
  const outcome = await splitItem(tx, actor, {
    frameworkId: draft.frameworkId,
    itemId: item.itemId,
    revision: form.whole('revision') ?? 0,
    into,
  })
  if (!outcome.ok) return showSplit(visit, outcome.refusals.map(inForm(typed)))
  return backTo(
    draft,
    outcome.value[0] ?? item.itemId,
    `It is split into ${into.length}. Say what each level looks like in each part.`,
  )
}

/** A refusal of the N-th part, as the form names it; a part is left out where nothing was typed in it. */
const inForm =
  (typed: readonly number[]) =>
  ({ field, message }: Refusal): Refusal => {
    const [, at = '', name = ''] = /^(\d+)-(.+)$/.exec(field ?? '') ?? []
    if (at) return { field: `${name}-${typed[Number(at)]}`, message }
    if (field === 'revision') return { field, message }
    return field === 'into' ? { field: `statement-${PARTS[typed.length] ?? 1}`, message } : { message }
  }

async function showRetirement(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { draft, item } = await theItem(visit)
  return page(
    {
      title: `Retire ${itemName(item)}`,
      nav: paths.frameworks,
      crumbs: crumbsTo(draft, 'Retire'),
      ...stale(refusals),
    },
    <RetirementPage
      frameworkId={draft.frameworkId}
      items={draft.items}
      item={item}
      values={visit.form.values}
      refusals={stale(refusals).refusals}
    />,
  )
}
