import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

/** A built file that browsers load: its bytes plain and compressed, and its address with the digest of its content. */
export type Asset = {
  type: string
  bytes: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
  address: string
}

/** Reads every built asset into memory. Their addresses change with their content, so browsers keep them for good. */
export function readAssets(folder: URL): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const name of readdirSync(folder)) {
    const type = TYPES[name.split('.').at(-1) ?? '']
    if (!type) continue
    const bytes = readFileSync(new URL(name, folder))
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const squeeze = !name.endsWith('.woff2')
    assets.set(`/assets/${name}`, {
      type,
      bytes,
      gzip: squeeze ? gzipSync(bytes) : null,
      brotli: squeeze ? brotliCompressSync(bytes) : null,
      address: `/assets/${name}?${digest}`,
    })
  }
  return assets
}
