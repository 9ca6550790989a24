import type { Id } from '../../../kernel/id.ts'

type Asking = { requirements: readonly { competencyId: Id; level: number; essential: boolean }[] }

/** A role that asks all that it and the others on the way ask, each once, as the first that names it does. */
export function allAsked<T extends Asking>(role: T, onTheWay: readonly T[]): T {
  const asked = new Map(
    [...onTheWay, role]
      .flatMap(({ requirements }) => requirements)
      .toReversed()
      .map((requirement) => [requirement.competencyId, requirement]),
  )
  return { ...role, requirements: [...asked.values()] }
}
