import type { ComponentChildren } from 'preact'
import { capital, count } from '../../../kernel/text.ts'
import { More } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { caseAddress } from '../rules/case-derived.ts'
import type { Item } from '../rules/item.ts'
import type { Branch, Outline } from '../rules/outline.ts'
import { itemName } from '../rules/package.ts'
import { ITEM_KIND_WORDS } from '../rules/words.ts'

type TreeProps<Of extends Item> = {
  outline: Outline<Of>
  /** The page that begins below one item, where there are too many for one page. */
  inside: (item: Of) => string
  /** The items of the framework by identifier, for what replaces one that is retired. */
  byId: ReadonlyMap<string, Item>
  /** The origin of the addresses of items that were made here; left out where none of them is kept yet. */
  origin?: string
  /** What can be done with an item. */
  acts?: (item: Of) => ComponentChildren
  /** Branches begin open. */
  open: boolean
}

/** A framework's items as a tree: what has others under it opens and closes. */
export function Tree<Of extends Item>(props: TreeProps<Of>) {
  const { branches, loose, hidden } = props.outline
  return (
    <>
      <Level {...props} branches={branches} />
      {loose.length > 0 && (
        <>
          <h3 class="mt5">Standing under nothing</h3>
          <p class="s ink2 prose">The file they came from does not say where these belong.</p>
          <Level {...props} branches={loose} />
        </>
      )}
      {hidden > 0 && <p class="s ink2 mt3">{hiddenWords(hidden, props.outline.found !== null)}</p>}
    </>
  )
}

const hiddenWords = (hidden: number, searched: boolean): string =>
  searched
    ? `${count(hidden, 'other')} beside these ${hidden === 1 ? 'does' : 'do'} not say this.`
    : `${count(hidden, 'more item')} ${hidden === 1 ? 'stands' : 'stand'} beside these. Search to find them.`

function Level<Of extends Item>(props: TreeProps<Of> & { branches: readonly Branch<Of>[] }) {
  return (
    <ul class="tree">
      {props.branches.map((branch) => (
        <Line key={branch.item.itemId} {...props} branch={branch} />
      ))}
    </ul>
  )
}

function Line<Of extends Item>(props: TreeProps<Of> & { branch: Branch<Of> }) {
  const { branch, inside, acts, open, outline } = props
  const { item, under, branches, hidden, found } = branch
  const searched = outline.found !== null
  return (
    <li id={`item-${item.itemId}`} tabIndex={-1} class={item.retired ? 'gone' : undefined}>
      <div class="line">
        <div>
          <p class="t">
            {item.code && <span class="id">{item.code} </span>}
            {found ? <mark>{item.title || item.statement}</mark> : item.title || item.statement}
          </p>
          {item.title && item.statement && item.statement !== item.title && <p class="m">{item.statement}</p>}
          {item.retired && <Replaced {...props} item={item} />}
          <div class="marks">
            <p>
              <ItemMarks item={item} />
            </p>
            <Described item={item} origin={props.origin} />
          </div>
        </div>
        {acts && <div>{acts(item)}</div>}
      </div>
      {branches.length > 0 && (
        <details class="more" open={open || searched}>
          <summary>
            {count(under, 'item')} under it<span class="vh"> {itemName(item)}</span>
          </summary>
          <Level {...props} branches={branches} />
          {hidden > 0 && !searched && <Inside item={item} hidden={hidden} inside={inside} />}
        </details>
      )}
      {branches.length === 0 && hidden > 0 && !searched && (
        <Inside item={item} hidden={under} inside={inside} />
      )}
    </li>
  )
}

/** What each level of an item looks like, and where it is read. */
function Described({ item, origin }: { item: Item; origin: string | undefined }) {
  const { itemId, levels, uri } = item
  const address = uri ?? (origin && caseAddress(origin, 'CFItems', itemId))
  const parts = [levels.length > 0 && count(levels.length, 'level'), address && 'address'].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <More
      summary={
        <>
          {capital(parts.join(' and '))}
          <span class="vh"> of {itemName(item)}</span>
        </>
      }
    >
      {levels.length > 0 && (
        <SummaryList
          items={levels.map(({ level, label, anchor }) => ({
            term: levelWords(level, label),
            value: anchor,
          }))}
        />
      )}
      {address && <p class="s any">{address}</p>}
    </More>
  )
}

const levelWords = (level: number, label: string) => (label ? `${level}, ${label}` : `Level ${level}`)

function Inside<Of extends Item>({
  item,
  hidden,
  inside,
}: {
  item: Of
  hidden: number
  inside: (item: Of) => string
}) {
  return (
    <p class="s">
      <a href={inside(item)}>
        Show {count(hidden, 'more item')}
        <span class="vh"> under {itemName(item)}</span>
      </a>
    </p>
  )
}

/** What an item is: its kind, and what its publisher calls it where that says more; soft, asked by law, retired. */
export function ItemMarks({ item }: { item: Item }) {
  const kind = ITEM_KIND_WORDS[item.kind]
  const own = item.typeWords && item.typeWords.toLowerCase() !== kind.toLowerCase() ? item.typeWords : ''
  return (
    <>
      {own || kind} {item.soft && <Tag>soft skill</Tag>} {item.legal && <Tag>asked by law</Tag>}{' '}
      {item.retired && <Tag kind="dash">retired</Tag>}
    </>
  )
}

function Replaced<Of extends Item>({ item, byId }: { item: Of; byId: ReadonlyMap<string, Item> }) {
  const instead = item.replacedBy ? byId.get(item.replacedBy) : undefined
  return (
    <p class="s ink2">
      {instead ? (
        <>
          Use <a href={`#item-${instead.itemId}`}>{itemName(instead)}</a> instead.
        </>
      ) : (
        'Nothing replaces it.'
      )}
    </p>
  )
}
