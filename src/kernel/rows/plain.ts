/**
 * A text made comparable: camel case split, lower case, no accents, everything else than letters and digits a
 * single space. "AvgTalkDuration" -> "avg talk duration", "Data Solução" -> "data solucao".
 */
export function plain(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
