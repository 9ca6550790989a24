// Starts the real server on an empty folder and prints: start to first answer, cold and warm; requests a second and the 99th
// percentile at 16 connections, of a page and of /healthz side by side; bytes and requests of the first view; memory.
// `node --import tsx bench/server.ts`
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = 3900 + (process.pid % 90)
const BASE = `http://localhost:${PORT}`
const data = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
const agent = new Agent({ keepAlive: true, maxSockets: 16 })

type Answer = {
  status: number
  bytes: number
  body: string
  headers: Record<string, string | string[] | undefined>
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = (method === 'GET' ? get : request)(
      `${BASE}${path}`,
      { agent, method, headers: { host: `localhost:${PORT}`, ...headers } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const bytes = Buffer.concat(parts)
          resolve({
            status: response.statusCode ?? 0,
            bytes: bytes.length,
            body: bytes.toString(),
            headers: response.headers,
          })
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

async function start(): Promise<{ server: ChildProcess; seconds: number; pid: number }> {
  const began = performance.now()
  const server = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
    env: { ...process.env, PORT: String(PORT), GOLDTHREAD_DATA: data, GOLDTHREAD_LOG: 'error' },
    stdio: 'ignore',
  })
  for (;;) {
    const up = await ask('/').then(
      ({ status }) => status === 200,
      () => false,
    )
    if (up) return { server, seconds: (performance.now() - began) / 1000, pid: server.pid ?? 0 }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const stop = (server: ChildProcess) =>
  new Promise((resolve) => server.once('exit', resolve) && server.kill('SIGTERM'))
const memory = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)

/** 16 connections for some seconds. */
async function load(
  path: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (performance.now() < until) {
        const began = performance.now()
        const { status } = await ask(path, headers)
        if (status !== 200) throw new Error(`${path} answered ${status}`)
        times.push(performance.now() - began)
      }
    }),
  )
  times.sort((a, b) => a - b)
  return {
    perSecond: Math.round(times.length / seconds),
    p99: Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10,
  }
}

const cookieOf = (answer: Answer) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';')[0])
    .join('; ')

/** The page on which one of the demo's people answers a round of feedback: the first whose own page leads to one. */
async function linkToAnswer(home: string, cookie: string): Promise<string> {
  const answers = (html: string) => /href="(\/feedback\/[^"/]+)"/.exec(html)?.[1] ?? ''
  if (answers(home)) return answers(home)
  const characters = await ask('/demo/characters', { cookie })
  const post = { origin: BASE, 'content-type': 'application/x-www-form-urlencoded', cookie }
  for (const [, person] of characters.body.matchAll(/name="person" value="([0-9a-f-]{36})"/g)) {
    const theirs = cookieOf(await ask('/demo/as', post, 'POST', `person=${person}`))
    for (const path of ['/home', '/team']) {
      const found = answers((await ask(path, { cookie: theirs })).body)
      if (found) return found
    }
  }
  return ''
}

const cold = await start()
console.log(`start to first answer, empty folder: ${cold.seconds.toFixed(1)} s`)
await stop(cold.server)
const { server, seconds, pid } = await start()
console.log(`start to first answer, again:        ${seconds.toFixed(1)} s`)
try {
  console.log(`memory at rest: ${memory(pid)} MB`)
  const post = { origin: BASE, 'content-type': 'application/x-www-form-urlencoded' }
  await ask('/demo', post, 'POST')
  const began = performance.now()
  let cookie = ''
  while (!cookie) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    cookie = cookieOf(await ask('/demo/loading'))
    if (performance.now() - began > 180_000) throw new Error('the demo was not ready in three minutes')
  }
  console.log(`demo ready: ${((performance.now() - began) / 1000).toFixed(1)} s, memory ${memory(pid)} MB`)
  const zipped = { cookie, 'accept-encoding': 'gzip' }
  const home = await ask('/home', { cookie })
  const at = /"(\/people\/[0-9a-f-]{36})\/plan"/.exec(home.body)?.[1] ?? ''
  /** The first address of a page that looks so; '' where it leads to none. */
  const link = async (path: string, like: string) =>
    new RegExp(`(?:href|action)="(${like})"`).exec((await ask(path, { cookie })).body)?.[1] ?? ''
  const answer = await linkToAnswer(home.body, cookie)
  for (const [name, path] of [
    ['welcome', '/'],
    ['my development', '/home'],
    ['evidence list', `${at}/evidence`],
    ['add evidence', `${at}/evidence/new`],
    ['item of evidence', await link(`${at}/evidence`, `${at}/evidence/[0-9a-f-]{36}`)],
    ['gaps', `${at}/gaps`],
    ['360 answer', answer],
    ['360 results', await link(`${at}/feedback`, `${at}/feedback/[0-9a-f-]{36}`)],
    ['SWOT', await link(`${at}/swot`, `${at}/swot/[0-9a-f-]{36}`)],
    ['plan', `${at}/plan`],
  ] as const) {
    if (!path) {
      console.log(`first view, ${name}: nothing leads there`)
      continue
    }
    const whole = await ask(path, path === '/' ? {} : { cookie })
    if (whole.status !== 200) throw new Error(`${path} answered ${whole.status}`)
    const html = whole.body
    const links = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    const parts = await Promise.all(
      [...new Set(links)].map(async (link) => ({
        link,
        bytes: (await ask(link, { 'accept-encoding': 'br' })).bytes,
      })),
    )
    const page = (await ask(path, path === '/' ? { 'accept-encoding': 'gzip' } : zipped)).bytes
    const script = parts.filter(({ link }) => link.includes('.js')).reduce((sum, { bytes }) => sum + bytes, 0)
    const all = page + parts.reduce((sum, { bytes }) => sum + bytes, 0)
    console.log(
      `first view, ${name}: ${(all / 1000).toFixed(1)} kB in ${parts.length + 1} requests, of it ${(script / 1000).toFixed(1)} kB JavaScript, ${(page / 1000).toFixed(1)} kB page`,
    )
  }
  const smart = await ask('/assets/smart.js', { 'accept-encoding': 'br' })
  console.log(`SMART module, on focus of the objective: ${(smart.bytes / 1000).toFixed(1)} kB`)
  for (const [name, path] of [
    ['my development', '/home'],
    ['plan', `${at}/plan`],
    ['evidence list', `${at}/evidence`],
    ['gaps', `${at}/gaps`],
  ] as const) {
    const [page, health] = [await load(path, { cookie }, 5), await load('/healthz', {}, 5)]
    console.log(
      `16 connections, ${name}: ${page.perSecond}/s, p99 ${page.p99} ms; /healthz: ${health.perSecond}/s, p99 ${health.p99} ms; ratio ${(health.perSecond / page.perSecond).toFixed(1)}`,
    )
  }
  console.log(`memory after load: ${memory(pid)} MB`)
} finally {
  await stop(server)
  rmSync(data, { recursive: true, force: true })
}
