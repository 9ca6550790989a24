import { agreeLevels, ratePass } from './assessing.ts'
import { addEvidence, COMPLAINT } from './noticing.ts'
import {
  agree,
  answerLastStep,
  changeNothing,
  countPresses,
  ownPath,
  propose,
  sayProgress,
  signBoth,
  writeStages,
  type YearStep,
} from './year-acts.ts'
import { COMPLAINTS, GIBBS, KOLB, LETTERS } from './year-words.ts'

const COMPETENCY = 'Handling complaints'
const OTHER = 'Resolving at first contact'
const PASS = { level: 3, apart: { competency: COMPETENCY, level: 2 } }

/** From January to May: a plan is made, reviewed, and changed with a job. */
export const FIRST_HALF: readonly YearStep[] = [
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
        ...COMPLAINT,
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
    async walk(cast, tell) {
      await cast.amara.go('/start')
      await cast.amara.press('Gaps')
      const presses = await countPresses(cast, async ({ amara, ben }) => {
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
      })
      tell(`Questioned once, ${presses}`)
      const { amara } = cast
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
    async walk(cast, tell) {
      await cast.amara.go('/start')
      await cast.amara.press('Gaps')
      const presses = await countPresses(cast, async ({ amara, ben }) => {
        await propose(amara, OTHER, LETTERS, {
          cause: 'Feedback',
          reason: 'Ben read two of my letters and marked the long sentences.',
        })
        await ben.go('/start')
        await agree(ben, 'O-2')
      })
      tell(`Straight, ${presses}`)
      await cast.amara.press('Plan')
      await cast.amara.sees('Version 3, agreed on 23 March 2026 with Ben Hughes')
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
      await amara.press('Keep O-1')
      await amara.sees('Still relevant?')
      await amara.press('Amend O-2')
    },
  },
  {
    on: '2026-04-21',
    title: 'The amended objective is proposed with its cause and agreed: version 4',
    async walk({ amara, ben }) {
      await amara.go('/start')
      await amara.press('Plan')
      await amara.press(/^Write 10 replies/)
      if ((await amara.page.getByRole('link', { name: 'Change O-2' }).count()) > 0)
        await amara.press('Change O-2')
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
      await answerLastStep(amara, 'Yes', 'It is a habit now.')
      await changeNothing(amara)
      await amara.page
        .getByLabel('Write an account of this review', { exact: true })
        .selectOption({ label: 'Kolb, four stages' })
      await amara.press('Start it')
      await writeStages(amara, KOLB.stages)
      await amara.press('Save the account')
      await signBoth(cast, 2)
    },
  },
]
