import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { listCompetencies, listCrosswalk } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { keepFacts } from './loading.ts'
import { decideMatch, listMapping } from './mapping.ts'
import { loadPack } from './occupations.ts'
import { decisionField, otherField, seenField } from './pages/mapping-page.tsx'
import { type Facts, idFor, onetElementUri, onetOccupationUri } from './rules/facts.ts'

let world: World
let dana: Character
let deji: Character
let amara: Character

before(async () => {
  world = await openWorld({ today: '2026-11-22' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  deji = await world.add({ name: 'Deji Bello', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  await world.inOrg((tx) => loadPack(tx, null, 'contact-centre'))
})

const about = { about: 'carry out active selling' }
const address = paths.occupationMapping(about)

/** Every field of the form that a page of the mapping shows, as a browser would send it. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="(seen-[^"]+)" value="([^"]*)"/g,
  ))
    fields[name] = value
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="((?:match|other)-[^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  return fields
}

async function competencies(...codes: string[]): Promise<Id[]> {
  const all = await world.inOrg(listCompetencies)
  return codes.map((code) => all.find((one) => one.code === code)?.competencyId ?? '')
}

const linkedTo = async (competencyId: Id) =>
  (await world.inOrg((tx) => listCrosswalk(tx, competencyId))).some(
    ({ title }) => title === 'carry out active selling',
  )

test('an old page of Dana’s leaves alone what Deji decided meanwhile, and keeps what she chose on it', async () => {
  const [culture = '', measures = '', own = ''] = await competencies('CS-15', 'CS-18', 'CS-05')
  const first = fieldsOf((await dana.session.get(address)).html)
  const other = Object.keys(first).find((name) => name.startsWith('other-')) ?? ''
  const skillId = other.slice('other-'.length)
  assert.ok(skillId)
  for (const related of [culture, measures])
    await dana.session.post(address, { [otherField(skillId)]: related })
  await dana.session.post(address, {
    [seenField(skillId, measures)]: 'related',
    [decisionField(skillId, measures)]: 'not related',
  })
  const old = fieldsOf((await dana.session.get(address)).html)
  assert.equal(old[decisionField(skillId, culture)], 'related')
  assert.equal(old[seenField(skillId, measures)], 'not related')
  await deji.session.post(address, {
    [seenField(skillId, measures)]: 'not related',
    [decisionField(skillId, measures)]: 'related',
  })
  assert.equal(await linkedTo(measures), true)
  const kept = await dana.session.post(address, {
    ...old,
    [decisionField(skillId, culture)]: 'later',
    [otherField(skillId)]: own,
  })
  assert.match(kept.text, /2 decisions kept/)
  assert.deepEqual(
    [await linkedTo(measures), await linkedTo(culture), await linkedTo(own)],
    [true, false, true],
    'Deji’s link stays, her own choices are kept',
  )
})

test('what the list no longer shows where it stood is decided all the same', async () => {
  const [teams = ''] = await competencies('CS-11')
  const { mapped } = await world.inOrg((tx) =>
    listMapping(tx, { words: ['carry', 'out', 'active', 'selling'], limit: 1, offset: 0 }),
  )
  const skillId = mapped[0]?.skill.skillId ?? ''
  const elsewhere = paths.occupationMapping({ about: 'telephone' })
  const kept = await dana.session.post(elsewhere, {
    [seenField(skillId, teams)]: 'open',
    [decisionField(skillId, teams)]: 'related',
  })
  assert.match(kept.text, /1 decision kept/)
  assert.equal(await linkedTo(teams), true)
})

test('only an administrator decides what is related, by whichever door', async () => {
  const [complaints = ''] = await competencies('CS-07')
  const { mapped } = await world.inOrg((tx) => listMapping(tx, { words: ['selling'], limit: 1, offset: 0 }))
  const skillId = mapped[0]?.skill.skillId ?? ''
  for (const decision of ['related', 'not related', 'open'])
    assert.deepEqual(
      await world.inOrg((tx) =>
        decideMatch(tx, amara.actor, { skillId, competencyId: complaints, decision }),
      ),
      { ok: false, refusals: [{ message: 'Only an administrator decides what is related.' }] },
    )
  assert.equal(await linkedTo(complaints), false)
})

/** One O*NET occupation that rates elements: name, description, importance. */
function rated(...elements: [string, string, number | null][]): Facts {
  const occupationId = idFor(onetOccupationUri('43-9901.00'))
  const skillOf = (at: number) => idFor(onetElementUri(`9.${at}`))
  return {
    scheme: 'onet',
    version: '99.9',
    groups: [],
    near: [],
    occupations: [
      {
        occupationId,
        code: '43-9901.00',
        uri: onetOccupationUri('43-9901.00'),
        title: 'Help Line Advisers',
        alternatives: [],
        groupCode: '',
        jobZone: null,
        description: '',
      },
    ],
    skills: elements.map(([title, description], at) => ({
      skillId: skillOf(at),
      kind: 'knowledge',
      code: `9.${at}`,
      uri: onetElementUri(`9.${at}`),
      title,
      description,
      anchors: [],
    })),
    asks: elements.map(([, , importance], at) => ({
      occupationId,
      skillId: skillOf(at),
      relation: null,
      importance,
      level: 2,
    })),
  }
}

test('a description proposes by what it is about, not by one word nor by how all of them begin', async () => {
  const facts = rated(
    ['Zymurgy', 'Knowledge of rules of a craft.', 3],
    ['Botany', 'Knowledge of plant and animal organisms, their tissues and cells.', 4.5],
    ['Consideration', 'Job requires being sensitive to others’ needs, and understanding.', 2.99],
    ['Welding', 'Seams.', null],
    ['Coach a colleague who handles a complaint', '', null],
  )
  await world.inOrg((tx) => keepFacts(tx, facts))
  const { mapped } = await world.inOrg((tx) => listMapping(tx, { words: [], limit: 500, offset: 0 }))
  const here = mapped.filter(({ skill }) => skill.version === '99.9')
  assert.deepEqual(
    here.map(({ skill, matches }) => [
      skill.title,
      skill.askedBy,
      matches.map(({ competency }) => competency.title),
    ]),
    [
      ['Botany', 1, []],
      ['Zymurgy', 1, []],
      [
        'Coach a colleague who handles a complaint',
        0,
        ['Handling complaints', 'Coaching others', 'Working as a team'],
      ],
      ['Consideration', 0, ['Empathy and rapport']],
      ['Welding', 0, []],
    ],
    'what is rated as unimportant is asked by nobody, and comes last',
  )
})

test('the strongest proposal stands first with the words that speak for it; weaker ones wait behind a press, and count', async () => {
  const asked = paths.occupationMapping({ about: 'train staff on call quality' })
  const { html, text } = await dana.session.get(asked)
  const [shown = '', behind = ''] = html.slice(html.indexOf('id="skills"')).split('<details')
  assert.match(shown, /Service standards.*proposed.*Speaks for it: “quality”/s)
  assert.doesNotMatch(shown, /Coaching others/)
  assert.match(behind, /1 weaker proposal.*Coaching others.*Speaks for it: “train”/s)
  assert.match(text, /How a proposal is found.*At most three are proposed/)
  const [coaching = ''] = await competencies('CS-02')
  const field = Object.keys(fieldsOf(html)).find(
    (name) => name.startsWith('match-') && name.endsWith(coaching),
  )
  const kept = await dana.session.post(asked, { ...fieldsOf(html), [field ?? '']: 'related' })
  assert.match(kept.text, /1 decision kept/)
  const after = (await dana.session.get(asked)).html
  assert.doesNotMatch(after, /weaker proposal/)
  assert.ok(
    after.indexOf('Coaching others') < after.indexOf('Service standards'),
    'what is decided comes first',
  )
})

test('a page that is not there says so, and leads to the last; words that no skill holds are named', async () => {
  const far = await dana.session.get(paths.occupationMapping({ page: '999' }))
  assert.match(far.text, /There are no skills on this page\. Show the last page/)
  assert.doesNotMatch(far.text, /No skill is here/)
  const none = await dana.session.get(paths.occupationMapping({ about: 'astronaut' }))
  assert.match(none.text, /No skill holds all these words\./)
  const occupations = await amara.session.get(`${paths.occupations}?page=9999`)
  assert.match(occupations.text, /There are no occupations on this page\. Show the last page/)
  assert.doesNotMatch(occupations.text, /No title holds/)
  const last = /href="([^"]+)">Show the last page/.exec(occupations.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.match((await amara.session.get(last)).html, /<td/)
})
