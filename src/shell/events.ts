import type { OrgTx } from './db.ts'

/** Something that happened in one capability and that a later one reacts to, in the same transaction. */
export type Event<T> = {
  listen(reaction: (tx: OrgTx, what: T) => Promise<void>): void
  happen(tx: OrgTx, what: T): Promise<void>
}

export function event<T>(): Event<T> {
  const reactions: ((tx: OrgTx, what: T) => Promise<void>)[] = []
  return {
    listen(reaction) {
      reactions.push(reaction)
    },
    async happen(tx, what) {
      for (const reaction of reactions) await reaction(tx, what)
    },
  }
}
