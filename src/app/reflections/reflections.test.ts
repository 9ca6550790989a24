import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addEvidence, listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { findReflection, listReflections } from './reflections.ts'

let world: World
let ben: Character
let amara: Character
let dana: Character
let evidenceId: string

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const added = await world.inOrg((tx) =>
    addEvidence(
      tx,
      amara,
      {
        personId: amara.personId,
        kind: 'complaint',
        text: 'The promise I forgot. She rang again.',
        happenedOn: '2026-09-02',
        links: [],
        detail: {
          heard: 'Nobody rang.',
          empathised: 'I said that I would be cross as well.',
          apologised: 'For the call.',
          action: 'I rang the same day.',
          outcome: 'She stayed.',
        },
      },
      world.today,
    ),
  )
  evidenceId = added.ok ? added.value : ''
})

const read = (who: Character) =>
  world.inOrg((tx) =>
    listReflections(tx, amara.personId, { ...who.actor, leads: who === ben ? [amara.personId] : [] }),
  )

test('Amara saves one stage, comes back, and nothing she wrote is lost', async () => {
  const form = await amara.session.get(paths.reflectionNew(amara.personId, 'gibbs', `evidence:${evidenceId}`))
  assert.match(form.html, /value="The promise I forgot\."/)
  const saved = await amara.session.post(paths.reflections(amara.personId), {
    model: 'gibbs',
    about: `evidence:${evidenceId}`,
    'about-words': 'The promise I forgot',
    description: 'She rang on Monday because nobody had called her.',
    sharing: 'me',
  })
  assert.match(saved.text, /The account is saved\./)
  assert.match(saved.html, />She rang on Monday because nobody had called her\.<\/textarea>/)
  assert.match(
    saved.text,
    /Description ?thin: 8 words: say a little more|Description ?thin: 9 words: say a little more/,
  )
  const [account] = await read(amara)
  assert.deepEqual(
    [account?.ref, account?.about.kind, account?.about.id, account?.complete],
    ['R-1', 'evidence', evidenceId, false],
  )
})

test('an account for her alone is not there for Ben or Dana, and is for Ben once she shares it', async () => {
  const [account] = await read(amara)
  const path = paths.reflection(amara.personId, account?.reflectionId ?? '')
  assert.equal((await ben.session.get(path)).status, 404)
  assert.doesNotMatch((await ben.session.get(paths.reflections(amara.personId))).text, /promise I forgot/)
  assert.deepEqual(await read(ben), [])
  const shared = await amara.session.post(path, {
    version: '1',
    'about-words': 'The promise I forgot',
    description: 'She rang on Monday.',
    action: 'I will write every promise in the shared diary today.',
    sharing: 'leader',
  })
  assert.equal(shared.status, 200)
  assert.match((await ben.session.get(path)).text, /I will write every promise/)
  assert.doesNotMatch((await ben.session.get(path)).html, /<textarea/)
  assert.equal((await ben.session.post(path, { description: 'Mine now.', version: '2' })).status, 403)
  assert.equal((await dana.session.get(path)).status, 403)
  assert.equal((await read(ben))[0]?.action, 'I will write every promise in the shared diary today.')
})

test('an account about a record that is not there, or not Amara’s, is about none', async () => {
  for (const about of ['objective', 'review', 'evidence']) {
    await amara.session.post(paths.reflections(amara.personId), {
      model: 'era',
      about: `${about}:${ben.personId}`,
      'about-words': 'A call of mine',
      experience: 'I rang her.',
      sharing: 'me',
    })
    const [account] = await read(amara)
    assert.deepEqual(account?.about, { kind: 'none', id: null, words: 'A call of mine' })
  }
})

test('a second window is told, and what was typed there is kept on the form', async () => {
  const account = (await read(amara)).find(({ ref }) => ref === 'R-1')
  const path = paths.reflection(amara.personId, account?.reflectionId ?? '')
  const late = await amara.session.post(path, {
    version: '1',
    description: 'From the other window.',
    sharing: 'leader',
  })
  assert.equal(late.status, 409)
  assert.match(late.html, />From the other window\.<\/textarea>/)
  const stays = await world.inOrg((tx) =>
    findReflection(tx, amara.personId, account?.reflectionId ?? '', amara.actor),
  )
  assert.equal(stays?.stages[0]?.text, 'She rang on Monday.')
})

