import type { ComponentChildren } from 'preact'
import { Button, type ButtonKind } from './button.tsx'
import type { IconName } from './icon.tsx'

/** A value sent with a form and not shown. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}

function HiddenAll({ values = {} }: { values?: Record<string, string | number> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
    </>
  )
}

/**
 * A form in one column. The server checks it: the browser's own checks are off.
 * @param keep a name under which the browser keeps what is typed until the form is posted, so that a lost
 * connection or an expired session loses nothing; leave it out for passwords and files
 */
export function Form(props: {
  action: string
  method?: 'post' | 'get'
  id?: string
  keep?: string
  hidden?: Record<string, string | number>
  files?: boolean
  /** As wide as its column rather than 42 rem. */
  wide?: boolean
  /** In one row, as for filters. */
  inline?: boolean
  label?: string
  children: ComponentChildren
}) {
  const { action, method = 'post', id, keep, hidden, files, wide, inline, label, children } = props
  return (
    <form
      id={id}
      class={inline ? 'inline' : wide ? 'form form-wide' : 'form'}
      action={action}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      aria-label={label}
      data-keep={keep}
      noValidate
    >
      <HiddenAll values={hidden} />
      {children}
    </form>
  )
}

/** A form of one button, for one act on one record. `link` makes it look like a link. */
export function PostButton(props: {
  action: string
  hidden?: Record<string, string | number>
  kind?: ButtonKind
  small?: boolean
  icon?: IconName
  about?: string
  link?: boolean
  children: ComponentChildren
}) {
  const { action, hidden, link, children, about, ...look } = props
  return (
    <form class="one" action={action} method="post">
      <HiddenAll values={hidden} />
      {link ? (
        <button class="link" type="submit">
          {children}
          {about && <span class="vh"> {about}</span>}
        </button>
      ) : (
        <Button {...look} about={about}>
          {children}
        </Button>
      )}
    </form>
  )
}
