import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { done, type Outcome, refused } from '../outcome.ts'
import { count, listing } from '../text.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850', 'iso-8859-15'] as const

export type Encoding = (typeof ENCODINGS)[number]

/** The largest file read in one piece, in bytes. Source: helpdesk.md 7.3. */
export const MAX_BYTES = 50 * 1024 * 1024

const ZIP = 'This is a zip file with a .csv name. Unpack it, or save the sheet as CSV.'
const SIGNATURES: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], ZIP],
  [[0x50, 0x4b, 0x05, 0x06], ZIP],
  [[0x1f, 0x8b], 'This is a gzip file. Unpack it, and choose the file inside.'],
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
      message: `This file has ${count(size, 'MB', 'MB')}. The most that can be read at once is 50 MB. Split it, and load the parts one after the other.`,
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

type Sequences = {
  good: number
  bad: number
  /** The line of the first bad one. */
  line: number
  firstBad: number
  /** Where the first good one is that holds a letter or a mark of Western European writing; null where none does. */
  firstLetter: number | null
}

/** The good and the bad sequences of UTF-8 among the bytes above ASCII. */
function utf8Sequences(bytes: Uint8Array): Sequences {
  let good = 0
  let bad = 0
  let firstBad = 0
  let firstLetter: number | null = null
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
    if (!fits && ++bad === 1) firstBad = at
    if (fits) {
      good += 1
      if (firstLetter === null && isWritten(bytes.subarray(at, at + more + 1))) firstLetter = at
    }
    at += fits ? more + 1 : 1
  }
  return { good, bad, line: lineAt(bytes, firstBad), firstBad, firstLetter }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1
  return line
}

const FREQUENT = new Set('áàâãäåçéèêëíìîïñóòôõöøúùûüßœæ')
const RARE = new Set('ÁÀÂÃÄÅÇÉÈÊËÍÎÏÑÓÔÕÖØÚÛÜŒÆšžŠŽýÿ')
const MARKS = new Set('€£°ºª§«»–—‘’“”…·¿¡²³½²±')

function isWritten(sequence: Uint8Array): boolean {
  const char = Buffer.from(sequence).toString('utf8')
  return FREQUENT.has(char) || RARE.has(char) || MARKS.has(char)
}

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
    if (FREQUENT.has(char)) score += /\d/.test(text[at + 1] ?? '') ? -4 : 3
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

/** What only a person can say of a file whose bytes fit more than one encoding, or none throughout. */
export type EncodingDoubt = { because: string; choices: { value: Encoding; label: string }[] }

type EncodingFound = { encoding: Encoding; because: string; doubt: EncodingDoubt | null }

const NAMES = { 'windows-1252': 'Windows-1252', cp850: 'DOS 850', 'iso-8859-15': 'ISO 8859-15' } as const

/** Candidates are within a hair of each other by this many points, or this share of the best one's. */
const HAIR = { points: 3, share: 0.05 }

/** The word that a byte stands in, at most 40 bytes long. */
function wordAt(bytes: Uint8Array, offset: number): Buffer {
  const ends = (byte: number | undefined) =>
    byte === undefined || byte <= 32 || ';,|"'.includes(String.fromCharCode(byte))
  let [from, to] = [offset, offset]
  while (from > 0 && offset - from < 20 && !ends(bytes[from - 1])) from -= 1
  while (to - offset < 20 && !ends(bytes[to])) to += 1
  return Buffer.from(bytes.subarray(from, to))
}

/** The choices for a doubt: each encoding with how it would read the words in question. */
function choicesFor(
  words: readonly Buffer[],
  encodings: readonly (typeof CANDIDATES)[number][],
): EncodingDoubt['choices'] {
  return encodings.map((value) => ({
    value,
    label: `${NAMES[value]}: reads ${words.map((word) => `“${iconv.decode(word, value)}”`).join(' and ')}`,
  }))
}

/** Where two candidates read a text differently and score within a hair: the words at the first byte they differ on. */
function closeCall(bytes: Uint8Array, scored: readonly Scored[], best: Scored): EncodingDoubt | null {
  const rivals = scored.filter(
    ({ text, score }) =>
      text !== best.text && best.score - score <= Math.max(HAIR.points, HAIR.share * Math.abs(best.score)),
  )
  const [rival] = rivals
  if (!rival) return null
  const differs = bytes.findIndex((byte) => {
    const one = Buffer.of(byte)
    return byte >= 0x80 && iconv.decode(one, best.encoding) !== iconv.decode(one, rival.encoding)
  })
  const encodings = [best, ...rivals].map(({ encoding }) => encoding)
  return {
    because: `${listing([best, ...rivals].map(({ encoding }) => NAMES[encoding]))} fit about equally well. Line ${lineAt(bytes, differs)} tells them apart.`,
    choices: choicesFor([wordAt(bytes, differs)], encodings),
  }
}

type Scored = { encoding: (typeof CANDIDATES)[number]; text: string; score: number }

/**
 * The encoding of a text file: by its mark, by being valid UTF-8, else the likeliest of Windows-1252, CP850 and
 * ISO-8859-15. A file that is UTF-8 but for a few broken bytes is refused, naming the line. Where a file mixes
 * encodings, or two of them fit about equally well, the likeliest is answered with the doubt that a person settles.
 * Source: helpdesk.md 4.1, 7.3.
 */
export function detectEncoding(bytes: Uint8Array): Outcome<EncodingFound> {
  const mark = unmarked(bytes)
  if (mark) return done({ encoding: mark, because: 'The file begins with a byte-order mark.', doubt: null })
  if (isUtf8(bytes))
    return done({ encoding: 'utf-8', because: 'No byte-order mark; every byte is valid.', doubt: null })
  const { good, bad, line, firstBad, firstLetter } = utf8Sequences(bytes)
  if (good > 9 * bad) {
    return refused({
      field: 'encoding',
      message: `The file is UTF-8, but line ${line} holds bytes that are not. Save it again as UTF-8, or mend that line.`,
    })
  }
  const sample = telling(bytes)
  const scored: Scored[] = CANDIDATES.map((encoding) => {
    const text = iconv.decode(sample, encoding)
    return { encoding, text, score: plausibility(text) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  const doubt: EncodingDoubt | null =
    firstLetter === null
      ? closeCall(bytes, scored, best)
      : {
          because: `The file mixes encodings: line ${lineAt(bytes, firstLetter)} holds UTF-8 and line ${line} does not. Export it again as UTF-8 if you can; else say which reads best.`,
          choices: choicesFor([wordAt(bytes, firstBad), wordAt(bytes, firstLetter)], CANDIDATES),
        }
  return done({
    encoding: best.encoding,
    doubt,
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
