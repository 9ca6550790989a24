/** Somebody a record may be about. */
type Known = { personId: string; name: string; email: string | null }

/**
 * Whose a name in a file is without anybody having to say it: the one person of exactly this e-mail address or exactly
 * this name, or whoever a person has matched the same name to before. Never by likeness; null where two fit.
 * @param matched names that people have matched, with whom
 */
export function whoseIs(
  name: string,
  people: readonly Known[],
  matched: readonly { name: string; personId: string }[],
): string | null {
  const fits = name.includes('@')
    ? people.filter(({ email }) => email?.toLowerCase() === name.toLowerCase())
    : people.filter((person) => person.name === name)
  if (fits.length > 0) return fits.length === 1 ? (fits[0]?.personId ?? null) : null
  const before = new Set(matched.filter((one) => one.name === name).map(({ personId }) => personId))
  const [only, other] = before
  return only !== undefined && other === undefined ? only : null
}
