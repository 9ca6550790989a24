import { pino } from 'pino'

/** The log: one JSON line an event, on standard error, never with names, addresses, form values or other personal data. */
export const log = pino(
  { level: process.env.GOLDTHREAD_LOG ?? 'info', base: null },
  pino.destination({ fd: 2, sync: false }),
)
