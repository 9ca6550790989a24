import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type Page, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { criteriaOf, listUnits, setPublic } from './frameworks.ts'
import { STARTER_UNITS } from './starter/units.ts'

let world: World
let dana: Character
let amara: Character
let chidi: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: world.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
})

const PPD = STARTER_UNITS.find(({ code }) => code === 'T/506/2952')
const PPD_ID = PPD?.unitId ?? ''

const csv = (text: string, name = 'centre.csv') => new File([text], name, { type: 'text/csv' })

const actionIn = (page: Page) => {
  const [, action = ''] = /action="([^"]*units\/import\/text[^"]*)"/.exec(page.html) ?? []
  return action.replaceAll('&amp;', '&')
}

test('every unit goes out as CASE, as Moodle’s CSV and as a plain list, and Amara may take it', async () => {
  for (const { unitId, code, title } of STARTER_UNITS) {
    const whole = JSON.parse((await amara.session.get(paths.unitExport(unitId, 'case'))).html)
    assert.equal(whole.CFDocument.title, title)
    assert.ok(whole.CFItems.some((item: { identifier: string }) => item.identifier === unitId))
    const moodle = await amara.session.get(paths.unitExport(unitId, 'moodle-csv'))
    assert.match(moodle.html, /"Is framework","Taxonomy"/)
    assert.match((await amara.session.get(paths.unitExport(unitId, 'csv'))).html, new RegExp(`"${code}"`))
  }
  assert.equal((await amara.session.get(paths.unitExport(PPD_ID, 'pdf'))).status, 404)
  assert.equal((await amara.session.get(paths.unitImport())).status, 403)
})

