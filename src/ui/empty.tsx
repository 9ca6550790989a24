import type { ComponentChildren } from 'preact'

/** Where there is nothing yet: one sentence on what belongs here, one on why it helps, one button. */
export function Empty(props: {
  title: string
  belongs: ComponentChildren
  helps: ComponentChildren
  /** One ButtonLink or PostButton, secondary and small. */
  action?: ComponentChildren
  level?: 3 | 4
}) {
  const { title, belongs, helps, action, level = 3 } = props
  const Heading = `h${level}` as const
  return (
    <div class="panel empty">
      <Heading>{title}</Heading>
      <p class="s ink2 mt2">
        {belongs} {helps}
      </p>
      {action && <div class="mt3">{action}</div>}
    </div>
  )
}
