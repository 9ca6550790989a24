import { setTimeout as wait } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { movableClock, systemClock } from '../shell/clock.ts'
import { readConfig } from '../shell/config.ts'
import { log } from '../shell/log.ts'
import { readAssets } from './assets.ts'
import { holdServerLock, openHouse } from './house.ts'
import type { House } from './visit.ts'
import { openSite } from './web.ts'
import { startJobs } from './work.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** How long a server that was just killed, or is still stopping, may take to let go of the database. Milliseconds. */
const LETTING_GO = 2_500

/**
 * Serves until it is told to stop; requests in flight finish first. Told so while it starts, it finishes starting,
 * so that nothing is left half made or running.
 * @returns the exit code: 0 where it was stopped, 1 where it could not serve
 */
export async function serveUntilStopped(env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig(env)
  const told = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  const moved = config.timeTravel && movableClock(config.timeTravel.from)
  const { house, ground, close } = await openHouse(config, say, moved?.clock ?? systemClock)
  try {
    const lock = await waitForServerLock(ground.connectionString)
    try {
      return await serveHouse(house, lock, told, moved?.moveTo)
    } finally {
      await lock.release()
    }
  } finally {
    await close()
  }
}

type ServerLock = Awaited<ReturnType<typeof holdServerLock>>

async function waitForServerLock(connectionString: string): Promise<ServerLock> {
  const until = Date.now() + LETTING_GO
  let lock = await holdServerLock(connectionString)
  while (!lock.held && Date.now() < until) {
    await lock.release()
    await wait(100)
    lock = await holdServerLock(connectionString)
  }
  return lock
}

async function serveHouse(
  house: House,
  lock: ServerLock,
  told: Promise<void>,
  moveTo: ((moment: Date) => void) | undefined,
): Promise<number> {
  const { config } = house
  if (!lock.held) {
    say(
      `Goldthread is running already on this data${lock.at ? `, at ${lock.at}` : ''}. Use that one, or stop it first.`,
    )
    return 1
  }
  await Promise.all([house.identity.ready(), startJobs(house)])
  const site = openSite(house, readAssets(new URL('./assets/', import.meta.url)), moveTo)
  let server: ServerType
  try {
    server = await listen(site.fetch, config.port, config.host)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    say(
      code === 'EADDRINUSE'
        ? `Port ${config.port} is taken by another program. Stop it, or set PORT to another number.`
        : `The port cannot be opened: ${message}`,
    )
    return 1
  }
  const address = server.address()
  const at = config.publicUrl.replace(/:0$/, `:${typeof address === 'object' ? address?.port : config.port}`)
  await lock.announce(at)
  say(`Goldthread is ready at ${at}`)
  if (!config.loopback) say(`To set up from another machine, use this code: ${house.setUpCode}`)
  await told
  say('Stopping: requests in flight finish first.')
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  log.info('stopped')
  return 0
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  port: number,
  hostname: string,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () => resolve(server))
    server.once('error', reject)
  })
}
