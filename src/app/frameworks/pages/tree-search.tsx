import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Item } from '../rules/item.ts'
import type { Outline } from '../rules/outline.ts'

export const foundWords = (outline: Outline, all: number): string =>
  outline.found === null ? count(all, 'item') : `${outline.found} of ${count(all, 'item')}`

/** Finds items by their words; `hidden`: what else the address of the page holds. */
export function TreeSearch(props: { action: string; about: string; hidden?: Record<string, string> }) {
  const { action, about, hidden } = props
  return (
    <Form action={action} method="get" inline label="Find items" hidden={hidden}>
      <TextField
        name="about"
        label="Words of an item, or its code"
        value={about}
        type="search"
        maxlength={200}
      />
      <Buttons flush>
        <Button kind="secondary">Find items</Button>
      </Buttons>
    </Form>
  )
}

export function NothingFound({ top }: { top: string }) {
  return (
    <Note title="No item says all of these words.">
      Try fewer words, or <a href={top}>look through them all</a>.
    </Note>
  )
}

/** From the top of the tree to where the page begins. */
export function Trail<Of extends Item>(props: {
  outline: Outline<Of>
  top: string
  inside: (item: Of) => string
}) {
  const { outline, top, inside } = props
  if (outline.trail.length === 0) return null
  return (
    <p class="s mt3 any">
      Under <a href={top}>the whole framework</a>
      {outline.trail.map((item, index) => (
        <>
          {' › '}
          {index === outline.trail.length - 1 ? (
            <b>{item.title || item.statement}</b>
          ) : (
            <a href={inside(item)}>{item.title || item.statement}</a>
          )}
        </>
      ))}
    </p>
  )
}
