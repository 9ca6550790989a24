import type { ComponentChildren } from 'preact'

export type SummaryItem = {
  term: ComponentChildren
  value: ComponentChildren
  /** A link to change it; `about` completes "Change" for those who hear it alone: "the target date". */
  change?: { href: string; text?: string; about: string }
  /** In place of a link, something short at the right. */
  side?: ComponentChildren
}

/** What a record says, a line each. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl class="sum">
      {items.map(({ term, value, change, side }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {change && (
            <dd>
              <a href={change.href}>
                {change.text ?? 'Change'}
                <span class="vh"> {change.about}</span>
              </a>
            </dd>
          )}
          {!change && side && <dd class="nw">{side}</dd>}
        </div>
      ))}
    </dl>
  )
}
