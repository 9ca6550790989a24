import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '../kernel/id.ts'
import { turn } from './turns.ts'

/** Files people attach, kept by what they hold: outside the web root, one folder an organisation. */
export type Files = {
  /** Keeps the bytes and answers their SHA-256 in hex; the same bytes twice are kept once. */
  keep(orgId: Id, bytes: Uint8Array): Promise<string>
  /** The bytes, or null where they are gone. */
  read(orgId: Id, hash: string): Promise<Uint8Array | null>
  /** Removes the bytes; nothing happens where they are gone. */
  remove(orgId: Id, hash: string): Promise<void>
  removeAll(orgId: Id): Promise<void>
  /** Lays the bytes aside, for a form that is not saved yet, and answers their SHA-256; `forgetHeld` ends it. */
  hold(orgId: Id, bytes: Uint8Array, now: Date): Promise<string>
  /** Bytes laid aside, or null where they are gone. */
  readHeld(orgId: Id, hash: string): Promise<Uint8Array | null>
  /** Removes what was last laid aside before a moment. */
  forgetHeld(orgId: Id, before: Date): Promise<void>
}

const HASH = /^[0-9a-f]{64}$/

/** The SHA-256 of some bytes, in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** How many bytes are hashed before others have their turn. */
const BITE = 8 * 1024 * 1024

/** The same, with turns for others where there are many. */
async function hashInTurns(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += BITE) {
    if (at > 0) await turn()
    hash.update(bytes.subarray(at, at + BITE))
  }
  return hash.digest('hex')
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true })
  const partial = `${path}.${process.pid}.part`
  await writeFile(partial, bytes)
  await rename(partial, path)
}

/**
 * @param folder where files are kept for good
 * @param heldFolder where files wait for their form to be saved: no part of a backup
 */
export function openFiles(folder: string, heldFolder: string): Files {
  const place = (orgId: Id, hash: string) => join(folder, orgId, hash.slice(0, 2), hash)
  const readAt = (path: string, hash: string) => (HASH.test(hash) ? readFile(path).catch(() => null) : null)
  return {
    async keep(orgId, bytes) {
      const hash = await hashInTurns(bytes)
      await put(place(orgId, hash), bytes)
      return hash
    },
    async read(orgId, hash) {
      return readAt(place(orgId, hash), hash)
    },
    async remove(orgId, hash) {
      if (HASH.test(hash)) await rm(place(orgId, hash), { force: true })
    },
    async removeAll(orgId) {
      for (const each of [folder, heldFolder]) await rm(join(each, orgId), { recursive: true, force: true })
    },
    async hold(orgId, bytes, now) {
      const hash = await hashInTurns(bytes)
      const path = join(heldFolder, orgId, hash)
      await put(path, bytes)
      await utimes(path, now, now)
      return hash
    },
    async readHeld(orgId, hash) {
      return readAt(join(heldFolder, orgId, hash), hash)
    },
    async forgetHeld(orgId, before) {
      for (const name of await readdir(join(heldFolder, orgId)).catch(() => [])) {
        const path = join(heldFolder, orgId, name)
        const { mtime } = await stat(path).catch(() => ({ mtime: null }))
        if (mtime && mtime < before) await rm(path, { force: true })
      }
    },
  }
}
