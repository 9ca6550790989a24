import assert from 'node:assert/strict'
import { type Walker, wordsOf } from '../pages.ts'

/** Amara opens a review: what changed, how the objective goes, one change with its cause, an account; and signs. */
export async function writeReview(amara: Walker): Promise<void> {
  await amara.go('/start')
  await amara.press('Reviews')
  await amara.press('Start the review')
  await amara.sees('1. What changed')
  await amara.answer('Where is this objective now?', 'Going to plan')
  await amara.type(
    'Impact on practice',
    'Callers hear from me on the day I named, and no longer ring to ask.',
  )
  await amara.press('Save the progress of O-1')
  await amara.page.getByLabel('What changes', { exact: true }).selectOption({ label: 'Target date' })
  await amara.press('Write the change')
  await amara.date('New target date', '2027-02-26')
  await amara.answer(/^Cause of the change/, 'Organisation priority')
  await amara.type('What happened?', 'Billing calls double in winter, and the diary is shared from February.')
  await amara.press('Add this change')
  await amara.sees('Version 1 to version 2')
  const model = amara.page.getByLabel('Write an account of this review', { exact: true })
  await model.selectOption({ label: 'Kolb, four stages' })
  await amara.press('Start it')
  for (const [stage, words] of Object.entries(ACCOUNT)) await amara.type(stage, words)
  await amara.press('Save the account')
  await amara.press('Sign as Amara Okafor')
  await amara.sees('You have signed')
}

const ACCOUNT = {
  'Concrete experience':
    'On Friday 11 December a man rang about a meter that was read wrong. I said when I would ring back, wrote it in the diary while he was on the line, and rang.',
  'Reflective observation':
    'I felt calm because the time was written down. He thanked me before I had said what came of it, which surprised me.',
  'Abstract conceptualisation':
    'A promise that is written down in front of the customer is kept, because nothing that comes next can push it out of my head on a busy day.',
  'Active experimentation':
    'I will read the time back to every customer from Monday, and ask Ben to listen to two calls.',
}

/** Ben signs after her, names the day of the next review, and so closes it. */
export async function closeReview(ben: Walker): Promise<void> {
  await ben.go('/start')
  await ben.press('Sign review 1 of Amara Okafor')
  await ben.sees('Amara Okafor has signed')
  await ben.date('Next review', '2027-03-09')
  await ben.press('Sign as Ben Hughes and close')
  await ben.sees('Closed, and kept as it was signed')
  await ben.press('See plan version 2')
  await ben.sees('29 January 2027')
  await ben.sees('26 February 2027')
  await ben.sees('because a priority of the organisation changed')
}

/** Amara reads her account: one thread from evidence to impact, each check with what is there, and a page that prints. */
export async function readAccount(amara: Walker, competency: string): Promise<void> {
  await amara.press('Plan')
  await amara.sees('Version 2')
  await amara.press('Print the account')
  for (const [knot, recorded] of Object.entries({
    Evidence: 'First-contact resolution',
    Need: `${competency}, agreed 2, role needs 4`,
    Objective: 'from 70% to 85%, by 26 February 2027',
    Actions: '1 of 1 done',
    'Review, reflection': 'organisation priority',
    Impact: 'Callers hear from me on the day I named',
    Decision: 'No criterion is decided',
  }))
    assert.ok((await rowOf(amara, knot)).includes(recorded), `${knot}: ${await rowOf(amara, knot)}`)
  for (const [check, words] of Object.entries({
    'Self-assessment complete': '12 of 12',
    'Needs rest on evidence': 'Nothing',
    'Every objective is SMART': '1 of 1 objective is whole',
    'Reviews regular and documented': 'A second review',
    'A recognised self-assessment tool': 'A SWOT that may be read here',
  }))
    assert.ok((await rowOf(amara, check)).includes(words), `${check}: ${await rowOf(amara, check)}`)
  await amara.sees(/Entries 1 to \d+ of the history agree with each other/)
  await amara.page.emulateMedia({ media: 'print' })
  assert.equal(await amara.page.getByRole('navigation').first().isVisible(), false)
  const paper = await amara.page.screenshot({ fullPage: true })
  await amara.page.evaluate('document.body.replaceChildren()')
  const blank = await amara.page.screenshot({ fullPage: true })
  assert.ok(paper.length > 10 * blank.length, `${paper.length} bytes on paper, ${blank.length} blank`)
}

/** All that a row of a table says, by its first cell. */
async function rowOf({ page }: Walker, heading: string): Promise<string> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: heading }) })
  return (await wordsOf(row.first())).replace(/\s+/g, ' ')
}
