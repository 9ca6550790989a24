import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Files made for tests, whole ones and ones that an attacker would make. */

const ascii = (text: string) => Buffer.from(text, 'latin1')

/** A PDF of one page that says some words; `catalog` and `objects` add to it what a test is about. */
export function makePdf(
  words: string,
  more: { catalog?: string; trailer?: string; objects?: string[] } = {},
): Buffer {
  const shown = words
    .split('\n')
    .map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -14 Td`)
    .join(' ')
  const content = `BT /F1 12 Tf 20 280 Td ${shown} ET`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''}>>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(more.objects ?? []),
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return ascii(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${more.trailer ?? ''}>>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}

/** A packed stream of a PDF. */
export function packedStream(dictionary: string, content: string | Buffer): string {
  const packed = deflateSync(content).toString('latin1')
  return `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

export type Part = {
  name: string
  content: string | Buffer
  /** What its directory claims that it swells to. */
  claims?: number
  /** The part in whose place it lies, by its number. */
  inPlaceOf?: number
}

/** A zip archive, with whatever its parts claim. */
export function makeZip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const places: number[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claims, inPlaceOf } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = inPlaceOf === undefined ? at : (places[inPlaceOf] ?? 0)
    places.push(place)
    if (inPlaceOf === undefined) {
      const local = Buffer.concat([ascii('PK\x03\x04'), head, Buffer.from(name), packed])
      locals.push(local)
      at += local.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(place, 10)
    directory.push(Buffer.concat([ascii('PK\x01\x02'), Buffer.from([20, 0]), head, tail, Buffer.from(name)]))
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, listed, ascii('PK\x05\x06'), end])
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

/** A letter as .docx that says some words; `parts` adds to it, or takes the place of, its own. */
export function makeDocx(words: string, parts: readonly Part[] = []): Buffer {
  const own: Part[] = [
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: '<?xml version="1.0"?><Relationships/>' },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    },
  ]
  return makeZip([...own.filter(({ name }) => !parts.some((part) => part.name === name)), ...parts])
}

/** A box of a film. */
export function box(type: string, ...inside: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(inside.map((one) => (typeof one === 'string' ? ascii(one) : one)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** A film that says where it was taken, the way telephones do. */
export function makeFilm(place: string): Buffer {
  return Buffer.concat([
    box('ftyp', 'isom\0\0\x02\0isomiso2mp41'),
    box('moov', box('mvhd', Buffer.alloc(100)), box('udta', box('\xa9xyz', `\0\x12\x15\xc7${place}`))),
    box('mdat', 'the film itself'),
  ])
}
