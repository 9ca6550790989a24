import { count } from '../../../kernel/text.ts'
import { BANDED } from './bands.ts'
import type { Band } from './profile.ts'

const figure = (unit: 'share' | 'score' | 'seconds', from: number): string => {
  if (unit === 'share') return `${Math.round(from * 1000) / 10}%`
  return unit === 'score' ? String(from) : count(from, 'second')
}

/** The bands of one requirement, a line for each measure: "Resolved first time: level 3 from 70%, level 4 from 78%". */
export function bandLines(bands: readonly Band[] | null): string[] {
  return BANDED.flatMap(({ measure, name, unit, betterIs }) => {
    const declared = (bands ?? []).filter((band) => band.measure === measure)
    if (declared.length === 0) return []
    const reach = betterIs === 'higher' ? 'from' : 'up to'
    const steps = declared.map(({ level, from }) => `level ${level} ${reach} ${figure(unit, from)}`)
    return [`${name}: ${steps.join(', ')}`]
  })
}
