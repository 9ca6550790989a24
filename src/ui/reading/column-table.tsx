import type { Refusal } from '../../kernel/outcome.ts'
import { columnField } from '../../kernel/rows/answering.ts'
import type { Sample } from '../../kernel/rows/sample.ts'
import { errorFor } from '../error-summary.tsx'
import { type Option, Select } from '../field.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'

/** What each column of a file becomes, which can be changed, beside a few of its rows. */
export function ColumnTable(props: {
  headings: readonly string[]
  columns: Readonly<Record<string, { value: string }>>
  sample: Sample
  options: readonly Option[]
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { headings, columns, sample, options, values, refusals } = props
  const rows = headings.map((heading, place) => ({ heading, place, found: columns[heading] }))
  const value = (cell: string | undefined) => (cell ? cell : <span class="mut">empty</span>)
  return (
    <Section id="columns" title="What each column becomes" fact={sample.says}>
      <Table
        caption="Columns of the file, what each becomes and five sample values"
        hideCaption
        middle
        rows={rows}
        columns={[
          { head: 'Column', width: 20, cell: ({ heading }) => <span class="any">{heading}</span> },
          {
            head: 'Becomes',
            width: 30,
            label: null,
            cell: ({ heading, place, found }) => (
              <Select
                name={columnField(place)}
                label={`“${heading}” becomes`}
                hideLabel
                value={values[columnField(place)] ?? found?.value ?? 'ignore'}
                options={options}
                error={errorFor(refusals, columnField(place))}
              />
            ),
          },
          {
            head: 'Rows of the file',
            label: null,
            cell: ({ place }) => (
              <ul class="vals">
                {sample.rows.map(({ line, cells }) => (
                  <li key={line}>{value(cells[place])}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
