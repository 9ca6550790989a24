import { serve } from '@hono/node-server'
import { readConfig } from '../shell/config.ts'
import { log } from '../shell/log.ts'
import { readAssets } from './assets.ts'
import { holdServerLock, openHouse } from './house.ts'
import { openSite } from './web.ts'
import { startJobs } from './work.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Serves until it is told to stop; requests in flight finish first. */
export async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { house, ground, close } = await openHouse(config, say)
  const lock = await holdServerLock(ground.connectionString)
  if (!lock.held) {
    say(
      `Goldthread is running already on this data${lock.at ? `, at ${lock.at}` : ''}. Use that one, or stop it first.`,
    )
    await lock.release()
    await close()
    process.exitCode = 1
    return
  }
  await startJobs(house)
  const assets = readAssets(new URL('./assets/', import.meta.url))
  const site = openSite(house, assets)
  const server = serve({ fetch: site.fetch, port: config.port, hostname: config.host }, (address) => {
    const at = config.publicUrl.replace(/:0$/, `:${address.port}`)
    say(`Goldthread is ready at ${at}`)
    if (!config.loopback) say(`To set up from another machine, use this code once: ${house.setUpCode}`)
    void lock.announce(at)
  })
  server.on('error', async (error: NodeJS.ErrnoException) => {
    say(
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken by another program. Stop it, or set PORT to another number.`
        : `The port cannot be opened: ${error.message}`,
    )
    await lock.release()
    await close()
    process.exit(1)
  })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    say('Stopping: requests in flight finish first.')
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await lock.release()
    await close()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

await main()
