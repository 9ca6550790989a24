import type { Sharp } from 'sharp'
import { oneAtATime } from './one-at-a-time.ts'

/** A picture drawn anew, or why it could not be: `why` is 'too large' in pixels, or 'broken'. */
export type Drawn = { ok: true; bytes: Uint8Array } | { ok: false; why: 'too large' | 'broken' }

/** The most pixels of a picture that is opened: what a telephone takes at its finest, about. */
const PIXEL_LIMIT = 50_000_000
/** Pixels of the long side of a picture that is kept. */
const LONG_SIDE = 3000

/** The formats that are opened: what reads anything else stays locked, whatever the bytes claim to be. */
const OPENED = ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`)

async function open() {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: OPENED })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

let opened: ReturnType<typeof open> | null = null

const AS: Record<'png' | 'jpeg' | 'webp', (picture: Sharp) => Sharp> = {
  png: (picture) => picture.png(),
  jpeg: (picture) => picture.flatten({ background: '#fff' }).jpeg({ quality: 85 }),
  webp: (picture) => picture.webp({ quality: 85 }),
}

/** A large picture fills some hundred megabytes. */
const inTurn = oneAtATime()

/**
 * Draws a picture anew from its pixels alone: turned as its camera was held, at most 3,000 pixels at its long side,
 * the first of several, and with nothing else that the file carried (place, camera, text, another file behind it).
 * The same bytes give the same bytes.
 */
export function drawAnew(bytes: Uint8Array, as: keyof typeof AS): Promise<Drawn> {
  return inTurn(() => draw(bytes, as))
}

async function draw(bytes: Uint8Array, as: keyof typeof AS): Promise<Drawn> {
  opened ??= open()
  const sharp = await opened
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 20 })
    return { ok: true, bytes: new Uint8Array(await AS[as](picture).toBuffer()) }
  } catch (error) {
    return { ok: false, why: /pixel limit/i.test((error as Error).message) ? 'too large' : 'broken' }
  }
}
