import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { CHECKS } from '../src/app/readiness/rules/checks.ts'
import { caseOf } from './portfolio-case.ts'
import { cells, labelled, truthOf, wronglyThere } from './portfolio-labels.ts'
import { readableText, readPortfolios } from './portfolios.ts'

const skip = labelled() ? false : 'the readers’ labels are not here'

test('two readers had the very portfolios that the checks read, and answered every check of each', {
  skip,
}, () => {
  const portfolios = readPortfolios()
  assert.ok(portfolios.length >= 60, `${portfolios.length} portfolios`)
  const readable = readFileSync(new URL('labels/portfolios/readable.txt', import.meta.url), 'utf8')
  assert.equal(readable, readableText(portfolios))
  assert.equal(cells().length, portfolios.length * CHECKS.length)
})

test('a check says “there” wrongly in at most three of a hundred cells that both readers call missing', {
  skip,
}, () => {
  // Only one portfolio in five says anything of a route: the cells of check 10 would water down the share.
  const { missing, wrong } = wronglyThere(cells().filter(({ check }) => check !== 10))
  assert.ok(missing > 150, `${missing} cells`)
  assert.ok(wrong.length / missing <= 0.03, wrong.map(({ id, check }) => `${id} check ${check}`).join(', '))
})

test('the checks are not merely strict: they agree with both readers in nine cells of ten', { skip }, () => {
  const judged = cells().filter((cell) => truthOf(cell) !== null)
  const agreed = judged.filter((cell) => truthOf(cell) === cell.rules)
  assert.ok(agreed.length / judged.length >= 0.9, `${agreed.length} of ${judged.length}`)
})

test('what is taken away from a portfolio never makes a check say “there” that did not', () => {
  const emptied = { evidence: [], reviews: [], accounts: [], swot: null, aspiration: null }
  for (const portfolio of readPortfolios()) {
    const records = caseOf(portfolio)
    for (const name of Object.keys(emptied) as (keyof typeof emptied)[])
      for (const { title, find } of CHECKS) {
        const poorer = find({ ...records, [name]: emptied[name] })
        if (poorer.state === 'there')
          assert.equal(find(records).state, 'there', `${portfolio.id}, ${title}, without ${name}`)
      }
  }
})
