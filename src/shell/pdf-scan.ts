import { constants, inflateSync } from 'node:zlib'

/** Why a PDF is not kept. */
export type PdfFault =
  | 'locked'
  | 'acts by itself'
  | 'holds files'
  | 'too many pages'
  | 'swells'
  | 'too slow'
  | 'broken'

/** Bytes that one stream may swell to (a page of a fine scan), and all of them. */
const STREAM_LIMIT = 100_000_000
const STREAMS_LIMIT = 600_000_000

type Stream = { dictionary: string; body: Buffer }

/** A PDF apart: the text of its objects, without what its streams hold, and the streams. Source: ISO 32000-1, 7.3.8. */
function takeApart(bytes: Buffer): { objects: string; streams: Stream[] } {
  const objects: string[] = []
  const streams: Stream[] = []
  let at = 0
  for (;;) {
    const word = bytes.indexOf('stream', at, 'latin1')
    const text = bytes.toString('latin1', at, word === -1 ? bytes.length : word)
    objects.push(text)
    if (word === -1) break
    const feed = bytes[word + 6] === 13 ? (bytes[word + 7] === 10 ? 2 : 1) : bytes[word + 6] === 10 ? 1 : 0
    at = word + 6
    if (feed === 0 || !/>>\s*$/.test(text.slice(-200))) continue
    const from = word + 6 + feed
    const end = bytes.indexOf('endstream', from, 'latin1')
    streams.push({
      dictionary: text.slice(Math.max(0, text.lastIndexOf(' obj'))),
      body: bytes.subarray(from, end === -1 ? bytes.length : end),
    })
    if (end === -1) break
    at = end + 9
  }
  return { objects: objects.join('\n'), streams }
}

/** Names as readers take them: "/J#61vaScript" is "/JavaScript". Source: ISO 32000-1, 7.3.5. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const named = (...names: string[]) => new RegExp(`/(?:${names.join('|')})(?![A-Za-z0-9])`)

const FAULTS: readonly [RegExp, PdfFault][] = [
  [named('Encrypt'), 'locked'],
  [named('JavaScript', 'JS', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'XFA'), 'acts by itself'],
  [named('EmbeddedFiles?', 'FileAttachment'), 'holds files'],
]

const faultIn = (text: string): PdfFault | null => {
  const plain = plainNames(text)
  return FAULTS.find(([sign]) => sign.test(plain))?.[1] ?? null
}

const FLATE = named('FlateDecode', 'Fl')
const FILTER = named('Filter', 'F')

/** What a packed stream holds; null where that is more than one may. Damaged streams give what can be read of them. */
function unpack(body: Buffer): Buffer | null {
  try {
    return inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: STREAM_LIMIT })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : Buffer.alloc(0)
  }
}

/** Flate, LZW and run lengths: filters by which few bytes become many. */
const PACKING = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])/g
const OBJECTS = /\/ObjStm(?![A-Za-z0-9])/g

/**
 * What a PDF would do or hold beside its pages, found in its objects, those in packed object streams too.
 * Null where nothing was found, which is no promise that nothing is there.
 */
export function faultOfPdf(bytes: Uint8Array): PdfFault | null {
  const { objects, streams } = takeApart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const fault = faultIn(objects)
  if (fault) return fault
  let swollen = 0
  let hidden = plainNames(objects).match(OBJECTS)?.length ?? 0
  for (const { dictionary, body } of streams) {
    const plain = plainNames(dictionary)
    const holdsObjects = plain.match(OBJECTS)?.length ?? 0
    const filters = plain.match(PACKING) ?? []
    if (filters.length > 1) return 'swells'
    const flate = FLATE.test(plain)
    const content = flate ? unpack(body) : body
    if (content === null) return 'swells'
    swollen += flate ? content.length : 0
    if (swollen > STREAMS_LIMIT) return 'swells'
    if (holdsObjects === 0) continue
    hidden -= holdsObjects
    if (!flate && FILTER.test(plain)) return 'broken'
    const inside = faultIn(content.toString('latin1'))
    if (inside) return inside
  }
  return hidden === 0 ? null : 'broken'
}
