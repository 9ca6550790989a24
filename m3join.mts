import sharp from 'sharp'
const [out, ...files] = process.argv.slice(2)
const metas = await Promise.all(files.map((f) => sharp(f).metadata()))
const w = metas.map((m) => m.width ?? 0); const h = Math.max(...metas.map((m) => m.height ?? 0))
let left = 0
const list = files.map((input, i) => { const at = left; left += (w[i] ?? 0) + 6; return { input, left: at, top: 0 } })
await sharp({ create: { width: left, height: h, channels: 3, background: '#888' } }).composite(list).png().toFile(out)
