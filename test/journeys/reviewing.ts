import type { Walker } from '../pages.ts'

/** Amara says that an action is done, on the page of her plan. */
export async function markDone(amara: Walker, action: string): Promise<void> {
  await amara.press('Plan')
  await amara.press(`Mark as done ${action}`)
  await amara.sees('Nothing is left to do')
}

/** Amara opens a review: what changed, how the objective goes, one change with its cause, an account; and signs. */
export async function writeReview(amara: Walker): Promise<void> {
  await amara.go('/start')
  await amara.press('Reviews')
  await amara.press('Start the review')
  await amara.sees('1. What changed')
  await amara.answer('Where is this objective now?', 'Going to plan')
  await amara.type('Impact on practice', 'Callers hear from me on the day I named, and no longer ring to ask.')
  await amara.press('Save the progress of O-1')
  await amara.page.getByLabel('What changes', { exact: true }).selectOption({ label: 'Target date' })
  await amara.press('Write the change')
  await amara.date('New target date', '2027-02-26')
  await amara.answer(/^Cause of the change/, 'Organisation priority')
  await amara.type('What happened?', 'Billing calls double in winter, and the diary is shared from February.')
  await amara.press('Add this change')
  await amara.sees('Version 1 to version 2')
  await amara.press('Start with Kolb, about these weeks')
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
  'Active experimentation': 'I will read the time back to every customer from Monday, and ask Ben to listen to two calls.',
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
  await ben.sees('organisation priority')
}
