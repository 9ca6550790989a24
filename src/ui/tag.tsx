import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type TagKind = 'plain' | 'ink' | 'late' | 'thread' | 'dash'

/** A small label. `late` is for late, missing and stale alone; `thread` for what is on a thread; `dash` for what is thin. */
export function Tag({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: TagKind
  icon?: IconName
  children: ComponentChildren
}) {
  return (
    <span class={kind === 'plain' ? 'tag' : `tag tag-${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** What nobody else sees. */
export function OnlyYou() {
  return <Tag icon="lock">Only you</Tag>
}

/** "7 days late". */
export function Late({ days }: { days: number }) {
  return (
    <Tag kind="late" icon="clock">
      {days === 1 ? '1 day late' : `${days} days late`}
    </Tag>
  )
}

/** The only four words for what a chart says. Source: mission.md, domain.md 3.3. */
export type VerdictWord = 'improvement signal' | 'concern signal' | 'no signal' | 'too few points'

const VERDICTS = {
  'improvement signal': {
    look: 'v-improve',
    text: 'Improvement signal',
    shape: <path d="M7 1.5 12.5 12h-11z" />,
  },
  'concern signal': { look: 'v-concern', text: 'Concern signal', shape: <path d="M7 12.5 1.5 2h11z" /> },
  'no signal': { look: 'v-none', text: 'No signal', shape: <circle cx="7" cy="7" r="5" /> },
  'too few points': { look: 'v-few', text: 'Too few points', shape: <circle cx="7" cy="7" r="5" /> },
}

/** A verdict: its word and its shape; colour only supports them. */
export function Verdict({ word }: { word: VerdictWord }) {
  const { look, text, shape } = VERDICTS[word]
  return (
    <span class={`v ${look}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {shape}
      </svg>
      {text}
    </span>
  )
}

export type StateWord = 'award' | 'refer' | 'not yet'

const STATES = {
  award: { look: 'state-award', text: 'Awarded', ring: undefined, mark: 'M5 8.3 7.2 10.5 11 6' },
  refer: {
    look: 'state-refer',
    text: 'Referred',
    ring: undefined,
    mark: 'M10.5 8H5.5M7.5 5.8 5.3 8l2.2 2.2',
  },
  'not yet': { look: 'state-none', text: 'Not yet', ring: '2 2.4', mark: null },
}

/** Where one item stands: done, sent back, or not yet. `text` replaces the word: "4 rated". */
export function State({ word, text }: { word: StateWord; text?: string }) {
  const state = STATES[word]
  return (
    <span class={`state ${state.look}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" stroke-dasharray={state.ring} />
        {state.mark && <path d={state.mark} />}
      </svg>
      {text ?? state.text}
    </span>
  )
}
