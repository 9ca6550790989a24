/** A row of numbers that look random and are the same for the same seed. */
export type Random = {
  /** At least 0, under 1. */
  share(): number
  /** A whole number from 0 to `below` - 1. */
  whole(below: number): number
  /** True this share of the time. */
  chance(share: number): boolean
  /** Normal, mean 0 and standard deviation 1. */
  normal(): number
  /** Log-normal: `middle` is the median, `spread` the standard deviation of the logarithm. */
  skewed(middle: number, spread: number): number
  /** Poisson: how many come where `mean` are expected. */
  arrivals(mean: number): number
  /** One of several, each as likely as its weight. */
  pick<T>(choices: readonly T[], weightOf?: (choice: T) => number): T
}

/** Marsaglia's xorshift of 128 bits (Journal of Statistical Software 8, 2003), its state spread from the seed. */
export function randomFrom(seed: number): Random {
  let [x, y, z, w] = [seed ^ 0x9e3779b9, (seed * 0x85ebca6b) | 0, seed ^ 0xc2b2ae35, 0x27d4eb2f]
  const next = (): number => {
    const t = x ^ (x << 11)
    ;[x, y, z] = [y, z, w]
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return (w >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 20; i += 1) next()
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    share: next,
    whole: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    normal,
    skewed: (middle, spread) => middle * Math.exp(spread * normal()),
    arrivals: (mean) => {
      let count = 0
      for (let left = next(); left > Math.exp(-mean); left *= next()) count += 1
      return count
    },
    pick: (choices, weightOf = () => 1) => {
      let left = next() * choices.reduce((sum, choice) => sum + weightOf(choice), 0)
      const found = choices.find((choice) => {
        left -= weightOf(choice)
        return left < 0
      })
      const chosen = found ?? choices.at(-1)
      if (chosen === undefined) throw new RangeError('Nothing to pick from')
      return chosen
    },
  }
}