test('an empty account is not kept, and the page says what to do', async () => {
  const refused = await amara.session.post(paths.reflections(amara.personId), {
    model: 'kolb',
    sharing: 'me',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Write in one of the stages/)
  assert.match(refused.html, /href="#f-experience"/)
})

test('an account kept as evidence links back to it, and stays hers alone where the account is', async () => {
  const [competency] = await world.inOrg((tx) => listCompetencies(tx))
  const account = (await read(amara)).find(({ ref }) => ref === 'R-1')
  const kept = await amara.session.post(
    paths.reflectionEvidence(amara.personId, account?.reflectionId ?? ''),
    {
      competency: competency?.competencyId ?? '',
      reason: 'It shows what I changed.',
    },
  )
  assert.match(kept.text, /kept as evidence/)
  assert.ok(kept.html.includes(paths.reflection(amara.personId, account?.reflectionId ?? '')))
  const own = await amara.session.post(paths.reflections(amara.personId), {
    model: 'kolb',
    experience: 'A worry of mine about nights.',
    sharing: 'me',
  })
  await amara.session.post(`${own.path}/evidence`, {
    competency: competency?.competencyId ?? '',
    reason: 'For me.',
  })
  const items = await world.inOrg((tx) => listEvidence(tx, amara.personId, { includePrivate: true }))
  assert.deepEqual(
    items.filter((item) => item.kind === 'reflection').map((item) => item.private),
    [true, false],
  )
})

test('a customer’s telephone number in an account is pointed out, and keeps it from becoming evidence', async () => {
  const saved = await amara.session.post(paths.reflections(amara.personId), {
    model: 'kolb',
    concept: 'Ring 07700 900417 on the day, because a promise is a promise.',
    sharing: 'leader',
  })
  assert.match(saved.text, /This could identify a customer\. “07700 900417”/)
  const [competency] = await world.inOrg((tx) => listCompetencies(tx))
  const refused = await amara.session.post(`${saved.path}/evidence`, {
    competency: competency?.competencyId ?? '',
    reason: 'x',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /could identify a customer\. Take it out/)
})

test('Amara is offered five models with what each suits, and writes in every one of them', async () => {
  const list = await amara.session.get(paths.reflections(amara.personId))
  for (const words of [
    'Gibbs, 1988. For one thing that happened',
    'Kolb, 1984. For learning over weeks or months',
    'Driscoll, 1994 and 2007. Quick, straight after a call',
    'Rolfe, Freshwater and Jasper, 2001. For an assessor',
    'Jasper, 2013. Quick, after a call',
  ])
    assert.ok(list.text.includes(words), words)
  for (const [model, stage, last] of [
    ['driscoll', 'what', 'now-what'],
    ['rolfe', 'so-what', 'now-what'],
    ['era', 'reflecting', 'action'],
  ] as const) {
    const form = await amara.session.get(paths.reflectionNew(amara.personId, model))
    assert.match(form.html, new RegExp(`name="${stage}"`))
    const saved = await amara.session.post(paths.reflections(amara.personId), {
      model,
      [stage]: 'A promise that nobody else could have kept.',
      [last]: 'On Monday I will write it in the diary.',
      sharing: 'me',
    })
    assert.match(saved.text, /The account is saved\./)
    const [account] = await read(amara)
    assert.equal(account?.model, model)
    assert.equal(account?.action, 'On Monday I will write it in the diary.')
    const opened = await amara.session.get(paths.reflection(amara.personId, account?.reflectionId ?? ''))
    assert.match(opened.html, />A promise that nobody else could have kept\.<\/textarea>/)
  }
})

test('a hint names the words it rests on, stops nobody from saving, and is not shown to Ben', async () => {
  const saved = await amara.session.post(paths.reflections(amara.personId), {
    model: 'driscoll',
    what: 'She rang a second time.',
    'so-what': 'I have been uneasy since Monday.',
    'now-what': 'I will be more careful soon.',
    sharing: 'leader',
  })
  assert.match(saved.text, /The account is saved\./)
  assert.match(saved.text, /“since Monday” says since when, not why/)
  assert.match(saved.text, /“be more careful” and “soon” leave it open/)
  assert.match(saved.html, /href="#f-now-what"/)
  const [account] = await read(ben)
  const shared = await ben.session.get(paths.reflection(amara.personId, account?.reflectionId ?? ''))
  assert.match(shared.text, /uneasy since Monday/)
  assert.doesNotMatch(shared.text, /leave it open|says since when/)
})

test('an account of three questions stands as evidence with what she makes of it, not with its plan', async () => {
  const [competency] = await world.inOrg((tx) => listCompetencies(tx))
  const saved = await amara.session.post(paths.reflections(amara.personId), {
    model: 'rolfe',
    what: 'She rang a second time.',
    'so-what': 'A promise needs an owner.',
    'now-what': 'I will write each one down.',
    sharing: 'leader',
  })
  await amara.session.post(`${saved.path}/evidence`, {
    competency: competency?.competencyId ?? '',
    reason: 'It shows what I learnt.',
  })
  const items = await world.inOrg((tx) => listEvidence(tx, amara.personId, { includePrivate: true }))
  assert.ok(items.some(({ text }) => text === 'A promise needs an owner.'))
})
