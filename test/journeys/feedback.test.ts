import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, openWalker, type Walker, wordsOf } from '../pages.ts'
import { addByList, join, setUpTeam, type Way } from './arriving.ts'

/** A team of nine raters: Amara herself, Ben who leads her, four peers and three customers. */
type Team = {
  way: Way
  dana: Walker
  ben: Walker
  amara: Walker
  chidi: Walker
  peers: Walker[]
  /** Where its customers are written to. */
  outside: string
  /** The round's address. */
  round: string
}

const PEERS = ['Ellie Marsh', 'Farid Aziz', 'Grace Lim', 'Hana Sato']
const CUSTOMERS = ['Ines Costa', 'Jon Bell', 'Kira Holm']
const PURPOSE = 'I want to get better at keeping customers told.'

let browser: Browser
let installation: Installation
const teams: Team[] = []

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
})
after(async () => {
  await browser.close()
  await installation.close()
})

const mails = new Map<string, { come(text: string): void; came: Promise<string> }>()

/** The mail to an address: whoever waits for it has it when it comes. */
function mailTo(address: string) {
  const known = mails.get(address)
  if (known) return known
  let come: (text: string) => void = () => {}
  const came = new Promise<string>((resolve) => {
    come = resolve
  })
  const mail = { come, came }
  mails.set(address, mail)
  return mail
}

/** A step of the round, in both organisations at once: the one walks with JavaScript, the other without. */
function step(title: string, walk: (team: Team) => Promise<void>): void {
  test(title, async () => {
    assert.equal(teams.length, 2, 'nobody got in')
    await Promise.all(teams.map(walk))
  })
}

async function arrive(javaScript: boolean, organisation: string, mail: string): Promise<Team> {
  const way = { browser, base: installation.base, javaScript }
  const dana = await setUpTeam(way, organisation, mail)
  const email = (name: string) => `${name.split(' ')[0]?.toLowerCase()}@${mail}`
  const line = (name: string, leader: string, role: string) =>
    `${name}, ${email(name)}, Northgate, ${leader}, ${role}`
  const links = await addByList(dana, [
    line('Ben Hughes', '', 'Team leader'),
    line('Chidi Eze', '', 'Assessor'),
    ...['Amara Okafor', ...PEERS].map((name) => line(name, 'Ben Hughes', 'Adviser')),
  ])
  const enter = (name: string) => join(way, links.get(name), email(name))
  const [ben, chidi, amara] = [
    await enter('Ben Hughes'),
    await enter('Chidi Eze'),
    await enter('Amara Okafor'),
  ]
  const peers: Walker[] = []
  for (const name of PEERS) peers.push(await enter(name))
  await dana.go('/people')
  await dana.press(/^Change.*Amara Okafor/)
  await dana.tick('Chidi Eze')
  await dana.press('Save Amara Okafor')
  return { way, dana, ben, amara, chidi, peers, outside: `outside.${mail}`, round: '' }
}

test('Dana sets up two teams; Ben, Amara, four colleagues and an assessor join each', async () => {
  teams.push(
    ...(await Promise.all([
      arrive(true, 'Larkfield Energy', 'larkfield.example'),
      arrive(false, 'Marsh Water', 'marsh.example'),
    ])),
  )
  installation.house.mail = {
    configured: true,
    async send({ to, text }) {
      mailTo(to).come(text)
      return { how: 'sent' }
    },
  }
})

step(
  'Amara plans a round; with two colleagues nobody could stay anonymous, so she asks a third',
  async (team) => {
    const { amara, outside } = team
    await amara.go('/start')
    await amara.press('Gaps')
    await amara.press('360 feedback')
    await amara.press('Plan a round')
    await amara.type('What is it for?', PURPOSE)
    for (const name of PEERS.slice(0, 2)) await amara.tick(new RegExp(`^${name}`))
    for (const [row, name] of CUSTOMERS.entries()) {
      await amara.type(`Name ${row + 1}`, name)
      await amara.type(`E-mail address ${row + 1}`, `${name.split(' ')[0]?.toLowerCase()}@${outside}`)
    }
    await amara.press('Save and hand to Ben Hughes')
    await amara.sees('With 2 peers nobody could stay anonymous')
    assert.equal(await amara.page.getByLabel('What is it for?').inputValue(), PURPOSE)
    assert.equal(await amara.page.getByLabel('E-mail address 3').inputValue(), `kira@${outside}`)
    await amara.tick(/^Grace Lim/)
    await amara.press('Save and hand to Ben Hughes')
    await amara.sees('Ben Hughes has it now')
    team.round = new URL(amara.page.url()).pathname
  },
)

step(
  'Ben adds a fourth with a reason that Amara sees, and launches the round',
  async ({ ben, amara, round }) => {
    await ben.go('/team')
    await ben.press('Launch the round of feedback about Amara Okafor')
    await ben.tick(/^Hana Sato/)
    await ben.type('Why do you change it?', 'Hana sat beside her through the billing calls.')
    await ben.press('Save the changed list')
    await amara.go(round)
    await amara.sees('Hana sat beside her through the billing calls')
    await ben.date('Last day for answers', '2026-12-01')
    await ben.press('Launch and ask everybody')
    await ben.sees('Open until the end of Tuesday 1 December 2026')
  },
)

/** Chooses the same line for every question, by its place from 1 to 5. */
async function chooseAll({ page }: Walker, level: number): Promise<number> {
  const questions = page.getByRole('group').filter({ has: page.getByText('I can’t answer this') })
  const count = await questions.count()
  for (let at = 0; at < count; at += 1)
    await questions
      .nth(at)
      .getByRole('radio')
      .nth(level - 1)
      .check()
  return count
}

