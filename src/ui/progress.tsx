import type { ComponentChildren } from 'preact'

/**
 * How far some work has come. Let the page load again by itself while it runs (`refreshSeconds` of Page).
 * @param of the whole; null where it is not known yet
 */
export function Progress(props: {
  id: string
  label: string
  done: number
  of: number | null
  children?: ComponentChildren
}) {
  const { id, label, done, of, children } = props
  return (
    <div class="progress">
      <label for={id} class="b">
        {label}
      </label>
      <progress id={id} max={of ?? undefined} value={of === null ? undefined : Math.min(done, of)} />
      <p class="s ink2">
        {of === null ? 'Starting' : `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`}
        {children && <>. {children}</>}
      </p>
    </div>
  )
}
