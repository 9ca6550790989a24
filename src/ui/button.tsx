import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'warn'

const KINDS: Record<ButtonKind, string> = {
  primary: 'btn',
  secondary: 'btn btn-2',
  quiet: 'btn btn-3',
  warn: 'btn btn-warn',
}

type Look = {
  /** One primary a page. */
  kind?: ButtonKind
  small?: boolean
  icon?: IconName
  /** What the button is about, for those who hear it alone: "Change" + "action 2". */
  about?: string
  children: ComponentChildren
}

function Words({ icon, about, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {about && <span class="vh"> {about}</span>}
    </>
  )
}

const classOf = (kind: ButtonKind = 'primary', small = false) => KINDS[kind] + (small ? ' btn-s' : '')

/** A button of the form around it. Its words name the result: "Sign the review". */
export function Button(
  props: Look & {
    name?: string
    value?: string
    disabled?: boolean
    action?: string
    type?: 'submit' | 'button'
    /** Where the page after it leads back to. */
    id?: string
    /** The id of the form it belongs to, where it stands outside. */
    form?: string
    /** What it puts at once into the target of an objective (src/app/plans/enhance.ts); without JavaScript it posts. */
    fill?: string
  },
) {
  const { kind, small, id, name, value, disabled, action, type = 'submit', form, fill } = props
  return (
    <button
      class={classOf(kind, small)}
      id={id}
      type={type}
      name={name}
      value={value}
      disabled={disabled}
      formAction={action}
      form={form}
      data-smart-fill={fill}
      formNoValidate
    >
      <Words {...props} />
    </button>
  )
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: Look & { href: string; download?: boolean }) {
  const { kind, small, href, download } = props
  return (
    <a class={classOf(kind, small)} href={href} download={download}>
      <Words {...props} />
    </a>
  )
}

/** Prints the page. Shown by the browser's script alone. */
export function PrintButton({ kind = 'secondary', children }: Pick<Look, 'kind' | 'children'>) {
  return (
    <span data-print hidden>
      <Button kind={kind} icon="print" type="button">
        {children}
      </Button>
    </span>
  )
}

/** A row of buttons. */
export function Buttons({ children, flush }: { children: ComponentChildren; flush?: boolean }) {
  return <div class={flush ? 'btns flush' : 'btns'}>{children}</div>
}
