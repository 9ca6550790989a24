import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { as, got } from '../../../test/developed.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { sayAspiration } from '../careers/careers.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { EMPTY } from './objective-answer.tsx'
import { agree, planOf, propose, saveDraft } from './plans.ts'

const AGREED = '2025-07-07'
const TODAY = '2025-10-06'

let world: World
let ben: Character
let chidi: Character
let amara: Character
let resolving: Id
let running: Id

before(async () => {
  world = await openWorld({ today: AGREED })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'quality-assurer' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await putContacts(world, contactsOf(TELEPHONE), { 'Amara Okafor': amara.personId })
  const { personId } = amara
  const [own, leader] = [await as(world, amara), await as(world, ben)]
  await world.inOrg(async (tx) => {
    got(await sayAspiration(tx, own, { personId, words: 'Team leader within two years' }, AGREED))
    const draft = async (fields: Partial<typeof EMPTY>) =>
      got(
        await saveDraft(
          tx,
          own,
          {
            personId,
            objectiveId: null,
            version: null,
            cause: null,
            causeReason: '',
            fields: { ...EMPTY, why: 'It is mine.', ...fields },
          },
          AGREED,
        ),
      )
    resolving = await draft({
      text: 'Check back every estimated bill in my own words',
      servesAspiration: true,
      measure: 'fcr',
      target: 0.5,
      actions: [
        {
          actionId: null,
          what: 'Put a card on the desk',
          owner: 'Amara Okafor',
          by: '2025-07-14',
          drop: false,
        },
        { actionId: null, what: 'Sit with Priya', owner: 'Amara Okafor', by: '2025-11-14', drop: false },
      ],
    })
    running = await draft({
      text: 'Run ten miles',
      kind: 'personal',
      private: true,
      measure: 'csat',
    })
    got(await propose(tx, own, { personId, objectiveId: resolving, words: '' }, AGREED))
    const plan = await planOf(tx, personId, own, AGREED)
    const items = (objectiveId: Id) => [
      {
        objectiveId,
        version: plan.objectives.find((one) => one.objectiveId === objectiveId)?.version ?? 0,
        reason: 'It will do.',
      },
    ]
    got(await agree(tx, leader, { personId, items: items(resolving) }, AGREED))
    got(await agree(tx, own, { personId, items: items(running) }, AGREED))
  })
  world.setToday(TODAY)
})

const page = async (who: Character, objectiveId = resolving) =>
  who.session.get(paths.objective(amara.personId, objectiveId))

test('an objective says by itself how it goes: the figure since it was agreed, with interval, verdict and target', async () => {
  const { text } = await page(ben)
  assert.match(text, /First-contact resolution: \d+% of \d+, interval \d+ to \d+%, since 7 July 2025\./)
  assert.match(text, /Improvement signal: the weeks since differ for the better/)
  assert.match(text, /The whole interval is past the target of 50%/)
  assert.match(text, /0 of 2 done; 1 is late; the next is due on 14 November 2025/)
})

test('the plan’s table shows each measure since its objective was agreed, never a bare percentage', async () => {
  const { text } = await amara.session.get(paths.plan(amara.personId))
  assert.match(text, /\d+% of \d+, interval \d+ to \d+%, since 7 Jul: improvement signal; target 50%/)
})

test('Amara’s words are kept with their day, newest first, for her and Ben and nobody else', async () => {
  const at = paths.objectiveNotes(amara.personId, resolving)
  await amara.session.post(at, { note: 'The card helps: two callers thanked me.' })
  world.setToday('2025-10-07')
  const added = await amara.session.post(at, { note: 'Priya showed me her checklist.' })
  assert.match(added.text, /What you said is kept/)
  const { text } = await page(ben)
  assert.match(text, /7 October 2025 Priya showed me.*6 October 2025 The card helps/)
  assert.doesNotMatch((await page(chidi)).text, /Priya showed me|How does it go\?/)
  assert.doesNotMatch(text, /How does it go\?/)
  assert.match(
    (await ben.session.get(paths.plan(amara.personId))).text,
    /7 Oct: “Priya showed me her checklist\.”/,
  )
  assert.doesNotMatch(
    (await chidi.session.get(paths.plan(amara.personId))).text,
    /Priya showed me her checklist/,
  )
  assert.equal((await ben.session.post(at, { note: 'I say so.' })).status, 403)
  world.setToday(TODAY)
})

test('what she says of a private objective is hers alone, in the history too', async () => {
  const at = paths.objectiveNotes(amara.personId, running)
  await amara.session.post(at, { note: 'Four miles on Sunday.' })
  assert.match((await page(amara, running)).text, /Four miles on Sunday/)
  assert.equal((await page(ben, running)).status, 404)
  const history = await world.inOrg((tx) => listHistory(tx, { recordId: running }))
  assert.doesNotMatch(JSON.stringify(history), /Four miles/)
})

test('an empty note is refused, and a long one is given back as typed', async () => {
  const at = paths.objectiveNotes(amara.personId, resolving)
  const empty = await amara.session.post(at, { note: '  ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Write a few words on how it goes/)
  const long = await amara.session.post(at, { note: 'so '.repeat(800) })
  assert.equal(long.status, 422)
  assert.match(long.html, /so so so/)
})

test('an account of the objective begins with its measure and the day it was agreed', async () => {
  const { html } = await amara.session.get(
    paths.reflectionNew(amara.personId, 'era', `objective:${resolving}`),
  )
  assert.match(html, /value="Check back every estimated bill in my own words"/)
  assert.match(html, /<option value="fcr" selected/)
  assert.match(html, /name="since-day" value="7"/)
  assert.match(html, /name="since-year" value="2025"/)
})
