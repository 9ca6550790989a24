import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** Why an archive is not opened. */
export type ZipFault = 'broken' | 'locked' | 'swells' | 'hides'

/** What an archive holds: the name of every part, with the size it swells to, and the words of the parts asked for. */
export type ZipRead =
  | { ok: true; parts: { name: string; begins: Buffer }[]; words: Map<string, string>; swollen: number }
  | { ok: false; why: ZipFault }

/** Limits of one archive, with those inside it: bytes that it swells to, how many times its own size, its parts. */
const LIMITS = { swollen: 200_000_000, times: 100, parts: 5000 }
/** Bytes of a part that is needed whole, and of all the words that are read. */
const WHOLE_LIMIT = 1_000_000
const WORDS_LIMIT = 8_000_000

/** Bytes of a part that tell what it is. */
const BEGINS = 8

class Unsafe extends Error {
  constructor(readonly why: ZipFault) {
    super(why)
  }
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(error) : resolve(zip),
    ),
  )

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > LIMITS.parts) reject(new Unsafe('swells'))
      else zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', reject)
    zip.readEntry()
  })
}

/** Local header, without its name and extra field. Source: APPNOTE.TXT 6.3.10, 4.3.7. */
const HEADER = 30

/** Parts that lie in one another, are named twice, or leave room before the first for another file. */
function checkPlaces(entries: readonly Entry[], length: number): void {
  if (new Set(entries.map((entry) => entry.fileName.toLowerCase())).size < entries.length)
    throw new Unsafe('hides')
  let free = 0
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const { relativeOffsetOfLocalHeader: from, compressedSize, fileNameLength } of inOrder) {
    if (from < free || (free === 0 && from !== 0)) throw new Unsafe('hides')
    free = from + HEADER + fileNameLength + compressedSize
  }
  if (free > length) throw new Unsafe('broken')
}

function contentOf(zip: ZipFile, entry: Entry, limit: number): Promise<{ size: number; content: Buffer }> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(error)
      const kept: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        if (size < limit) kept.push(chunk.subarray(0, limit - size))
        size += chunk.length
      })
      stream.once('error', reject)
      stream.once('end', () => resolve({ size, content: Buffer.concat(kept) }))
    })
  })
}

/** What to read of an archive, by the names of its parts. */
type Asked = {
  /** Needed to its last byte, or the archive is not taken. */
  whole: (name: string) => boolean
  /** Read for its words, as far as there is room. */
  words: (name: string) => boolean
  /** May be an archive itself: its parts are not listed, but count. */
  holds: (name: string) => boolean
}

/** Reads an archive to its end, so that what it swells to is counted and not believed. */
export async function readZip(bytes: Uint8Array, asked: Asked): Promise<ZipRead> {
  try {
    return await readAll(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), asked, LIMITS.swollen)
  } catch (error) {
    return { ok: false, why: error instanceof Unsafe ? error.why : 'broken' }
  }
}

const NOTHING: Asked = { whole: () => false, words: () => false, holds: () => false }

async function readAll(bytes: Buffer, asked: Asked, room: number): Promise<Extract<ZipRead, { ok: true }>> {
  const zip = await opened(bytes)
  const entries = await listEntries(zip)
  checkPlaces(entries, bytes.length)
  if (entries.some((entry) => entry.isEncrypted())) throw new Unsafe('locked')
  const most = Math.min(room, bytes.length * LIMITS.times)
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > most) throw new Unsafe('swells')
  const parts: { name: string; begins: Buffer }[] = []
  const words = new Map<string, string>()
  let [swollen, left] = [0, WORDS_LIMIT]
  for (const entry of entries) {
    const { fileName: name, uncompressedSize } = entry
    const [whole, read, held] = [asked.whole(name), asked.words(name), asked.holds(name)]
    if (whole && uncompressedSize > WHOLE_LIMIT) throw new Unsafe('swells')
    const limit = held || whole ? uncompressedSize : read ? Math.max(left, BEGINS) : BEGINS
    const { size, content } = await contentOf(zip, entry, limit)
    swollen += size
    if (whole || read) words.set(name, content.toString('utf8'))
    if (read) left -= content.length
    const begins = content.subarray(0, BEGINS)
    if (begins.toString('latin1').startsWith('PK\x03\x04')) {
      if (!held) throw new Unsafe('hides')
      swollen += (await readAll(content, NOTHING, most - swollen)).swollen
    }
    parts.push({ name, begins })
  }
  return { ok: true, parts, words, swollen }
}
