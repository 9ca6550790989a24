import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { saveAssessors } from '../people/store/people.ts'

let world: World
let ruth: Character
let ben: Character
let amara: Character
let chidi: Character

before(async () => {
  world = await openWorld()
  ruth = await world.add({ name: 'Ruth Ellis', standing: 'leader' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate', leader: 'Ruth Ellis' })
  await world.add({ name: 'Leah Coleman', standing: 'leader', team: 'Quayside', leader: 'Ruth Ellis' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
})

test('Ruth, who leads leaders, sees them together, not a team of one of them; Ben sees his team', async () => {
  const { text, html } = await ruth.session.get(paths.team)
  assert.match(text, /The leaders you lead 2 people/)
  assert.doesNotMatch(text, /Team Northgate/)
  assert.doesNotMatch(html, /name="team"/, 'there is nothing to choose')
  assert.match((await ben.session.get(paths.team)).text, /Team Northgate 1 person/)
})

test('where Ruth leads an adviser too, her team comes first and the leaders can be chosen', async () => {
  await world.add({ name: 'Tom Walsh', team: 'Support desk', leader: 'Ruth Ellis' })
  assert.match((await ruth.session.get(paths.team)).text, /Team Support desk 1 person/)
  assert.match((await ruth.session.get(`${paths.team}?team=Leaders`)).text, /The leaders you lead 2 people/)
})

test('Ben, whose six words are others, finds his own career beside his name, also in the menu; an adviser finds it once', async () => {
  const links = (html: string, who: Character) =>
    [...html.matchAll(/<a href="([^"]+)"[^>]*>Career<\/a>/g)].filter(
      ([, href]) => href === paths.career(who.personId),
    ).length
  const { html } = await ben.session.get(paths.home)
  assert.equal(links(html, ben), 2, 'the row and the menu')
  assert.equal((html.match(/<nav class="nav"[\s\S]*?<\/nav>/)?.[0].match(/<a /g) ?? []).length, 6)
  const career = await ben.session.get(paths.career(ben.personId))
  assert.match(career.html, /<div class="who">[\s\S]*?aria-current="page">Career</)
  assert.equal(links((await amara.session.get(paths.home)).html, amara), 2)
})

test('the way back to the people is called as in the reader’s navigation: People for Chidi, Team for Ben', async () => {
  const crumb = (html: string) => /<ol class="crumbs">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  for (const path of [paths.decisions(amara.personId), paths.plan(amara.personId)]) {
    const theirs = crumb((await chidi.session.get(path)).html)
    assert.match(theirs, />People</, path)
    assert.doesNotMatch(theirs, />Team</, path)
    assert.match(crumb((await ben.session.get(path)).html), />Team</, path)
  }
})
