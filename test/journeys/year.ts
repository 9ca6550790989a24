import assert from 'node:assert/strict'
import { type Walker, wordsOf } from '../pages.ts'
import { addByList } from './arriving.ts'
import { agreeLevels, ratePass } from './assessing.ts'
import { addEvidence } from './noticing.ts'
import {
  agree,
  answerLastStep,
  type Cast,
  changeNothing,
  ownPath,
  propose,
  sayProgress,
  signBoth,
  type Wanted,
  writeStages,
} from './year-acts.ts'

export type YearStep = { on: string; title: string; walk(cast: Cast): Promise<void> }

const COMPETENCY = 'Handling complaints'
const OTHER = 'Resolving at first contact'
const PASS = { level: 3, apart: { competency: COMPETENCY, level: 2 } }

/** Those who are added besides Dana, as lines of a list. */
export const peopleOf = (mail: string): string[] => [
  `Helen Ward, helen@${mail}, , , Team leader`,
  `Ben Hughes, ben@${mail}, Northgate, Helen Ward, Team leader`,
  `Amara Okafor, amara@${mail}, Northgate, Ben Hughes, Adviser`,
  `Chidi Eze, chidi@${mail}, , , Assessor`,
]

/** Dana adds them all; answers with the link of each. */
export const addPeople = (dana: Walker, mail: string): Promise<Map<string, string>> =>
  addByList(dana, peopleOf(mail))

const COMPLAINTS: Wanted = {
  text: 'Ring back every customer with a complaint on the day I promised, logged in the diary, so that call-backs kept rise from 14 to 19 of 20 by 31 July 2026.',
  why: 'My role asks for complaints to be settled.',
  due: '2026-07-31',
  action: 'Put every promised call in the diary while the customer is on the line',
  by: '2026-02-13',
  from: '14',
  to: '19',
}
const LETTERS: Wanted = {
  text: 'Write 10 replies that settle a complaint in one letter, with the plain-words sheet, and have Ben Hughes read each, by 30 September 2026.',
  why: 'My role asks for a matter to be settled the first time.',
  due: '2026-09-30',
  action: 'Write two replies a month with the sheet beside me',
  by: '2026-09-15',
  from: '0',
  to: '10',
}

const GIBBS = {
  stages: {
    Description:
      'On Friday 6 February a man rang about a bill that was charged twice. I promised to ring back on Monday, wrote it on a note and not in the diary, and rang on Wednesday.',
    Feelings: 'I was sure that I would remember. When I saw the note on Wednesday I felt ashamed, and rang before I took my coat off.',
    Evaluation: 'He was calm and thanked me for the call. What was bad is that he had rung twice meanwhile and had to explain it all again.',
    Analysis:
      'The note was lost under other notes because I write promises where nobody looks. The diary opens by itself each morning, so what is in it is seen; a note is only seen when I move it.',
    Conclusion: 'I could have put it in the diary while he was on the line. A promise that is not in the diary is a guess.',
    'Action plan': 'From 16 February I will put every promised call in the diary before I hang up, and read the day aloud to the customer.',
  },
  impact: 'Callers no longer ring to ask when I will ring.',
}
const KOLB = {
  stages: {
    'Concrete experience':
      'On 4 May I wrote to a customer about a refund. I used the plain-words sheet and cut the letter from a page to nine lines.',
    'Reflective observation': 'I was afraid that it was too short. She answered the next day and thanked me for a letter that she could follow.',
    'Abstract conceptualisation':
      'A short letter is read to its end because the reader finds what they must do in the second line; long ones hide it.',
    'Active experimentation': 'By 30 June I will write four more replies with the sheet, and ask Ben to time how long he takes to find the step.',
  },
  impact: 'Customers answer letters that they used to ring about.',
}

