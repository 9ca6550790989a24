import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../test/property.ts'
import { guarded, quoted, unguarded } from './cell.ts'

test('a cell that a spreadsheet would run as a formula is written so that it is read as text', () => {
  assert.equal(guarded('=HYPERLINK("x")'), '\'=HYPERLINK("x")')
  assert.equal(guarded('@sum'), "'@sum")
  assert.equal(guarded('-12,5'), '-12,5')
  assert.equal(guarded('-'), '-')
  assert.equal(quoted('He said "no"'), '"He said ""no"""')
})

test('whatever a cell says, it is read again as it was', () => {
  const cells = fc.array(fc.constantFrom("'", '=', '-', '+', '@', ' ', '1', 'a', ',', '\t'), { maxLength: 6 })
  fc.assert(
    fc.property(cells, (letters) => {
      const cell = letters.join('')
      assert.equal(unguarded(guarded(cell)), cell)
    }),
  )
})