test('Dana sees the awarding body’s text beside ours and puts it in: the next version, with the same identifiers', async () => {
  const exported = (await dana.session.get(paths.unitExport(PPD_ID, 'csv'))).html
  const theirs = exported
    .replace(/Compare two or more sources[^"]*/, 'Compare sources of the centre’s own wording')
    .replace(/\r\n[^\r]*"3\.4"[^\r]*/, '')
  const preview = await dana.session.post(paths.unitImport(), { over: PPD_ID, file: csv(theirs) })
  assert.match(preview.text, /1\.1 Compare two or more sources.*Compare sources of the centre’s own wording/)
  assert.match(preview.text, /3\.4 .* not in the text/)
  assert.match(preview.text, /Keep 1 criterion that the text does not have/)
  const kept = await dana.session.post(actionIn(preview), {
    version: '1',
    keepMissing: 'yes',
    whose: 'theirs',
  })
  assert.match(kept.text, /The text is in, as version 2/)
  assert.match(
    kept.text,
    /The words are the awarding body’s text, imported on 17 November 2026 from centre\.csv\./,
  )
  const [now] = (await world.inOrg(listUnits)).filter(({ unitId }) => unitId === PPD_ID)
  assert.ok(now && PPD)
  assert.deepEqual(
    criteriaOf(now).map(({ criterionId }) => criterionId),
    criteriaOf(PPD).map(({ criterionId }) => criterionId),
  )
  assert.equal(criteriaOf(now)[0]?.words, 'Compare sources of the centre’s own wording')
  assert.deepEqual(
    [now.code, now.title, now.level, now.credits, now.hours],
    ['T/506/2952', PPD.title, 3, 3, 12],
  )
  const stale = await dana.session.post(actionIn(preview), { version: '1', whose: 'theirs' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Somebody else has reworded this unit/)
  const without = await dana.session.post(actionIn(preview), { version: '2', whose: 'theirs' })
  assert.match(without.text, /as version 3/)
  const [last] = (await world.inOrg(listUnits)).filter(({ unitId }) => unitId === PPD_ID)
  assert.ok(last && !criteriaOf(last).some(({ code }) => code === '3.4'))
})

test('a unit that is not here yet is added with its facts, and Chidi finds it where he decides', async () => {
  const text = 'Code,Statement\n1,Know the law on service\n1.1,Name two laws\n1.2,Say whom they protect\n'
  const preview = await dana.session.post(paths.unitImport(), {
    over: '',
    file: csv(text, 'Know the law.csv'),
  })
  assert.match(preview.text, /1\.2 Say whom they protect/)
  const action = actionIn(preview)
  const facts = {
    code: 'L/600/1234',
    title: 'Know the law',
    level: '2',
    credits: '3',
    hours: '25',
    source: '',
    whose: 'theirs',
  }
  const refusedPage = await dana.session.post(action, { ...facts, level: '9' })
  assert.equal(refusedPage.status, 422)
  assert.match(refusedPage.text, /whole number from 1 to 8/)
  assert.match(refusedPage.text, /Say where the unit was read/)
  assert.match(refusedPage.html, /value="L\/600\/1234"/)
  const added = await dana.session.post(action, { ...facts, source: 'The register, November 2026' })
  assert.match(added.text, /Know the law is here\. Assessors can decide on it/)
  assert.match(added.text, /L\/600\/1234\. Level 2, 3 credits, 25 guided learning hours\. Wording: version 1/)
  const twice = await dana.session.post(action, { ...facts, source: 'The register' })
  assert.match(twice.text, /Know the law is here already/)
  const [unit] = (await world.inOrg(listUnits)).filter(({ title }) => title === 'Know the law')
  const [criterion] = unit ? criteriaOf(unit) : []
  assert.ok(unit && criterion)
  assert.match((await chidi.session.get(paths.decisions(amara.personId))).text, /Know the law/)
  const asked = await chidi.session.get(paths.criterion(amara.personId, unit.unitId, criterion.criterionId))
  assert.match(asked.text, /Name two laws/)
})

test('a unit’s own export comes back as no news; words that are not the awarding body’s stay to be checked against it', async () => {
  const [, second] = STARTER_UNITS
  const unitId = second?.unitId ?? ''
  const exported = (await dana.session.get(paths.unitExport(unitId, 'case'))).html
  const bring = (text: string) =>
    dana.session.post(paths.unitImport(), { over: unitId, file: new File([text], 'unit.json') })
  const same = await bring(exported)
  assert.match(same.text, /Whose words are they\?/)
  const unsaid = await dana.session.post(actionIn(same), { version: '1' })
  assert.equal(unsaid.status, 422)
  assert.match(unsaid.text, /Say whose words the text is in/)
  const nothing = await dana.session.post(actionIn(same), { version: '1', whose: 'theirs' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /The text is the same as what is here, so there is no new version/)
  const other = await bring(
    exported.replace('Agree how progress towards them is measured', 'Agree on yardsticks'),
  )
  const kept = await dana.session.post(actionIn(other), { version: '1', whose: 'ours' })
  assert.match(
    kept.text,
    /The words are the organisation’s own, imported on 17 November 2026 from unit\.json\./,
  )
  const now = (await world.inOrg(listUnits)).find((unit) => unit.unitId === unitId)
  assert.ok(now && second)
  assert.deepEqual(
    criteriaOf(now).map(({ checked }) => checked),
    criteriaOf(second).map(({ code, checked }) => checked && code !== '1.2'),
  )
})

test('a unit’s addresses answer once its file is public in the library, and the file says who words it so', async () => {
  const [, , career] = STARTER_UNITS
  const unitId = career?.unitId ?? ''
  const exported = (await dana.session.get(paths.unitExport(unitId, 'case'))).html
  const { CFDocument, CFItems } = JSON.parse(exported)
  assert.equal(CFDocument.creator, 'Goldthread')
  assert.match(
    (await amara.session.get(paths.unit(unitId))).text,
    /addresses in the CASE file answer nobody yet\. They do once the file is kept in the library and made public there/,
  )
  const address = new URL(CFItems[0].uri).pathname
  assert.equal((await amara.session.get(address)).status, 404)
  const preview = await dana.session.post(paths.frameworkImport, {
    file: new File([exported], 'unit.json'),
    address: '',
    format: '',
  })
  await dana.session.post(preview.path)
  await world.inOrg((tx) => setPublic(tx, dana.actor, CFDocument.identifier, true))
  assert.equal(JSON.parse((await amara.session.get(address)).html).identifier, unitId)
})

test('a text without outcomes and criteria is no unit, and a broken one says which row', async () => {
  const flat = await dana.session.post(paths.unitImport(), {
    over: '',
    file: csv('Code,Statement\nA,One\nB,Two\n'),
  })
  assert.match(flat.text, /No unit was found/)
  const bare = await dana.session.post(paths.unitImport(), {
    over: STARTER_UNITS[1]?.unitId ?? '',
    file: csv('Code,Statement\n1,Manage\n1.1,Agree\n'),
  })
  await dana.session.post(actionIn(bare), { version: '2', keepMissing: 'yes', whose: 'theirs' })
  assert.equal(
    (await world.inOrg(listUnits)).find(({ code }) => code === 'L/506/1788')?.title,
    STARTER_UNITS[1]?.title,
    'a file’s name is no title',
  )
  const broken = await dana.session.post(paths.unitImport(), {
    over: PPD_ID,
    file: csv('Code,Statement\n1,One\n1.1,First\n1.1,Again\n'),
  })
  assert.match(broken.text, /Line 4, “1\.1 Again”: Line 3 has “1\.1” too/)
})

test('a qualification of the library with several units: Dana says which, and adds it', async () => {
  const text =
    'Code,Parent,Statement,Kind\nU1,,First unit,unit\n1,U1,Know,learning outcome\n1.1,1,One,assessment criterion\n' +
    'U2,,Second unit,unit\n2,U2,Do,learning outcome\n2.1,2,Two,assessment criterion\n'
  const chosen = await dana.session.post(paths.frameworkImport, {
    file: csv(text, 'Award.csv'),
    format: 'csv',
  })
  const [, action = ''] = /action="([^"]*import\/file[^"]*)"/.exec(chosen.html) ?? []
  await dana.session.post(action.replaceAll('&amp;', '&'), {
    do: 'load',
    title: 'Award',
    publisher: 'Centre',
    onto: '',
  })
  const start = await dana.session.get(paths.unitImport())
  const [, href = ''] = /href="(\/units\/import\/text\?framework=[^"]*)"/.exec(start.html) ?? []
  const which = await dana.session.get(href.replaceAll('&amp;', '&'))
  assert.match(which.text, /U1, First unit.*U2, Second unit/)
  const [, second = ''] = /href="([^"]*unit=[^"]*)"[^>]*>[^<]*U2/.exec(which.html) ?? []
  const preview = await dana.session.get(second.replaceAll('&amp;', '&'))
  assert.match(preview.text, /2\.1 Two/)
  assert.doesNotMatch(preview.text, /1\.1 One/)
})
