import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { exportFramework } from '../src/app/frameworks/exporting.ts'
import { beginDraft, diffOf, diffOfDraft, type FrameworkVersion } from '../src/app/frameworks/frameworks.ts'
import { importFramework } from '../src/app/frameworks/importing.ts'
import { writeCase } from '../src/app/frameworks/rules/case-write.ts'
import type { FrameworkPackage, Item } from '../src/app/frameworks/rules/item.ts'
import { paths } from '../src/app/paths.ts'
import { addPerson, makeOrganisation } from '../src/app/people/people.ts'
import type { House } from '../src/app/visit.ts'
import { openSite } from '../src/app/web.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { OrgTx } from '../src/shell/db.ts'
import { inHouseOfOwn } from './ground.ts'

/**
 * Frameworks of 585 and 50,000 items: read and kept (items a second), written as CASE 1.1 (seconds, megabytes), each against
 * JSON alone on the same file; meanwhile the longest that /healthz waited, asked every few milliseconds by another thread,
 * and the longest that this thread worked without a turn for others, in its own time: however busy the machine is.
 * Run: node --import tsx bench/frameworks.ts [ITEMS ...]
 */
const sizes = process.argv.slice(2).map(Number)
const ORIGIN = 'https://cs.example'
const TODAY = '2026-11-17'
const WRITING = { origin: ORIGIN, at: '2026-11-17T10:00:00Z' }

const id = (kind: string, number: number) =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const SAYS =
  'Finds out what a customer needs by open questions, says it back in their own words, and agrees what happens next and when.'

/** A framework of so many items: twenty under each, five levels deep at most, as a server of CASE would give it. */
function fileOf(items: number): Buffer {
  const list: Item[] = Array.from({ length: items }, (_, at) => ({
    itemId: id('a', at),
    parentId: at < 20 ? null : id('a', Math.floor(at / 20) - 1),
    attached: true,
    kind: 'skill',
    typeWords: 'Standard',
    code: `CS.${at}`,
    title: `Standard ${at}`,
    statement: `${SAYS} ${at}`,
    soft: false,
    legal: false,
    words: [],
    levels: [],
    retired: false,
    replacedBy: null,
    uri: `https://far.example/ims/case/v1p1/CFItems/${id('a', at)}`,
    rest: { lastChangeDateTime: '2026-01-01T00:00:00+00:00', educationLevel: ['01'], language: 'en' },
  }))
  const pkg: FrameworkPackage = {
    frameworkId: id('d', items),
    title: `A framework of ${items} items`,
    version: null,
    publisher: 'Far Council',
    uri: `https://far.example/ims/case/v1p1/CFDocuments/${id('d', items)}`,
    language: 'en',
    description: '',
    kind: 'competencies',
    rest: {},
    items: list,
    associations: [],
    definitions: [],
    source: null,
  }
  return Buffer.from(JSON.stringify(writeCase(pkg, WRITING)))
}

