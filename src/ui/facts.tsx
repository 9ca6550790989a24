import type { ComponentChildren } from 'preact'

export type Fact = { term: ComponentChildren; value: ComponentChildren; detail?: ComponentChildren }

/** A few figures across the page: "Short of the level, 2 of 8, 1 level each". */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.value}
            {fact.detail && <small>{fact.detail}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
