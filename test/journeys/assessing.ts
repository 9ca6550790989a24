import assert from 'node:assert/strict'
import { type Walker, wordsOf } from '../pages.ts'

/** What one side says: a level for each competency, one of them apart from the others, with what shows it. */
type Pass = { level: number; apart: { competency: string; level: number; evidence?: RegExp } }

/** Rates every competency that the role asks for, and hands the pass in. Answers with how many there were. */
export async function ratePass(walker: Walker, pass: Pass): Promise<number> {
  const { page } = walker
  for (let rated = 1; ; rated += 1) {
    const heading = await wordsOf(page.getByRole('heading', { level: 2, name: /^\d+\. / }))
    const apart = heading.includes(pass.apart.competency)
    const level = apart ? pass.apart.level : pass.level
    await walker.answer(/^Which is closest to what/, new RegExp(`^${level}, `))
    if (apart && pass.apart.evidence) await walker.answer('What shows it?', pass.apart.evidence)
    else if (apart) await giveExample(walker)
    else await walker.tick(/^No example yet/)
    const next = page.getByRole('button', { name: /^Save and go on to/ })
    if ((await next.count()) === 0) {
      await walker.press(/^Hand in/)
      await walker.sees('Your pass is in and locked')
      return rated
    }
    await walker.press(/^Save and go on to/)
  }
}

async function giveExample(walker: Walker): Promise<void> {
  await walker.type('When?', 'Tuesday 10 November')
  await walker.type('Who was it for?', 'A customer whose meter was read wrong')
  await walker.type(/^What did .* do\?/, 'Promised to ring back on Friday, and did not put it in the diary.')
  await walker.type('What followed?', 'He rang on Monday, and complained.')
}

/** Ben writes down what both agree: the same level everywhere but in one competency. */
export async function agreeLevels(ben: Walker, pass: Pass): Promise<void> {
  const groups = ben.page.getByRole('group', { name: /^Level agreed: / })
  const titles = (await groups.locator('legend').allInnerTexts()).map((text) =>
    text.replace('Level agreed: ', ''),
  )
  assert.ok(titles.includes(pass.apart.competency), titles.join(', '))
  for (const title of titles) {
    const level = title === pass.apart.competency ? pass.apart.level : pass.level
    await ben.answer(`Level agreed: ${title}`, String(level))
  }
  await ben.type(
    `What you said: ${pass.apart.competency}`,
    'Warm on the phone; promises need to be kept to the end.',
  )
  await ben.tick(/agreed these levels together/)
  await ben.press(/^Record the levels agreed/)
  await ben.sees(/Agreed on \d+ \w+ \d{4}/)
}
