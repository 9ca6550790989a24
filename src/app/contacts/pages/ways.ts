import type { Decision } from '../../../kernel/rows/decisions.ts'
import { options, textWays, type Way } from '../../../ui/reading/reading-fields.tsx'

/** The ways in which any file of a helpdesk's rows is read, whatever they are of. */
export function commonWays(
  decisions: Parameters<typeof textWays>[0] & {
    dateOrder: Decision<string | null>
    decimal: Decision<string | null>
  },
): Way[] {
  const { encoding, delimiter, headerLine } = textWays(decisions)
  const { dateOrder, decimal } = decisions
  return [
    encoding,
    delimiter,
    {
      name: 'dateOrder',
      label: 'Date order',
      found: dateOrder,
      options: options({ dmy: 'Day, month, year', mdy: 'Month, day, year', ymd: 'Year, month, day' }),
    },
    headerLine,
    {
      name: 'decimal',
      label: 'Decimal mark',
      found: decimal,
      options: options({ '.': 'Point, as in 1.5', ',': 'Comma, as in 1,5' }),
    },
  ]
}