step(
  'A colleague is told who sees what, is warned once of her own words, and sends them as they are',
  async (team) => {
    const { peers, way } = team
    const [ellie] = peers
    assert.ok(ellie)
    await ellie.go('/home')
    await ellie.press('Give feedback about Amara Okafor')
    await ellie.sees('How anonymous is it?')
    await ellie.sees('You answer as one of 4 peers.')
    await ellie.sees('only where at least 3 of the 4 have answered')
    assert.equal(await chooseAll(ellie, 3), 6)
    await ellie.type(/What should Amara Okafor keep doing/, 'She is a real team player.')
    await ellie.type(
      /What could Amara Okafor do differently/,
      'In the huddle she answered before others could.',
    )
    if (way.javaScript) {
      await ellie.page.getByText('This says what you think of somebody').first().waitFor()
      await ellie.page.getByText('“In the huddle” may tell who you are').waitFor()
      await ellie.page.getByRole('button', { name: 'Keep for later on this device' }).click()
      await ellie.sees('Kept on this device')
      await ellie.go(new URL(ellie.page.url()).pathname)
      await ellie.sees('What you typed here before has been kept')
      await ellie.press('Send my answers')
    } else {
      await ellie.press('Send my answers')
      await ellie.sees('Your answers are not sent yet')
      await ellie.sees('“In the huddle” may tell who you are')
      await ellie.press('Send as it is')
    }
    await ellie.sees('Thank you: your answers are in')
  },
)

step('A question passed over is named, and nothing chosen or written is lost', async ({ peers }) => {
  const farid = peers[1]
  assert.ok(farid)
  await farid.go('/home')
  await farid.press('Give feedback about Amara Okafor')
  await farid.type(/keep doing/, 'She rang the customer back at four and said what came next.')
  await farid.press('Send my answers')
  await farid.sees('Choose a line for question 1')
  assert.match(await farid.page.getByLabel(/keep doing/).inputValue(), /rang the customer back/)
  await chooseAll(farid, 3)
  await farid.press('Send my answers')
  await farid.sees('Thank you: your answers are in')
})

step(
  'The others answer too: Amara about herself, Ben by name, one customer; and one colleague can’t',
  async (team) => {
    const { amara, ben, peers, way, outside, round } = team
    const [, , grace, hana] = peers
    assert.ok(grace && hana)
    await grace.go('/home')
    await grace.press('Give feedback about Amara Okafor')
    await chooseAll(grace, 4)
    await grace.type(/keep doing/, 'She wrote down the next step and read it back to the caller.')
    await grace.press('Send my answers')
    await grace.sees('Thank you')
    await hana.go('/home')
    await hana.press('Give feedback about Amara Okafor')
    await hana.press('I can’t answer this time')
    await hana.sees('You said that you can’t answer')
    await amara.go(round)
    await amara.press('Answer the same questions about yourself')
    await amara.sees('You answer about yourself, by name.')
    await chooseAll(amara, 5)
    await amara.press('Send my answers')
    await amara.sees('Thank you')
    await ben.go(round)
    assert.equal(await ben.page.getByLabel('Link for Ines Costa').count(), 0)
    await ben.press('Answer about Amara Okafor')
    await ben.sees('You answer by name, as the one who leads.')
    await chooseAll(ben, 2)
    await ben.press('Send my answers')
    await ben.sees('Thank you')
    const ines = await openWalker(browser, installation.base, { ...way, size: { width: 390, height: 844 } })
    const [link = ''] = (await mailTo(`ines@${outside}`).came).match(/http\S+/) ?? []
    await ines.go(new URL(link).pathname)
    await ines.sees('No account needed')
    await chooseAll(ines, 4)
    await ines.press('Send my answers')
    await ines.sees('Thank you')
  },
)

test('On the last day still nothing is shown, to anybody', async () => {
  installation.setNow(new Date('2026-12-01T22:00:00Z'))
  await Promise.all(
    teams.map(async ({ amara, ben, chidi, dana, round }) => {
      for (const walker of [amara, ben]) {
        await walker.go(round)
        await walker.sees('Open until the end of Tuesday 1 December 2026')
        assert.doesNotMatch(await wordsOf(walker.page.locator('main')), /about 3|team player|Held back/)
      }
      assert.equal((await chidi.page.goto(installation.base + round))?.status(), 404)
      assert.equal((await dana.page.goto(installation.base + round))?.status(), 403)
    }),
  )
})

test('When it has closed, three of four peers are shown together, the customers are held back, and Ben sees what Amara sees', async () => {
  installation.setNow(new Date('2026-12-02T09:00:00Z'))
  await Promise.all(
    teams.map(async ({ amara, ben, chidi, dana, round }) => {
      await amara.go(round)
      await amara.sees('Most answers from 3 to 5, together 3.5 or higher. 3 answers')
      await amara.sees('Held back: fewer than 3 answered.')
      await amara.sees('2, said by Ben Hughes')
      await amara.sees('She is a real team player.')
      const levels = (walker: Walker) => walker.page.locator('article').allInnerTexts()
      const seen = await levels(amara)
      assert.equal(seen.length, 6)
      await ben.go(round)
      assert.deepEqual(await levels(ben), seen)
      assert.equal((await chidi.page.goto(installation.base + round))?.status(), 404)
      await amara.press('Share with your assessor')
      await chidi.go(round)
      assert.deepEqual(await levels(chidi), seen)
      assert.equal((await dana.page.goto(installation.base + round))?.status(), 403)
    }),
  )
})
