import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { launchBrowser } from '../../../test/browser.ts'
import { type Character, ORIGIN, openWorld, type World } from '../../../test/world.ts'
import { dayIn } from '../../kernel/day.ts'
import { checkGoal, renderReading } from '../../kernel/smart.ts'
import { commands } from './commands.ts'

const GOALS = [
  'Get better at customers',
  'Bring my hold time from 1:50 to 1:20 by Whitsun',
  'Support <b>vulnerable</b> customers, and keep “calm”',
  'Answer nine in ten e-mails within two days, checked each Friday until half term',
]

let world: World
let amara: Character
let folder: string

before(async () => {
  world = await openWorld()
  amara = await world.add({ name: 'Amara Okafor' })
  folder = await mkdtemp(join(tmpdir(), 'goldthread-goals-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Asks as a program would, with the sign-in of a character or without any. */
async function ask(who: Character | null, body: string, more: Record<string, string> = {}) {
  const user = who && (await world.house.identity.findUser(who.person.email ?? ''))
  const lines = user ? await world.house.identity.signInAs(user.userId, new Headers()) : []
  const cookie = lines.map((line) => line.slice(0, line.indexOf(';'))).join('; ')
  const response = await world.site.request(`${ORIGIN}/api/v1/goals/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }), ...more },
    body,
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

test('Amara’s program, the command line, the browser and the page give one reading of one goal', async () => {
  const today = dayIn(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)
  const file = join(folder, 'goals.txt')
  await writeFile(file, GOALS.join('\n'))
  const printed: unknown[] = []
  const [check] = commands
  await check?.run({
    positionals: [file],
    answer: (document: unknown) => printed.push(document),
  } as unknown as Parameters<typeof check.run>[0])
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('enhance.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    for (const [at, text] of GOALS.entries()) {
      const { status, json } = await ask(amara, JSON.stringify({ text, today }))
      assert.equal(status, 200)
      assert.deepEqual(json, printed[at])
      const reading = checkGoal(text, today)
      assert.deepEqual([json.verdict, json.advice], [reading.verdict, reading.advice])

      await page.setContent(
        `<div data-smart data-smart-today="${today}"><textarea></textarea><div data-smart-result></div></div><div id="server">${renderReading(reading)}</div>`,
      )
      await page.locator('textarea').fill(text)
      await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
      assert.equal(
        await page.locator('[data-smart-result]').innerHTML(),
        await page.locator('#server').innerHTML(),
      )
    }
  } finally {
    await browser.close()
  }
  for (const text of GOALS) {
    const said = await ask(amara, JSON.stringify({ text }))
    const { S, M, T } = said.json.letters as Record<'S' | 'M' | 'T', { because: string }>
    const draft = await amara.session.post(`/people/${amara.personId}/objectives`, {
      kind: 'personal',
      text,
      do: 'draft',
    })
    const words = draft.html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
    for (const { because } of [S, M, T])
      assert.ok(words.replace(/[“”]/g, '').includes(because.replace(/[“”]/g, '')), `${because}\n${text}`)
  }
})

test('a goal without a day is read on the organisation’s own day', async () => {
  world.setToday('2027-02-20')
  const { json } = await ask(amara, '{"text":"Write two guides by the 28th"}')
  const { T } = json.letters as { T: { because: string; spans: number[][] } }
  assert.match(T.because, /28 February 2027/)
  assert.deepEqual(T.spans, [[17, 28]])
})

test('what cannot be read is refused in words, and whoever is signed out is asked to sign in', async () => {
  const refused = async (...asked: Parameters<typeof ask>) => {
    const { status, json } = await ask(...asked)
    assert.deepEqual(Object.keys(json), ['error'])
    const { code, message } = json.error as { code: string; message: string }
    return `${status} ${code} ${message}`
  }
  assert.match(await refused(amara, '{"text":'), /^400 unreadable The body is not JSON/)
  assert.match(await refused(amara, '{"goal":"Smile"}'), /^400 unreadable Give the goal as "text"\./)
  assert.match(await refused(amara, '["Smile"]'), /^400 unreadable Send an object with "text"/)
  assert.match(await refused(amara, '{"text":"Smile","today":"31/02/2027"}'), /^400 unreadable Give "today"/)
  assert.match(await refused(amara, JSON.stringify({ text: 'x'.repeat(5001) })), /^400 .*5,000 characters/)
  assert.match(await refused(amara, '{"text":"Smile"}', { 'content-type': 'text/plain' }), /^415 not_json/)
  assert.match(
    await refused(amara, `"${'x'.repeat(70_000)}"`, { 'content-length': '70002' }),
    /^413 too_long/,
  )
  assert.match(await refused(null, '{"text":"Smile"}'), /^401 signed_out You are signed out/)
})

test('the address book names what is asked and answered, and other addresses say where it is', async () => {
  const get = async (path: string, method = 'GET') => {
    const response = await world.site.request(`${ORIGIN}/api/v1${path}`, { method })
    return {
      status: response.status,
      json: (await response.json()) as Record<string, unknown>,
      headers: response.headers,
    }
  }
  const { status, json } = await get('/openapi.json')
  assert.equal(status, 200)
  assert.equal(json.openapi, '3.1.0')
  const { post = {} } =
    (json.paths as Record<string, { post?: Record<string, unknown> }>)['/goals/check'] ?? {}
  const schema = (part: unknown) =>
    (part as { content: { 'application/json': { schema: { required: string[] } } } }).content[
      'application/json'
    ].schema
  assert.deepEqual(schema(post.requestBody).required, ['text'])
  assert.deepEqual(schema((post.responses as Record<string, unknown>)['200']).required, [
    'text',
    'letters',
    'verdict',
    'advice',
  ])
  assert.equal((await get('/goals')).status, 404)
  const wrong = await get('/goals/check')
  assert.equal(wrong.status, 405)
  assert.equal(wrong.headers.get('allow'), 'POST')
})
