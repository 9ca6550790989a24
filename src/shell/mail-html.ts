const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

/** A line that leads somewhere: words, a colon, and an address of ours. */
const LEADING = /^(.+): (https?:\/\/\S+)$/

/**
 * The HTML of a mail, of the same words as its text: no picture, no colour and no size of its own, so that it reads in
 * dark, in large type and aloud as its reader has set it.
 * @param origin addresses that begin with it become links; others stay words
 */
export function htmlOf(subject: string, text: string, origin: string): string {
  const ours = (address: string) => address === origin || address.startsWith(`${origin}/`)
  const link = (address: string, words: string) => `<a href="${plain(address)}">${plain(words)}</a>`
  const line = (words: string) => {
    const [, before = '', address = ''] = LEADING.exec(words) ?? []
    if (address && ours(address)) return link(address, before)
    return words
      .split(/(https?:\/\/\S+)/)
      .map((part) => (ours(part) ? link(part, part) : plain(part)))
      .join('')
  }
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>\n')}</p>`)
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${plain(subject)}</title>`,
    '</head>',
    '<body>',
    ...paragraphs,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
