import type { Walker } from '../pages.ts'

/** Everybody of the year: Helen leads Ben, who leads Amara; Chidi assesses her; Dana looks after the organisation. */
export type Cast = { dana: Walker; helen: Walker; ben: Walker; amara: Walker; chidi: Walker }

/** What happens on one day of the year. */
export type YearStep = {
  on: string
  title: string
  /** @param tell hears what was measured on the way */
  walk(cast: Cast, tell: (words: string) => void): Promise<void>
}

/** What an objective is to say. */
export type Wanted = {
  text: string
  why: string
  due: string
  action: string
  by: string
  from: string
  to: string
}

/** Makes an objective from a gap and proposes it; where a plan is agreed already, with the cause of its coming. */
export async function propose(
  amara: Walker,
  competency: string,
  wanted: Wanted,
  cause?: { cause: string; reason: string },
): Promise<void> {
  await amara.press(new RegExp(`^Make an objective : ${competency}`))
  await amara.type('Objective', wanted.text)
  await amara.type('Why is it professional, or personal?', wanted.why)
  await amara.choose('Measure', 'Counted by hand (times)')
  await amara.type('From', wanted.from)
  await amara.type('To', wanted.to)
  await amara.date('Target date', wanted.due)
  await amara.type('Resources', 'The diary, and ten minutes a day that Ben Hughes gives.')
  await amara.type('What success looks like, in words', 'Nobody has to ask twice.')
  await amara.type('What will be done', wanted.action)
  await amara.date('By', wanted.by)
  if (cause) {
    await amara.choose('Why is it added to the plan?', cause.cause)
    await amara.type('In your words', cause.reason)
  }
  await amara.press('Save and propose to Ben Hughes')
  await amara.sees('Now Ben Hughes agrees it, or asks')
}

/** Ben agrees what waits, with a reason where a letter of SMART is open. */
export async function agree(ben: Walker, ref: string): Promise<void> {
  await ben.press(new RegExp(`^Agree or question ${ref} of Amara Okafor`))
  const reason = ben.page.getByLabel(`Why is ${ref} agreed all the same?`)
  if ((await reason.count()) > 0) await reason.fill('It is clear enough for us both.')
  await ben.press(new RegExp(`^Agree (the change to )?${ref}$`))
}

/** The stages of an account, each with what is written there. */
export async function writeStages(amara: Walker, stages: Readonly<Record<string, string>>): Promise<void> {
  for (const [stage, words] of Object.entries(stages)) await amara.type(stage, words)
}

/** What Amara says of one objective at the open review. */
export async function sayProgress(amara: Walker, ref: string, where: string, impact: string): Promise<void> {
  const save = `Save the progress of ${ref}`
  if ((await amara.page.getByRole('button', { name: save }).count()) === 0)
    await amara.press(new RegExp(`^Review ${ref}$`))
  await amara.answer('Where is this objective now?', where)
  await amara.type('Impact on practice', impact)
  await amara.press(save)
}

/** Amara signs, then Ben, who takes the day that is offered for the next review where none is named. */
export async function signBoth({ amara, ben }: Cast, number: number, next?: string): Promise<void> {
  await amara.press('Sign as Amara Okafor')
  await amara.sees('You have signed')
  await ben.go('/start')
  await ben.press(`Sign review ${number} of Amara Okafor`)
  if (next) await ben.date('Next review', next)
  await ben.press('Sign as Ben Hughes and close')
  await ben.sees('Closed, and kept as it was signed')
}

/** What became of the step that the last account ended with. */
export async function answerLastStep(
  amara: Walker,
  happened: 'Yes' | 'Partly' | 'No',
  words: string,
): Promise<void> {
  await amara.answer('Did it happen?', happened)
  await amara.type('In a few words', words)
  await amara.press('Save your answer')
}

/** Nothing changes in the plan at this review. */
export async function changeNothing(amara: Walker): Promise<void> {
  await amara.tick('Nothing changes in the plan this time')
  await amara.press('Save that')
}

/** Where a person's own records lie. */
export async function ownPath(walker: Walker): Promise<string> {
  const href = await walker.page.getByRole('link', { name: 'Plan', exact: true }).first().getAttribute('href')
  return href?.replace(/\/plan$/, '') ?? ''
}

/** Counts what Amara and Ben press from the page of the gaps until an objective is agreed. */
export async function countPresses(
  { amara, ben }: Cast,
  walk: (counted: { amara: Walker; ben: Walker }) => Promise<void>,
): Promise<string> {
  const pressed = { amara: 0, ben: 0 }
  const counted = (walker: Walker, who: keyof typeof pressed): Walker => ({
    ...walker,
    async press(name) {
      pressed[who] += 1
      await walker.press(name)
    },
  })
  await walk({ amara: counted(amara, 'amara'), ben: counted(ben, 'ben') })
  return `from the gap to the agreed objective: ${pressed.amara} presses by Amara, ${pressed.ben} by Ben`
}
