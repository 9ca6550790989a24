import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** Where an error came from. Its message may quote what somebody typed, so that is left out. */
export function placesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
}

/** The address as the routes have it, without identifiers: `/people/:person/plan`. */
export function patternOf(context: Context): string | undefined {
  return matchedRoutes(context).findLast(({ method }) => method !== 'ALL')?.path
}

const CONNECTION_LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
])

/** Whether the database went away. */
export function isConnectionLost(error: Error): boolean {
  return (
    CONNECTION_LOST.has((error as { code?: string }).code ?? '') ||
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  )
}

const LOST_RACE = new Set(['23505', '40001', '40P01'])

/**
 * Whether two did the same at once and the database let the other through (PostgreSQL: unique violation, serialisation
 * failure, deadlock): run again, the work sees what the first did.
 */
export function isLostRace(error: unknown): boolean {
  return LOST_RACE.has((error as { code?: string }).code ?? '')
}
