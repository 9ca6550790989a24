import { serveUntilStopped } from './server.ts'

try {
  process.exit(await serveUntilStopped(process.env))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
