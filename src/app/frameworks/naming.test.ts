import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { beginDraft, findDraft, listVersionsOf } from './frameworks.ts'

let world: World
let dana: Character
let deji: Character
let amara: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Ellis', standing: 'administrator' })
  deji = await world.add({ name: 'Deji Bello', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
})

/** A framework of one item, published as version 1, whose next version is begun. */
async function begunAgain(title: string): Promise<string> {
  const begun = await world.inOrg((tx) => beginDraft(tx, dana.actor, { title }))
  assert.ok(begun.ok)
  const frameworkId = begun.value
  await dana.session.post(paths.draftItemNew(frameworkId), { kind: 'skill', statement: 'Hears people out.' })
  await dana.session.post(paths.draftPublishing(frameworkId), { version: '1', because: 'The first.' })
  await dana.session.post(paths.draft(frameworkId))
  return frameworkId
}

const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''

test('Dana corrects the title, the publisher and what a framework is for; the version before keeps its own', async () => {
  const frameworkId = await begunAgain('Complaint at Larkfield')
  const at = paths.draftName(frameworkId)
  const form = await dana.session.get(at)
  assert.match(form.html, /value="Complaint at Larkfield"/)
  const named = await dana.session.post(at, {
    seen: seenIn(form.html),
    title: 'Complaints at Larkfield',
    publisher: 'Larkfield Energy, customer service',
    description: 'What settling a complaint asks of an adviser.',
  })
  assert.equal(named.path, paths.draft(frameworkId))
  const shown = await dana.session.get(paths.draftPublishing(frameworkId))
  assert.match(shown.html, /<del>.*Complaint<\/del>.*<ins>.*Complaints<\/ins>/)
  const published = await dana.session.post(paths.draftPublishing(frameworkId), {
    seen: seenIn(shown.html),
    version: '2',
    because: 'The title was mistyped.',
  })
  assert.match(published.text, /Complaints at Larkfield/)
  assert.match(published.text, /Title: “Complaints at Larkfield”, no longer “Complaint at Larkfield”/)
  const versions = await world.inOrg((tx) => listVersionsOf(tx, frameworkId))
  assert.deepEqual(
    versions.map(({ version, title, publisher, description }) => [version, title, publisher, description]),
    [
      [
        '2',
        'Complaints at Larkfield',
        'Larkfield Energy, customer service',
        'What settling a complaint asks of an adviser.',
      ],
      ['1', 'Complaint at Larkfield', versions[1]?.publisher, ''],
    ],
  )
})

test('what two people call a draft at once is shown to the second, and a title is always asked for', async () => {
  const frameworkId = await begunAgain('Coaching')
  const at = paths.draftName(frameworkId)
  const seen = seenIn((await deji.session.get(at)).html)
  const read = seenIn((await deji.session.get(paths.draftPublishing(frameworkId))).html)
  const typed = { publisher: '', description: '' }
  await dana.session.post(at, { seen, ...typed, title: 'Coaching advisers' })
  const second = await deji.session.post(at, { seen, ...typed, title: 'Coaching in teams' })
  assert.equal(second.status, 409)
  assert.match(second.html, /value="Coaching in teams"/)
  assert.match(second.html, /<del>.*advisers<\/del>/)
  const empty = await deji.session.post(at, { seen: seenIn(second.html), ...typed, title: ' ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Give the framework a title/)
  const publishing = await deji.session.post(paths.draftPublishing(frameworkId), {
    seen: read,
    because: 'Read before it was named anew.',
  })
  assert.equal(publishing.status, 409)
  assert.equal((await world.inOrg((tx) => findDraft(tx, frameworkId)))?.title, 'Coaching advisers')
  assert.equal((await amara.session.get(at)).status, 403)
})
