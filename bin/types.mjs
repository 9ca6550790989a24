// Writes src/shell/db-types.ts from a freshly migrated database: `node bin/types.mjs [postgres URL of a server]`.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { register } from 'tsx/esm/api'

register()
const { migrate } = await import('../src/shell/migrate.ts')
const server = process.argv[2] ?? process.env.GOLDTHREAD_TEST_DATABASE
const out = process.argv[3] ?? 'src/shell/db-types.ts'
if (!server) throw new Error('Give the URL of a PostgreSQL server, or set GOLDTHREAD_TEST_DATABASE.')
const name = `types_${randomBytes(6).toString('hex')}`
const admin = new pg.Client({ connectionString: server })
await admin.connect()
await admin.query(`create database ${name}`)
const url = new URL(server)
url.pathname = `/${name}`
try {
  await migrate(url.href, new URL('../migrations/', import.meta.url))
  const run = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url)),
      '--dialect=postgres',
      `--url=${url.href}`,
      `--out-file=${out}`,
      '--default-schema=goldthread',
      '--include-pattern=goldthread.*',
      '--date-parser=string',
      '--numeric-parser=number',
      '--no-domains',
      '--log-level=warn',
    ],
    { stdio: 'inherit', cwd: fileURLToPath(new URL('..', import.meta.url)) },
  )
  process.exitCode = run.status ?? 1
} finally {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}
