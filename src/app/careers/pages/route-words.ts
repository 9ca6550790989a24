import { capital, count, listing } from '../../../kernel/text.ts'
import type { Route, RouteCharacter, RouteStep } from '../rules/routes.ts'

/** "Fewest steps, smallest largest gap". */
export function kindWords({ kind, also }: Pick<Route, 'kind' | 'also'>): string {
  return capital([kind, ...also].join(', '))
}

/** What is left of a step: "3 levels to close", "nothing more to close", "2 more to close, 1 not agreed". */
export function leftWords(
  { total, notAgreed }: Pick<RouteStep, 'total' | 'notAgreed'>,
  first: boolean,
): string {
  const levels = total > 0 ? (first ? `${count(total, 'level')} to close` : `${total} more to close`) : null
  const open = notAgreed > 0 ? `${notAgreed} not agreed` : null
  return [levels, open].filter(Boolean).join(', ') || (first ? 'levels met' : 'no more to close')
}

/** The same on the map, where there is little room: levels alone where there are any. */
export function labelWords(
  { total, notAgreed }: Pick<RouteStep, 'total' | 'notAgreed'>,
  first: boolean,
): string {
  return leftWords({ total, notAgreed: total > 0 ? 0 : notAgreed }, first)
}

/** "2 steps, 6 levels to close, 1 not yet agreed". */
export function routeSum({ steps, total, notAgreed }: Route): string {
  return [
    count(steps.length, 'step'),
    `${count(total, 'level')} to close`,
    ...(notAgreed > 0 ? [`${notAgreed} not yet agreed`] : []),
  ].join(', ')
}

/** "4 levels to close in the largest step", "4 to close or agree in the largest step". */
export function largestWords({ largest, notAgreed }: Pick<Route, 'largest' | 'notAgreed'>): string {
  const size = notAgreed > 0 ? `${largest} to close or agree` : `${count(largest, 'level')} to close`
  return `${size} in the largest step`
}

/** "Senior adviser, then Team leader". */
export function wayWords({ steps }: Route): string {
  return steps.map(({ title }) => title).join(', then ')
}

/** What a step adds in responsibility. */
export function stepWords({ gains, responsibility, track, elsewhere, crosses }: RouteStep): string {
  const level = `level ${responsibility}${elsewhere ? ' elsewhere' : ''}`
  if (gains > 0) return `${level}, ${count(gains, 'level')} more responsibility`
  if (gains < 0) return `${level}, answers for less than before`
  return crosses && !elsewhere ? `${level}, sideways on the track ${track}` : `${level}, as much as before`
}

const CHARACTERS: Record<RouteCharacter, string> = {
  progression: 'Progression',
  sideways: 'A sideways move into a specialism',
  'a new job, not progression': 'A new job, not progression',
}

/** What the route is, whatever it is called, and why. Source: domain.md 2.6. */
export function characterWords({
  character,
  from,
  steps,
}: Pick<Route, 'character' | 'from' | 'steps'>): string {
  const end = steps.at(-1)?.responsibility ?? from.responsibility
  const why =
    character === 'progression'
      ? `from level ${from.responsibility} to level ${end}`
      : character === 'sideways'
        ? `other work at level ${end}, and it counts`
        : end < from.responsibility
          ? `level ${end} answers for less than level ${from.responsibility}`
          : `it stays at level ${end}`
  const sideways = steps.filter(
    ({ gains, crosses }, index) => gains === 0 && crosses && index < steps.length - 1,
  )
  const across =
    sideways.length > 0 ? ` A sideways step: ${listing(sideways.map(({ title }) => title))}.` : ''
  return `${CHARACTERS[character]}: ${why}.${across}`
}
