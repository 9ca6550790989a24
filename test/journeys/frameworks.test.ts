import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, type Walker } from '../pages.ts'
import { setUpTeam } from './arriving.ts'

let browser: Browser
let installation: Installation

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
})
after(async () => {
  await browser.close()
  await installation.close()
})

/** The button that has the focus once the page has come, by its name as it is heard. */
const focused = async ({ page }: Walker): Promise<string> =>
  ((await page.locator('button:focus').textContent()) ?? '').replace(/\s+/g, ' ')

/** Presses keys that lead to another page; a browser takes the focus to where an address leads once it has drawn the page. */
async function strike({ page }: Walker, keys: string): Promise<void> {
  await page.locator('button:focus').waitFor()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(keys)])
}

/** The short names of the items as they stand, from the top down. */
const order = async ({ page }: Walker): Promise<string[]> =>
  (await page.locator('.tree > li > .line .t').allInnerTexts()).map((words) => words.replace(/^CS-\d+ /, ''))

const open = ({ page }: Walker, item: string) =>
  page.locator('summary').filter({ hasText: `Change CS-` }).filter({ hasText: item }).click()

async function writeNextVersion(dana: Walker, byKeys: boolean): Promise<void> {
  await dana.go('/frameworks')
  await dana.press('Library of frameworks')
  await dana.press('Goldthread customer service competencies')
  await dana.press('Write the next version')
  const before = await order(dana)
  await open(dana, before[2] ?? '')
  await dana.press(`Up CS-03 “${before[2]}”`)
  const [first, second, third] = before
  assert.deepEqual((await order(dana)).slice(0, 3), [first, third, second])
  assert.equal(await focused(dana), `Up CS-03 “${third}”`, 'the same button has the focus')
  if (byKeys) {
    await strike(dana, 'Alt+ArrowDown')
    assert.deepEqual((await order(dana)).slice(0, 3), [first, second, third])
    assert.equal(await focused(dana), `Down CS-03 “${third}”`)
    await strike(dana, 'Alt+Shift+ArrowRight')
    await dana.sees(new RegExp(`“${third}” is now 1 of 1 under CS-02 “${second}”`))
    await strike(dana, 'Alt+Shift+ArrowLeft')
    await strike(dana, 'Alt+ArrowUp')
    assert.deepEqual((await order(dana)).slice(0, 3), [first, third, second])
  }
}

const begin = (javaScript: boolean): Promise<Walker> =>
  setUpTeam(
    { browser, base: installation.base, javaScript },
    javaScript ? 'Larkfield Energy' : 'Marsh Water',
    javaScript ? 'larkfield.example' : 'marsh.example',
  )

test('without JavaScript a press moves an item, and the same button has the focus on the next page', async () => {
  await writeNextVersion(await begin(false), false)
})

test('Dana writes the next version by keyboard, publishes it and moves everybody to it', async () => {
  const dana = await begin(true)
  await writeNextVersion(dana, true)
  const item = 'CS-09 “Empathy and rapport”'
  const act = async (name: string) => {
    await open(dana, 'Empathy and rapport')
    await dana.press(`${name} ${item}`)
  }
  await act('Reword')
  await dana.type('What it says', 'You hear what the customer feels, and say so.')
  await dana.press('Save the words')
  await dana.sees('Empathy and rapport” is saved')
  await dana.press(`Move ${item}`)
  await dana.choose('It stands under', 'CS-01 “Listening and questioning”')
  await dana.press('Show what stands there')
  await dana.press('Move it here')
  await dana.press(`Split ${item}`)
  await dana.type('What part 1 says', 'You hear what the customer feels.')
  await dana.type('What part 2 says', 'You say what you heard, in words that fit.')
  await dana.press('Split the item')
  await dana.sees('It is split into 2')
  await dana.press('Add an item at the top')
  await dana.press('Add the item')
  await dana.sees('Say what the item asks')
  await dana.type('What it says', 'You close a contact with the next step.')
  await dana.press('Add the item')
  await dana.press('See what changes, and publish')
  await dana.type('Why it is changed', 'Hearing and saying are two things.')
  await dana.press('Publish the version')
  await dana.press('Every change')
  await dana.sees('3 items')
  await dana.page.goBack()
  await dana.press('See what moving to it changes')
  await dana.type('Why now', 'The spring begins with it.')
  await dana.press('Move everybody to version 2026-2')
  await dana.sees('Version 2026-2 is in force')
})
