import type { Id } from '../kernel/id.ts'

/** How a transaction reads the same thing once, many of a kind together, and not again what was read before it. */
export type Remembering = {
  /**
   * What `read` finds, read once: in a read-only transaction a second asking under the same name gets the first
   * answer, which nobody may change. A transaction that may write reads anew each time.
   */
  once<T>(name: string, read: () => Promise<T>): Promise<T>
  /**
   * What `read` finds of one among many of a kind, such as a person's needs; undefined where it finds none. In a
   * read-only transaction all that are asked for in one turn are read together, each once; nobody may change an answer.
   * A transaction that may write reads each anew.
   */
  each<T>(name: string, id: Id, read: (ids: Id[]) => Promise<ReadonlyMap<Id, T>>): Promise<T | undefined>
  /**
   * What `read` finds, kept in memory for later read-only transactions that ask under the same name and stamp; nobody
   * may change it. The stamp stands for all that `read` depends on beside its name, and must be read before it. A
   * transaction that may write reads anew each time.
   */
  kept<T>(name: string, stamp: string, read: () => Promise<T>): Promise<T>
}

/** What is kept between transactions: the answers asked for last, of every organisation. */
export type Memory = Map<string, { stamp: string; answer: unknown }>

/** How many answers are kept. */
const KEPT = 500

/** For a transaction of an organisation that only reads. */
export function remembering(memory: Memory, orgId: Id): Remembering {
  const answers = new Map<string, Promise<unknown>>()
  const gathered = new Map<string, { ids: Id[]; found: Promise<ReadonlyMap<Id, unknown>> }>()
  const once: Remembering['once'] = <T>(name: string, read: () => Promise<T>) => {
    const known = answers.get(name) as Promise<T> | undefined
    if (known) return known
    const answer = read()
    answers.set(name, answer)
    return answer
  }
  return {
    once,
    each: <T>(name: string, id: Id, read: (ids: Id[]) => Promise<ReadonlyMap<Id, T>>) =>
      once(`${name} ${id}`, async () => {
        const open = gathered.get(name) as { ids: Id[]; found: Promise<ReadonlyMap<Id, T>> } | undefined
        if (open) {
          open.ids.push(id)
          return (await open.found).get(id)
        }
        const ids = [id]
        const found = new Promise((turn) => setImmediate(turn)).then(() => {
          gathered.delete(name)
          return read(ids)
        })
        gathered.set(name, { ids, found })
        return (await found).get(id)
      }),
    async kept<T>(name: string, stamp: string, read: () => Promise<T>) {
      const key = `${orgId} ${name}`
      const known = memory.get(key)
      const answer = known?.stamp === stamp ? (known.answer as T) : await read()
      memory.delete(key)
      memory.set(key, { stamp, answer })
      for (const [oldest] of memory) {
        if (memory.size <= KEPT) break
        memory.delete(oldest)
      }
      return answer
    },
  }
}

/** For a transaction that may write: remembers nothing. */
export const forgetful: Remembering = {
  once: (_, read) => read(),
  each: async (_, id, read) => (await read([id])).get(id),
  kept: (_, __, read) => read(),
}
