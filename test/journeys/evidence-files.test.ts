import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../browser.ts'
import { makePdf } from '../crafted-files.ts'
import { type Installation, openInstallation, type Walker } from '../pages.ts'
import { addByList, join, setUpTeam, signIn } from './arriving.ts'

let browser: Browser
let installation: Installation
let picture: Buffer

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
  const way = { browser, base: installation.base, javaScript: false }
  const dana = await setUpTeam(way, 'Larkfield Energy', 'larkfield.example')
  const links = await addByList(dana, ['Amara Okafor, amara@larkfield.example, Northgate, , Adviser'])
  await join(way, links.get('Amara Okafor'), 'amara@larkfield.example')
  picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#284' } })
    .png()
    .toBuffer()
})
after(async () => {
  await browser.close()
  await installation.close()
})

async function amaraAt(javaScript: boolean, width = 1280): Promise<Walker> {
  const way = { browser, base: installation.base, javaScript, size: { width, height: 900 } }
  const amara = await signIn(way, 'amara@larkfield.example')
  const add = amara.page.getByRole('link', { name: 'Add evidence', includeHidden: true }).first()
  await amara.go((await add.getAttribute('href')) ?? '')
  return amara
}

const text = (name: string, words: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(words),
})
const CALL = 'Ms Whitlock rang about her bill. Ring 07700 900417.'

/** Hands the page a file as a mouse or the clipboard would. */
const hand = (how: 'drop' | 'paste', name: string, type: string, bytes: Buffer) => `{
  const all = new DataTransfer()
  const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0))
  all.items.add(new File([bytes], '${name}', { type: '${type}' }))
  const event = '${how}' === 'drop'
    ? new DragEvent('drop', { dataTransfer: all, bubbles: true, cancelable: true })
    : new ClipboardEvent('paste', { clipboardData: all, bubbles: true, cancelable: true })
  document.querySelector('${how}' === 'drop' ? '[data-files]' : 'textarea[name=text]').dispatchEvent(event)
}`

test('files are chosen several at once, dropped and pasted, each with its progress, and are there when the form is saved', async () => {
  const amara = await amaraAt(true)
  const { page } = amara
  let let_through = () => {}
  const gate = new Promise<void>((resolve) => {
    let_through = resolve
  })
  await page.route('**/evidence/uploads', async (route) => {
    await gate
    await route.continue()
  })
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([
      text('notes.txt', 'Notes of the call.'),
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: makePdf('Dear customer') },
    ])
  await page.getByRole('progressbar', { name: 'Sending notes.txt' }).waitFor()
  await page.getByRole('progressbar', { name: 'Sending letter.pdf' }).waitFor()
  let_through()
  await page.getByText('notes.txt is here already').waitFor()
  await page.getByText('letter.pdf is here already').waitFor()
  await page.evaluate(hand('drop', 'card.png', 'image/png', picture))
  await page.getByText('card.png is here already').waitFor()
  await page.evaluate(hand('paste', 'image.png', 'image/png', await sharp(picture).negate().png().toBuffer()))
  await page.getByText('image.png is here already').waitFor()
  await page.evaluate(
    hand('drop', 'setup.exe', 'application/octet-stream', Buffer.from('MZ\x90\0', 'latin1')),
  )
  await page.getByText('“setup.exe” is not attached.').waitFor()
  await page.getByLabel('Leave it out notes.txt').check()
  await amara.type('In your own words', 'The letter that I wrote.')
  await amara.answer('What kind of evidence is it?', 'Work product')
  await amara.press(/^Save$/)
  await amara.sees('It is kept.')
  await amara.sees('3 files')
  for (const name of ['letter.pdf', 'card.png', 'image.png']) await amara.sees(name)
})

test('what could not be sent at once goes with the form, and the same file twice is one', async () => {
  const amara = await amaraAt(true)
  const { page } = amara
  await page.route('**/evidence/uploads', (route) => route.abort())
  const field = page.getByLabel('Files', { exact: true })
  await field.setInputFiles([text('first.txt', 'First words.'), text('second.txt', 'Second words.')])
  await page.getByText('second.txt could not be sent now. It goes with the form when you save.').waitFor()
  await page.unroute('**/evidence/uploads')
  await page.evaluate(hand('drop', 'third.txt', 'text/plain', Buffer.from('Third words.')))
  await page.getByText('third.txt is here already').waitFor()
  await page.evaluate(hand('drop', 'again.txt', 'text/plain', Buffer.from('Third words.')))
  await page.getByText('Sending again.txt').waitFor({ state: 'detached' })
  await amara.type('In your own words', 'Three notes.')
  await amara.answer('What kind of evidence is it?', 'Work product')
  await amara.press(/^Save$/)
  await amara.sees('3 files')
})

for (const javaScript of [true, false])
  test(`a customer’s data in a file is offered for replacing, and a file is taken away again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const amara = await amaraAt(javaScript, 390)
    const { page } = amara
    await page
      .getByLabel('Files', { exact: true })
      .setInputFiles([text('call.txt', `${CALL} ${javaScript}`), text('plain.txt', `Plain ${javaScript}.`)])
    if (javaScript) {
      await page.getByText(/call\.txt is here already.*2 details could identify a customer/).waitFor()
      await page.getByText('plain.txt is here already').waitFor()
    }
    await amara.type('In your own words', `Notes of a call, ${javaScript}.`)
    await amara.answer('What kind of evidence is it?', 'Work product')
    await amara.press(/^Save$/)
    await amara.sees('“call.txt” holds 2 details that could identify a customer')
    await amara.answer(/call\.txt/, 'Replace them in the file')
    await amara.press(/^Save$/)
    await amara.sees('It is kept.')
    await amara.sees('2 files')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'call.txt' }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
    assert.match(Buffer.concat(chunks).toString(), /^\[customer\] rang about her bill\. Ring \[phone\]\./)
    await amara.press('Attach files')
    await page.getByLabel('Files', { exact: true }).setInputFiles(text('later.txt', `Later ${javaScript}.`))
    if (javaScript) await page.getByText('later.txt is here already').waitFor()
    await amara.press(/^Attach to E-/)
    await amara.sees('Attached: later.txt.')
    await page.getByText('Take away plain.txt').click()
    await amara.press('Take it away plain.txt')
    await amara.sees('plain.txt is taken away.')
    await amara.sees('2 files')
  })
