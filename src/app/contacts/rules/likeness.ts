import { plain } from '../../../kernel/rows/plain.ts'

/** A name that more than one person may work under. */
const SHARED =
  /\b(temp|agent|team|queue|shared|desk|overflow|bot|system|admin|user|operator|cover|night|weekend)\b|\d/

/** Whether a name in a source looks like one that several people share. */
export function looksShared(name: string): boolean {
  return SHARED.test(plain(name))
}

/** How alike a source's name and a person's are: 3 the same words, 2 surname and initial, 1 one name of two, 0 not. */
function likeness(name: string, person: string): number {
  const [said, known] = [plain(name).split(' '), plain(person).split(' ')]
  if (said.toSorted().join(' ') === known.toSorted().join(' ')) return 3
  const [first = '', last = ''] = [known[0], known.at(-1)]
  if (known.length < 2) return 0
  const initial = first.charAt(0)
  const initialled = [`${initial} ${last}`, `${last} ${initial}`, `${initial}${last}`, `${last}${initial}`]
  if (initialled.includes(said.join(' '))) return 2
  if (said.length > 1 && said.includes(first) && said.includes(last)) return 2
  return said.length === 1 && (said[0] === first || said[0] === last) ? 1 : 0
}

/** The one person whose name is most like that of a source; null where none is, or two are as much. */
export function mostLike<T extends { name: string }>(name: string, people: readonly T[]): T | null {
  const scored = people.map((person) => ({ person, score: likeness(name, person.name) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const [only, other] = scored.filter(({ score }) => score === best)
  return best === 0 || other ? null : (only?.person ?? null)
}
