import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { clip, percent } from '../../../kernel/text.ts'
import { figureText, rangeText } from '../../../ui/charts/figures.ts'
import { Ref } from '../../../ui/section.tsx'
import { type EvidenceItem, figureWords, KIND_WORDS } from '../../evidence/evidence.ts'
import type { Figure } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'

/** "74% (69 to 79%)", for a cell of a table. */
export function figureCell(figure: Figure): string {
  const { value, unit, low, high, n } = figure
  if (value === null) return `n ${n}`
  if (unit !== 'share' || low === null || high === null) return figureText(value, unit)
  return `${percent(value)} (${rangeText(low, high, unit)})`
}

/** What an item says, in a line. */
export function gistOf(item: EvidenceItem): string {
  if (item.snapshot) {
    const { figure } = item.snapshot
    return `${figureWords(figure)}${figure.verdict ? `, ${figure.verdict}` : ''}`
  }
  return clip(item.text || item.title, 140)
}

/** "Compliment E-12, 13 November 2026". */
export function EvidenceName({ item }: { item: EvidenceItem }) {
  const day = item.happenedOn ?? item.addedOn
  return (
    <>
      {item.snapshot ? item.title : KIND_WORDS[item.kind].name} <Ref>{item.ref}</Ref>, {plainDay(day)}
    </>
  )
}

/** The items of one side of a case, each with its link: "Observation OB-41: heard the customer out". */
export function EvidenceLines({ items, personId }: { items: readonly EvidenceItem[]; personId: Id }) {
  return (
    <>
      {items.slice(0, 4).map((item, index) => (
        <span key={item.evidenceId}>
          {index > 0 && ' '}
          {KIND_WORDS[item.kind].name}{' '}
          <a href={paths.evidenceItem(personId, item.evidenceId)}>
            <Ref>{item.ref}</Ref>
          </a>
          : {gistOf(item).replace(/[.…]$/, (end) => (end === '.' ? '' : end))}.
        </span>
      ))}
      {items.length > 4 && ` And ${items.length - 4} more.`}
    </>
  )
}

/** Cited items in a short list of references. */
export function Cited({ items, personId }: { items: readonly EvidenceItem[]; personId: Id }) {
  return (
    <>
      {items.map((item, index) => (
        <span key={item.evidenceId}>
          {index > 0 && ', '}
          <a href={paths.evidenceItem(personId, item.evidenceId)}>
            {KIND_WORDS[item.kind].name} <Ref>{item.ref}</Ref>
          </a>
        </span>
      ))}
    </>
  )
}
