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

/** "Senior adviser, then Team leader". */
export function wayWords({ steps }: Route): string {
  return steps.map(({ title }) => title).join(', then ')
}

/** What a step adds in responsibility. */
export function gainWords({ gains, responsibility, track }: RouteStep): string {
  if (gains > 0) return `level ${responsibility}, ${count(gains, 'level')} more responsibility`
  if (gains === 0) return `level ${responsibility}, sideways on the track ${track}`
  return `level ${responsibility}, answers for less than before`
}

const CHARACTERS: Record<RouteCharacter, string> = {
  progression: 'Progression',
  sideways: 'A sideways move into a specialism',
  'a new job, not progression': 'A new job, not progression',
}

/** What the route is, whatever it is called, and why. Source: domain.md 2.6. */
export function characterWords({ character, from, steps }: Route): string {
  const end = steps.at(-1)?.responsibility ?? from.responsibility
  const why =
    character === 'progression'
      ? `from level ${from.responsibility} to level ${end}`
      : character === 'sideways'
        ? `other work at level ${end}, and it counts`
        : end < from.responsibility
          ? `level ${end} answers for less than level ${from.responsibility}`
          : `it stays at level ${end}`
  const sideways = steps.filter((step, index) => step.gains === 0 && index < steps.length - 1)
  const across =
    sideways.length > 0 ? ` A sideways step: ${listing(sideways.map(({ title }) => title))}.` : ''
  return `${CHARACTERS[character]}: ${why}.${across}`
}
