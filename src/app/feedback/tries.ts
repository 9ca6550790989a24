/** How many wrong links one address may try in a while, before it waits. */
const MOST = 30
const WHILE_MS = 10 * 60_000
/** Addresses remembered at once; the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000

/** Counts wrong tries by address, in this process alone: what is tried holds 128 random bits, so this only spares work. */
export function openTries(now: () => number): {
  wrong(address: string): void
  tooMany(address: string): boolean
} {
  const tries = new Map<string, { since: number; n: number }>()
  const current = (address: string) => {
    const found = tries.get(address)
    return found && now() - found.since < WHILE_MS ? found : null
  }
  return {
    wrong(address) {
      const found = current(address) ?? { since: now(), n: 0 }
      tries.delete(address)
      tries.set(address, { ...found, n: found.n + 1 })
      const [oldest] = tries.keys()
      if (tries.size > MOST_ADDRESSES && oldest !== undefined) tries.delete(oldest)
    },
    tooMany: (address) => (current(address)?.n ?? 0) >= MOST,
  }
}
