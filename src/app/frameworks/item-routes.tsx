import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, type Form, found, get, page, post, type Route, type Visit } from '../visit.ts'
import { backTo, crumbsTo, LIBRARY, stale } from './addressed.ts'
import { addItem, findDraft, rewordItem } from './frameworks.ts'
import { ItemForm, valuesOf } from './pages/item-form.tsx'
import { LEVELS, type Level } from './rules/competency.ts'
import type { Draft, DraftItem, ItemFields } from './rules/draft.ts'
import type { Item, ItemKind } from './rules/item.ts'
import { itemName } from './rules/package.ts'
import { childrenOf } from './rules/tree.ts'

export const itemRoutes: readonly Route[] = [
  get(paths.draftItemNew(':framework'), 'frameworks.change', (visit) => showNewItem(visit)),
  post(paths.draftItemNew(':framework'), 'frameworks.change', add),
  get(paths.draftItem(':framework', ':item'), 'frameworks.change', (visit) => showItem(visit)),
  post(paths.draftItem(':framework', ':item'), 'frameworks.change', reword),
]

/** What a form sends of a text that nobody touched: no blank at either end, and in one line no line break either. */
const untouched = (text: string, isLine: boolean) => text.replace(/\r\n?|\n/g, isLine ? '' : '\n').trim()

/** What was typed of an item. What nobody touched stays byte for byte as it was, and levels keep their labels. */
function fieldsIn(form: Form, before: Item | null): ItemFields {
  const shown = before && valuesOf(before)
  const isSame = (name: string, isLine = false) =>
    shown !== null && untouched(shown[name] ?? '', isLine) === form.text(name)
  return {
    kind: form.text('kind') as ItemKind,
    code: before && isSame('code', true) ? before.code : form.text('code'),
    title: before && isSame('title', true) ? before.title : form.text('title'),
    statement: before && isSame('statement') ? before.statement : form.text('statement'),
    soft: form.text('soft') === 'yes',
    legal: form.text('legal') === 'yes',
    words: before && isSame('words', true) ? before.words : wordsIn(form.text('words')),
    levels: LEVELS.flatMap((level): Level[] => {
      const there = before?.levels.find((each) => each.level === level)
      const anchor = form.text(`anchor-${level}`)
      if (there && isSame(`anchor-${level}`)) return [there]
      return anchor ? [{ level, label: there?.label ?? '', anchor }] : []
    }),
  }
}

const wordsIn = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean)

/** The draft and the item that an address names, each null where it is gone. */
async function named({ tx, params }: Visit): Promise<{ draft: Draft | null; item: DraftItem | null }> {
  const draft = await findDraft(tx, params.framework ?? '')
  return { draft, item: draft?.items.find(({ itemId }) => itemId === params.item) ?? null }
}

/** What was typed of an item that went meanwhile, or whose draft did, to be kept elsewhere; a 404 where nothing was. */
function showGone(visit: Visit, draft: Draft | null, refusals: readonly Refusal[]): Answer {
  const { form, params, path } = visit
  found(form.text('statement') || form.text('title') || null)
  const frameworkId = params.framework ?? ''
  return page(
    {
      title: 'What you typed is not saved yet',
      lead: draft
        ? 'Add it as an item of its own, or leave it.'
        : 'To keep it, begin the next version from the library in another window. Then send it again here.',
      nav: paths.frameworks,
      crumbs: draft ? crumbsTo(draft, 'Not saved') : [...LIBRARY, { text: 'Not saved' }],
      refusals,
      status: 409,
    },
    <ItemForm
      action={draft ? paths.draftItemNew(frameworkId) : path}
      back={draft ? paths.draft(frameworkId) : paths.library}
      values={form.values}
      refusals={refusals}
      hidden={{ under: draft ? '' : form.text('under'), revision: 0 }}
      keep={`item-gone-${params.item ?? frameworkId}`}
      button={draft ? 'Add it as a new item' : 'Send it again'}
      leave={draft ? 'Back to the draft' : 'To the library'}
    />,
  )
}

async function showNewItem(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { form, query } = visit
  const { draft } = await named(visit)
  if (!draft) return showGone(visit, null, refusals)
  const under = form.text('under') || query.get('under')
  const parent = draft.items.find(({ itemId }) => itemId === under)
  const { frameworkId } = draft
  return page(
    {
      title: 'Add an item',
      lead: parent
        ? `It is added at the end of ${itemName(parent)}. You can move it afterwards.`
        : 'It is added at the end. You can move it afterwards.',
      nav: paths.frameworks,
      crumbs: crumbsTo(draft, 'Add an item'),
      refusals,
    },
    <ItemForm
      action={paths.draftItemNew(frameworkId)}
      back={paths.draft(frameworkId)}
      values={refusals.length > 0 ? form.values : {}}
      refusals={refusals}
      hidden={{ under: parent?.itemId ?? '' }}
      keep={`item-under-${parent?.itemId ?? frameworkId}`}
      button="Add the item"
      leave="Back to the draft"
    />,
  )
}

async function add(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const frameworkId = params.framework ?? ''
  const parentId = form.text('under') || null
  const items = (await findDraft(tx, frameworkId))?.items ?? []
  const beside = childrenOf(items.filter(({ attached }) => attached)).get(parentId) ?? []
  const added = await addItem(tx, actor, {
    frameworkId,
    parentId,
    afterId: beside.at(-1)?.itemId ?? null,
    fields: fieldsIn(form, null),
  })
  return added.ok ? backTo({ frameworkId }, added.value, 'It is added.') : showNewItem(visit, added.refusals)
}

async function showItem(
  visit: Visit,
  refusals: readonly Refusal[] = [],
  theirs: DraftItem | null = null,
): Promise<Answer> {
  const { form } = visit
  const { draft, item } = await named(visit)
  if (!draft || !item) return showGone(visit, draft, refusals)
  const { frameworkId } = draft
  return page(
    {
      title: `Reword ${itemName(item)}`,
      nav: paths.frameworks,
      crumbs: crumbsTo(draft, 'Reword'),
      refusals,
      status: theirs ? 409 : undefined,
    },
    <ItemForm
      action={paths.draftItem(frameworkId, item.itemId)}
      back={`${paths.draft(frameworkId)}?item=${item.itemId}#item-${item.itemId}`}
      values={refusals.length > 0 ? form.values : valuesOf(item)}
      refusals={refusals}
      hidden={{ revision: item.revision, begun: draft.begunAt.getTime() }}
      keep={`item-${item.itemId}`}
      button="Save the words"
      leave="Leave it as it is"
      theirs={theirs}
    />,
  )
}

async function reword(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const { draft, item } = await named(visit)
  const [frameworkId, itemId] = [params.framework ?? '', params.item ?? '']
  const begun = form.whole('begun')
  const isOfAnother = begun !== null && begun !== draft?.begunAt.getTime()
  const revision = isOfAnother ? 0 : (form.whole('revision') ?? 0)
  const fields = fieldsIn(form, item)
  const outcome = await rewordItem(tx, actor, { frameworkId, itemId, revision, fields })
  if (outcome.ok) return backTo({ frameworkId }, itemId, `${itemName({ itemId, ...fields })} is saved.`)
  const theirs = item && item.revision !== revision ? item : null
  return showItem(visit, stale(outcome.refusals).refusals, theirs)
}
