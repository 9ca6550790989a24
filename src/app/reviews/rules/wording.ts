/** A stretch of words that stayed, went or came. */
export type Part = { kind: 'same' | 'removed' | 'added'; text: string }

/** Longer texts are shown whole, the old beside the new: word by word they would be unreadable. */
const LONGEST = 400

const wordsOf = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean)

/** For every pair of places, how many words the rests after them have in common, in order. */
function commonAfter(a: readonly string[], b: readonly string[]): (x: number, y: number) => number {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let x = a.length - 1; x >= 0; x -= 1) {
    for (let y = b.length - 1; y >= 0; y -= 1) {
      lengths[x * width + y] =
        a[x] === b[y]
          ? (lengths[(x + 1) * width + y + 1] ?? 0) + 1
          : Math.max(lengths[(x + 1) * width + y] ?? 0, lengths[x * width + y + 1] ?? 0)
    }
  }
  return (x, y) => lengths[x * width + y] ?? 0
}

/**
 * What changed from one wording to another, word by word (the longest run of words in common is kept): the words of
 * `same` and `removed` make the old text, those of `same` and `added` the new one, spaces apart. Texts of more than
 * 400 words are shown as one that went and one that came.
 */
export function wordChanges(before: string, after: string): Part[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const tokens: Part[] = []
  if (a.length > LONGEST || b.length > LONGEST) {
    tokens.push({ kind: 'removed', text: a.join(' ') }, { kind: 'added', text: b.join(' ') })
  } else {
    const common = commonAfter(a, b)
    let [x, y] = [0, 0]
    while (x < a.length || y < b.length) {
      const [old, fresh] = [a[x], b[y]]
      if (old !== undefined && old === fresh) {
        tokens.push({ kind: 'same', text: old })
        x += 1
        y += 1
      } else if (old !== undefined && (fresh === undefined || common(x + 1, y) >= common(x, y + 1))) {
        tokens.push({ kind: 'removed', text: old })
        x += 1
      } else if (fresh !== undefined) {
        tokens.push({ kind: 'added', text: fresh })
        y += 1
      }
    }
  }
  return joined(tokens)
}

function joined(tokens: readonly Part[]): Part[] {
  const parts: Part[] = []
  for (const { kind, text } of tokens) {
    if (text === '') continue
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += ` ${text}`
    else parts.push({ kind, text })
  }
  return parts
}
