/** What time it is. The only source of "now"; tests and the demo pass their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
