import type { ComponentChildren } from 'preact'

/** The seven knots of the thread, in order. Source: mission.md, DESIGN.md principle 1. */
export const STAGES = [
  'Evidence',
  'Need',
  'Objective',
  'Actions',
  'Review and reflection',
  'Impact on practice',
  'Award',
] as const
export type Stage = (typeof STAGES)[number]

export type Knot = {
  stage: Stage
  /** `gap`: later knots are there and this one is not. */
  state: 'done' | 'now' | 'todo' | 'gap'
  text: ComponentChildren
  href?: string
  meta?: ComponentChildren
}

const classOf = { done: undefined, now: 'now', todo: 'todo', gap: 'todo broken' }

/** The thread of one record, each knot a link; upright under 62 em. */
export function Thread({ label, knots }: { label: string; knots: readonly Knot[] }) {
  return (
    <nav class="thread-box" aria-label={label}>
      <ol class="thread">
        {knots.map((knot) => (
          <li key={knot.stage} class={classOf[knot.state]}>
            <span class="st">{knot.stage}</span>
            {knot.href ? (
              <a href={knot.href} aria-current={knot.state === 'now' ? 'step' : undefined}>
                {knot.text}
              </a>
            ) : (
              <span class="b">{knot.text}</span>
            )}
            {knot.meta && <span class="me">{knot.meta}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The thread upright, for narrow columns. */
export function UprightThread({ knots }: { knots: readonly Knot[] }) {
  return (
    <ol class="thread-v s">
      {knots.map((knot) => (
        <li key={knot.stage} class={classOf[knot.state]}>
          <b class="b">{knot.stage}</b>, {knot.href ? <a href={knot.href}>{knot.text}</a> : knot.text}
          {knot.meta && <span class="sub">{knot.meta}</span>}
        </li>
      ))}
    </ol>
  )
}

/** Seven small knots and the word of the stage reached, for a row of a table. */
export function MiniThread({ now }: { now: Stage }) {
  const at = STAGES.indexOf(now)
  const x = (index: number) => 7 + 17 * index
  return (
    <span class="mini">
      <svg width="116" height="14" viewBox="0 0 116 14" aria-hidden="true">
        <path class="th" d={`M7 7H${x(at)}`} />
        <path class="th-todo" d={`M${x(at)} 7H109`} />
        {STAGES.map((stage, index) => (
          <circle
            key={stage}
            class={index < at ? 'th-done' : index === at ? 'th-now' : 'th-next'}
            cx={x(index)}
            cy="7"
            r={index === at ? 4.5 : 4}
          />
        ))}
      </svg>
      {now}
    </span>
  )
}
