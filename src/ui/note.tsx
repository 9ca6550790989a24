import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type NoteKind = 'info' | 'warn' | 'done' | 'error' | 'private'

const NOTES: Record<NoteKind, { look: string; icon: IconName }> = {
  info: { look: 'note', icon: 'info' },
  warn: { look: 'note note-warn', icon: 'warn' },
  done: { look: 'note note-done', icon: 'tick' },
  error: { look: 'note note-err', icon: 'warn' },
  private: { look: 'note', icon: 'lock' },
}

/** A notice: say what happened (`title`), then what to do. `live` announces it, for the answer to what was just done. */
export function Note(props: {
  kind?: NoteKind
  title?: ComponentChildren
  live?: boolean
  children?: ComponentChildren
}) {
  const { kind = 'info', title, live, children } = props
  const { look, icon } = NOTES[kind]
  return (
    <div class={look} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icon} />
      <div>
        {title && <b>{title}</b>} {children}
      </div>
    </div>
  )
}
