import type { ComponentChildren } from 'preact'
import { capital, count } from '../../../kernel/text.ts'
import { DiffTable } from '../../../ui/diff.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { type FrameworkDiff, isSame, type Reworded, type Standing } from '../rules/difference.ts'
import type { Item } from '../rules/item.ts'
import { itemName } from '../rules/package.ts'
import { changedWords } from '../rules/wording.ts'
import { ITEM_KIND_WORDS } from '../rules/words.ts'
import { ItemMarks } from './tree.tsx'

/** A page shows as many changes of a kind; where two frameworks share nothing there may be thousands. */
const MOST = 200

/** All that differs between two versions: figures, then item by item. `byId` holds the items of both. */
export function Difference({ diff, byId }: { diff: FrameworkDiff; byId: ReadonlyMap<string, Item> }) {
  const { added, reworded, removed, moved, unchanged } = diff
  const name = (id: string) => {
    const item = byId.get(id)
    return item ? itemName(item) : 'an item that is not here'
  }
  const place = ({ parentId, place: number }: Standing) =>
    `number ${number} ${parentId === null ? 'at the top' : `under ${name(parentId)}`}`
  return (
    <>
      <div class="mb5">
        <Facts
          facts={[
            { term: 'Added', value: added.length },
            { term: 'Reworded', value: reworded.length },
            { term: 'Removed or retired', value: removed.length },
            { term: 'Moved', value: moved.length },
            { term: 'The same', value: unchanged },
          ]}
        />
      </div>
      {isSame(diff) && <p>The two say the same, item by item.</p>}
      <Part id="reworded" title="Reworded" items={reworded}>
        {(items) => (
          <DiffTable
            caption="Reworded items, word by word"
            rows={items.flatMap(({ before, after, what }) =>
              what.map((part) => ({
                item: (
                  <>
                    {itemName(after)} <Sub>{capital(WHAT[part])}</Sub>
                  </>
                ),
                parts: changedWords(WORDS_OF[part](before), WORDS_OF[part](after)),
              })),
            )}
          />
        )}
      </Part>
      <Part id="removed" title="Removed or retired" items={removed}>
        {(items) => (
          <Table
            caption="Items that are no longer used"
            hideCaption
            rows={items}
            columns={[
              { head: 'Item', width: 40, cell: ({ item }) => itemName(item) },
              { head: 'What it said', cell: ({ item }) => item.statement },
              {
                head: 'Used instead',
                width: 30,
                cell: ({ replacedBy }) =>
                  replacedBy.length > 0 ? replacedBy.map(name).join('; ') : 'nothing',
              },
            ]}
          />
        )}
      </Part>
      <Part id="added" title="Added" items={added}>
        {(items) => (
          <Table
            caption="Items that are new"
            hideCaption
            rows={items}
            columns={[
              { head: 'Item', width: 35, cell: itemName },
              { head: 'What it says', cell: ({ statement }) => statement },
              { head: 'Kind', width: 20, cell: (item) => <ItemMarks item={item} /> },
            ]}
          />
        )}
      </Part>
      <Part id="moved" title="Moved" items={moved}>
        {(items) => (
          <Table
            caption="Items that stand elsewhere"
            hideCaption
            rows={items}
            columns={[
              { head: 'Item', width: 40, cell: ({ item }) => itemName(item) },
              { head: 'Was', cell: ({ from }) => place(from) },
              { head: 'Is', cell: ({ to }) => place(to) },
            ]}
          />
        )}
      </Part>
    </>
  )
}

function Part<One>(props: {
  id: string
  title: string
  items: readonly One[]
  children: (items: readonly One[]) => ComponentChildren
}) {
  const { id, title, items, children } = props
  if (items.length === 0) return null
  return (
    <Section id={id} title={title} fact={count(items.length, 'item')}>
      {children(items.slice(0, MOST))}
      {items.length > MOST && (
        <p class="s ink2 mt3">
          The first {MOST} are shown; {items.length - MOST} more are like these.
        </p>
      )}
    </Section>
  )
}

export const WHAT: Record<Reworded, string> = {
  statement: 'what it says',
  title: 'short name',
  levels: 'levels',
  kind: 'kind',
  code: 'code',
  marks: 'marks',
  words: 'words that suggest it',
}

/** What an item says in each of its parts. */
const WORDS_OF: Record<Reworded, (item: Item) => string> = {
  statement: ({ statement }) => statement,
  title: ({ title }) => title,
  code: ({ code }) => code,
  kind: ({ kind }) => ITEM_KIND_WORDS[kind],
  levels: levelWords,
  marks: markWords,
  words: ({ words }) => words.join(', '),
}

function levelWords({ levels }: Item): string {
  return levels.map(({ level, label, anchor }) => `Level ${level}, ${label}: ${anchor}`).join(' ')
}

function markWords({ soft, legal }: Item): string {
  return [soft ? 'soft skill' : '', legal ? 'asked by law' : ''].filter(Boolean).join(', ') || 'no mark'
}

/** What changed, in a few sentences; none where nothing did. */
export function changeLines({ added, reworded, removed, moved }: FrameworkDiff): string[] {
  const line = (items: readonly Item[], words: string) =>
    items.length === 0
      ? []
      : [
          `${count(items.length, 'item')} ${words}: ${items.slice(0, 5).map(itemName).join('; ')}${items.length > 5 ? ' and others' : ''}.`,
        ]
  return [
    ...line(added, 'added'),
    ...line(
      reworded.map(({ after }) => after),
      'reworded',
    ),
    ...line(
      removed.map(({ item }) => item),
      'removed or retired',
    ),
    ...line(
      moved.map(({ item }) => item),
      'moved',
    ),
  ]
}
