/** A stretch of a text that stayed, went or came. */
export type Stretch = { kind: 'same' | 'removed' | 'added'; text: string }

/** Beyond this many comparisons of words two texts are shown whole, one after the other. */
const MOST = 1_000_000

/** Where fewer than one word in so many stayed, a reader follows two whole texts more easily than scraps of both. */
const LEAST = 3

/**
 * What changed between two wordings, word by word; words are what spaces part. Joined by spaces, what stayed and went is
 * the first text, and what stayed and came the second.
 */
export function changedWords(before: string, after: string): Stretch[] {
  const [a, b] = [wordsIn(before), wordsIn(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const stretches: Stretch[] = []
  const add = (kind: Stretch['kind'], words: readonly string[]) => {
    if (words.length === 0) return
    const last = stretches.at(-1)
    if (last?.kind === kind) last.text += ` ${words.join(' ')}`
    else stretches.push({ kind, text: words.join(' ') })
  }
  add('same', a.slice(0, start))
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  for (const [kind, words] of between(from, to)) add(kind, words)
  add('same', a.slice(a.length - end))
  const stayed = stretches.flatMap(({ kind, text }) => (kind === 'same' ? wordsIn(text) : [])).length
  return stayed * LEAST < Math.max(a.length, b.length) ? whole(a, b) : stretches
}

/** One text, then the other. */
const whole = (a: readonly string[], b: readonly string[]): Stretch[] => [
  ...(a.length > 0 ? [{ kind: 'removed' as const, text: a.join(' ') }] : []),
  ...(b.length > 0 ? [{ kind: 'added' as const, text: b.join(' ') }] : []),
]

const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The longest run of words that both hold in the same order stays. */
function between(a: readonly string[], b: readonly string[]): [Stretch['kind'], string[]][] {
  if (a.length * b.length > MOST)
    return [
      ['removed', [...a]],
      ['added', [...b]],
    ]
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const parts: [Stretch['kind'], string[]][] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [old = '', fresh = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && old === fresh) {
      parts.push(['same', [old]])
      i += 1
      j += 1
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push(['removed', [old]])
      i += 1
    } else {
      parts.push(['added', [fresh]])
      j += 1
    }
  }
  return parts
}
