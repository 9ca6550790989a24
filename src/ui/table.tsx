import type { ComponentChildren } from 'preact'

export type Column<Row> = {
  head: string
  cell: (row: Row, index: number) => ComponentChildren
  /** The head is only for those who hear it, as over a column of links. */
  hideHead?: boolean
  /** Before the value on a narrow screen; the head where left out, nothing where null. */
  label?: string | null
  /** Figures, set to the right. */
  numeric?: boolean
  nowrap?: boolean
  /** Whether its cell names the row. The first column's does unless told otherwise. */
  rowHead?: boolean
  /** Share of the table's width. */
  width?: 10 | 15 | 20 | 25 | 30 | 35 | 40 | 45 | 50
}

const words = (...list: (string | false | undefined)[]) => list.filter(Boolean).join(' ') || undefined

/**
 * A table. On a narrow screen `wide="stack"` turns each row into a block with labels (rows of words), and
 * `wide="scroll"` lets it scroll sideways in a region that is named and reached by keyboard (columns of figures).
 */
export function Table<Row>(props: {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  wide?: 'stack' | 'scroll' | 'fits'
  /** Cells level with each other in the middle, where some hold marks. */
  middle?: boolean
  /** At most 16 rem high, scrolling. */
  tall?: boolean
  /** A row's id in the page, to lead to it. */
  rowId?: (row: Row) => string
  look?: 'diff' | 'heat'
}) {
  const { caption, hideCaption, columns, rows, wide = 'stack', middle, tall, rowId, look } = props
  const stack = wide === 'stack'
  const table = (
    <table class={words(stack && 'stack', middle && 'mid', look)}>
      <caption class={hideCaption ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th
              key={index}
              scope="col"
              class={words(column.numeric && 'num', column.width && `cw-${column.width}`)}
            >
              {column.hideHead ? <span class="vh">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} id={rowId?.(row)}>
            {columns.map((column, at) => {
              const look = words(column.numeric && 'num', column.nowrap && 'nw')
              const label = column.label === undefined ? (column.hideHead ? null : column.head) : column.label
              const content = column.cell(row, index)
              return (column.rowHead ?? at === 0) ? (
                <th key={at} scope="row" class={look}>
                  {content}
                </th>
              ) : (
                <td key={at} class={look} data-l={stack && label ? label : undefined}>
                  {stack && label ? <span>{content}</span> : content}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (wide !== 'scroll') return table
  return (
    <Scroll label={caption} tall={tall}>
      {table}
    </Scroll>
  )
}

/** A region that scrolls sideways on small screens, named and reached by keyboard. */
export function Scroll({
  label,
  tall,
  children,
}: {
  label: string
  tall?: boolean
  children: ComponentChildren
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of no form, so not a fieldset
    <div
      class={tall ? 'scroll scroll-tall' : 'scroll'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1: what scrolls must be reached by keyboard
      tabIndex={0}
      role="group"
      aria-label={`${label}, scrolls sideways on small screens`}
    >
      {children}
    </div>
  )
}

/** The quiet second line of a cell. */
export function Sub({ children }: { children: ComponentChildren }) {
  return <span class="sub">{children}</span>
}
