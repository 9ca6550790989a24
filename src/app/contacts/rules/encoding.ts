import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import type { Encoding } from './mapping.ts'

/** The largest file read in one piece, in bytes. Source: helpdesk.md 7.3. */
export const MAX_BYTES = 50 * 1024 * 1024

const ZIP = 'This is a zip file with a .csv name. Unpack it, or save the sheet as CSV.'
const SIGNATURES: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], ZIP],
  [[0x50, 0x4b, 0x05, 0x06], ZIP],
  [[0x1f, 0x8b], 'This is a gzip file. Unpack it, and choose the CSV file inside.'],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel workbook. Open it, save the sheet as CSV, and choose that file.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Export the rows as CSV, and choose that file.'],
  [[0x50, 0x41, 0x52, 0x31], 'This is a Parquet file. Export the rows as CSV, and choose that file.'],
]

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

const unmarked = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
}

/** Refuses what is not a text of at most 50 MB: in plain words, with what to do. */
export function readable(bytes: Uint8Array): Outcome<Uint8Array> {
  if (bytes.length > MAX_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024)
    return refused({
      field: 'file',
      message: `This file has ${count(size, 'MB', 'MB')}. The most that can be read at once is 50 MB. Export a shorter period, and load the files one after the other.`,
    })
  }
  if (bytes.length === 0) return refused({ field: 'file', message: EMPTY })
  for (const [head, message] of SIGNATURES) {
    if (startsWith(bytes, head)) return refused({ field: 'file', message })
  }
  const mark = unmarked(bytes)
  if (mark !== 'utf-16le' && mark !== 'utf-16be' && bytes.subarray(0, 65_536).includes(0)) {
    return refused({
      field: 'file',
      message: 'This file does not hold text. Export the rows as CSV, and choose that file.',
    })
  }
  return done(bytes)
}

/** What is said of a file without a single row. */
export const EMPTY = 'The file is empty. Export it again, and choose the new file.'

/** The good and the bad sequences of UTF-8 among the bytes above ASCII, and the line of the first bad one. */
function utf8Sequences(bytes: Uint8Array): { good: number; bad: number; line: number } {
  let good = 0
  let bad = 0
  let line = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      at += 1
      continue
    }
    const more =
      byte >= 0xc2 && byte <= 0xdf
        ? 1
        : byte >= 0xe0 && byte <= 0xef
          ? 2
          : byte >= 0xf0 && byte <= 0xf4
            ? 3
            : 0
    let fits = more > 0
    for (let step = 1; step <= more; step += 1) fits &&= ((bytes[at + step] ?? 0) & 0xc0) === 0x80
    if (fits) good += 1
    else if (++bad === 1) line = lineAt(bytes, at)
    at += fits ? more + 1 : 1
  }
  return { good, bad, line }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1
  return line
}

const FREQUENT = new Set('áàâãäåçéèêëíìîïñóòôõöøúùûüßœæ')
const RARE = new Set('ÁÀÂÃÄÅÇÉÈÊËÍÎÏÑÓÔÕÖØÚÛÜŒÆšžŠŽýÿ')
const MARKS = new Set('€£°ºª§«»–—‘’“”…·¿¡²³½²±')

/**
 * How much like the writing of Western European languages a text reads: each character above ASCII earns or
 * costs points by how often it is written there, and by the letters beside it. Higher is likelier.
 * Source: helpdesk.md 4.1 (score candidates by letter frequency).
 */
function plausibility(text: string): number {
  let score = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (char < '\u0080') continue
    const before = text[at - 1] ?? ' '
    const within = /\p{Ll}/u.test(before)
    if (FREQUENT.has(char)) score += 3
    else if (RARE.has(char)) score += within ? -4 : 1
    else if (MARKS.has(char)) score += within && char !== '’' ? -1 : 1
    else score -= char < '\u00a0' || char === '\ufffd' ? 10 : 4
  }
  return score
}

const CANDIDATES = ['windows-1252', 'cp850', 'iso-8859-15'] as const

/** The bytes that tell the candidates apart, with their neighbours: as many as settle it. */
function telling(bytes: Uint8Array): Buffer {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length && pieces.length < 4000; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const from = at === 0 ? 0 : at - 1
    let end = at
    while ((bytes[end] ?? 0) >= 0x80) end += 1
    pieces.push(bytes.subarray(from, end + 1), new Uint8Array([32]))
    at = end
  }
  return Buffer.concat(pieces)
}

type EncodingFound = { encoding: Encoding; because: string }

/**
 * The encoding of a text file: by its mark, by being valid UTF-8, else the likeliest of Windows-1252, CP850 and
 * ISO-8859-15. A file that is UTF-8 but for a few broken bytes is refused, naming the line.
 * Source: helpdesk.md 4.1, 7.3.
 */
export function detectEncoding(bytes: Uint8Array): Outcome<EncodingFound> {
  const mark = unmarked(bytes)
  if (mark) return done({ encoding: mark, because: 'The file begins with a byte-order mark.' })
  if (isUtf8(bytes)) return done({ encoding: 'utf-8', because: 'No byte-order mark; every byte is valid.' })
  const { good, bad, line } = utf8Sequences(bytes)
  if (good > 9 * bad) {
    return refused({
      field: 'encoding',
      message: `The file is UTF-8, but line ${line} holds bytes that are not. Save it again as UTF-8, or mend that line.`,
    })
  }
  const sample = telling(bytes)
  const scored = CANDIDATES.map((encoding) => ({
    encoding,
    score: plausibility(iconv.decode(sample, encoding)),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return done({
    encoding: best.encoding,
    because:
      'Not UTF-8. Read this way, the accented letters stand where words have them: check the five rows.',
  })
}

/** Whether a file leaves no doubt that its encoding is the one found: it is marked, or holds valid UTF-8 beyond ASCII. */
export function provesEncoding(bytes: Uint8Array): boolean {
  if (unmarked(bytes)) return true
  return !isAscii(bytes) && isUtf8(bytes)
}

/**
 * The text as UTF-8 without its mark, every line ending in a line feed. Refused where the bytes are not of that
 * encoding.
 */
export function toUtf8(bytes: Uint8Array, encoding: Encoding): Outcome<Buffer> {
  const body = bytes.subarray(unmarked(bytes) === null ? 0 : unmarked(bytes) === 'utf-8' ? 3 : 2)
  if (encoding === 'utf-8') {
    if (!isUtf8(body)) {
      const { line } = utf8Sequences(body)
      return refused({
        field: 'encoding',
        message: `Line ${line} is not UTF-8. Choose another encoding, or save the file again as UTF-8.`,
      })
    }
    return done(lineFeeds(Buffer.from(body.buffer, body.byteOffset, body.byteLength)))
  }
  return done(lineFeeds(Buffer.from(iconv.decode(Buffer.from(body), encoding), 'utf8')))
}

function lineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes(13)) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 13) {
      if (bytes[at + 1] === 10) continue
      out[length++] = 10
    } else out[length++] = byte
  }
  return out.subarray(0, length)
}
