import type { ComponentChildren } from 'preact'

export type RowItem = {
  title: ComponentChildren
  href?: string
  /** The quiet line under the title. */
  meta?: ComponentChildren
  /** At the right: a tag, a button. */
  side?: ComponentChildren
  /** What is at the right goes below on a narrow screen: a button of several words. */
  below?: boolean
}

/** Things that wait, records, actions: one a row. */
export function Rows({ items }: { items: readonly RowItem[] }) {
  return (
    <ul class="rows">
      {items.map((item, index) => (
        <li key={index} class={item.below ? 'below' : undefined}>
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
