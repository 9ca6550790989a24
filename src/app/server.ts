import { type ServerType, serve } from '@hono/node-server'
import { readConfig } from '../shell/config.ts'
import { log } from '../shell/log.ts'
import { readAssets } from './assets.ts'
import { holdServerLock, openHouse } from './house.ts'
import { openSite } from './web.ts'
import { startJobs } from './work.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * Serves until it is told to stop; requests in flight finish first.
 * @returns the exit code: 0 where it was stopped, 1 where it could not serve
 */
export async function serveUntilStopped(env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig(env)
  const { house, ground, close } = await openHouse(config, say)
  const lock = await holdServerLock(ground.connectionString)
  const end = async (code: number) => {
    await lock.release()
    await close()
    return code
  }
  if (!lock.held) {
    say(
      `Goldthread is running already on this data${lock.at ? `, at ${lock.at}` : ''}. Use that one, or stop it first.`,
    )
    return end(1)
  }
  await Promise.all([house.identity.ready(), startJobs(house)])
  const site = openSite(house, readAssets(new URL('./assets/', import.meta.url)))
  let server: ServerType | null = null
  try {
    server = await listen(site.fetch, config.port, config.host)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    say(
      code === 'EADDRINUSE'
        ? `Port ${config.port} is taken by another program. Stop it, or set PORT to another number.`
        : `The port cannot be opened: ${message}`,
    )
    return end(1)
  }
  const address = server.address()
  const at = config.publicUrl.replace(/:0$/, `:${typeof address === 'object' ? address?.port : config.port}`)
  await lock.announce(at)
  say(`Goldthread is ready at ${at}`)
  if (!config.loopback) say(`To set up from another machine, use this code: ${house.setUpCode}`)
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  say('Stopping: requests in flight finish first.')
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  log.info('stopped')
  return end(0)
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
