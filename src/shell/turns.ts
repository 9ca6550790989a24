import type { Steps } from '../kernel/steps.ts'

/** Lets other requests have their turn. */
export function turn(): Promise<void> {
  return new Promise((next) => setImmediate(next))
}

/** What work in steps comes to; other requests go on between two of them. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await turn()
  }
}
