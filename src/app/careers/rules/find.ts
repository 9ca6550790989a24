const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** How many are shown of those found. */
const MOST = 20

/**
 * The roles whose title or other names hold every word, those whose title begins with them first.
 * @returns none where nothing is asked
 */
export function rolesCalled<T extends { title: string; jobs: readonly string[] }>(
  roles: readonly T[],
  asked: string,
): T[] {
  const words = plain(asked).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const start = words.join(' ')
  const rank = ({ title }: T) => {
    const name = plain(title)
    if (name === start) return 0
    return name.startsWith(start) ? 1 : 2
  }
  return roles
    .filter(({ title, jobs }) => {
      const names = [title, ...jobs].map(plain)
      return names.some((name) => words.every((word) => name.includes(word)))
    })
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}
