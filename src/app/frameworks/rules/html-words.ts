const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function characterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : whole
}

/** Without its comments, in one pass however many begin; one that never ends stays. */
function withoutComments(html: string): string {
  let [kept, at] = ['', 0]
  for (let from = html.indexOf('<!--'); from !== -1; from = html.indexOf('<!--', at)) {
    const end = html.indexOf('-->', from + 4)
    if (end === -1) break
    kept += html.slice(at, from)
    at = end + 3
  }
  return kept + html.slice(at)
}

/**
 * The words of an HTML text, a line for each of its blocks. They are text, to be escaped wherever they are shown. Takes time
 * in proportion to the text, whatever it holds.
 */
export function wordsOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html
  return withoutComments(html)
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|ul|ol)\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, characterOf)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
