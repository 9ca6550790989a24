import { serveUntilStopped } from './server.ts'

process.exit(await serveUntilStopped(process.env))
