import type { ComponentChildren } from 'preact'

export type RowItem = {
  title: ComponentChildren
  href?: string
  /** The quiet line under the title. */
  meta?: ComponentChildren
  /** At the right: a tag, a button. */
  side?: ComponentChildren
}

/** Things that wait, records, actions: one a row. */
export function Rows({ items }: { items: readonly RowItem[] }) {
  return (
    <ul class="rows">
      {items.map((item, index) => (
        <li key={index}>
          <div>
            <p class="t">{item.href ? <a href={item.href}>{item.title}</a> : item.title}</p>
            {item.meta && <p class="m">{item.meta}</p>}
          </div>
          {item.side}
        </li>
      ))}
    </ul>
  )
}
