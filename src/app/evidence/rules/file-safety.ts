import { latin } from './file-type.ts'

/** Whether the end of a file is one that programs take for an archive's. Source: APPNOTE.TXT 6.3.10, 4.3.16. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - 65_557)
  const tail = latin(bytes, from, bytes.length)
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = tail.lastIndexOf('PK\x05\x06', at - 1)) {
    const entries = tail.charCodeAt(at + 10) + 256 * tail.charCodeAt(at + 11)
    if (at + 22 <= tail.length && entries > 0) return true
    if (at === 0) break
  }
  return false
}

const TWO_IN_ONE =
  'It is two files in one: another is hidden in it. Export it again from the program that it is from, and attach that.'

/**
 * Why a PDF is not read: it begins and ends as one, and as nothing else; null where it does. Source: ISO 32000-1,
 * 7.5.2 and 7.5.5.
 */
export function faultAroundPdf(bytes: Uint8Array): string | null {
  if (endsAsArchive(bytes)) return TWO_IN_ONE
  const tail = latin(bytes, bytes.length - 4096, bytes.length)
  const end = tail.lastIndexOf('%%EOF')
  if (end === -1) return 'It breaks off before its end. Save or scan it again, and attach that.'
  return /^[\0\t\n\f\r ]*$/.test(tail.slice(end + 5)) ? null : TWO_IN_ONE
}

/** Why a recording is not kept: another file lies in it; null where none was found. */
export function faultAroundRecording(bytes: Uint8Array): string | null {
  if (endsAsArchive(bytes)) return TWO_IN_ONE
  return /%PDF-|<(?:!doctype html|html|script|svg|iframe)/i.test(latin(bytes, 0, 4096)) ? TWO_IN_ONE : null
}

type Box = { type: string; from: number; body: number; to: number }

/** The boxes that a film, or a box of it, is made of; null where they do not add up. Source: ISO/IEC 14496-12, 4.2. */
function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const boxes: Box[] = []
  for (let at = from; at < to; ) {
    // A list of user data may close with four bytes of zero.
    if (to - at < 8) return to - at === 4 && view.getUint32(at) === 0 ? boxes : null
    const short = view.getUint32(at)
    if (short === 1 && to - at < 16) return null
    const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short
    const body = at + (short === 1 ? 16 : 8)
    if (at + size > to || at + size < body) return null
    boxes.push({ type: latin(bytes, at + 4, at + 8), from: at, body, to: at + size })
    at += size
  }
  return boxes
}

/** Boxes that tell of the film and are no part of it: the place, the device, who made it. */
const TOLD = new Set(['udta', 'meta', 'uuid'])

/**
 * A film or sound of the MP4 kind without what it tells of itself, such as the place: those boxes are emptied and
 * marked free, so that nothing else moves. Null where it is broken, or another file lies behind it.
 */
export function withoutTelling(bytes: Uint8Array): Uint8Array | null {
  const clean = new Uint8Array(bytes)
  const walk = (from: number, to: number, depth: number): boolean => {
    const boxes = boxesIn(clean, from, to)
    if (!boxes) return false
    for (const box of boxes) {
      if (TOLD.has(box.type)) {
        clean.set(Buffer.from('free'), box.from + 4)
        clean.fill(0, box.body, box.to)
      } else if ((box.type === 'moov' || box.type === 'trak') && depth < 2) {
        if (!walk(box.body, box.to, depth + 1)) return false
      } else if (depth === 0 && (box.type === 'free' || box.type === 'skip')) clean.fill(0, box.body, box.to)
    }
    return depth > 0 || boxes.some(({ type }) => type === 'moov')
  }
  return walk(0, clean.length, 0) ? clean : null
}
