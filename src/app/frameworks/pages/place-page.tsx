import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { type Option, Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Item } from '../rules/item.ts'
import { itemName } from '../rules/package.ts'
import { childrenOf } from '../rules/tree.ts'

/** The value of a select that means no item: the top of the tree, or the first place. */
export const NONE = 'none'

/** Where an item could stand: what is in use, but for itself and what stands under it, each as far in as it stands; in tree order. */
function aboveOptions(items: readonly Item[], itemId: string): Option[] {
  const depths = new Map<string, number>()
  const within = new Set([itemId])
  return items.flatMap((each) => {
    if (within.has(each.parentId ?? '')) within.add(each.itemId)
    const depth = (depths.get(each.parentId ?? '') ?? -1) + 1
    depths.set(each.itemId, depth)
    return within.has(each.itemId) || each.retired
      ? []
      : [{ value: each.itemId, text: `${'\u2003'.repeat(depth)}${itemName(each)}` }]
  })
}

/** Moves an item: first under what, then after which of those that stand there. */
export function PlacePage(props: {
  frameworkId: string
  items: readonly Item[]
  item: Item
  parentId: string | null
  refusals: readonly Refusal[]
}): VNode {
  const { frameworkId, items, item, parentId, refusals } = props
  const here = paths.draftPlace(frameworkId, item.itemId)
  const beside = (childrenOf(items).get(parentId) ?? []).filter(({ itemId }) => itemId !== item.itemId)
  const all = (childrenOf(items).get(parentId) ?? []).map(({ itemId }) => itemId)
  const before = all[all.indexOf(item.itemId) - 1]
  const after = item.parentId === parentId ? (before ?? NONE) : (beside.at(-1)?.itemId ?? NONE)
  const parent = items.find(({ itemId }) => itemId === parentId)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="under" title="Under what">
        <Form action={here} method="get" label="Under what it stands">
          <Select
            name="under"
            label="It stands under"
            value={parentId ?? NONE}
            options={[{ value: NONE, text: 'Nothing: at the top' }, ...aboveOptions(items, item.itemId)]}
            error={errorFor(refusals, 'under') ?? errorFor(refusals, 'parentId')}
          />
          <Buttons flush>
            <Button kind="secondary">Show what stands there</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="after" title={parent ? `Where under ${itemName(parent)}` : 'Where at the top'}>
        <Form action={here} hidden={{ under: parentId ?? NONE }} label="Where it stands">
          <Select
            name="after"
            label="It comes"
            value={after}
            options={[
              { value: NONE, text: beside.length > 0 ? 'First' : 'Alone' },
              ...beside.map((each) => ({ value: each.itemId, text: `After ${itemName(each)}` })),
            ]}
            error={errorFor(refusals, 'after') ?? errorFor(refusals, 'afterId')}
          />
          <Buttons>
            <Button>Move it here</Button>
            <ButtonLink kind="quiet" href={`${paths.draft(frameworkId)}?item=${item.itemId}`}>
              Leave it where it is
            </ButtonLink>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}
