import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testServer } from './world.ts'

test('the types of the tables are those of the migrated database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-types-'))
  try {
    const out = join(folder, 'db-types.ts')
    const ran = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../bin/types.mjs', import.meta.url)), testServer(), out],
      { encoding: 'utf8' },
    )
    assert.equal(ran.status, 0, ran.stderr)
    assert.equal(
      readFileSync(new URL('../src/shell/db-types.ts', import.meta.url), 'utf8'),
      readFileSync(out, 'utf8'),
      'run `node bin/types.mjs URL`',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
