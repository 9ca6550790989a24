import { Icon } from '../icon.tsx'

/** Something that can be checked at a glance before a file is loaded. */
export type Looked = { tone: 'good' | 'warn'; lead: string; rest: string }

/** What looks right and what is worth a second look. */
export function LookedList({ notes }: { notes: readonly Looked[] }) {
  if (notes.length === 0) return <div />
  return (
    <ul class="check">
      {notes.map(({ tone, lead, rest }) => (
        <li key={lead} class={tone === 'good' ? undefined : 'no'}>
          <Icon name={tone === 'good' ? 'tick' : 'missing'} />
          <span>
            {tone === 'warn' && <span class="vh">Look again: </span>}
            <b class="b">{lead}</b> {rest}
          </span>
        </li>
      ))}
    </ul>
  )
}
