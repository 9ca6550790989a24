import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldSet } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { Table } from '../../../ui/table.tsx'
import type { DetailField } from '../rules/kind-fields.ts'
import { detailField } from '../rules/kinds.ts'
import { type SheetLine, totalOf } from '../rules/score-sheet.ts'
import type { Typed } from '../typed.ts'
import { totalWords } from './detail-words.tsx'

/** Lines that a sheet shows at least, and that are added when more are asked for. */
const [FIRST, MORE] = [6, 6]

const EMPTY: SheetLine = { item: '', got: '', of: '', comment: '' }

/** The lines of a score sheet, six at first. */
export function SheetFields(props: {
  field: DetailField
  action: string
  typed: Typed
  refusals: readonly Refusal[]
  moreLines: boolean
}): VNode {
  const { field, action, typed, refusals, moreLines } = props
  const { sheet } = typed
  const wanted = Math.max(FIRST, sheet.length) + (moreLines ? MORE : 0)
  const rows = Array.from({ length: wanted }, (_, at) => sheet[at] ?? EMPTY)
  const name = detailField(field.key)
  const box = (part: keyof SheetLine, label: string, narrow: boolean) => (line: SheetLine, row: number) => (
    <input
      class={narrow ? 'in w-2' : 'in'}
      name={`sheet-${part}-${row}`}
      id={part === 'item' && row === 0 ? fieldId(name) : undefined}
      aria-label={`${label}, line ${row + 1}`}
      value={line[part] || undefined}
      inputMode={narrow ? 'decimal' : undefined}
      autocomplete="off"
    />
  )
  return (
    <FieldSet
      legend={field.label}
      hint={field.hint}
      error={errorFor(refusals, name)}
      id={`${fieldId(name)}-set`}
    >
      <Table
        caption={field.label}
        hideCaption
        rows={rows}
        columns={[
          { head: 'What was asked', cell: box('item', 'What was asked', false), rowHead: false, width: 40 },
          { head: 'Got', cell: box('got', 'Got', true) },
          { head: 'Out of', cell: box('of', 'Out of', true) },
          { head: 'Comment', cell: box('comment', 'Comment', false), width: 30 },
        ]}
      />
      <p class="s ink2 mt2">
        {totalWords(totalOf(sheet))}{' '}
        <Button kind="quiet" small name="do" value="rows" action={`${action}#${fieldId(name)}`}>
          Add {MORE} lines
        </Button>
      </p>
    </FieldSet>
  )
}
