import type { JSX } from 'preact'

/** One part in its states, in real words; `wide` takes the whole width. */
export type Example = { name: string; wide?: boolean; show: JSX.Element }
export type ExampleGroup = {
  id: string
  title: string
  fact: string
  /** Two examples beside each other rather than four. */
  roomy?: boolean
  examples: readonly Example[]
}
