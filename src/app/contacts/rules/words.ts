import { plain } from '../../../kernel/rows/plain.ts'
import { yesOf } from '../../../kernel/rows/yes.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(', '))

const SOLVED = words(
  'solved, resolved, closed, done, completed, complete, fixed, success, successful, fechado, fechada, solucionado, ' +
    'solucionada, resolvido, resolvida, encerrado, encerrada, concluido, concluida, cerrado, cerrada, resuelto, ' +
    'resuelta, solucion, completado, ferme, fermee, resolu, resolue, clos, close, termine, gelost, geschlossen, ' +
    'erledigt, abgeschlossen, beendet, behoben',
)
const UNSOLVED = words(
  'unsolved, unresolved, not solved, not resolved, failed, rejected, not fixed, nao resolvido, nao solucionado, ' +
    'no resuelto, sin resolver, non resolu, non resolue, ungelost, nicht gelost, nicht erledigt, abgelehnt',
)
const OPEN = words(
  'open, new, pending, on hold, hold, in progress, waiting, escalated, assigned, reopened, active, awaiting info, ' +
    'pending customer response, aberto, novo, pendente, em andamento, em espera, abierto, nuevo, pendiente, en curso, ' +
    'en espera, ouvert, nouveau, en cours, en attente, offen, neu, wartend, in bearbeitung, in arbeit',
)
const ANSWERED = words(
  'answered, connected, completed, taken, handled, atendida, contestada, repondu, angenommen, beantwortet',
)
const UNANSWERED = words(
  'abandoned, missed, unanswered, not answered, no answer, noanswer, lost, busy, failed, voicemail, abandonada, ' +
    'perdida, nao atendida, no contestada, manque, abandonne, verpasst, nicht angenommen, unbeantwortet, aufgelegt',
)

/** Scores given in words, on the five points from 1 (worst) to 5 (best); two-point scales use both ends. */
const RATINGS: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        5,
        'very satisfied, excellent, very good, good, great, muito satisfeito, muito satisfeita, otimo, excelente, muy satisfecho, muy bueno, bueno, bom, tres satisfait, bon, sehr zufrieden, sehr gut, gut, good with comment',
      ],
      [4, 'satisfied, satisfeito, satisfeita, satisfecho, satisfait, zufrieden, happy'],
      [3, 'neutral, ok, okay, average, neutro, indiferente, regular, neutre, moyen, mittel'],
      [
        2,
        'dissatisfied, unsatisfied, insatisfeito, insatisfeita, insatisfecho, insatisfait, unzufrieden, poor, unhappy',
      ],
      [
        1,
        'very dissatisfied, very poor, terrible, bad, bad with comment, muito insatisfeito, muito insatisfeita, ruim, pessimo, muy insatisfecho, malo, tres insatisfait, mauvais, sehr unzufrieden, schlecht',
      ],
    ] as const
  ).flatMap(([score, text]) => text.split(', ').map((word): [string, number] => [word, score])),
)

/** A survey that was sent, or not sent, and not answered: no score. */
const UNRATED = words(
  'offered, unoffered, not rated, not offered, sem avaliacao, sin valorar, nicht bewertet',
)

const NOBODY = words(
  'nobody, unassigned, not assigned, ninguem, nadie, personne, niemand, nao atribuido, sin asignar',
)

/** What stands in a customer column where the customer is not known: they must not count as one customer. */
const UNKNOWN = words(
  '0, unknown, anonymous, withheld, private, private number, restricted, unavailable, desconhecido, anonimo, privado, ' +
    'desconocido, inconnu, anonyme, unbekannt, anonym, unterdruckt',
)

/** What a logged outcome says; `open` where the contact is not at its end, null where the word is not known. */
export function outcomeOf(text: string): 'solved' | 'unsolved' | 'open' | null {
  const word = plain(text)
  const yes = yesOf(word)
  if (yes === true || SOLVED.has(word)) return 'solved'
  if (yes === false || UNSOLVED.has(word)) return 'unsolved'
  return OPEN.has(word) ? 'open' : null
}

/** Whether a call was answered; null where the word is not known. */
export function answeredOf(text: string): boolean | null {
  const word = plain(text)
  const yes = yesOf(word)
  if (yes === true || ANSWERED.has(word)) return true
  return yes === false || UNANSWERED.has(word) ? false : null
}

/** The score of a word, 1 to 5; `none` where it says that no score was given; null where the word is not known. */
export function ratingOf(text: string): number | 'none' | null {
  const word = plain(text)
  return UNRATED.has(word) ? 'none' : (RATINGS.get(word) ?? null)
}

/** Whether an agent's cell says that nobody took the contact. */
export const isNobody = (text: string): boolean => NOBODY.has(plain(text))

/** Whether a customer's cell says that the customer is not known. */
export const isUnknown = (text: string): boolean => UNKNOWN.has(plain(text))

/** Values remembered at most: a column of few words is read once each, a column of many does not fill the memory. */
const REMEMBERED = 5000

/** The same function, asked only once for each of its first values. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined || known.has(text)) return seen as T
    const value = read(text)
    if (known.size < REMEMBERED) known.set(text, value)
    return value
  }
}
