import assert from 'node:assert/strict'
import { numberIn, type Walker } from '../pages.ts'

/** What a figure says of itself: its value, the contacts it was counted from, its verdict. */
export type Seen = { words: string; contacts: number; verdict: string }

/** Amara opens her work, a figure, and the contacts behind it. */
export async function seeTheWork(amara: Walker): Promise<Seen> {
  await amara.go('/start')
  await amara.press(/^(Open your work|All figures)/)
  await amara.sees('First-contact resolution')
  await amara.press('First-contact resolution')
  const seen = {
    words: await amara.fact('Figure'),
    contacts: numberIn(await amara.fact('Contacts behind it')),
    verdict: (await amara.fact('Verdict')).toLowerCase(),
  }
  await amara.press(/^See the [\d,]+ contacts behind it/)
  await amara.sees(`${seen.contacts.toLocaleString('en-GB')}`)
  const rows = await amara.page.getByRole('row').count()
  assert.equal(rows, Math.min(seen.contacts, 100) + 1)
  return seen
}

/** Amara keeps the figure, as it stands, for a competency and with a reason. */
export async function keepTheFigure(
  amara: Walker,
  competency: string,
  seen: Seen | undefined,
): Promise<void> {
  await amara.page.goBack()
  await amara.press('Keep this figure as evidence')
  await amara.choose('Which competency does it bear on?', competency)
  await amara.type('Why does it bear on it?', 'Customers who need not ring again were helped the first time.')
  await amara.press('Keep this figure')
  await amara.sees('The figure is kept as evidence')
  await amara.sees(seen?.words.split(/\s/)[0] ?? 'a figure')
  await amara.sees('calls.csv')
}

/** Amara writes down what a customer said, for and against. */
export async function writeDownWhatHappened(amara: Walker, competency: string): Promise<void> {
  await addEvidence(amara, {
    text: 'A customer wrote that I had explained her bill line by line and that nobody had done so before.',
    kind: /^Compliment/,
    details: [
      ['Who said it?', 'A customer, by letter'],
      ['Their words', 'Line by line, and nobody had before.'],
    ],
    day: '2026-11-13',
    competency,
    reason: 'She says what I did that helped.',
    bearing: 'It shows the competency',
  })
  await addEvidence(amara, {
    ...COMPLAINT,
    day: '2026-11-09',
    competency,
    reason: 'The promised call was missed.',
    bearing: 'It speaks against it',
  })
}

/** A complaint that Amara writes down, with its walk through HEAT. */
export const COMPLAINT = {
  text: 'A customer complained: I had promised to ring back on Friday about his meter and had not done so.',
  kind: /^Complaint/,
  details: [
    ['Hear', 'His meter had been read wrong, and nobody rang.'],
    ['Empathise', 'I said that I would be cross as well.'],
    ['Apologise', 'For the call that was not made.'],
    ['Take action', 'I took a reading with him and put the next call in the diary.'],
    ['What came of it?', 'He stayed, with a corrected bill.'],
  ],
} satisfies Partial<Parameters<typeof addEvidence>[1]>

export async function addEvidence(
  walker: Walker,
  item: {
    text: string
    kind: RegExp
    details: [label: string, words: string][]
    day: string
    competency: string
    reason: string
    bearing: string
  },
): Promise<void> {
  await walker.press('Evidence')
  await walker.press(/^Add (evidence|the first item)/)
  await walker.type('In your own words', item.text)
  await walker.answer('What kind of evidence is it?', item.kind)
  await showFields(walker)
  for (const [label, words] of item.details) await walker.type(label, words)
  await walker.date('When did it happen?', item.day)
  await walker.choose(/^(Which competency does it bear on|Another competency)/, item.competency)
  await walker.type('Why does it bear on it?', item.reason)
  await walker.answer('Which way does it point?', item.bearing)
  await walker.press('Save')
  await walker.sees(item.text.slice(0, 40))
  await walker.sees(item.reason)
}

/** The fields of the kind chosen: with JavaScript they are there at once. */
export async function showFields(walker: Walker): Promise<void> {
  if (await walker.page.getByRole('button', { name: 'Show its fields' }).isVisible())
    await walker.press('Show its fields')
}
