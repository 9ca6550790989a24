/** The words of a search, at most eight. */
export function searchWords(about: string): string[] {
  return about.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
}

/** The other title by which a search found an occupation, where its own title does not hold every word; else null. */
export function alternativeFound(
  { title, alternatives }: { title: string; alternatives: readonly string[] },
  about: string,
): string | null {
  const words = searchWords(about)
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  return words.length === 0 || holds(title) ? null : (alternatives.find(holds) ?? null)
}
