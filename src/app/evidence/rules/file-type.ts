import type { Outcome, Refusal } from '../../../kernel/outcome.ts'
import { done, refused } from '../../../kernel/outcome.ts'

/** The largest file kept, in bytes. */
export const FILE_LIMIT = 20 * 1024 * 1024
/** The most files of one item. */
export const FILES_LIMIT = 10

/** How a file has to be treated: drawn anew, read, taken apart, cleaned, or kept as words. */
export type FileSort = 'picture' | 'pdf' | 'office' | 'recording' | 'text'
/** What a file is by its content: `type` is what it is served as. */
export type FileType = { sort: FileSort; type: string; ending: string }

export const TEXT: FileType = { sort: 'text', type: 'text/plain; charset=utf-8', ending: 'txt' }
export const PNG: FileType = { sort: 'picture', type: 'image/png', ending: 'png' }
export const JPEG: FileType = { sort: 'picture', type: 'image/jpeg', ending: 'jpg' }
const WEBP: FileType = { sort: 'picture', type: 'image/webp', ending: 'webp' }
const office = (kind: string, ending: string): FileType => ({
  sort: 'office',
  type: `application/vnd.${kind}`,
  ending,
})
const recording = (type: string, ending: string): FileType => ({ sort: 'recording', type, ending })

/** Bytes one character each, so that they can be compared with words. */
export const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(Math.max(0, from), Math.max(0, to))).toString('latin1')

type Sign = { at?: number; starts: string; is: FileType }

/** GIF, which can hold another file's words in its comments, is kept as PNG; AVIF, which few programs open, as JPEG. */
const SIGNS: readonly Sign[] = [
  { starts: '%PDF-', is: { sort: 'pdf', type: 'application/pdf', ending: 'pdf' } },
  { starts: '\x89PNG\r\n\x1a\n', is: PNG },
  { starts: '\xff\xd8\xff', is: JPEG },
  { starts: 'GIF87a', is: PNG },
  { starts: 'GIF89a', is: PNG },
  { at: 8, starts: 'WEBP', is: WEBP },
  { at: 4, starts: 'ftypavif', is: JPEG },
  { at: 8, starts: 'WAVE', is: recording('audio/wav', 'wav') },
  { starts: 'OggS', is: recording('audio/ogg', 'ogg') },
  { starts: 'ID3', is: recording('audio/mpeg', 'mp3') },
  { starts: '\xff\xfb', is: recording('audio/mpeg', 'mp3') },
  { at: 4, starts: 'ftypM4A', is: recording('audio/mp4', 'm4a') },
  { at: 4, starts: 'ftypqt', is: recording('video/quicktime', 'mov') },
  ...['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V', 'MSNV', '3gp', 'dash'].map(
    (brand) => ({ at: 4, starts: `ftyp${brand}`, is: recording('video/mp4', 'mp4') }),
  ),
]

/** What an office archive is, by the one part that makes it so. Source: ECMA-376, part 1; OASIS OpenDocument 1.3. */
export const OFFICE: readonly { part: string; says?: string; is: FileType }[] = [
  {
    part: 'word/document.xml',
    is: office('openxmlformats-officedocument.wordprocessingml.document', 'docx'),
  },
  { part: 'xl/workbook.xml', is: office('openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx') },
  {
    part: 'ppt/presentation.xml',
    is: office('openxmlformats-officedocument.presentationml.presentation', 'pptx'),
  },
  {
    part: 'mimetype',
    says: 'application/vnd.oasis.opendocument.text',
    is: office('oasis.opendocument.text', 'odt'),
  },
]

const KEPT = 'a PDF, a picture, a recording, an office document without macros, or plain text'

/** Contents that people often have at hand and that are not kept, with what to do instead. */
const INSTEAD: readonly { at?: number; starts: string; why: string }[] = [
  ...['heic', 'heix', 'hevc', 'mif1', 'msf1'].map((brand) => ({
    at: 4,
    starts: `ftyp${brand}`,
    why: 'It is a picture of the HEIC kind, which few machines open. Export it as JPEG, and attach that.',
  })),
  {
    starts: '\xd0\xcf\x11\xe0',
    why: 'It is an office file of the old kind, or one with a password. Save it as .docx, .xlsx or .pptx without a password, or as PDF, and attach that.',
  },
  {
    starts: 'II*\0',
    why: 'It is a picture of the TIFF kind. Export it as JPEG or PDF, and attach that.',
  },
  {
    starts: 'MM\0*',
    why: 'It is a picture of the TIFF kind. Export it as JPEG or PDF, and attach that.',
  },
]

const startsAt = (bytes: Uint8Array, { at = 0, starts }: { at?: number; starts: string }): boolean =>
  latin(bytes, at, at + starts.length) === starts

/** What a browser would take for a page or a drawing, which can hold a program. */
const PAGE = /<(?:!doctype|html|script|svg|\?xml|body|iframe)/i

/**
 * Words as they stand in a file: UTF-8, UTF-16 that says so, or the older Windows letters; null where it holds
 * characters that no text has.
 */
export function wordsIn(bytes: Uint8Array): string | null {
  const mark = latin(bytes, 0, 2)
  const encodings =
    mark === '\xff\xfe' ? ['utf-16le'] : mark === '\xfe\xff' ? ['utf-16be'] : ['utf-8', 'windows-1252']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return /[^\P{Cc}\t\n\f\r]/u.test(text) ? null : text
    } catch {}
  }
  return null
}

/**
 * What a file is by its content, whatever it is called. An archive is taken for an office document: only its parts
 * tell. Refused with what to do instead.
 */
export function fileTypeOf(bytes: Uint8Array): Outcome<FileType> {
  const sign = SIGNS.find((one) => startsAt(bytes, one))
  if (sign) return done(sign.is)
  if (latin(bytes, 0, 4) === 'PK\x03\x04')
    return done({ sort: 'office', type: 'application/zip', ending: 'zip' })
  const instead = INSTEAD.find((one) => startsAt(bytes, one))
  if (instead) return refused({ message: instead.why })
  const words = wordsIn(bytes)
  if (words === null)
    return refused({
      message: `Its content is of a kind that is not kept, whatever its name. Attach ${KEPT}.`,
    })
  if (PAGE.test(words))
    return refused({
      message:
        'It is a web page or a drawing that can hold a program. Attach a picture or a PDF of it, or its words alone.',
    })
  return done(TEXT)
}

/** Why a file is not even opened; null where it is. */
export function refusalBySize(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return { message: 'It is empty. Choose the file again.' }
  if (bytes.length <= FILE_LIMIT) return null
  const megabytes = Math.ceil(bytes.length / (1024 * 1024))
  return {
    message: `It has ${megabytes} MB. Files of up to 20 MB are kept: attach a smaller copy, or say where it can be seen.`,
  }
}

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/** Endings that a file may have had when it came, by the ending that it gets. */
const HAD: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpeg', 'avif'],
  png: ['gif'],
  mp4: ['m4v', '3gp'],
}

/** A name as it may be shown, at most 95 characters: without a path, nor what turns the reading direction or is not seen. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const seen = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return [...seen].slice(0, 95).join('').trim() || 'file'
}

/** A name for the file that is safe on any machine and ends as its content says: "../a.exe" -> "a.exe.pdf". */
export function safeName(name: string, ending: string): string {
  const seen = plainName(name)
  const had = [ending, ...(HAD[ending] ?? [])].find((one) => seen.toLowerCase().endsWith(`.${one}`))
  const stem = had ? seen.slice(0, -had.length - 1) : seen
  return `${DEVICE.test(stem) ? `file-${stem}` : stem || 'file'}.${ending}`
}
