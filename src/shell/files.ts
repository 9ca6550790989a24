import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '../kernel/id.ts'

/** Files people attach, kept by what they hold: outside the web root, one folder an organisation. */
export type Files = {
  /** Keeps the bytes and answers their SHA-256 in hex; the same bytes twice are kept once. */
  keep(orgId: Id, bytes: Uint8Array): Promise<string>
  /** The bytes, or null where they are gone. */
  read(orgId: Id, hash: string): Promise<Uint8Array | null>
  /** Removes the bytes; nothing happens where they are gone. */
  remove(orgId: Id, hash: string): Promise<void>
  removeAll(orgId: Id): Promise<void>
}

export function openFiles(folder: string): Files {
  const place = (orgId: Id, hash: string) => join(folder, orgId, hash.slice(0, 2), hash)
  return {
    async keep(orgId, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = place(orgId, hash)
      await mkdir(join(path, '..'), { recursive: true })
      const partial = `${path}.${process.pid}.part`
      await writeFile(partial, bytes)
      await rename(partial, path)
      return hash
    },
    async read(orgId, hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null
      return readFile(place(orgId, hash)).catch(() => null)
    },
    async remove(orgId, hash) {
      if (/^[0-9a-f]{64}$/.test(hash)) await rm(place(orgId, hash), { force: true })
    },
    async removeAll(orgId) {
      await rm(join(folder, orgId), { recursive: true, force: true })
    },
  }
}
