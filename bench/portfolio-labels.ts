import { existsSync, readFileSync } from 'node:fs'
import { CHECKS } from '../src/app/readiness/rules/checks.ts'
import { caseOf } from './portfolio-case.ts'
import { readPortfolios } from './portfolios.ts'

const ANSWERS = ['there', 'missing', 'cannot tell'] as const
type Answer = (typeof ANSWERS)[number]

/** One check of one portfolio: what two readers said apart, and what the rules say. */
export type Cell = {
  id: string
  /** The rules were tuned on portfolios of even number; the odd ones were held out. */
  tuned: boolean
  /** 1 to 13. */
  check: number
  readers: [Answer, Answer]
  rules: 'there' | 'missing'
  said: string | null
}

const fileOf = (reader: 'a' | 'b') => new URL(`labels/portfolios/reader-${reader}.json`, import.meta.url)

/** Whether both readers have handed in. */
export const labelled = (): boolean => existsSync(fileOf('a')) && existsSync(fileOf('b'))

function labelsOf(reader: 'a' | 'b'): Record<string, string[]> {
  return JSON.parse(readFileSync(fileOf(reader), 'utf8'))
}

/** Every check of every portfolio, as it was read twice and by the rules. */
export function cells(): Cell[] {
  const [a, b] = [labelsOf('a'), labelsOf('b')]
  const answer = (labels: Record<string, string[]>, id: string, index: number): Answer => {
    const found = ANSWERS.find((one) => one === labels[id]?.[index])
    if (!found) throw new Error(`A reader left out check ${index + 1} of ${id}.`)
    return found
  }
  return readPortfolios().flatMap((portfolio) => {
    const { id } = portfolio
    const records = caseOf(portfolio)
    return CHECKS.map(({ find }, index): Cell => {
      const { state, missing } = find(records)
      return {
        id,
        tuned: Number(id.slice(1)) % 2 === 0,
        check: index + 1,
        readers: [answer(a, id, index), answer(b, id, index)],
        rules: state === 'there' ? 'there' : 'missing',
        said: missing,
      }
    })
  })
}

/** What both readers say; null where they differ, or where either cannot tell. */
export function truthOf({ readers: [a, b] }: Cell): 'there' | 'missing' | null {
  return a === b && a !== 'cannot tell' ? a : null
}

/** Of the cells that both readers call missing, those that the rules call there. */
export function wronglyThere(all: readonly Cell[]): { missing: number; wrong: Cell[] } {
  const missing = all.filter((cell) => truthOf(cell) === 'missing')
  return { missing: missing.length, wrong: missing.filter(({ rules }) => rules === 'there') }
}
