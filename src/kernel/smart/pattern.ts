/** Pattern sources put together from short lists, so that a rule reads as words. */

const listed = (list: string): string[] => list.trim().split(/\s*,\s*/)

/** Any one of some phrases, parted by commas. */
export function anyOf(list: string): string {
  return `(?:${listed(list).join('|')})`
}

/** A verb with its regular endings: "write" is also "writes" and "writing", "put on" also "putting on". */
function forms(phrase: string): string {
  const [verb = '', ...rest] = phrase.split(' ')
  const last = verb.slice(-1)
  const stem = verb.slice(0, -1)
  const inflected = /[^aeiou]y$/.test(verb)
    ? `${stem}(?:y|ies|ied|ying)`
    : last === 'e'
      ? `${stem}(?:es?|ed|ing)`
      : `${verb}(?:e?s|${last}?(?:ed|ing))?`
  return [inflected, ...rest].join(' ')
}

/** Any one of some verbs with their endings, parted by commas; irregular forms are listed as they stand. */
export function verbs(list: string): string {
  return `(?:${listed(list).map(forms).join('|')})`
}

/** Any one of several sources. */
export function either(...sources: readonly string[]): string {
  return `(?:${sources.join('|')})`
}

/** A pattern that finds any one of several sources as whole words, each time it stands in a text. */
export function wholeWords(...sources: readonly string[]): RegExp {
  return new RegExp(`\\b${either(...sources)}\\b`, 'g')
}

/** A pattern that finds any one of several sources at the start of a text. */
export function atStart(...sources: readonly string[]): RegExp {
  return new RegExp(`^${either(...sources)}`)
}
