import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { hashOf, openFiles } from './files.ts'

test('a large file is kept whole under the hash of all of it, and held under the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-files-'))
  const orgId = '00000000-0000-4000-8000-000000000001'
  const bytes = Buffer.alloc(17 * 1024 * 1024, 'She listens. ')
  try {
    const files = openFiles(join(folder, 'kept'), join(folder, 'held'))
    const hash = await files.keep(orgId, bytes)
    assert.equal(hash, hashOf(bytes))
    assert.ok(bytes.equals((await files.read(orgId, hash)) ?? new Uint8Array()))
    assert.equal(await files.hold(orgId, bytes, new Date()), hash)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
