import { readFileSync } from 'node:fs'

const FOLDER = new URL('./labels/portfolios/', import.meta.url)
const fileOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')

/** One portfolio as a reader sees it: its id, and its records line by line. */
export type Portfolio = { id: string; lines: string[] }

/** Blocks that several portfolios share, by name: "@adviser". */
function blocks(): Map<string, string[]> {
  const paragraphs = fileOf('blocks.txt').trim().split(/\n\n+/)
  return new Map(
    paragraphs.map((paragraph) => {
      const [name = '', ...lines] = paragraph.split('\n')
      return [name.slice(1), lines]
    }),
  )
}

/** Every portfolio, whole: what is included by name ("+adviser") is written out. */
export function readPortfolios(): Portfolio[] {
  const shared = blocks()
  return ['portfolios-a.txt', 'portfolios-b.txt']
    .map(fileOf)
    .join('\n')
    .split(/^# /m)
    .slice(1)
    .map((text) => {
      const [id = '', ...lines] = text.trim().split('\n')
      return {
        id,
        lines: lines.flatMap((line) => {
          if (!line.startsWith('+')) return line
          const block = shared.get(line.slice(1))
          if (!block) throw new Error(`${id} includes ${line}, which is not in blocks.txt.`)
          return block
        }),
      }
    })
}

const HEAD = `# Sixty-six small portfolios

Today is 17 November 2026 in all of them. What is not listed is not there. A star marks a soft skill.
In a self-assessment, each line is a competency with its level (1 to 5) and what stands beside it; an example gives
when / with whom / what was done / what followed. E is evidence ("by the person": they made it themself), N a need,
O an objective ("measure": the figure it starts from and aims at, and the range the person's own figures run in),
R a reflective account. In a SWOT, brackets tie an entry to a record. Priorities are the organisation's.
`

/** The text for readers: facts only. */
export function readableText(portfolios: readonly Portfolio[]): string {
  return `${HEAD}\n${portfolios.map(({ id, lines }) => `## ${id}\n\n${lines.join('\n')}\n`).join('\n')}`
}
