import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { saveNote } from '../../src/app/careers/careers.ts'
import { paths } from '../../src/app/paths.ts'
import { actorOf, listOrganisations, listPeople } from '../../src/app/people/people.ts'
import { listRoles } from '../../src/app/roles/roles.ts'
import type { Id } from '../../src/kernel/id.ts'
import { agreeOn } from '../agreed.ts'
import { launchBrowser } from '../browser.ts'
import { got } from '../developed.ts'
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

/** What she looked at. */
const SOURCES = ['Lucy, team leader at Quayside', 'The careers service’s page on team leaders']

/** Amara, whose levels she and Ben have agreed on, and who looked at two sources; with the role of a quality analyst. */
async function openAmara(javaScript: boolean): Promise<{ amara: Walker; personId: Id; analystId: Id }> {
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
  const analystId = await world.inOrg(async (tx) => {
    const own = (await actorOf(tx, who.personId))?.actor
    assert.ok(own)
    for (const title of SOURCES) {
      const looked = { kind: 'person spoken to', title, address: '', seenOn: '2026-11-10' }
      const learnt = {
        learnt: 'Coaching takes most of a week.',
        reliance: 'with care',
        relianceWhy: 'One view.',
      }
      const note = { ...looked, ...learnt, personId: who.personId, noteId: null, revision: null }
      got(await saveNote(tx, own, { ...note, sharing: 'assessor' }, world.today))
    }
    return (await listRoles(tx)).find(({ title }) => title === 'Quality analyst')?.roleId ?? ''
  })
  return { amara, personId: who.personId, analystId }
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

const ADVERT = `Shift supervisor, evenings.
You will coach a team of six and give feedback after each shift.
You calm angry guests and put complaints right on the spot.`

/** From an advert to what it asks, set beside another way, with what is known of both, to the sheet for an interview. */
async function fromAdvertToInterview(amara: Walker, personId: Id, analystId: Id): Promise<void> {
  await amara.press('Career')
  await amara.press('Job adverts')
  await amara.type('What is the job called?', 'Shift supervisor')
  await amara.type('The text of the advert', ADVERT)
  await amara.answer('What does the role answer for?', /^4\./)
  await amara.press('Read what it asks')
  await amara.sees('Confirm what it asks')
  await amara.press('Save what it asks')
  await amara.sees('Make it my target')
  const advertId = new URL(amara.page.url()).pathname.split('/').at(-1)
  await amara.go(`${paths.careerComparisons(personId)}?role=${advertId}&role=${analystId}`)
  await amara.sees('The way there')
  await amara.answer('Which of them suits you best today?', 'Quality analyst')
  await amara.type('Why does it suit you, and the others less?', 'I like to find out why.')
  await amara.type(
    'Why is it progression, and more than another job?',
    'I would be responsible for what good means here.',
  )
  await amara.press('Save the comparison')
  await amara.sees('Suits best')
  await amara.press('Sources looked at')
  const [one = '', other = ''] = SOURCES
  await amara.choose('One source', `1. ${one}`)
  await amara.choose('Another', `2. ${other}`)
  await amara.type(
    'Where do they agree, where do they differ, and which do you trust more?',
    'Both say that coaching takes most of it; only Lucy says what that costs.',
  )
  await amara.press('Save the comparison')
  await amara.sees('only Lucy says what that costs')
  await amara.press('For the interview')
  await amara.sees('Examples for Team leader')
  await amara.sees(/What the role asks \(level\s4\)/)
}

for (const javaScript of [true, false])
  test(`Amara finds her way to team leader on the map, begins its first objective, weighs an advert and takes a sheet to the interview, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const { amara, personId, analystId } = await openAmara(javaScript)
    await fromMapToObjective(amara)
    await fromAdvertToInterview(amara, personId, analystId)
  })
