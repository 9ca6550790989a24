import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import { faultOfPdf } from './pdf-scan.ts'
import type { PdfRead } from './pdf-text.ts'

/** Reads one PDF in a thread of its own, which whoever started it may end at any moment. */
async function read({ bytes, pages, characters }: Asked): Promise<PdfRead> {
  const fault = faultOfPdf(bytes)
  if (fault) return { ok: false, why: fault }
  const pdf = await getDocumentProxy(bytes, {
    verbosity: 0,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
  })
  if (pdf.numPages > pages) return { ok: false, why: 'too many pages' }
  if ((await pdf.hasJSActions()) || (await pdf.getJSActions())) return { ok: false, why: 'acts by itself' }
  if (await pdf.getAttachments()) return { ok: false, why: 'holds files' }
  const words: string[] = []
  let length = 0
  for (let number = 1; number <= pdf.numPages && length < characters; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .slice(0, characters - length)
    page.cleanup()
    words.push(text)
    length += text.length
  }
  return { ok: true, pages: pdf.numPages, text: words.join('\n\n') }
}

type Asked = { bytes: Uint8Array; pages: number; characters: number }

parentPort?.postMessage('begins')
parentPort?.postMessage(
  await read(workerData as Asked).catch(
    (error: Error): PdfRead => ({ ok: false, why: /password/i.test(error.name) ? 'locked' : 'broken' }),
  ),
)
