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

/** Where a comment, script or style begins. */
const UNSAID = /<!--|<(script|style)(?=[\s/>])/gi
const ENDS: Readonly<Record<string, RegExp>> = {
  '': /-->/g,
  script: /<\/script[^>]*>/gi,
  style: /<\/style[^>]*>/gi,
}

/** Without comments, scripts and styles, in one pass however many begin; from one that never ends on, all stays. */
function withoutUnsaid(html: string): string {
  let [kept, at] = ['', 0]
  UNSAID.lastIndex = 0
  for (let found = UNSAID.exec(html); found; found = UNSAID.exec(html)) {
    const end = ENDS[(found[1] ?? '').toLowerCase()]
    if (!end) break
    end.lastIndex = UNSAID.lastIndex
    if (!end.test(html)) break
    kept += html.slice(at, found.index)
    at = end.lastIndex
    UNSAID.lastIndex = at
  }
  return kept + html.slice(at)
}

/**
 * The words of an HTML text, a line for each of its blocks. They are text, to be escaped wherever they are shown. Takes time
 * in proportion to the text, whatever it holds.
 */
export function wordsOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html
  return withoutUnsaid(html)
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|ul|ol)\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, characterOf)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
