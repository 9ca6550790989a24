import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreeOn } from '../../../test/agreed.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { UsageError } from '../command.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'

let world: World
let amaraId: string

before(async () => {
  world = await openWorld({ today: '2026-11-23' })
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeOn(world, amara, ben, () => 3)
  amaraId = amara.personId
})

async function run(values: Record<string, string>) {
  const [command] = commands
  const org = await world.inOrg(findOrganisation)
  assert.ok(command && org)
  const answers: [unknown, string][] = []
  const said: string[] = []
  try {
    await command.check?.({ values, positionals: [] })
    const code = await command.run({
      values,
      positionals: [],
      house: world.house,
      orgId: world.orgId,
      org,
      today: world.today,
      answer: (document, words) => answers.push([document, words]),
      say: (line) => said.push(line),
    })
    return { code, answers, said: said.join('\n') }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: 2, answers, said: error.message }
  }
}

test('the routes of Amara to team leader are a document: each step with its role, responsibility and gap, and its kind', async () => {
  const { code, answers } = await run({ person: 'amara okafor', to: 'team leader' })
  assert.equal(code, 0)
  const [[document, words] = [[], '']] = answers
  const routes = document as {
    kind: string
    also: string[]
    steps: { role: string; responsibility: number; gap: number }[]
  }[]
  assert.ok(routes.length >= 1 && routes.length <= 3)
  for (const { kind, also, steps } of routes) {
    for (const each of [kind, ...also])
      assert.ok(['fewest steps', 'smallest largest gap', 'through a specialist role'].includes(each), each)
    assert.deepEqual(Object.keys(steps[0] ?? {}).slice(0, 3), ['role', 'responsibility', 'gap'])
    assert.equal(steps.at(-1)?.role, 'Team leader')
    assert.equal(steps.at(-1)?.responsibility, 4)
  }
  assert.match(words, /Team leader, level 4: \d+ levels? to close/)
})

test('a name that nobody has, a role that is not there and the role one has are each said', async () => {
  const nobody = await run({ person: 'Nobody', to: 'Team leader' })
  assert.deepEqual([nobody.code, nobody.said], [2, 'Nobody here is called Nobody.'])
  const nothing = await run({ person: 'Amara Okafor', to: 'Astronaut' })
  assert.equal(nothing.code, 2)
  assert.match(nothing.said, /No role is called Astronaut\. There are: /)
  const own = await run({ person: 'Amara Okafor', to: 'Customer service adviser' })
  assert.equal(own.code, 1)
  assert.match(own.said, /is the role they have now/)
  assert.equal((await run({ person: 'Amara Okafor' })).code, 2)
})

test('of two people of one name neither is taken: the answer names both by id, and an id is taken', async () => {
  const other = await world.add({
    name: 'Amara Okafor',
    email: 'amara@southgate.example',
    team: 'Southgate',
  })
  const { code, said } = await run({ person: 'Amara Okafor', to: 'Team leader' })
  assert.equal(code, 2)
  assert.match(said, /^2 people are called Amara Okafor\. Name one by id: /)
  assert.ok(said.includes(`${amaraId} (Northgate)`) && said.includes(`${other.personId} (Southgate)`))
  assert.equal((await run({ person: amaraId, to: 'Team leader' })).code, 0)
})
