import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { furnish } from '../src/app/house.ts'
import { importOccupations } from '../src/app/occupations/loading.ts'
import { listMapping } from '../src/app/occupations/mapping.ts'
import { listOccupations, relatedTo, type Scheme, skillsOf } from '../src/app/occupations/occupations.ts'
import { makeOrganisation } from '../src/app/people/people.ts'
import { readConfig } from '../src/shell/config.ts'
import { migrate } from '../src/shell/migrate.ts'
import { tryMapping } from './mapping-trial.ts'

/**
 * Seconds to import generated downloads of the size of all of ESCO 1.2 (3,039 occupations, 13,939 skills, 126,051
 * relations) and of O*NET's skills, knowledge and work activities (1,016 occupations, 221,488 ratings), to import each
 * again, and the longest that another request would have waited meanwhile; then milliseconds of what pages ask. Before
 * that, how many proposals of the mapping are what a reader found related, on the two subsets at hand: the words were
 * tuned on one half of them, the threshold was set with both halves in sight, and the fresh set was never tuned on.
 * Run: DATABASE_URL=postgres://... node --import tsx bench/occupations.ts
 */
for (const { set, skills, related, first, all } of await tryMapping())
  for (const [words, { proposed, right }] of [
    ['shown first', first],
    ['with the weaker ones', all],
  ] as const)
    console.log(
      `mapping, ${set}, ${words}: ${proposed} proposed for ${skills} skills, ${right} of ${related} related found; precision ${(right / proposed).toFixed(2)}, recall ${(right / related).toFixed(2)}`,
    )

const url = process.env.DATABASE_URL
if (!url) throw new Error('Set DATABASE_URL to a PostgreSQL database made for this.')

await migrate(url, new URL('../migrations/', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'goldthread-bench-'))
const { house, close } = await furnish(readConfig({ DATABASE_URL: url, GOLDTHREAD_DATA: folder }), url)

/** The same numbers every time (mulberry32). */
let seed = 20_261_122
const next = (below: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below
}
const NOUNS =
  'desk shop hotel claim call order guest billing repair route plant ward school port studio'.split(' ')
const WORK = 'clerk agent supervisor manager analyst adviser technician planner trainer auditor'.split(' ')
const title = (n: number) => `${NOUNS[n % NOUNS.length]} ${WORK[Math.floor(n / 15) % WORK.length]} ${n}`
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

async function esco(): Promise<string> {
  const at = join(folder, 'esco-1.2.0')
  await mkdir(at)
  const [occupation, skill] = ['occupation', 'skill'].map((kind) => `http://data.europa.eu/esco/${kind}/`)
  const words = 'Somebody in this occupation does what its title says for whoever asks and writes it down.'
  const lines = (head: string, count: number, line: (n: number) => string) =>
    [head, ...Array.from({ length: count }, (_, n) => line(n))].join('\n')
  await writeFile(
    join(at, 'occupations_en.csv'),
    lines(
      'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description,code',
      3039,
      (n) =>
        `Occupation,${occupation}${id(n)},${1000 + (n % 400)},${title(n)},"${title(n)} at night\n${title(n)} by day",${words},${1000 + (n % 400)}.${n}`,
    ),
  )
  await writeFile(
    join(at, 'skills_en.csv'),
    lines(
      'conceptType,conceptUri,skillType,preferredLabel,description',
      13_939,
      (n) =>
        `KnowledgeSkillCompetence,${skill}${id(n)},${n % 4 ? 'skill/competence' : 'knowledge'},handle ${title(n)},${words}`,
    ),
  )
  const seen = new Set<string>()
  while (seen.size < 126_051) {
    // A few skills are asked for by very many occupations, most by few, as in ESCO itself.
    const wanted = next(4) === 0 ? next(200) : next(13_939)
    seen.add(
      `${occupation}${id(next(3039))},${next(5) < 2 ? 'essential' : 'optional'},skill/competence,${skill}${id(wanted)}`,
    )
  }
  await writeFile(
    join(at, 'occupationSkillRelations_en.csv'),
    ['occupationUri,relationType,skillType,skillUri', ...seen].join('\n'),
  )
  return at
}

