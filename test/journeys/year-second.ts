import assert from 'node:assert/strict'
import { type Walker, wordsOf } from '../pages.ts'
import {
  agree,
  answerLastStep,
  changeNothing,
  ownPath,
  sayProgress,
  signBoth,
  type YearStep,
} from './year-acts.ts'

/** How a passed date is told up the line. */
const PASSED = 'objective whose date has passed'

async function seesNot(walker: Walker, words: string): Promise<void> {
  const text = await wordsOf(walker.page.locator('main'))
  assert.ok(!text.includes(words), `“${words}” is on ${walker.page.url()}:\n${text.slice(0, 3000)}`)
}

/** From September to January: a date is left lying, goes up the line and is mended; the year is closed. */
export const SECOND_HALF: readonly YearStep[] = [
  {
    on: '2026-09-08',
    title: 'A date passed a week ago: Amara sees it, and nobody else',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.sees('Its date was 31 August 2026')
      await ben.go('/team')
      await seesNot(ben, 'Its date was 31 August 2026')
    },
  },
  {
    on: '2026-09-22',
    title: 'Two weeks later Ben sees where he could help; Helen sees nothing of it',
    async walk({ ben, helen }) {
      await ben.go('/team')
      await ben.sees('Where you could help')
      await ben.sees('Its date was 31 August 2026')
      await helen.go('/team')
      await seesNot(helen, PASSED)
    },
  },
  {
    on: '2026-10-20',
    title: 'It has gone up the line; Helen asks, and Amara mends it with its cause: version 5',
    async walk({ amara, ben, helen }) {
      await helen.go('/team')
      await helen.sees('Up the line')
      await helen.sees(PASSED)
      await seesNot(helen, 'Ring back')
      await helen.press(/^Ask Ben Hughes/)
      await amara.go('/start')
      await amara.press(/^Move the date/)
      await amara.date('Target date', '2026-11-30')
      await amara.choose('What caused the change?', 'Target missed')
      await amara.type('In your words', 'The new system came late, and the diary with it.')
      await amara.press('Save and propose to Ben Hughes')
      await ben.go('/start')
      await agree(ben, 'O-1')
      await helen.go('/team')
      await seesNot(helen, PASSED)
    },
  },
  {
    on: '2026-12-07',
    title: 'Review 3 says what was met and what goes on',
    async walk(cast) {
      const { amara } = cast
      await amara.go('/start')
      await amara.press('Reviews')
      await amara.press('Start the review')
      await sayProgress(amara, 'O-1', 'Met, with evidence', 'Nineteen of twenty calls were kept in November.')
      await sayProgress(amara, 'O-2', 'Behind the plan', 'Eight letters of twelve; the rest come in January.')
      await answerLastStep(amara, 'Partly', 'Four replies by July; Ben timed two of them.')
      await changeNothing(amara)
      await amara.type('Or say why there is none this time', 'The next one follows the close of the year.')
      await amara.press('Leave it out')
      await signBoth(cast, 3, '2027-01-25')
    },
  },
  {
    on: '2026-12-14',
    title: 'The year is closed: one objective was met, one is carried over; version 6',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.press('Plan')
      await amara.press('Close the year 2026')
      await amara.answer('What becomes of O-1?', 'Met')
      await amara.answer('What becomes of O-2?', 'Carry it over')
      await amara.date('New target date of O-2', '2027-03-26')
      await amara.choose('Cause of O-2', 'Target missed')
      await amara.type('In your words of O-2', 'Four letters are still to be written.')
      await amara.press('Propose the close of 2026')
      await ben.go(`${await ownPath(amara)}/plan`)
      await ben.press(/agree the close of 2026/)
      await ben.press('Agree the close of 2026')
      await amara.go(`${await ownPath(amara)}/plan`)
      await amara.sees('Version 6, agreed on 14 December 2026')
    },
  },
  {
    on: '2027-01-11',
    title: 'Chidi decides on one criterion; the account of the year is written out',
    async walk({ amara, chidi }) {
      const own = await ownPath(amara)
      await chidi.go(`${own}/decisions`)
      await chidi.press('Manage personal and professional development')
      await chidi.press(/^3\.3 /)
      await chidi.page
        .getByRole('group', { name: 'Which evidence does it rest on?' })
        .getByRole('checkbox')
        .first()
        .check()
      for (const quality of ['Valid', 'Authentic', 'Current', 'Sufficient', 'Reliable'])
        await chidi.answer('I have checked that the evidence is', quality)
      await chidi.answer('Decision', 'Award')
      await chidi.type('Why', 'Three signed reviews, each with its changes and their causes.')
      await chidi.type('Feedback to Amara Okafor', 'A plan that moves. Keep the diary habit.')
      await chidi.press('Record the decision')
      await chidi.sees('1 of 13 criteria awarded')
      await amara.go(`${own}/account`)
      await amara.sees('Manage personal and professional development 3.3')
      await amara.sees('3 signed reviews')
      await amara.page.emulateMedia({ media: 'print' })
      assert.equal(await amara.page.getByRole('navigation').first().isVisible(), false)
      await amara.page.emulateMedia({ media: 'screen' })
      assert.ok((await wordsOf(amara.page.locator('main'))).includes('Handling complaints'))
    },
  },
]