const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Asks an address again and again from a thread of its own; `stop` answers the longest that it waited, in milliseconds. */
function watch(address: string): { stop(): Promise<{ longest: number; asked: number }> } {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads')
    let [going, longest, asked] = [true, 0, 0]
    parentPort.once('message', () => { going = false })
    ;(async () => {
      while (going) {
        const start = performance.now()
        await (await fetch(workerData)).text()
        longest = Math.max(longest, performance.now() - start)
        asked += 1
        await new Promise((next) => setTimeout(next, 5))
      }
      parentPort.postMessage({ longest, asked })
      parentPort.unref()
    })()`
  const worker = new Worker(source, { eval: true, workerData: address, execArgv: [] })
  return {
    async stop() {
      worker.postMessage('stop')
      const [said] = (await once(worker, 'message')) as [{ longest: number; asked: number }]
      return said
    },
  }
}

/** The longest that this thread works before a timer has its turn, in milliseconds of its own processor time. */
function watchTurns(): { stop(): number } {
  const worked = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let [last, longest] = [worked(), 0]
  const look = () => {
    const now = worked()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  return {
    stop() {
      clearInterval(timer)
      look()
      return longest
    },
  }
}

/** Posts a form from a thread of its own, and answers where that leads. */
async function post(
  address: string,
  asked: { cookie: string; origin: string; bytes?: Uint8Array },
): Promise<string> {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads')
    const { address, cookie, origin, bytes } = workerData
    const body = new FormData()
    if (bytes) body.set('file', new File([bytes], 'far.json'))
    const headers = { cookie, origin, host: new URL(origin).host }
    fetch(address, { method: 'POST', body, headers, redirect: 'manual' }).then(async (response) => {
      const text = await response.text()
      parentPort.postMessage([response.status, response.headers.get('location') ?? text.slice(0, 3000)])
    })`
  const worker = new Worker(source, { eval: true, workerData: { address, ...asked }, execArgv: [] })
  const [[status, to]] = (await once(worker, 'message')) as [[number, string]]
  if (status !== 303) throw new Error(`${address} answered ${status}: ${to}`)
  return to
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rest = () => new Promise((next) => setTimeout(next, 500))

async function organisationOf(house: House): Promise<{ orgId: string; actor: Actor; cookie: string }> {
  const asked = { name: 'Bench', kind: 'team', zone: 'Europe/London', today: TODAY } as const
  const made = await makeOrganisation(house.db, house.identity, asked, null)
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const { orgId } = made.value
  const dana = {
    name: 'Dana Reyes',
    email: null,
    standing: 'administrator',
    job: null,
    team: null,
    leader: null,
  } as const
  const personId = await house.db.inOrg(orgId, async (tx) => {
    const added = await addPerson(tx, null, { ...dana, from: TODAY })
    if (!added.ok) throw new Error(JSON.stringify(added.refusals))
    return added.value
  })
  const user = { email: 'dana@bench.example', name: dana.name, orgId, personId, password: null }
  const lines = await house.identity.signInAs(await house.identity.addUser(user), new Headers())
  return {
    orgId,
    cookie: lines.map((line) => line.split(';')[0]).join('; '),
    actor: { orgId, personId, name: dana.name, standings: ['administrator'], leads: [], assesses: [] },
  }
}

await inHouseOfOwn(async (house) => {
  const { orgId, actor, cookie } = await organisationOf(house)
  const server = serve({ fetch: openSite(house, new Map()).fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const inOrg = <T>(work: (tx: OrgTx) => Promise<T>) => house.db.inOrg(orgId, work)
  const watched = async <T>(work: () => Promise<T>) => {
    const watching = watch(`${site}/healthz`)
    await rest()
    const turns = watchTurns()
    const start = performance.now()
    const value = await work()
    const took = (performance.now() - start) / 1000
    const held = turns.stop()
    const { longest, asked } = await watching.stop()
    const waits = `/healthz waited ${longest.toFixed(0)} ms at most, of ${asked} times; others had no turn for ${held.toFixed(0)} ms at most`
    return { value, took, waits }
  }
  const idle = await watched(() => new Promise((next) => setTimeout(next, 2000)))
  console.log(`idle: ${idle.waits}`)
  for (const items of sizes.length > 0 ? sizes : [585, 50_000]) {
    const bytes = fileOf(items)
    const megabytes = bytes.length / 1e6
    const plain = middle(
      [1, 2, 3].map(() => {
        const start = performance.now()
        JSON.stringify(JSON.parse(bytes.toString()))
        return (performance.now() - start) / 1000
      }),
    )
    const kept = await watched(() =>
      inOrg((tx) => importFramework(tx, actor, { name: 'far.json', bytes, origin: ORIGIN }, TODAY)),
    )
    if (!kept.value.ok) throw new Error(JSON.stringify(kept.value.refusals))
    const { id: frameworkId, version } = kept.value.value
    const written = await watched(() =>
      inOrg((tx) => exportFramework(tx, { frameworkId, version, format: 'case' }, ORIGIN)),
    )
    const again = await seconds(() =>
      inOrg((tx) => importFramework(tx, actor, { name: 'far.json', bytes, origin: ORIGIN }, TODAY)),
    )
    const far = Buffer.from(bytes.toString().replaceAll(id('d', items), id('e', items)))
    const asked = { cookie, origin: house.config.publicUrl }
    const page = await watched(async () => {
      const preview = await post(`${site}${paths.frameworkImport}`, { ...asked, bytes: far })
      return post(`${site}${preview}`, asked)
    })
    const two = [frameworkId, id('e', items)].map((each) => ({ frameworkId: each, version }))
    const [a, b] = two as [FrameworkVersion, FrameworkVersion]
    const diff = await watched(() => inOrg((tx) => diffOf(tx, a, b)))
    const begun = await watched(() => inOrg((tx) => beginDraft(tx, actor, { frameworkId })))
    const ahead = await watched(() => inOrg((tx) => diffOfDraft(tx, frameworkId)))
    const out = (written.value?.bytes.length ?? 0) / 1e6
    console.log(
      [
        `${items} items, ${megabytes.toFixed(2)} MB in`,
        `  JSON alone, parsed and written: ${plain.toFixed(3)} s`,
        `  import: ${kept.took.toFixed(2)} s, ${Math.round(items / kept.took)} items/s, ${(kept.took / plain).toFixed(1)} × JSON alone; ${kept.waits}`,
        `  export: ${written.took.toFixed(2)} s, ${out.toFixed(2)} MB, ${(out / megabytes).toFixed(2)} × what came in, ${(written.took / plain).toFixed(1)} × JSON alone; ${written.waits}`,
        `  import of the same again: ${again.toFixed(2)} s`,
        `  uploaded, read twice and kept over the pages: ${page.took.toFixed(2)} s; ${page.waits}`,
        `  difference of two versions: ${diff.took.toFixed(2)} s; ${diff.waits}`,
        `  next version begun: ${begun.took.toFixed(2)} s; ${begun.waits}`,
        `  next version beside the one before: ${ahead.took.toFixed(2)} s; ${ahead.waits}`,
      ].join('\n'),
    )
  }
  server.close()
})
