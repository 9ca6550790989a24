const MONTHS =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|ember|ober)?\b/gi

/** A name for the source of a file, from the file's own without dates and numbers; never one that is taken. */
export function sourceName(
  fileName: string,
  taken: readonly string[],
  otherwise = 'Helpdesk export',
): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[\d\s_.-]+/g, ' ')
    .replace(MONTHS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  const name = words === '' ? otherwise : words.charAt(0).toUpperCase() + words.slice(1)
  const here = new Set(taken.map((one) => one.toLowerCase()))
  let free = name
  for (let number = 2; here.has(free.toLowerCase()); number += 1) free = `${name} ${number}`
  return free
}
