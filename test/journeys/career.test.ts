import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { listOrganisations, listPeople } from '../../src/app/people/people.ts'
import { agreeOn } from '../agreed.ts'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, type Walker } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'

const NOW = new Date('2026-11-17T09:00:00Z')

let browser: Browser
let installation: Installation

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(NOW)
})
after(async () => {
  await browser.close()
  await installation.close()
})

/** Amara, whose levels she and Ben have agreed on. */
async function openAmara(javaScript: boolean): Promise<Walker> {
  const name = javaScript ? 'Larkfield Energy' : 'Marsh Water'
  const mail = javaScript ? 'larkfield.example' : 'marsh.example'
  const way = { browser, base: installation.base, javaScript }
  const dana = await setUpTeam(way, name, mail)
  const links = await addByList(dana, [
    `Ben Hughes, ben@${mail}, Northgate, , Team leader`,
    `Amara Okafor, amara@${mail}, Northgate, Ben Hughes, Adviser`,
  ])
  const amara = await join(way, links.get('Amara Okafor'), `amara@${mail}`)
  const { db } = installation.house
  const orgId = (await listOrganisations(db)).find((org) => org.name === name)?.orgId ?? ''
  const world = {
    today: '2026-11-17',
    inOrg: <T>(work: Parameters<typeof db.inOrg<T>>[1]) => db.inOrg(orgId, work),
  }
  const people = await world.inOrg((tx) => listPeople(tx))
  const [who, ben] = ['Amara Okafor', 'Ben Hughes'].map((each) => people.find((one) => one.name === each))
  assert.ok(who && ben)
  await agreeOn(world, who, ben, () => 3)
  return amara
}

/** From the map to a target, a route of her own choice, and an objective for what the next step needs. */
async function fromMapToObjective(amara: Walker): Promise<void> {
  await amara.press('Career')
  await amara.sees('You have not said which role you aim for')
  await amara.page.getByText('Show all roles and moves as a table').click()
  await amara.sees('Leads to')
  await amara.choose('Try on a role', 'Team leader')
  await amara.press('Show the route')
  await amara.sees('Your route in gold: 2 steps')
  await amara.press('Make Team leader your target')
  await amara.type('In your own words', 'To lead a team of my own')
  await amara.type('Why?', 'I like to see others do well.')
  await amara.press('Save where I want to go')
  await amara.press('Career')
  await amara.sees('Your target')
  await amara.press('Choose this route : through a specialist role')
  await amara.sees('Your choice')
  await amara.press('Quality analyst')
  assert.match(amara.page.url(), /focus=/, 'a role of the map leads to what lies around it')
  await amara.press('Try on Team leader: the shortest list')
  await amara.sees('You as Team leader')
  await amara.sees(/First: what .* needs/)
  await amara.press(/^Make an objective/)
  assert.match(amara.page.url(), /objectives\/new\?need=/)
}

for (const javaScript of [true, false])
  test(`Amara finds her way to team leader on the map, chooses a route and begins its first objective, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    await fromMapToObjective(await openAmara(javaScript))
  })