/** The year, step by step; each says on which day it happens. */
export const YEAR: readonly YearStep[] = [
  {
    on: '2026-01-13',
    title: 'Dana says who assesses Amara, and what the organisation wants this year',
    async walk({ dana }) {
      await dana.go('/people')
      await dana.press('Change Amara Okafor')
      await dana.tick('Chidi Eze')
      await dana.press('Save Amara Okafor')
      await dana.go('/priorities')
      await dana.type('What the organisation wants', 'A complaint is closed once')
      await dana.type('Who answers for it', 'Helen Ward')
      await dana.date('From', '2026-01-13')
      await dana.press('Add the priority')
      await dana.sees('A complaint is closed once')
    },
  },
  {
    on: '2026-01-14',
    title: 'Amara writes down what a customer said, and says where she wants to go',
    async walk({ amara }) {
      await amara.go('/start')
      await addEvidence(amara, {
        text: 'A customer complained: I had promised to ring back on Friday about his meter and had not done so.',
        kind: /^Complaint/,
        details: [
          ['Hear', 'His meter had been read wrong, and nobody rang.'],
          ['Empathise', 'I said that I would be cross as well.'],
          ['Apologise', 'For the call that was not made.'],
          ['Take action', 'I took a reading with him and put the next call in the diary.'],
          ['What came of it?', 'He stayed, with a corrected bill.'],
        ],
        day: '2026-01-09',
        competency: COMPETENCY,
        reason: 'The promised call was missed.',
        bearing: 'It speaks against it',
      })
      await amara.press('Plan')
      await amara.page.getByText('Say where you want to go').click()
      await amara.type('Where do you want to go?', 'Senior adviser within a year.')
      await amara.press('Save where I want to go')
    },
  },
  {
    on: '2026-01-15',
    title: 'Amara and Ben assess apart, and agree the levels',
    async walk({ amara, ben }) {
      await amara.press('Gaps')
      await amara.press('Begin one')
      await amara.press('Begin your self-assessment')
      await ratePass(amara, { level: 3, apart: { competency: COMPETENCY, level: 3 } })
      await ben.go('/start')
      await ben.press('Assess Amara Okafor')
      await ben.press(/^Begin your pass/)
      await ratePass(ben, PASS)
      await agreeLevels(ben, PASS)
    },
  },
  {
    on: '2026-01-19',
    title: 'A gap becomes an objective: proposed, questioned, answered and agreed as version 1',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.press('Gaps')
      await propose(amara, COMPETENCY, COMPLAINTS)
      await ben.go('/start')
      await ben.press(/^Agree or question O-1 of Amara Okafor/)
      await ben.type('Or question it', 'Who sees that you logged it?')
      await ben.press('Send the question')
      await amara.go('/start')
      await amara.press(/^Answer the question on O-1/)
      await amara.type('Your answer', 'You do: the diary is shared.')
      await amara.press('Save and propose to Ben Hughes')
      await ben.go('/start')
      await agree(ben, 'O-1')
      await amara.press('Plan')
      await amara.sees('Version 1, agreed on 19 January 2026 with Ben Hughes')
    },
  },
  {
    on: '2026-02-13',
    title: 'An action is done, and the first account is written',
    async walk({ amara }) {
      await amara.go('/start')
      await amara.press('Plan')
      await amara.press(`Mark as done ${COMPLAINTS.action}`)
      await amara.go(`${await ownPath(amara)}/reflections`)
      await amara.press(/^Gibbs/)
      await writeStages(amara, GIBBS.stages)
      await amara.type('What changed, in your words', GIBBS.impact)
      await amara.answer('Who may read this account?', /^Your leader, your assessor/)
      await amara.press('Save the account')
    },
  },
  {
    on: '2026-03-16',
    title: 'Review 1 moves a date with its cause; both sign, and the plan is version 2',
    async walk(cast) {
      const { amara } = cast
      await amara.go('/start')
      await amara.press('Reviews')
      await amara.press('Start the review')
      await sayProgress(amara, 'O-1', 'Going to plan', 'Callers hear from me on the day I named.')
      await amara.page.getByLabel('What changes', { exact: true }).selectOption({ label: 'Target date' })
      await amara.press('Write the change')
      await amara.date('New target date', '2026-08-31')
      await amara.answer(/^Cause of the change/, 'Organisation priority')
      await amara.type('What happened?', 'Two systems change in June, and the diary moves with them.')
      await amara.press('Add this change')
      await answerLastStep(amara, 'Yes', 'Since 16 February, on every call but one.')
      await amara.press('Link it')
      await signBoth(cast, 1, '2026-05-18')
    },
  },
  {
    on: '2026-03-23',
    title: 'A second gap becomes an objective, with the cause of its coming: version 3',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.press('Gaps')
      await propose(amara, OTHER, LETTERS, {
        cause: 'Feedback',
        reason: 'Ben read two of my letters and marked the long sentences.',
      })
      await ben.go('/start')
      await agree(ben, 'O-2')
    },
  },
  {
    on: '2026-04-20',
    title: 'Amara becomes a senior adviser: each objective is asked about, and a review is proposed',
    async walk({ dana, amara }) {
      await dana.go('/people')
      await dana.press('Change Amara Okafor')
      await dana.type('Job', 'Senior adviser')
      await dana.press('Save Amara Okafor')
      await amara.go('/start')
      await amara.press('Reviews')
      await amara.sees('Something has changed')
      await amara.press('Keep it O-1')
      await amara.sees('Still relevant?')
      await amara.press('Amend it O-2')
    },
  },
  {
    on: '2026-04-21',
    title: 'The amended objective is proposed with its cause and agreed: version 4',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.press('Plan')
      await amara.press(/^Write 10 replies/)
      if ((await amara.page.getByRole('link', { name: 'Change O-2' }).count()) > 0) await amara.press('Change O-2')
      await amara.type('To', '12')
      await amara.type('Objective', LETTERS.text.replace('10 replies', '12 replies'))
      await amara.choose('What caused the change?', 'Job role')
      await amara.type('In your words', 'A senior adviser answers the letters that others pass on.')
      await amara.press('Save and propose to Ben Hughes')
      await ben.go('/start')
      await agree(ben, 'O-2')
      await amara.press('Plan')
      await amara.sees('Version 4, agreed on 21 April 2026 with Ben Hughes')
      await amara.sees('target moved from 10 to 12')
    },
  },
  {
    on: '2026-05-18',
    title: 'Review 2 takes the cause up, with the second account',
    async walk(cast) {
      const { amara } = cast
      await amara.go('/start')
      await amara.press('Reviews')
      await amara.press(/^Hold a review because of/)
      await sayProgress(amara, 'O-1', 'Going to plan', 'Fewer callers ask when I will ring.')
      await sayProgress(amara, 'O-2', 'Going to plan', 'Letters are answered and not rung about.')
      await changeNothing(amara)
      await amara.page.getByLabel('Write an account of this review', { exact: true }).selectOption({ label: 'Kolb, four stages' })
      await amara.press('Start it')
      await writeStages(amara, KOLB.stages)
      await amara.press('Save the account')
      await signBoth(cast, 2)
    },
  },
  {
    on: '2026-09-15',
    title: 'What was left lying is shown to Amara first',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.sees('O-1: ')
      await ben.go('/team')
    },
  },
  {
    on: '2026-10-20',
    title: 'It has gone up the line; Helen asks, and Amara mends it with its cause: version 5',
    async walk({ amara, ben, helen }) {
      await ben.go('/team')
      await ben.sees('Where you could help')
      await helen.go('/team')
      await helen.sees('Up the line')
      await helen.press(/^Ask Ben Hughes/)
      await amara.go('/start')
      await amara.press(/^Move the date/)
      await amara.date('Target date', '2026-11-30')
      await amara.choose('What caused the change?', 'Target missed')
      await amara.type('In your words', 'The new system came late, and the diary with it.')
      await amara.press('Save and propose to Ben Hughes')
      await ben.go('/start')
      await agree(ben, 'O-1')
    },
  },
  {
    on: '2026-12-07',
    title: 'Review 3 closes what was met, and takes over what goes on',
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
    on: '2027-01-11',
    title: 'Chidi decides on one criterion; the account of the year is written out',
    async walk({ amara, chidi }) {
      const own = await ownPath(amara)
      await chidi.go(`${own}/decisions`)
      await chidi.press('Manage personal and professional development')
      await chidi.press(/^3\.3 /)
      await chidi.page.getByRole('group', { name: 'Which evidence does it rest on?' }).getByRole('checkbox').first().check()
      for (const quality of ['Valid', 'Authentic', 'Current', 'Sufficient', 'Reliable'])
        await chidi.answer('I have checked that the evidence is', quality)
      await chidi.answer('Decision', 'Award')
      await chidi.type('Why', 'Three signed reviews, each with its changes and their causes.')
      await chidi.type('Feedback to Amara Okafor', 'A plan that moves. Keep the diary habit.')
      await chidi.press('Record the decision')
      await chidi.sees('1 of 13 criteria awarded')
      await amara.go(`${own}/account`)
      await amara.sees('Criterion 3.3')
      await amara.page.emulateMedia({ media: 'print' })
      assert.equal(await amara.page.getByRole('navigation').first().isVisible(), false)
      await amara.page.emulateMedia({ media: 'screen' })
      assert.ok((await wordsOf(amara.page.locator('main'))).includes('Handling complaints'))
    },
  },
]
