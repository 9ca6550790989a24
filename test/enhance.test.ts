import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'

/**
 * What the browser modules add to pages that work without them: a small site of its own stands in for the product, so
 * that a post can be refused, or meet an expired session, at will.
 */

let browser: Browser
let page: Page
let origin = ''
let script = ''
let smart = 0
let posts = 0
/** What the site answers to a post, and what it holds. */
let answer: 'saved' | 'refused' | 'checked' | 'session over' | 'slow' = 'saved'
let held = ''
/** A slow post says that it came, and waits to be let through. */
let arrived = Promise.withResolvers<void>()
let release = Promise.withResolvers<void>()
let busy = 0

const frame = (main: string) =>
  `<!doctype html><title>T</title><script type="module" src="/assets/main.js"></script><p class="who"><span>Amara</span></p>${main}`
const form = (value: string, more = '') =>
  frame(
    `<main>${more}<form action="/objective" method="post" data-keep="objective" data-smart><textarea name="words" aria-label="Objective">${value}</textarea><button>Save</button></form><form action="/sign-out" method="post"><button>Sign out</button></form></main>`,
  )
const signIn = frame(
  '<main><form action="/back" method="post"><input type="password" name="p"><button>Sign in</button></form></main>',
)

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return new URLSearchParams(text).get('words') ?? ''
}

const server = createServer(async (request, response) => {
  const go = (path: string) => response.writeHead(303, { location: path }).end()
  const html = (text: string) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
  const path = request.url ?? '/'
  if (path === '/assets/main.js')
    return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
  if (path === '/assets/smart.js') {
    smart += 1
    return response.writeHead(200, { 'content-type': 'text/javascript' }).end('document.title = "Read"')
  }
  if (path === '/arrived') return arrived.promise.then(() => html('yes'))
  if (path === '/release') {
    release.resolve()
    return html('yes')
  }
  if (path === '/done') return html(frame('<main><h1>Saved</h1></main>'))
  if (path === '/sign-in') return html(signIn)
  if (path === '/back') return go('/objective')
  if (path === '/sign-out') return go('/done')
  if (path === '/work') {
    busy += 1
    return html(
      frame(
        `<main${busy < 3 ? ' data-refresh="0.05"' : ''}><h1>${busy < 3 ? 'Loading' : 'Loaded'}</h1></main>`,
      ),
    )
  }
  if (path === '/objective' && request.method === 'POST') {
    posts += 1
    const words = await bodyOf(request)
    arrived.resolve()
    if (answer === 'slow') await release.promise
    if (answer === 'session over') return go('/sign-in')
    if (answer === 'checked') return html(form(words))
    if (answer === 'refused') return html(form(words, '<div class="errsum">There is a problem</div>'))
    held = ''
    return go('/done')
  }
  return html(form(held))
})

before(async () => {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('../src/ui/enhance/main.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  script = built.outputFiles[0]?.text ?? ''
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

after(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
})

async function open(): Promise<void> {
  page = await (await browser.newContext()).newPage()
  answer = 'saved'
  held = ''
  await page.goto(`${origin}/objective`)
}

const words = () => page.getByLabel('Objective').inputValue()

test('what Amara typed is still there after a closed tab, and she can throw it away', async () => {
  await open()
  await page.getByLabel('Objective').fill('Ring back on the day promised')
  await page.goto(`${origin}/done`)
  await page.goto(`${origin}/objective`)
  assert.equal(await words(), 'Ring back on the day promised')
  await page.getByRole('button', { name: 'Throw it away' }).click()
  assert.equal(await words(), '')
  await page.reload()
  assert.equal(await words(), '')
})

test('what was posted and taken is not put back', async () => {
  await open()
  await page.getByLabel('Objective').fill('Ring back')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Saved' }).waitFor()
  await page.goto(`${origin}/objective`)
  assert.equal(await words(), '')
  assert.equal(await page.getByRole('status').count(), 0)
})

test('a session that ended in the middle of a form costs nothing: after signing in the words are there', async () => {
  await open()
  answer = 'session over'
  await page.getByLabel('Objective').fill('Ring back')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Objective').waitFor()
  assert.equal(await words(), 'Ring back')
})

test('where the record changed meanwhile, nothing is overwritten: putting it back is offered', async () => {
  await open()
  await page.getByLabel('Objective').fill('Ring back')
  held = 'Ben’s words'
  await page.reload()
  assert.equal(await words(), 'Ben’s words')
  await page.getByRole('button', { name: 'Put it back' }).click()
  assert.equal(await words(), 'Ring back')
})

test('signing out leaves no draft for the next person at this machine', async () => {
  await open()
  await page.getByLabel('Objective').fill('Ring back')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Saved' }).waitFor()
  assert.equal(await page.evaluate(() => localStorage.length), 0)
})

test('a button pressed again while its post is under way posts once', async () => {
  await open()
  posts = 0
  answer = 'slow'
  arrived = Promise.withResolvers()
  release = Promise.withResolvers()
  await page.evaluate(() => {
    const button = document.querySelector('button')
    button?.click()
    void fetch('/arrived').then(() => {
      button?.click()
      return fetch('/release')
    })
  })
  await page.getByRole('heading', { name: 'Saved' }).waitFor()
  assert.equal(posts, 1)
})

test('a refused form shows what was typed and goes on keeping it', async () => {
  await open()
  answer = 'refused'
  await page.getByLabel('Objective').fill('Ring back')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('There is a problem').waitFor()
  assert.equal(await words(), 'Ring back')
  await page.getByLabel('Objective').fill('Ring back on Friday')
  await page.goto(`${origin}/objective`)
  assert.equal(await words(), 'Ring back on Friday')
})

test('a form that was refused and then closed is not lost', async () => {
  await open()
  answer = 'refused'
  await page.getByLabel('Objective').fill('Ring back')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('There is a problem').waitFor()
  await page.goto(`${origin}/objective`)
  assert.equal(await words(), 'Ring back')
  answer = 'saved'
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Saved' }).waitFor()
  await page.goto(`${origin}/objective`)
  assert.equal(await words(), '')
})

test('a form that was checked, shown again and then closed is not lost', async () => {
  await open()
  answer = 'checked'
  await page.getByLabel('Objective').fill('Ring back')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForFunction(() => document.querySelector('textarea')?.defaultValue === 'Ring back')
  await page.goto(`${origin}/objective`)
  assert.equal(await words(), 'Ring back')
})

test('without a connection a form waits and is sent once it is back', async () => {
  await open()
  posts = 0
  await page.getByLabel('Objective').fill('Ring back')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('There is no connection.').waitFor()
  assert.equal(posts, 0)
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: 'Saved' }).waitFor()
  assert.equal(posts, 1)
})

test('a post that is lost on its way leaves the words in the browser', async () => {
  await open()
  await page.getByLabel('Objective').fill('Ring back')
  await page.route('**/objective', (route) => route.abort())
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/chrome-error/)
  await page.unrouteAll()
  await page.goto(`${origin}/back`)
  assert.equal(await words(), 'Ring back')
})

test('the reading of an objective is loaded when its field is reached, and not before', async () => {
  smart = 0
  await open()
  assert.equal(smart, 0)
  await page.getByLabel('Objective').focus()
  await page.waitForFunction(() => document.title === 'Read')
  assert.equal(smart, 1)
})

test('a page of work in progress follows it to the end by itself', async () => {
  await open()
  busy = 0
  await page.goto(`${origin}/work`)
  await page.getByRole('heading', { name: 'Loaded' }).waitFor()
})