async function onet(): Promise<string> {
  const at = join(folder, 'db_29_2_text')
  await mkdir(at)
  const code = (n: number) => `${11 + (n % 40)}-${String(1000 + n).padStart(4, '0')}.00`
  const rows = (head: string, lines: string[]) => [head, ...lines].join('\n')
  const all = Array.from({ length: 1016 }, (_, n) => n)
  await writeFile(
    join(at, 'Occupation Data.txt'),
    rows(
      'O*NET-SOC Code\tTitle\tDescription',
      all.map((n) => `${code(n)}\t${title(n)}\tDoes what its title says.`),
    ),
  )
  await writeFile(
    join(at, 'Related Occupations.txt'),
    rows(
      'O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex',
      all.flatMap((n) =>
        Array.from(
          { length: 20 },
          (_, at) => `${code(n)}\t${code((n + at * 7 + 1) % 1016)}\tPrimary-Short\t${at + 1}`,
        ),
      ),
    ),
  )
  await writeFile(
    join(at, 'Alternate Titles.txt'),
    rows(
      'O*NET-SOC Code\tAlternate Title',
      all.flatMap((n) => Array.from({ length: 55 }, (_, at) => `${code(n)}\t${title(n + at)} ${at}`)),
    ),
  )
  for (const [name, prefix, elements] of [
    ['Skills', '2.A', 35],
    ['Knowledge', '2.C', 33],
    ['Work Activities', '4.A', 41],
  ] as const)
    await writeFile(
      join(at, `${name}.txt`),
      rows(
        'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant',
        all.flatMap((n) =>
          Array.from({ length: elements }, (_, e) =>
            [`IM\t${(1 + next(400) / 100).toFixed(2)}`, `LV\t${(next(700) / 100).toFixed(2)}`].map(
              (rated) => `${code(n)}\t${prefix}.${e}\tElement ${prefix}.${e}\t${rated}\tN\tN`,
            ),
          ).flat(),
        ),
      ),
    )
  return at
}

const delay = monitorEventLoopDelay({ resolution: 5 })

async function load(orgId: string, scheme: Scheme, path: string): Promise<void> {
  for (const words of ['first', 'again']) {
    delay.reset()
    delay.enable()
    const start = performance.now()
    const outcome = await importOccupations(house, orgId, null, { scheme, at: { path }, version: null })
    const seconds = (performance.now() - start) / 1000
    delay.disable()
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    const { occupations, skills, relations, added, changed } = outcome.value
    const rows = occupations + skills + relations
    console.log(
      `${scheme} ${words}: ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s (${occupations} occupations, ${skills} skills, ${relations} relations; ${added} new, ${changed} changed); others wait at most ${Math.round(delay.max / 1e6)} ms, 99th percentile ${Math.round(delay.percentile(99) / 1e6)} ms`,
    )
  }
}

async function told(words: string, work: () => Promise<unknown>): Promise<void> {
  await work()
  const times: number[] = []
  for (let turn = 0; turn < 15; turn += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  console.log(`${words}: median ${(times[7] ?? 0).toFixed(0)} ms, slowest ${(times[14] ?? 0).toFixed(0)} ms`)
}

try {
  const made = await makeOrganisation(
    house.db,
    house.identity,
    { name: 'Bench', kind: 'team', zone: 'Europe/London', today: '2026-11-22' },
    null,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const { orgId } = made.value
  await load(orgId, 'esco', await esco())
  await load(orgId, 'onet', await onet())
  const inOrg = <T>(work: Parameters<typeof house.db.inOrg<T>>[1]) =>
    house.db.inOrg(orgId, work, { readOnly: true })
  await told('search of 4,055 occupations by two words', () =>
    inOrg((tx) => listOccupations(tx, { about: 'hotel clerk', limit: 25, offset: 0 })),
  )
  await told('the whole list, its last page', () =>
    inOrg((tx) => listOccupations(tx, { limit: 25, offset: 4025 })),
  )
  const [one] = (
    await inOrg((tx) => listOccupations(tx, { scheme: 'esco', about: 'hotel', limit: 1, offset: 0 }))
  ).found
  const [rated] = (
    await inOrg((tx) => listOccupations(tx, { scheme: 'onet', about: 'hotel', limit: 1, offset: 0 }))
  ).found
  await told('what an ESCO occupation asks', () => inOrg((tx) => skillsOf(tx, one?.occupationId ?? '')))
  await told('the neighbourhood of an ESCO occupation', () =>
    inOrg((tx) => relatedTo(tx, one?.occupationId ?? '')),
  )
  await told('what an O*NET occupation asks', () => inOrg((tx) => skillsOf(tx, rated?.occupationId ?? '')))
  await told('the neighbourhood of an O*NET occupation', () =>
    inOrg((tx) => relatedTo(tx, rated?.occupationId ?? '')),
  )
  await told('a page of the mapping', () =>
    inOrg((tx) => listMapping(tx, { words: [], limit: 12, offset: 0 })),
  )
} finally {
  await close()
  await rm(folder, { recursive: true, force: true })
}
