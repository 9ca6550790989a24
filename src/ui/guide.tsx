import type { ComponentChildren } from 'preact'

/** Help where it is needed: what good looks like here, the mistake people make here, one worked example. */
export function Guide(props: {
  good: ComponentChildren
  mistake: ComponentChildren
  example: ComponentChildren
  open?: boolean
}) {
  const { good, mistake, example, open } = props
  return (
    <details class="more guide no-print" open={open}>
      <summary>What good looks like here</summary>
      <dl>
        <div>
          <dt>What good looks like</dt>
          <dd>{good}</dd>
        </div>
        <div>
          <dt>The mistake people make</dt>
          <dd>{mistake}</dd>
        </div>
        <div>
          <dt>A worked example</dt>
          <dd>{example}</dd>
        </div>
      </dl>
    </details>
  )
}
