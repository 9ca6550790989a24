import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { as, got } from '../../../test/developed.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { makeNeed } from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { EMPTY } from './objective-answer.tsx'
import { agree, listPriorities, planOf, priorityChanged, propose, saveDraft } from './plans.ts'

let world: World
let ben: Character
let dana: Character
let amara: Character
let priya: Character
let sofia: Character
let leah: Character
const heard: { what: string; changed: readonly string[] }[] = []

before(async () => {
  world = await openWorld({ today: '2025-10-06' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  leah = await world.add({ name: 'Leah Coleman', standing: 'leader', team: 'Quayside' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  sofia = await world.add({ name: 'Sofia Rossi', team: 'Northgate', leader: 'Ben Hughes' })
  await putContacts(world, contactsOf(TELEPHONE), {
    'Amara Okafor': amara.personId,
    'Priya Nair': priya.personId,
    'Sofia Rossi': sofia.personId,
  })
  priorityChanged.listen(async (_, { what, changed }) => void heard.push({ what, changed }))
})

const days = (name: string, day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function addOne(title: string, measure = 'fcr'): Promise<Id> {
  const fields = { title, owner: 'Dana Price', measure, ...days('from', '2025-07-07') }
  const page = await dana.session.post(paths.priorities, fields)
  assert.equal(page.status, 200, page.text)
  const added = (await world.inOrg(listPriorities)).find((one) => one.title === title)
  assert.ok(added)
  return added.priorityId
}

/** Somebody agrees with Ben an objective that closes a need of theirs. */
async function agreed(
  who: Character,
  text: string,
  priorityId: Id | null,
  more: Partial<typeof EMPTY> = {},
): Promise<Id> {
  const { personId } = who
  const [own, leader] = [await as(world, who), await as(world, ben)]
  return world.inOrg(async (tx) => {
    const [competency] = await listCompetencies(tx)
    assert.ok(competency)
    const needId =
      more.kind === 'personal'
        ? null
        : got(
            await makeNeed(
              tx,
              own,
              {
                personId,
                competencyId: competency.competencyId,
                kind: 'professional',
                why: `It is asked for: ${text}`,
                evidenceIds: [],
              },
              world.today,
            ),
          )
    const fields = { ...EMPTY, text, why: 'My role asks for it.', priorityId, needId, ...more }
    const objectiveId = got(
      await saveDraft(
        tx,
        own,
        {
          personId,
          fields,
          objectiveId: null,
          version: null,
          cause: 'organisation priority',
          causeReason: 'It is wanted now.',
        },
        world.today,
      ),
    )
    if (more.private) return objectiveId
    got(await propose(tx, own, { personId, objectiveId, words: '' }, world.today))
    const plan = await planOf(tx, personId, leader, world.today)
    const version = plan.objectives.find((one) => one.objectiveId === objectiveId)?.version ?? 0
    got(
      await agree(
        tx,
        leader,
        { personId, items: [{ objectiveId, version, reason: 'It will do.' }] },
        world.today,
      ),
    )
    return objectiveId
  })
}

test('a priority shows who serves it: names to whoever reads the plan, to anybody else a number', async () => {
  const priorityId = await addOne('Settled in one call')
  await agreed(amara, 'Check back every estimated bill in my own words', priorityId)
  await agreed(priya, 'Offer the reading before the customer asks', priorityId)
  await agreed(amara, 'Run ten miles before Christmas', priorityId, {
    kind: 'personal',
    private: true,
    why: 'For myself.',
  })
  await agreed(priya, 'Learn Spanish for our callers', priorityId, {
    kind: 'personal',
    why: 'For myself.',
  })
  const at = paths.priority(priorityId)
  const bens = (await ben.session.get(at)).text
  assert.match(bens, /Amara Okafor .*Check back every estimated bill/)
  assert.match(bens, /Priya Nair .*Offer the reading/)
  const amaras = (await amara.session.get(at)).text
  assert.match(amaras, /Check back every estimated bill/)
  assert.doesNotMatch(amaras, /Priya Nair|Offer the reading|Run ten miles/)
  assert.match(amaras, /1 agreed objective of 1 person/)
  for (const other of [dana, leah]) {
    const page = (await other.session.get(at)).text
    assert.doesNotMatch(page, /Amara Okafor|Priya Nair|Check back|Run ten miles|Spanish/)
    assert.match(page, /2 agreed objectives of 2 people/)
  }
})

test('its before and after is withheld while two serve it, and shown of three with its interval', async () => {
  const priorityId = await addOne('Winter billing settled in one call')
  const at = paths.priority(priorityId)
  assert.match((await ben.session.get(at)).text, /No objective that serves it is agreed yet/)
  await agreed(amara, 'Ask for the reading first', priorityId)
  await agreed(priya, 'Ask for the reading twice', priorityId)
  for (const who of [ben, dana, amara])
    assert.match((await who.session.get(at)).text, /Not shown: fewer than 3 people/)
  await agreed(sofia, 'Ask for the reading thrice', priorityId)
  const shown = (await dana.session.get(at)).text
  assert.match(shown, /The contacts of 3 people/)
  assert.match(shown, /95% interval from .* (points|no difference)/)
  assert.match(shown, /Higher: the interval|Cannot tell: the interval/)
})

test('needs that serve no priority are listed for the person and their leader; Dana sees how many', async () => {
  const before = (await dana.session.get(paths.priorities)).text
  const many = (text: string) => Number(/(\d+) needs? of other people/.exec(text)?.[1] ?? 0)
  await agreed(sofia, 'Write every note while the customer is on the line', null)
  const bens = (await ben.session.get(paths.priorities)).text
  assert.match(bens, /Sofia Rossi, N-\d ?\. O-\d serves no priority/)
  assert.match((await sofia.session.get(paths.priorities)).text, /Yours, N-\d ?\. O-\d serves no priority/)
  const danas = (await dana.session.get(paths.priorities)).text
  assert.doesNotMatch(danas, /Sofia Rossi/)
  assert.equal(many(danas), many(before) + 1)
  assert.doesNotMatch((await amara.session.get(paths.priorities)).text, /Sofia Rossi|of other people/)
})

test('Dana changes a priority, and what changed is recorded and told to whoever listens', async () => {
  const priorityId = await addOne('Fewer repeat calls')
  heard.length = 0
  const at = paths.priority(priorityId)
  const form = { title: 'Fewer repeat calls', owner: 'Ruth Adeyemi', measure: 'csat', version: '1' }
  const changed = await dana.session.post(at, {
    ...form,
    ...days('from', '2025-07-07'),
    ...days('to', '2025-12-31'),
  })
  assert.match(changed.text, /The priority is changed/)
  assert.match(changed.text, /Ruth Adeyemi/)
  assert.deepEqual(heard, [{ what: 'changed', changed: ['owner', 'dates', 'measure'] }])
  const entries = await world.inOrg((tx) => listHistory(tx, { recordId: priorityId }))
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['priorities.changed', 'priorities.added'],
  )
  const refused = await dana.session.post(at, {
    ...form,
    title: '',
    version: '2',
    ...days('from', '2025-07-07'),
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say what the organisation wants/)
  assert.equal((await ben.session.post(at, form)).status, 403)
})

test('two who change a priority at once lose nothing: the second sees what the first saved, and their own words', async () => {
  const priorityId = await addOne('Calls answered in a minute', 'first_reply')
  const at = paths.priority(priorityId)
  const from = days('from', '2025-07-07')
  const form = { owner: 'Dana Price', measure: 'first_reply', version: '1', ...from }
  await dana.session.post(at, { ...form, title: 'Calls answered in 30 seconds' })
  const second = await dana.session.post(at, { ...form, title: 'Calls answered in two minutes' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Calls answered in 30 seconds/)
  assert.match(second.html, /value="Calls answered in two minutes"/)
  assert.match(second.html, /name="version" value="2"/)
})
