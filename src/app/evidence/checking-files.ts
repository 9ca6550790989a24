import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { hashOf } from '../../shell/files.ts'
import { drawAnew } from '../../shell/images.ts'
import { type PdfRead, readPdf } from '../../shell/pdf-text.ts'
import { readZip, type ZipFault } from '../../shell/zip-check.ts'
import { faultAroundPdf, faultAroundRecording, withoutTelling } from './rules/file-safety.ts'
import {
  FILE_LIMIT,
  type FileType,
  fileTypeOf,
  JPEG,
  PNG,
  plainName,
  refusalBySize,
  safeName,
  wordsIn,
} from './rules/file-type.ts'
import { withoutPersonalData } from './rules/file-words.ts'
import { isJudged, isWritten, mayHold, officeOf } from './rules/office.ts'
import type { EvidenceFile } from './store/items.ts'

/** A file as it may be kept: `words` are those that can be searched, null where it has none. */
export type SafeFile = EvidenceFile & { bytes: Uint8Array; words: string | null }

type Made = { is: FileType; bytes: Uint8Array; words: string | null }

const PDF_FAULTS: Record<Extract<PdfRead, { ok: false }>['why'], string> = {
  locked:
    'It is locked with a password or against copying. Print it to a new PDF, and attach that: others must be able to read it.',
  'acts by itself':
    'It is a form, or holds a program that runs by itself. Print it to a new PDF, and attach that.',
  'holds files': 'Other files are packed into it. Attach those by themselves, and this one without them.',
  'too many pages': 'It has more than 500 pages. Attach the pages that matter.',
  swells: 'It swells to many times its size when it is opened. Print it to a new PDF, and attach that.',
  'too slow': 'It takes too long to read. Print it to a new PDF, or attach the pages that matter.',
  broken: 'It cannot be read as a PDF. Save or scan it again, and attach that.',
}

const ARCHIVE_FAULTS: Record<ZipFault, string> = {
  locked: 'It is locked with a password. Save it without one, and attach that.',
  swells: 'It swells to many times its size when it is opened. Save it again, or as PDF, and attach that.',
  hides: 'Another file is hidden in it. Save it again, or as PDF, and attach that.',
  broken: 'It cannot be opened, or more follows after its end. Save it again, and attach that.',
}

const because = (message: string) => refused({ message })

async function picture(bytes: Uint8Array, is: FileType): Promise<Outcome<Made>> {
  const drawn = await drawAnew(bytes, is.ending === 'jpg' ? 'jpeg' : is.ending === 'webp' ? 'webp' : 'png')
  if (!drawn.ok)
    return because(
      drawn.why === 'too large'
        ? 'The picture says that it has more than 50 million pixels. Attach a smaller copy.'
        : 'The picture cannot be read to its end. Take it or export it again, and attach that.',
    )
  if (drawn.bytes.length <= FILE_LIMIT) return done({ is, bytes: drawn.bytes, words: null })
  return is === PNG ? picture(bytes, JPEG) : because('The picture is too large. Attach a smaller copy.')
}

async function pdf(bytes: Uint8Array, is: FileType): Promise<Outcome<Made>> {
  const fault = faultAroundPdf(bytes)
  if (fault) return because(fault)
  const read = await readPdf(bytes)
  return read.ok ? done({ is, bytes, words: read.text }) : because(PDF_FAULTS[read.why])
}

async function office(bytes: Uint8Array): Promise<Outcome<Made>> {
  const archive = await readZip(bytes, { whole: isJudged, words: isWritten, holds: mayHold })
  if (!archive.ok) return because(ARCHIVE_FAULTS[archive.why])
  const found = officeOf(archive)
  if (!found.ok) return found
  const { text, ...is } = found.value
  return done({ is, bytes, words: text })
}

function recording(bytes: Uint8Array, is: FileType): Outcome<Made> {
  const fault = faultAroundRecording(bytes)
  if (fault) return because(fault)
  const boxed = is.ending === 'mp4' || is.ending === 'm4a' || is.ending === 'mov'
  const clean = boxed ? withoutTelling(bytes) : bytes
  return clean
    ? done({ is, bytes: clean, words: null })
    : because(
        'It breaks off before its end, or more follows after it. Send or export it again, and attach that.',
      )
}

function text(bytes: Uint8Array, is: FileType): Outcome<Made> {
  const words = wordsIn(bytes) ?? ''
  return done({ is, bytes: new TextEncoder().encode(words), words })
}

async function made(bytes: Uint8Array): Promise<Outcome<Made>> {
  const found = fileTypeOf(bytes)
  if (!found.ok) return found
  const is = found.value
  switch (is.sort) {
    case 'picture':
      return picture(bytes, is)
    case 'pdf':
      return pdf(bytes, is)
    case 'office':
      return office(bytes)
    case 'recording':
      return recording(bytes, is)
    case 'text':
      return text(bytes, is)
  }
}

/**
 * A file made safe: known by its content, read to its end, and kept without what it tells beside its content. A
 * customer's data in its name goes too. Refused with why, naming the file, and what to do instead.
 * Source: issue of evidence, Files; domain.md 7.
 */
export async function makeSafe(upload: { name: string; bytes: Uint8Array }): Promise<Outcome<SafeFile>> {
  const tooMuch = refusalBySize(upload.bytes)
  const outcome = tooMuch ? refused(tooMuch) : await made(upload.bytes)
  if (!outcome.ok)
    return because(`“${plainName(upload.name)}” is not attached. ${outcome.refusals[0]?.message}`)
  const { is, bytes, words } = outcome.value
  return done({
    name: withoutPersonalData(safeName(upload.name, is.ending)),
    type: is.type,
    size: bytes.length,
    hash: hashOf(bytes),
    bytes,
    words,
  })
}

/** What was made safe before, as it lies on the disk: only its words are found again. */
export async function seeAgain(name: string, bytes: Uint8Array): Promise<SafeFile | null> {
  const found = fileTypeOf(bytes)
  if (!found.ok) return null
  const { sort, type } = found.value
  const again = sort === 'pdf' || sort === 'office' || sort === 'text' ? await made(bytes) : null
  if (again && !again.ok) return null
  return {
    name,
    type: again ? again.value.is.type : type,
    size: bytes.length,
    hash: hashOf(bytes),
    bytes,
    words: again?.value.words ?? null,
  }
}
