import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCharacter, addOrganisation, openWorld } from '../../../test/world.ts'
import {
  findCompetency,
  frameworkInForce,
  installFramework,
  listCompetencies,
  listCrosswalk,
} from './frameworks.ts'

const world = await openWorld()
const amara = await world.add({ name: 'Amara Okafor' })

const competency = async (title: string) => {
  const found = (await world.inOrg(listCompetencies)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}

test('a new organisation has the starter framework in force, in the order of its assessment', async () => {
  const framework = await world.inOrg(frameworkInForce)
  assert.equal(`${framework.title} ${framework.version}`, 'Goldthread customer service competencies 2026-1')
  const competencies = await world.inOrg(listCompetencies)
  assert.equal(competencies.length, 18)
  assert.deepEqual(
    competencies.map((each) => each.code),
    competencies.map((_, index) => `CS-${String(index + 1).padStart(2, '0')}`),
  )
  assert.deepEqual(
    competencies[6]?.levels.map((level) => level.label),
    ['aware', 'with help', 'on my own', 'in hard cases', 'leads others'],
  )
})

test('installing it a second time changes nothing', async () => {
  const before = await world.inOrg((tx) => listCrosswalk(tx))
  await world.inOrg(installFramework)
  assert.deepEqual(await world.inOrg((tx) => listCrosswalk(tx)), before)
})

test('Amara reads the list of competencies, with soft skills and legal duties marked', async () => {
  const { status, text } = await amara.session.get('/frameworks')
  assert.equal(status, 200)
  assert.match(text, /Goldthread customer service competencies/)
  assert.match(text, /Levels run from 1, aware, to 5, leads others\./)
  assert.match(text, /Empathy and rapport CS-09 .* Behaviour soft skill/)
  assert.match(text, /Health, safety and wellbeing CS-17 .* asked by law/)
  assert.match(text, /ESCO classification of the European Commission/)
})

test('Amara narrows the list to what the law asks', async () => {
  const { text } = await amara.session.get('/frameworks?show=legal')
  assert.match(text, /3 of 18/)
  assert.doesNotMatch(text, /Organising own work CS-05/)
})

test('a customer’s words suggest competencies, and say by which word', async () => {
  const { text } = await amara.session.get(
    `/frameworks?about=${encodeURIComponent('I complained and nobody apologised')}`,
  )
  assert.match(text, /Handling complaints CS-07 “complained”, “apologised”/)
  const none = await amara.session.get('/frameworks?about=zebra')
  assert.match(none.text, /Nothing in the list is suggested by these words/)
})

test('the page of a competency shows five levels as behaviour and its links with how sure each is', async () => {
  const { competencyId } = await competency('Learning and openness to feedback')
  const { status, text, html } = await amara.session.get(`/frameworks/${competencyId}`)
  assert.equal(status, 200)
  assert.match(text, /4, in hard cases I look for what contradicts my own view/)
  assert.match(text, /Being open to feedback ST0072 Behave .* Read in its source/)
  assert.match(text, /CFACSD3 .* From memory: check it first/)
  assert.match(html, /href="http:\/\/data\.europa\.eu\/esco\/skill\/05aa7c09-46e7-433f-a81b-92841f4551e7"/)
})

test('a competency that is not there is not found', async () => {
  const nowhere = '00000000-0000-4000-8000-000000000000'
  assert.equal((await amara.session.get(`/frameworks/${nowhere}`)).status, 404)
  assert.equal((await amara.session.get('/frameworks/handling-complaints')).status, 404)
  assert.equal(await world.inOrg((tx) => findCompetency(tx, 'handling complaints')), null)
})

test('somebody signed out is asked to sign in', async () => {
  const { path } = await world.visitor().get('/frameworks')
  assert.match(path, /^\/sign-in/)
})

test('every organisation has a framework of its own under the same identifiers', async () => {
  const { orgId } = await addOrganisation(world.house, 'Northgate College', 'centre')
  const learner = await addCharacter(world, orgId, { name: 'Chidi Eze', standing: 'assessor' })
  const { competencyId } = await competency('Handling complaints')
  assert.equal((await learner.session.get(`/frameworks/${competencyId}`)).status, 200)
  const own = await world.house.db.inOrg(orgId, async (tx) => (await listCompetencies(tx)).length)
  assert.equal(own, 18)
})
