/** What time it is. The only source of "now"; tests and the demo pass their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** A clock for trials: it runs like the machine's until it is moved, and from then on stands where it was put. */
export function movableClock(): { clock: Clock; moveTo(moment: Date): void } {
  let stands: Date | null = null
  return {
    clock: () => stands ?? new Date(),
    moveTo(moment) {
      stands = moment
    },
  }
}
