import { plain } from './plain.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(', '))

const YES = words('y, yes, true, 1, t, sim, s, si, oui, o, vrai, ja, j, wahr, verdadeiro, verdadero')
const NO = words('n, no, false, 0, f, nao, non, faux, nein, falsch, falso')

/** Whether a cell says yes or no; null where it says neither. */
export function yesOf(text: string): boolean | null {
  const word = plain(text)
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}
