// Server time of the plan page against the same content from hand-written SQL and a template string: Amara's plan of
// the demo, two years of contacts behind her figures. Both are asked in turn in one run, through the same site pieces:
// session cookie proved, one read-only transaction of the organisation, row-level security. Prints medians and ratio.
// `node --import tsx bench/plan-page.ts [ROUNDS]`, on an embedded PostgreSQL of its own, or on the server that
// GOLDTHREAD_TEST_DATABASE names.
import pg from 'pg'
import { becomeCharacter, loadDemo } from '../src/app/demo/demo.ts'
import { listPeople } from '../src/app/people/people.ts'
import { openSite } from '../src/app/web.ts'
import { findSecret } from '../src/shell/secrets.ts'
import { inHouseOfOwn, median } from './ground.ts'
import { openByHand } from './plan-by-hand.ts'

const rounds = Number(process.argv[2] ?? 200)

await inHouseOfOwn(async (house, url) => {
  const orgId = await loadDemo(house)
  const analyst = new pg.Client({ connectionString: url })
  await analyst.connect()
  await analyst.query('vacuum analyze')
  await analyst.end()
  const people = await house.db.inOrg(orgId, listPeople, { readOnly: true })
  const amara = people.find(({ name }) => name === 'Amara Okafor')
  const cookies = await becomeCharacter(house, new Headers(), { name: 'Amara Okafor' })
  if (!amara || !cookies) throw new Error('the demo holds no Amara')
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const site = openSite(house, new Map())
  const identity = house.db.libraryPool('identity', 4)
  const byHand = openByHand(house.db, identity, await findSecret(house.db, 'session'))
  const ask = (server: { request: typeof site.request }) => async () => {
    const answer = await server.request(`http://localhost:3000/people/${amara.personId}/plan`, {
      headers: { cookie },
    })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
    return html
  }
  const pages = { goldthread: ask(site), 'by hand': ask(byHand) }
  const words = (html: string) =>
    html
      .replace(/<(svg|head)[^>]*>.*?<\/\1>/gs, ' ')
      .replace(/<[^>]+>/g, ' ')
      .match(/[\p{L}\d’-]+/gu) ?? []
  const [ours, theirs] = [await pages.goldthread(), await pages['by hand']()]
  const shown = new Set(words(theirs))
  const absent = [...new Set(words(ours))].filter((word) => !shown.has(word))
  console.log(
    `bytes: ${ours.length} and ${theirs.length}; words: ${words(ours).length} and ${words(theirs).length}, ${absent.length} of ours not in the other${absent.length > 0 ? ` (${absent.join(' ')})` : ''}`,
  )
  const times: Record<keyof typeof pages, number[]> = { goldthread: [], 'by hand': [] }
  for (let round = -20; round < rounds; round++)
    for (const name of ['goldthread', 'by hand'] as const) {
      const began = performance.now()
      await pages[name]()
      if (round >= 0) times[name].push(performance.now() - began)
    }
  const [a, b] = [median(times.goldthread), median(times['by hand'])]
  console.log(
    `plan page, median of ${rounds}: ${a.toFixed(1)} ms; by hand: ${b.toFixed(1)} ms; ratio ${(a / b).toFixed(2)}`,
  )
})
