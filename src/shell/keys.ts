import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Keys that must not lie in the database: each 32 random bytes in a file of its own, which only the server's user reads. */
export type Keys = {
  /** A key that stays, made when it is first asked for. */
  lasting(name: string): Promise<Buffer>
  /** Makes the key of a thing in a set; on the disk before this answers. The key that is there, where there is one. */
  make(set: string, name: string): Promise<Buffer>
  /** The key, or null where it was destroyed or never made. */
  find(set: string, name: string): Promise<Buffer | null>
  /** Overwrites and removes the key; nothing happens where it is gone. */
  destroy(set: string, name: string): Promise<void>
  /** The names of a set, with when each was made. */
  list(set: string): Promise<{ name: string; madeAt: Date }[]>
  /** Every set that was ever made. */
  sets(): Promise<string[]>
}

const BYTES = 32
const NAME = /^[\w-]+$/

/** Keys in a folder, which is made at the first key. It belongs into every backup: without it open answers can't be read. */
export function openKeys(folder: string): Keys {
  const lasting = new Map<string, Promise<Buffer>>()
  const place = (set: string, name: string) => {
    if (!NAME.test(set) || !NAME.test(name)) throw new Error('A key has a plain name.')
    return join(folder, set, name)
  }
  const make = async (set: string, name: string): Promise<Buffer> => {
    const path = place(set, name)
    const there = await read(path)
    if (there) return there
    const fresh = randomBytes(BYTES)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const partial = `${path}.${randomBytes(6).toString('hex')}.part`
    await write(partial, fresh)
    // A link is never put in another's place: of two that make the same key at once, both get the first one's.
    await link(partial, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(partial, { force: true })
    await settle(dirname(path))
    return (await read(path)) ?? fresh
  }
  return {
    lasting(name) {
      const known = lasting.get(name)
      if (known) return known
      const key = make('lasting', name)
      lasting.set(name, key)
      key.catch(() => lasting.delete(name))
      return key
    },
    make,
    find: async (set, name) => read(place(set, name)),
    async destroy(set, name) {
      const path = place(set, name)
      const there = await stat(path).catch(() => null)
      if (!there) return
      await write(path, randomBytes(BYTES))
      await rm(path, { force: true })
      await settle(dirname(path))
    },
    async list(set) {
      const names = (await readdir(join(folder, set)).catch(() => [])).filter((name) => NAME.test(name))
      const found = await Promise.all(
        names.map(async (name) => ({ name, there: await stat(place(set, name)).catch(() => null) })),
      )
      return found.flatMap(({ name, there }) => (there ? [{ name, madeAt: there.mtime }] : []))
    },
    async sets() {
      const names = await readdir(folder).catch(() => [])
      return names.filter((name) => NAME.test(name) && name !== 'lasting')
    },
  }
}

async function read(path: string): Promise<Buffer | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (bytes && bytes.length !== BYTES) throw new Error(`${path} is no key. Put it back from a backup.`)
  return bytes
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Has the folder itself written to the disk, so that a name made or removed stays so; not every system can. */
async function settle(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null)
  await opened?.sync().catch(() => {})
  await opened?.close()
}
