import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  answerAs,
  type Cast,
  launched,
  levels,
  linkOf,
  linksOutside,
  openCast,
  planOf,
  USEFUL,
  versionOn,
} from '../../../test/feedback-cast.ts'
import type { Page } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'

let whole: Cast

test('a group that reached its number is shown with words, the leader’s page equals the person’s, and texts are shown', async () => {
  whole = await openCast()
  const { world, amara, ben, peers, chidi, dana } = whole
  const path = await launched(whole)
  const at = (index: number) => levels(whole, [3, 3, 4, 4][index] ?? 3)
  for (const [index, peer] of peers.entries())
    await answerAs(world.visitor(), await linkOf(peer), { ...at(index), keep: `${USEFUL} ${index}` })
  for (const link of (await linksOutside(whole, path)).slice(0, 2))
    await answerAs(world.visitor(), link, levels(whole, 2))
  await answerAs(world.visitor(), await linkOf(amara), { ...levels(whole, 5), keep: '' })
  await answerAs(world.visitor(), await linkOf(ben), { ...levels(whole, 2), keep: '' })
  world.setToday('2026-12-02')
  const own = await amara.session.get(path)
  const led = await ben.session.get(path)
  const shown = ({ text }: Page) =>
    text.slice(text.indexOf('Level by level'), text.indexOf('What to do with it'))
  assert.match(own.text, /Peers About 3.5. 4 answers/)
  assert.match(own.text, /Customers and others outside Held back: fewer than 3 answered/)
  assert.match(own.text, /Self 5 Team leader 2, said by Ben Hughes/)
  for (const index of [0, 1, 2, 3]) assert.ok(own.text.includes(`${USEFUL} ${index}`))
  const tableOf = ({ html }: Page) => html.slice(html.indexOf('<table'), html.indexOf('</table>'))
  assert.ok(tableOf(own).length > 500)
  assert.equal(tableOf(led), tableOf(own))
  const articles = ({ html }: Page) => html.match(/<article class="gap"[\s\S]*?<\/article>/g)
  assert.deepEqual(articles(led), articles(own))
  assert.doesNotMatch(articles(own)?.join('') ?? '', /class="(none|miss)"/, 'what is held back is no fault')
  assert.ok(shown(led).includes(USEFUL))
  assert.equal((await chidi.session.get(path)).status, 404, 'an assessor sees nothing before it is shared')
  assert.equal((await ben.session.post(`${path}/sharing`, { shared: 'yes' })).status, 403)
  assert.match(
    (await amara.session.post(`${path}/sharing`, { shared: 'yes' })).text,
    /Your assessor can read/,
  )
  assert.deepEqual(articles(await chidi.session.get(path)), articles(own))
  assert.equal((await dana.session.get(path)).status, 403, 'an administrator never')
  await amara.session.post(`${path}/sharing`, { shared: 'no' })
  assert.equal((await chidi.session.get(path)).status, 404)
})

test('the command line tells what the person sees, each reading and what is held back, and nobody’s answer', async () => {
  const { world } = whole
  const documents: Record<string, unknown>[] = []
  const [command] = commands
  const org = await world.inOrg((tx) => findOrganisation(tx))
  assert.ok(command && org)
  const run = (person: string) =>
    command.run({
      house: world.house,
      orgId: world.orgId,
      org,
      today: world.today,
      values: { person, json: true },
      positionals: [],
      answer: (document) => documents.push(document as Record<string, unknown>),
      say: () => {},
    })
  assert.equal(await run('amara okafor'), 0)
  const peers = documents.filter(({ group }) => group === 'peers')
  assert.deepEqual(peers[0], {
    person: 'Amara Okafor',
    round: 'F-1',
    closedOn: '2026-12-01',
    competency: peers[0]?.competency,
    group: 'peers',
    anonymous: true,
    n: 4,
    by: null,
    shown: { kind: 'about', level: 3.5 },
    held: null,
  })
  const customers = documents.filter(({ group }) => group === 'customers')
  assert.ok(customers.every(({ held, shown }) => typeof held === 'string' && shown === null))
  assert.ok(!JSON.stringify(documents).includes(USEFUL))
  await assert.rejects(run('Nobody Here'), /nobody here is called Nobody Here/)
})

test('the pages of evidence lead to it, for those who may read it', async () => {
  const { amara, ben } = whole
  for (const { session } of [amara, ben])
    assert.match(
      (await session.get(paths.evidence(amara.personId))).text,
      /1 round closed, the newest after 1 December 2026/,
    )
})

test('asking some of the same people again is said in words before anybody is asked', async () => {
  const { amara, peers } = whole
  const some = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(whole, peers.slice(0, 3)),
    act: 'save',
  })
  assert.match(some.text, /The plan is saved/)
  assert.match(some.text, /were among the 4 asked .*1 December 2026.*Ask exactly the same 4 again, or others/)
  const same = await amara.session.post(some.path, {
    ...planOf(whole, peers),
    version: versionOn(some),
    act: 'save',
  })
  assert.doesNotMatch(same.text, /were among the 4 asked/)
})
