import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { keepFigure } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { actorOf } from '../people/people.ts'
import { declareBands, roleOf } from '../roles/roles.ts'
import { type Gap, gapsOf } from './assessments.ts'

let world: World
let amara: Character
let dana: Character

before(async () => {
  world = await openWorld({ today: '2025-10-06' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
  await putContacts(world, contactsOf(TELEPHONE), { 'Amara Okafor': amara.personId })
})

const actor = async (who: Character) => {
  const found = await world.inOrg((tx) => actorOf(tx, who.personId))
  assert.ok(found)
  return found.actor
}

const gap = async (code: string): Promise<Gap> => {
  const viewer = await actor(amara)
  const measured = await world.inOrg((tx) => gapsOf(tx, amara.personId, world.today, viewer))
  const found = measured?.gaps.find(({ competency }) => competency.code === code)
  assert.ok(found)
  return found
}

const idOf = async (code: string) => {
  const found = (await world.inOrg(listCompetencies)).find((each) => each.code === code)
  assert.ok(found)
  return found.competencyId
}

test('a measure stands beside the strip with its interval and verdict, and is no level', async () => {
  const first = await gap('CS-06')
  assert.deepEqual(
    first.figures.map(({ measure }) => measure),
    ['fcr', 'resolved'],
  )
  assert.deepEqual([first.levels, first.state, first.selfOnly], [[], 'not rated', false])
  assert.ok(!first.missing.includes('A figure from the work itself.'))
  const { text, html } = await amara.session.get(paths.gaps(amara.personId))
  assert.match(text, /First-contact resolution \d+% \(\d+ of \d+, interval \d+ to \d+%\) Improvement signal/)
  assert.match(html, /aria-label="First-contact resolution: \d+%, interval \d+ to \d+%\."/)
  assert.match(text, /has declared none for this role/)
  assert.doesNotMatch(html, /measure \d;/)
})

test('a figure that Amara kept for another competency stands beside that one too', async () => {
  const competencyId = await idOf('CS-04')
  assert.equal((await gap('CS-04')).figures.length, 0)
  const by = await actor(amara)
  const kept = await world.inOrg((tx) =>
    keepFigure(
      tx,
      by,
      {
        personId: amara.personId,
        measure: 'csat',
        from: '2025-04-07',
        to: '2025-10-05',
        competencyId,
        reason: 'Customers praise clear answers',
        bearing: 'for',
      },
      world.today,
    ),
  )
  assert.ok(kept.ok, JSON.stringify(kept))
  const knowledge = await gap('CS-04')
  assert.deepEqual(
    knowledge.tied.map(({ measure, reason }) => [measure, reason]),
    [['csat', 'A figure of it was kept as evidence for this competency.']],
  )
  assert.equal(knowledge.for.length, 1)
})

test('once the organisation declares which figures make which level, the measure stands on the strip as K', async () => {
  const by = await actor(dana)
  const competencyId = await idOf('CS-06')
  const declared = await world.inOrg(async (tx) => {
    const role = await roleOf(tx, amara.personId, world.today)
    assert.ok(role)
    return declareBands(tx, by, {
      roleId: role.roleId,
      version: role.version,
      competencyId,
      measure: 'fcr',
      bands: [
        { measure: 'fcr', level: 2, from: 0.3 },
        { measure: 'fcr', level: 5, from: 0.99 },
      ],
      today: world.today,
    })
  })
  assert.ok(declared.ok)
  const { levels, figures } = await gap('CS-06')
  assert.deepEqual(
    levels.map(({ source, level, n }) => [source, level, n]),
    [['measure', 2, figures[0]?.n]],
  )
  const { text, html } = await amara.session.get(paths.gaps(amara.personId))
  assert.match(html, /Resolving at first contact: [^"]*measure 2\./)
  assert.match(text, /Measure, by the bands your organisation declared/)
  assert.match(text, /has declared some for this role/)
})
