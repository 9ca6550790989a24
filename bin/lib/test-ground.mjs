import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openGround } from '../../src/shell/ground.ts'

const folder = mkdtempSync(join(tmpdir(), 'goldthread-test-'))
chmodSync(folder, 0o711)
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
const trial = { package: process.argv[2], settings }
const ground = await openGround({ dataDir: folder, databaseUrl: null }, () => {}, trial)
console.log(ground.connectionString)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
for await (const _ of process.stdin);

const client = new pg.Client({ connectionString: ground.connectionString })
await client.connect()
await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`)
await client.end()
await ground.stop()
rmSync(folder, { recursive: true, force: true })
