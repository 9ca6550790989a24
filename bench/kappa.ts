/** One thing as two judged it. */
type Judged = { ours: string; theirs: string }

/** Cohen 1960: agreement beyond chance. NaN where both always give the same one answer. */
export function kappa(pairs: readonly Judged[]): number {
  const n = pairs.length
  const classes = new Set(pairs.flatMap((pair) => [pair.ours, pair.theirs]))
  const share = (test: (pair: Judged) => boolean) => pairs.filter(test).length / n
  const agreed = share((pair) => pair.ours === pair.theirs)
  let chance = 0
  for (const name of classes)
    chance += share((pair) => pair.ours === name) * share((pair) => pair.theirs === name)
  return (agreed - chance) / (1 - chance)
}
