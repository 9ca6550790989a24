import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { chances } from '../chances.ts'
import { type Mortal, openMortal } from '../killing.ts'
import { linkIn, openMailServer } from '../mailbox.ts'
import { type Walker, wordsOf } from '../pages.ts'
import { EVE, gather, momentOf } from './year.ts'
import { ownPath, type YearStep } from './year-acts.ts'

/** What is left of a year in which the server died now and then. */
export type Lived = {
  deaths: number
  /** How many of them while a mail was handed over, or just after it was taken. */
  overMail: number
  holdings: Record<string, number>
  /** What every version of the plan says, and Amara's reviews. */
  words: string[]
  entries: number
  mails: {
    /** Messages that reached the mail server. */
    reached: number
    /** Message-IDs that reached it more than once. */
    twice: string[]
    /** Said to be sent, and never reached it. */
    lost: string[]
    /** Not confirmed, and not in the list of those that are not. */
    unlisted: string[]
    /** Not confirmed, in the list. */
    listed: number
  }
}

/** Tables whose rows depend on when the queue looked, and why. */
export const BY_TIME: Readonly<Record<string, string>> = {
  letter: 'notices that wait together become one mail, so that a death between two makes one of them or two',
}

type OutboxMail = { mailId: string; messageId: string; state: string }

/**
 * Walks the year, or the part of it that is given, while the server is killed.
 * @param asked.share of the presses at which it dies, 0 to 1; `mailShare` of the mails, half of these before the answer
 */
export async function liveTheYear(
  browser: Browser,
  asked: { seed: number; share: number; mailShare: number; steps: readonly YearStep[] },
): Promise<Lived> {
  const server = await openMailServer()
  const chance = chances(asked.seed + 1_000_003)
  const mortal = await openMortal(browser, {
    now: momentOf(EVE),
    seed: asked.seed,
    share: asked.share,
    env: { GOLDTHREAD_SMTP_URL: server.url },
  })
  let overMail = 0
  server.notices = () => {
    if (chance() >= asked.mailShare / 2) return
    overMail += 1
    void mortal.killNow()
  }
  /** Sends what waits, until nobody holds a mail: another job of the queue may have begun on one. */
  const send = async () => {
    await mortal.ask('tend-letters')
    const inHand = () => mortal.rows(`select letter_id from goldthread.letter where state = 'sending'`)
    while ((await inHand()).length > 0) await wait(50)
  }
  const tend = async () => {
    await mortal.ask('tend-notices')
    await send()
  }
  try {
    const mail = 'larkfield.example'
    const linkTo = async (address: string, dana: Walker) => {
      await send()
      if (server.mails(address).length === 0) {
        await dana.go('/mail')
        await dana.press(new RegExp(`^Resend .*${address}`))
        await send()
      }
      return linkIn(server.mails(address).at(-1))
    }
    const cast = await gather(mortal.walker, { organisation: 'Larkfield Energy', mail }, linkTo)
    for (const { on, walk } of asked.steps) {
      await mortal.setNow(momentOf(on))
      await cast.dana.go('/start')
      await tend()
      await walk(cast, () => {})
    }
    await tend()
    server.notices = () => {}
    await mortal.killNow()
    const history = await mortal.command('history', 'verify')
    const listed = (await mortal.command('mail')).mails as { mailId: string }[]
    const mails = await mortal.rows<OutboxMail>(
      'select letter_id as "mailId", message_id as "messageId", state from goldthread.letter',
    )
    const reached = server.received.map(({ messageId }) => messageId)
    const resent = await actsOfResending(mortal)
    const open = mails.filter(({ state }) => state !== 'sent' && state !== 'given up')
    return {
      deaths: mortal.deaths() - 1,
      overMail,
      holdings: less(await mortal.holdings(), resent),
      words: await wordsOfPlan(cast.amara),
      entries: history.ok ? Number(history.entries) - resent : 0,
      mails: {
        reached: reached.length,
        twice: reached.filter((id, at) => reached.indexOf(id) !== at),
        lost: mails
          .filter(({ state, messageId }) => state === 'sent' && !reached.includes(messageId))
          .map(({ messageId }) => messageId),
        unlisted: open
          .filter(({ mailId }) => !listed.some((one) => one.mailId === mailId))
          .map(({ messageId }) => messageId),
        listed: open.length,
      },
    }
  } finally {
    await mortal.close()
  }
}

/** How often Dana had a mail sent again that no server confirmed: the history keeps each, and an undisturbed year has none. */
async function actsOfResending(mortal: Mortal): Promise<number> {
  const query = `select seq from goldthread.history_entry where kind = 'letters.resent'`
  return (await mortal.rows(query)).length
}

/** The holdings without the entries of so many acts. */
const less = (holdings: Record<string, number>, acts: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(holdings).map(([table, rows]) => [
      table,
      /^history_(entry|payload)$/.test(table) ? rows - acts : rows,
    ]),
  )

/** What a year with deaths lost or doubled, a line each; none where it is as the undisturbed one. */
export function lossesOf(undisturbed: Lived, lived: Lived): string[] {
  const { twice, lost, unlisted } = lived.mails
  const differing = Object.entries(undisturbed.holdings).filter(
    ([table, rows]) => !(table in BY_TIME) && lived.holdings[table] !== rows,
  )
  return [
    ...differing.map(([table, rows]) => `${table}: ${lived.holdings[table]} rows in place of ${rows}`),
    ...(lived.words.length === undisturbed.words.length ? [] : ['another number of versions']),
    ...lived.words.flatMap((words, at) => (words === undisturbed.words[at] ? [] : [`other words: ${words}`])),
    ...(lived.entries === undisturbed.entries ? [] : [`history: ${lived.entries} entries that agree`]),
    ...twice.map((id) => `${id} was sent twice`),
    ...lost.map((id) => `${id} is said to be sent and never was`),
    ...unlisted.map((id) => `${id} is not confirmed and not listed`),
  ]
}

/** What the versions of Amara's plan and her reviews say. */
async function wordsOfPlan(amara: Walker): Promise<string[]> {
  await amara.go('/start')
  const own = await ownPath(amara)
  const said: string[] = []
  const read = async (path: string) => {
    await amara.go(path)
    said.push(await wordsOf(amara.page.locator('main')))
  }
  await read(`${own}/reviews`)
  await read(`${own}/plan`)
  const links = amara.page.getByRole('link', { name: /^(Compare|Read) version \d+$/ })
  const paths = await links.evaluateAll((all) =>
    all.map((one) => (one as unknown as { pathname: string }).pathname),
  )
  for (const path of paths) await read(path)
  return said
}
