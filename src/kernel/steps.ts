/** Long work in steps, between which others may have their turn; what it comes to is returned at the end. */
export type Steps<T> = Generator<undefined, T>

/** What work in steps comes to, done at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
