/** What time it is. The only source of "now"; tests and the demo pass their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/**
 * A clock for trials: it stands where it was put, until it is put elsewhere.
 * @param from where it stands at first; null: it runs like the machine's until it is moved
 */
export function movableClock(from: Date | null): { clock: Clock; moveTo(moment: Date): void } {
  let stands = from
  return {
    clock: () => stands ?? new Date(),
    moveTo(moment) {
      stands = moment
    },
  }
}
