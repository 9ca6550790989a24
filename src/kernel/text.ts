/** "1 item", "3 items"; an irregular plural is given whole. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}

/** "a", "a and b", "a, b and c". */
export function listing(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}

/** A share as whole per cent: 0.264 -> "26%". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** Seconds in the unit a person would say: "45 s", "3 min 46 s", "2 h 5 min", "3 days 4 h". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 ? ` ${whole % 60} s` : ''}`
  const minutes = Math.round(whole / 60)
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
  const hours = Math.round(whole / 3600)
  return `${count(Math.floor(hours / 24), 'day')}${hours % 24 ? ` ${hours % 24} h` : ''}`
}

/** The text with its first letter as a capital: "improvement signal" -> "Improvement signal". */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** The size of a file: "340 kB", "2.1 MB". */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** The name as a possessive: "Amara's", "Hughes's". */
export function possessive(name: string): string {
  return `${name}’s`
}

/** The text on one line, cut to `length` characters with an ellipsis where it is longer: between words where one ends near. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const space = line.slice(0, length).lastIndexOf(' ')
  const end = space > length * 0.7 ? space : length - 1
  return `${line.slice(0, end).replace(/[\s,;:]+$/, '')}…`
}

/** Somebody's own words as part of a longer sentence: on one line, without the full stop at their end. */
export function within(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\.)\.$/, '')
}

/** The same at the end of a sentence of ours: with a full stop, unless they end with a mark that closes one already. */
export function ending(words: string): string {
  const line = within(words)
  return /[.?!…]["'”’)]*$/.test(line) ? line : `${line}.`
}
