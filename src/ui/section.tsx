import type { ComponentChildren } from 'preact'

type HeadProps = {
  /** The heading's id. */
  id: string
  title: ComponentChildren
  /** One quiet fact or link at the right. */
  fact?: ComponentChildren
  level?: 2 | 3 | 4
}

/** The page's one `h1`, the record's own words; under it what it is, whose and when; at its right a button or two. */
export function Head(props: {
  title: ComponentChildren
  lead?: ComponentChildren
  actions?: ComponentChildren
}) {
  const { title, lead, actions } = props
  return (
    <div class="head">
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {actions && <div class="head-act">{actions}</div>}
    </div>
  )
}

/** A section's opening: a rule, its title at the left, one quiet fact or link at the right. */
export function SectionHead({ id, title, fact, level = 2 }: HeadProps) {
  const Heading = `h${level}` as const
  return (
    <div class="sec-h">
      <Heading id={id}>{title}</Heading>
      {fact && <div class="fact">{fact}</div>}
    </div>
  )
}

/** A part of a page, with its opening. */
export function Section({ children, ...head }: HeadProps & { children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={head.id}>
      <SectionHead {...head} />
      {children}
    </section>
  )
}

/** A box: only for what waits for somebody or can be signed. Without a title it is a small one with no heading. */
export function Panel(props: {
  id?: string
  title?: ComponentChildren
  fact?: ComponentChildren
  level?: 2 | 3 | 4
  children: ComponentChildren
}) {
  const { id, title, fact, level, children } = props
  if (!id || !title) return <div class="panel panel-s">{children}</div>
  return (
    <section class="panel" aria-labelledby={id}>
      <SectionHead id={id} title={title} fact={fact} level={level} />
      {children}
    </section>
  )
}

/**
 * Two columns from 62 em, one below that, in source order. Each child is a column.
 * @param smart the first text area's words are read as an objective while they are typed, and the reading is shown
 * in the `<div data-smart-result>` within: the server's day, and what the plan holds, as JSON
 */
export function Columns(props: {
  split: '7-5' | '8-4' | '4-8' | '6-6'
  smart?: { today: string; record?: string }
  children: ComponentChildren
}) {
  const { split, smart, children } = props
  return (
    <div
      class={`cols cols-${split}`}
      data-smart={smart && ''}
      data-smart-today={smart?.today}
      data-smart-record={smart?.record}
    >
      {children}
    </div>
  )
}

/** Cards of equal width, as many beside each other as fit. Each child is a card. */
export function Cards({ children }: { children: ComponentChildren }) {
  return <div class="cards">{children}</div>
}

/** An identifier such as O-14, which never breaks. */
export function Ref({ children }: { children: ComponentChildren }) {
  return <span class="nw">{children}</span>
}

/** Text that is closed until it is asked for, and open on paper. */
export function More({
  summary,
  open,
  children,
}: {
  summary: ComponentChildren
  open?: boolean
  children: ComponentChildren
}) {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
