import type { Objective } from './objective.ts'

/** What was agreed beforehand of how an objective is judged at its end, a line each; none where nothing was. */
export function bandItems({ bands }: Pick<Objective, 'bands'>): { term: string; value: string }[] {
  return [
    { term: 'Partly met', value: bands.partly },
    { term: 'Met', value: bands.met },
    { term: 'Exceeded', value: bands.exceeded },
  ].filter(({ value }) => value !== '')
}
