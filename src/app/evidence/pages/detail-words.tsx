import type { VNode } from 'preact'
import { capital, count } from '../../../kernel/text.ts'
import { Table } from '../../../ui/table.tsx'
import type { DetailField } from '../rules/kind-fields.ts'
import { type EvidenceKind, fieldsFor } from '../rules/kinds.ts'
import { type SheetTotal, sheetLines, totalOf } from '../rules/score-sheet.ts'
import { seenLines } from '../rules/seen.ts'

/** "17 of 20 in 6 lines, 1 of them not scored." */
export function totalWords({ got, of, counted, apart }: SheetTotal): string {
  if (counted === 0) return 'No line is scored yet.'
  return `${got} of ${of} in ${count(counted, 'line')}${apart > 0 ? `; ${count(apart, 'line')} without a score` : ''}.`
}

/** A detail of an item as it is read: words, the lines of a score sheet with their total, or what was seen. */
function DetailWords({ field, value }: { field: DetailField; value: string }): VNode {
  if (field.lines === 'sheet') return <SheetWords value={value} />
  if (field.lines === 'seen') return <SeenWords value={value} />
  return <span class="any">{field.choices ? capital(value) : value}</span>
}

/** What was said of the details of a kind, each with its label; `without` those that the page shows elsewhere. */
export const detailsSaid = (
  { kind, detail }: { kind: EvidenceKind | null; detail: Readonly<Record<string, string>> },
  without: readonly string[] = [],
): { term: string; value: VNode }[] =>
  fieldsFor(kind, detail).flatMap((field) => {
    const value = detail[field.key]
    return value && !without.includes(field.key)
      ? [{ term: field.label, value: <DetailWords field={field} value={value} /> }]
      : []
  })

function SheetWords({ value }: { value: string }): VNode {
  const lines = sheetLines(value)
  return (
    <>
      <Table
        caption="The lines of the sheet"
        hideCaption
        rows={lines}
        columns={[
          { head: 'What was asked', cell: ({ item }) => item },
          { head: 'Got', cell: ({ got }) => got || 'did not apply', numeric: true },
          { head: 'Out of', cell: ({ of }) => of, numeric: true },
          { head: 'Comment', cell: ({ comment }) => comment },
        ]}
      />
      <p class="s ink2 mt2">{totalWords(totalOf(lines))} One sheet; sheets are never averaged.</p>
    </>
  )
}

function SeenWords({ value }: { value: string }): VNode {
  return (
    <ul>
      {seenLines(value).map(({ competency, level, anchor, words }) => (
        <li key={competency}>
          <b>{competency}</b>, nearest to line {level}: “{anchor}”{words && ` ${words}`}
        </li>
      ))}
    </ul>
  )
}
