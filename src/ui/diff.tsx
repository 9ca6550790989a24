import type { ComponentChildren } from 'preact'
import { Table } from './table.tsx'

/** A stretch of text that stayed, went or came. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** What changed in a text, readable without colour and aloud. */
function Diff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <span class="diff">
      {parts.map(({ kind, text }, index) => (
        <span key={index}>
          {index > 0 && ' '}
          {kind === 'same' && text}
          {kind === 'removed' && (
            <del>
              <span class="vh">Was: </span>
              {text}
            </del>
          )}
          {kind === 'added' && (
            <ins>
              <span class="vh">Now: </span>
              {text}
            </ins>
          )}
        </span>
      ))}
    </span>
  )
}

export type DiffRow = { item: ComponentChildren; parts: readonly DiffPart[]; cause?: ComponentChildren }

/** What changes between two versions of a plan, item by item, with the cause of each. */
export function DiffTable({ caption, rows }: { caption: string; rows: readonly DiffRow[] }) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      columns={[
        { head: 'Item', cell: (row) => row.item },
        { head: 'Change', label: null, cell: (row) => <Diff parts={row.parts} /> },
        ...(rows.some((row) => row.cause)
          ? [{ head: 'Cause', cell: (row: DiffRow) => row.cause ?? 'none given' }]
          : []),
      ]}
    />
  )
}
