import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Item, LibraryEntry } from '../rules/item.ts'
import type { Outline } from '../rules/outline.ts'
import { itemName } from '../rules/package.ts'
import { Tree } from './tree.tsx'
import { foundWords, NothingFound, Trail, TreeSearch } from './tree-search.tsx'

/** From which framework of the library items are taken. */
export function SourcesPage({
  frameworkId,
  entries,
}: {
  frameworkId: string
  entries: readonly LibraryEntry[]
}): VNode {
  if (entries.length === 0)
    return (
      <Empty
        level={3}
        title="No other framework in the library"
        belongs="Frameworks that you import, or write, are offered here."
        helps="An item that is taken from one keeps the address of where it comes from."
        action={
          <ButtonLink kind="secondary" small href={paths.frameworkImport}>
            Import a framework
          </ButtonLink>
        }
      />
    )
  return (
    <Rows
      items={entries.map((entry) => ({
        title: entry.title,
        href: paths.draftDrawing(frameworkId, entry.frameworkId),
        meta: `${entry.publisher || 'Its publisher is not named'}, version ${entry.version}. ${count(entry.items, 'item')}.`,
      }))}
    />
  )
}

/** Which of its items are taken. */
export function DrawingPage(props: {
  frameworkId: string
  from: LibraryEntry
  items: readonly Item[]
  outline: Outline
  about: string
  chosen: ReadonlySet<string>
  refusals: readonly Refusal[]
}): VNode {
  const { frameworkId, from, items, outline, about, chosen, refusals } = props
  const here = paths.draftDrawing(frameworkId)
  const top = paths.draftDrawing(frameworkId, from.frameworkId)
  const inside = (item: Item) => `${top}&at=${item.itemId}`
  const byId = new Map(items.map((item) => [item.itemId, item]))
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="items" title="Choose items" fact={foundWords(outline, items.length)}>
        <TreeSearch action={here} about={about} hidden={{ from: from.frameworkId }} />
        <Trail outline={outline} top={top} inside={inside} />
        {outline.branches.length + outline.loose.length === 0 ? (
          <NothingFound top={top} />
        ) : (
          <div class="mt4">
            <Form
              action={here}
              wide
              hidden={{ from: from.frameworkId, version: from.version }}
              label="Items to take"
            >
              <p class="s ink2 prose">
                Tick each item that you want. What stands under it comes only where it is ticked too; it then
                stands under it again.
              </p>
              <Tree
                outline={outline}
                inside={inside}
                byId={byId}
                open={items.length <= 60}
                acts={(item) => (
                  <Tick
                    id={`tick-${item.itemId}`}
                    name="item"
                    value={item.itemId}
                    checked={chosen.has(item.itemId)}
                    text={
                      <>
                        Take it<span class="vh"> {itemName(item)}</span>
                      </>
                    }
                  />
                )}
              />
              <Buttons>
                <Button>Take the ticked items</Button>
                <ButtonLink kind="quiet" href={paths.draft(frameworkId)}>
                  Take none
                </ButtonLink>
              </Buttons>
            </Form>
          </div>
        )}
      </Section>
    </>
  )
}
