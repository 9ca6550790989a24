import type { Walker } from '../pages.ts'

const OBJECTIVE =
  'Ring back every customer on the day I promised, logged in the call-back diary, so that contacts resolved first time rise to 85% by 29 January 2027.'
export const ACTION = 'Put every promised call in the diary while the customer is on the line'

/** Amara goes from a gap to an objective, sees how vague words read, mends them, and proposes it. */
export async function proposeObjective(amara: Walker, competency: string): Promise<void> {
  await amara.press('Gaps')
  await amara.sees(competency)
  await amara.press(new RegExp(`^Make an objective : ${competency}`))
  await amara.sees(/Closes this need/i)
  await amara.type('Objective', 'Get better at customers')
  await amara.press('Check the wording')
  await amara.sees('1 of 5 found')
  await amara.type('Objective', OBJECTIVE)
  await amara.type('Why is it professional, or personal?', 'My role asks for complaints to be settled.')
  await amara.choose('Measure', 'First-contact resolution (%)')
  await amara.type('To', '85')
  await amara.date('Target date', '2027-01-29')
  await amara.type('Resources', 'The call-back diary, and ten minutes a day that Ben Hughes gives.')
  await amara.type('What success looks like, in words', 'Nobody rings to ask where my call is.')
  await amara.type('What will be done', ACTION)
  await amara.date('By', '2026-11-27')
  await amara.press('Check the wording')
  await amara.press('Save and propose to Ben Hughes')
  await amara.sees('Now Ben Hughes agrees it, or asks')
}

/** Ben asks, Amara answers, Ben agrees: each begins where their own page says that something waits. */
export async function agreeObjective(amara: Walker, ben: Walker): Promise<void> {
  await ben.go('/start')
  await ben.press(/^Agree or question O-1 of Amara Okafor/)
  await ben.sees('Amara Okafor proposes this')
  await ben.type('Or question it', 'Who sees that you logged it?')
  await ben.press('Send the question')
  await amara.go('/start')
  await amara.press(/^Answer the question on O-1/)
  await amara.sees('Who sees that you logged it?')
  await amara.type('Your answer', 'You do: the diary is shared.')
  await amara.press('Save and propose to Ben Hughes')
  await ben.go('/start')
  await ben.press(/^Agree or question O-1 of Amara Okafor/)
  await ben.sees('You do: the diary is shared.')
  const reason = ben.page.getByLabel('Why is O-1 agreed all the same?')
  if ((await reason.count()) > 0) await reason.fill('It is clear enough for us both.')
  await ben.press('Agree O-1')
  await amara.press('Plan')
  await amara.sees('Version 1, agreed on 17 November 2026 with Ben Hughes')
}
