import type { Outcome } from '../../../kernel/outcome.ts'
import { done, refused } from '../../../kernel/outcome.ts'

/** The largest file kept, in bytes. */
export const FILE_LIMIT = 20 * 1024 * 1024

export type FileType = { type: string; ending: string }

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1')

type Sign = FileType & { at?: number; starts: string }

const SIGNS: readonly Sign[] = [
  { starts: '%PDF-', type: 'application/pdf', ending: 'pdf' },
  { starts: '\x89PNG\r\n\x1a\n', type: 'image/png', ending: 'png' },
  { starts: '\xff\xd8\xff', type: 'image/jpeg', ending: 'jpg' },
  { starts: 'GIF87a', type: 'image/gif', ending: 'gif' },
  { starts: 'GIF89a', type: 'image/gif', ending: 'gif' },
  { at: 8, starts: 'WEBP', type: 'image/webp', ending: 'webp' },
  { at: 8, starts: 'WAVE', type: 'audio/wav', ending: 'wav' },
  { starts: 'OggS', type: 'audio/ogg', ending: 'ogg' },
  { starts: 'ID3', type: 'audio/mpeg', ending: 'mp3' },
  { starts: '\xff\xfb', type: 'audio/mpeg', ending: 'mp3' },
  { at: 4, starts: 'ftypM4A', type: 'audio/mp4', ending: 'm4a' },
  { at: 4, starts: 'ftyp', type: 'video/mp4', ending: 'mp4' },
]

const OFFICE: readonly (FileType & { holds: string })[] = [
  {
    holds: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  {
    holds: 'xl/workbook.xml',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
  {
    holds: 'ppt/presentation.xml',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
  },
  {
    holds: 'mimetypeapplication/vnd.oasis.opendocument.text',
    type: 'application/vnd.oasis.opendocument.text',
    ending: 'odt',
  },
]

function officeType(bytes: Uint8Array): FileType | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (content.includes('vbaProject.bin', 0, 'latin1')) return null
  const found = OFFICE.find(({ holds }) => content.includes(holds, 0, 'latin1'))
  return found ? { type: found.type, ending: found.ending } : null
}

/** Plain words: UTF-8 without control characters, and nothing that a browser would take for a page or a drawing. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  return !/[^\P{Cc}\t\n\f\r]/u.test(text) && !/<(?:!doctype|html|script|svg|\?xml|body|iframe)/i.test(text)
}

/** What a file is by its content, whatever it is called; null for what is not kept. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  for (const { at = 0, starts, type, ending } of SIGNS) {
    if (latin(bytes, at, starts.length) === starts) return { type, ending }
  }
  if (latin(bytes, 0, 4) === 'PK\x03\x04') return officeType(bytes)
  return isPlainText(bytes) ? { type: 'text/plain; charset=utf-8', ending: 'txt' } : null
}

/** A name for the file that is safe on any machine and ends as its content says: "../a.exe" -> "a.exe.pdf". */
function safeName(name: string, ending: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 100)
  const stem = plain.toLowerCase().endsWith(`.${ending}`) ? plain.slice(0, -ending.length - 1) : plain
  return `${stem || 'file'}.${ending}`
}

/** Whether a file is kept, and as what; refused with the reason and what to do instead. */
export function checkFile(file: {
  name: string
  bytes: Uint8Array
}): Outcome<{ name: string; type: string; size: number }> {
  const size = file.bytes.length
  const megabytes = Math.ceil(size / (1024 * 1024))
  if (size > FILE_LIMIT)
    return refused({
      field: 'file',
      message: `The file has ${megabytes} MB. Files of up to 20 MB are kept: attach a smaller copy, or say where it can be seen.`,
    })
  const found = fileTypeOf(file.bytes)
  if (!found)
    return refused({
      field: 'file',
      message:
        'The content of this file is of a kind that is not kept, whatever its name. Attach a PDF, a picture, a recording, an office document without macros, or plain text.',
    })
  return done({ name: safeName(file.name, found.ending), type: found.type, size })
}

/** "340 kB", "2.1 MB". */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
