import type { Browser } from 'playwright-core'
import { openWalker, type Walker } from '../pages.ts'

export type Way = {
  browser: Browser
  base: string
  javaScript: boolean
  size?: { width: number; height: number }
}

/** The password of whoever joins by an invitation. */
const PASSWORD = 'copper teapot morning'

/** Sets up a team from the first page; its first administrator is Dana Price, who has added nobody yet. */
export async function setUpTeam(way: Way, organisation: string, mail: string): Promise<Walker> {
  const dana = await openWalker(way.browser, way.base, way)
  await setUpBy(dana, organisation, mail)
  return dana
}

const FOUNDER_PASSWORD = 'amber field lantern'

/** The same by somebody whose browser is open; whoever was set up, and never saw the answer, signs in. */
export async function setUpBy(dana: Walker, organisation: string, mail: string): Promise<void> {
  await dana.go('/')
  await dana.press('Set up a team')
  await dana.type('What is the organisation called?', organisation)
  await dana.type('Your name', 'Dana Price')
  await dana.type('Your e-mail address', `dana@${mail}`)
  await dana.type('A password', FOUNDER_PASSWORD)
  await dana.press('Set up and add people')
  if (/\/set-up$/.test(new URL(dana.page.url()).pathname)) {
    await dana.sees('already')
    await signInBy(dana, `dana@${mail}`, FOUNDER_PASSWORD)
    await dana.go('/people')
    return
  }
  await dana.sees(`${organisation} is ready`)
}

/** Adds people by a list, as lines of name, e-mail, role, team and leader; answers with their invitation links. */
export async function addByList(dana: Walker, lines: readonly string[]): Promise<Map<string, string>> {
  await pasteList(dana, lines)
  const links = new Map<string, string>()
  for (const line of lines) {
    const [name = ''] = line.split(',')
    links.set(name, await dana.page.getByLabel(`Link for ${name}`).inputValue())
  }
  return links
}

/** Adds people by a list; where mail is set, each gets their invitation by it. */
export async function pasteList(dana: Walker, lines: readonly string[]): Promise<void> {
  await dana.type('Paste a list', lines.join('\n'))
  await dana.press('Check the list')
  await dana.press(new RegExp(`^Add ${lines.length} (person|people)`))
}

/** Follows an invitation and chooses a password. */
export async function join(way: Way, link: string | undefined, email: string): Promise<Walker> {
  const walker = await openWalker(way.browser, way.base, way)
  await joinBy(walker, link, email)
  return walker
}

/** The same in a browser that is open. */
export async function joinBy(walker: Walker, link: string | undefined, email: string): Promise<void> {
  await walker.go(new URL(link ?? '').pathname)
  await walker.type('Your e-mail address', email)
  await walker.type('Choose a password', PASSWORD)
  await walker.type('The same password again', PASSWORD)
  await walker.press('Join')
}

/** Somebody who has joined signs in anew, in a browser of their own. */
export async function signIn(way: Way, email: string): Promise<Walker> {
  const walker = await openWalker(way.browser, way.base, way)
  await signInBy(walker, email, PASSWORD)
  return walker
}

async function signInBy(walker: Walker, email: string, password: string): Promise<void> {
  await walker.go('/sign-in')
  await walker.type('E-mail address', email)
  await walker.type('Password', password)
  // By name alone the link in the header would be pressed.
  const button = walker.page.getByRole('main').getByRole('button', { name: 'Sign in' })
  await Promise.all([walker.page.waitForEvent('domcontentloaded'), button.click()])
}
