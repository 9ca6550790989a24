import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type CheckItem = { there: boolean; text: ComponentChildren }

/** What is there and what is missing, in words: hints, never a score. */
export function CheckList({ items }: { items: readonly CheckItem[] }) {
  return (
    <ul class="check">
      {items.map((item, index) => (
        <CheckLine key={index} no={!item.there}>
          {!item.there && <span class="vh">Not yet: </span>}
          {item.text}
        </CheckLine>
      ))}
    </ul>
  )
}

/** A line of a list of the class `check`: what holds, with a tick, or with `no` what does not. */
export function CheckLine({ no, children }: { no?: boolean; children: ComponentChildren }) {
  return (
    <li class={no ? 'no' : undefined}>
      <Icon name={no ? 'missing' : 'tick'} />
      <span>{children}</span>
    </li>
  )
}

/** What happened to a record, newest first. `day` is `YYYY-MM-DD`; `text` says it: "16 Nov 2026". */
export function Log({
  entries,
}: {
  entries: readonly { day: string; text: string; what: ComponentChildren }[]
}) {
  return (
    <ol class="log">
      {entries.map((entry, index) => (
        <li key={index}>
          <time dateTime={entry.day}>{entry.text}</time>
          <span>{entry.what}</span>
        </li>
      ))}
    </ol>
  )
}

/** The case for a claim: what is for it, against it, how old, what is missing. Lines that are null are left out. */
export function Case(props: {
  lines: readonly { term: string; text: ComponentChildren; missing?: boolean }[]
}) {
  return (
    <dl class="case">
      {props.lines.map((entry) => (
        <>
          <dt>{entry.term}</dt>
          <dd class={entry.missing ? 'none' : undefined}>{entry.text}</dd>
        </>
      ))}
    </dl>
  )
}

export type Step = { title: string; href: string; state: ComponentChildren; current?: boolean }

/** A numbered list to work through, each with where it stands, and which is open now. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="crit">
      {steps.map((step, index) => (
        <li key={step.href}>
          <a href={step.href} aria-current={step.current ? 'step' : undefined}>
            <span class="no">{index + 1}</span>
            <span>{step.title}</span>
            {step.current ? <span class="state">You are here</span> : step.state}
          </a>
        </li>
      ))}
    </ol>
  )
}

/** The stages of a reflective account: each named, with what is in it and a link to its field. */
export function Stages(props: {
  stages: readonly { title: string; href: string; state: 'done' | 'part' | 'none'; words: string }[]
}) {
  return (
    <ol class="stages">
      {props.stages.map((stage) => (
        <li key={stage.href} class={stage.state === 'done' ? undefined : stage.state}>
          <a href={stage.href}>
            <b>{stage.title}</b>
            {stage.words}
          </a>
        </li>
      ))}
    </ol>
  )
}
