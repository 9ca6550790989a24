import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

/**
 * Writes the starter packs of occupations (src/app/occupations/packs) from the subsets of ESCO 1.2.0 and O*NET 29.2 that
 * lie beside the project: facts alone (codes, titles, relations, ratings), no descriptions and no anchors. The roles, and
 * what each pack says of itself, are our own.
 * Run: node bin/packs.mjs
 */
const DATA = new URL('../../shared/data/interop/', import.meta.url)
const PACKS = new URL('../src/app/occupations/packs/', import.meta.url)

const read = (path) =>
  parse(readFileSync(new URL(path, DATA), 'utf8'), {
    bom: true,
    columns: true,
    relax_column_count_less: true,
  })

/** Where a role of a pack is drawn from: its occupation, and one like it where that is known by its title alone. */
const PLANS = [
  {
    name: 'contact-centre',
    title: 'Contact centre',
    sector: 'Contact centre',
    about:
      'The ladder of a contact centre, from agent and clerk to manager, in both classifications. ESCO says what 15 of the occupations ask; O*NET rates what ten ask.',
    esco: '*',
    onet: [
      '43-4051.00',
      '43-1011.00',
      '11-3012.00',
      '15-1232.00',
      '13-1151.00',
      '11-3131.00',
      '43-2011.00',
      '43-4171.00',
      '43-3011.00',
      '11-1021.00',
    ],
    titles: [],
    roles: [
      { title: 'Call centre agent', track: 'Line', responsibility: 2, esco: 'call centre agent' },
      { title: 'Live chat adviser', track: 'Line', responsibility: 2, esco: 'live chat operator' },
      {
        title: 'Contact centre supervisor',
        track: 'Line',
        responsibility: 4,
        esco: 'contact centre supervisor',
      },
      { title: 'Contact centre manager', track: 'Line', responsibility: 5, esco: 'contact centre manager' },
      {
        title: 'Call centre quality auditor',
        track: 'Quality and learning',
        responsibility: 3,
        esco: 'call centre quality auditor',
      },
      {
        title: 'Call centre analyst',
        track: 'Planning and insight',
        responsibility: 3,
        esco: 'call centre analyst',
      },
    ],
  },
  {
    name: 'retail',
    title: 'Retail',
    sector: 'Retail',
    about:
      'Few shop occupations yet: four of sales, orders and service are rated; those of the shop floor are here by code and title alone. Your own download of O*NET or ESCO fills in the rest.',
    esco: [
      'aftersales service manager',
      'commercial director',
      'customer service representative',
      'client relations manager',
    ],
    onet: ['41-1012.00', '41-3091.00', '43-4151.00', '11-2022.00', '43-4051.00'],
    titles: [
      '41-1011.00',
      '41-2011.00',
      '41-2021.00',
      '41-9011.00',
      '53-7065.00',
      '13-1199.06',
      '13-1022.00',
    ],
    roles: [
      {
        title: 'Shop sales assistant',
        track: 'Shop',
        responsibility: 2,
        onet: '41-2021.00',
        like: '43-4151.00',
      },
      { title: 'Customer service desk adviser', track: 'Shop', responsibility: 2, onet: '43-4051.00' },
      { title: 'Online order adviser', track: 'Shop', responsibility: 2, onet: '43-4151.00' },
      {
        title: 'Shop floor supervisor',
        track: 'Shop',
        responsibility: 4,
        onet: '41-1011.00',
        like: '41-1012.00',
      },
      { title: 'Store manager', track: 'Shop', responsibility: 5, onet: '11-2022.00' },
    ],
  },
  {
    name: 'hospitality',
    title: 'Hospitality',
    sector: 'Hospitality',
    about:
      'Few occupations of hotels and restaurants yet: the front desk, the switchboard and their supervisors are rated, and ESCO says what one asks; the rest are here by code and title alone. Your own download of O*NET or ESCO fills in the rest.',
    esco: ['customer experience manager', 'client relations manager', 'telephone switchboard operator'],
    onet: ['43-4171.00', '43-2011.00', '43-1011.00', '11-1021.00'],
    titles: ['43-4081.00', '35-1012.00', '37-1011.00', '39-1014.00', '39-1022.00', '53-1044.00'],
    roles: [
      {
        title: 'Front desk clerk',
        track: 'Front of house',
        responsibility: 2,
        onet: '43-4081.00',
        like: '43-4171.00',
      },
      { title: 'Hotel switchboard operator', track: 'Front of house', responsibility: 2, onet: '43-2011.00' },
      {
        title: 'Front of house supervisor',
        track: 'Front of house',
        responsibility: 4,
        onet: '39-1014.00',
        like: '43-1011.00',
      },
      {
        title: 'Restaurant floor supervisor',
        track: 'Restaurant',
        responsibility: 4,
        onet: '35-1012.00',
        like: '43-1011.00',
      },
      {
        title: 'Guest experience manager',
        track: 'Guest experience',
        responsibility: 5,
        esco: 'customer experience manager',
      },
    ],
  },
]

const several = (text) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)

function escoOf(wanted) {
  const all = read('esco-1.2.0/occupations.contact-centre.csv').filter(
    ({ preferredLabel }) => wanted === '*' || wanted.includes(preferredLabel),
  )
  const uris = new Set(all.map(({ conceptUri }) => conceptUri))
  const rows = read('esco-1.2.0/occupation-skills.contact-centre.csv').filter((row) =>
    uris.has(row.occupationUri),
  )
  const skills = new Map(rows.map((row) => [row.skillLabel, row]))
  const labels = [...skills.keys()].sort()
  const groups = new Set(all.map(({ iscoGroup }) => iscoGroup))
  return {
    scheme: 'esco',
    version: '1.2.0',
    groups: read('esco-1.2.0/isco-groups.contact-centre.csv')
      .filter(({ code }) => groups.has(code))
      .map(({ code, preferredLabel }) => [code, preferredLabel]),
    skills: labels.map((label) => {
      const { skillUri, skillType } = skills.get(label)
      return [skillUri, label, skillType === 'knowledge' ? 'knowledge' : 'skill']
    }),
    occupations: all.map(({ code, conceptUri, preferredLabel, iscoGroup, altLabels }) => {
      const asks = (relation) =>
        rows
          .filter((row) => row.occupationUri === conceptUri && row.relationType === relation)
          .map((row) => labels.indexOf(row.skillLabel))
      return {
        code,
        uri: conceptUri,
        title: preferredLabel,
        group: iscoGroup,
        alternatives: several(altLabels),
        essential: asks('essential'),
        optional: asks('optional'),
      }
    }),
  }
}

const KINDS = { skills: 'skill', knowledge: 'knowledge', 'work-styles': 'work style' }

function onetOf(codes, titles) {
  const of = (name) =>
    read(`onet-29.2/${name}.subset.csv`).filter((row) => codes.includes(row['O*NET-SOC Code']))
  const ratings = Object.entries(KINDS).flatMap(([name, kind]) => of(name).map((row) => ({ ...row, kind })))
  const elements = [...new Map(ratings.map((row) => [row['Element ID'], row])).values()]
  const places = new Map(elements.map((row, at) => [row['Element ID'], at]))
  const [zones, near, others] = [of('job-zones'), of('related-occupations'), of('alternate-titles')]
  const known = read('onet-29.2/related-occupations.subset.csv')
  const rated = (code) => {
    const figures = new Map()
    for (const row of ratings) {
      if (row['O*NET-SOC Code'] !== code || row['Recommend Suppress'] === 'Y' || row['Not Relevant'] === 'Y')
        continue
      const at = places.get(row['Element ID'])
      const before = figures.get(at) ?? [at, null, null]
      before[row['Scale ID'] === 'IM' ? 1 : 2] = Number(row['Data Value'])
      figures.set(at, before)
    }
    return [...figures.values()]
  }
  return {
    scheme: 'onet',
    version: '29.2',
    groups: read('onet-29.2/job-zone-reference.csv').map((row) => [row['Job Zone'], row.Name]),
    skills: elements.map((row) => [row['Element ID'], row['Element Name'], row.kind]),
    occupations: [
      ...of('occupation-data').map((row) => {
        const code = row['O*NET-SOC Code']
        const mine = (rows) => rows.filter((each) => each['O*NET-SOC Code'] === code)
        return {
          code,
          title: row.Title,
          zone: Number(mine(zones)[0]?.['Job Zone'] ?? 0) || null,
          alternatives: mine(others).map((each) => each['Alternate Title']),
          ratings: rated(code),
          near: mine(near).map((each) => [
            each['Related O*NET-SOC Code'],
            each['Related Title'],
            each['Relatedness Tier'],
          ]),
        }
      }),
      ...titles.map((code) => ({
        code,
        title: known.find((row) => row['Related O*NET-SOC Code'] === code)['Related Title'],
        zone: null,
      })),
    ],
  }
}

const ATTRIBUTION = [
  'Contains facts of ESCO 1.2.0, the classification of the European Commission, reused under Decision 2011/833/EU: a selection, with links, levels and roles of our own.',
  'Contains facts of the O*NET 29.2 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 licence: a selection, changed by Goldthread. O*NET is a trademark of USDOL/ETA, which has not approved, endorsed or tested the changes.',
]

function packOf({ esco, onet, titles, roles, ...plan }) {
  const escoFacts = escoOf(esco)
  const uriOf = (label) => {
    const found = escoFacts.occupations.find(({ title }) => title === label)
    if (!found) throw new Error(`The pack ${plan.name} names ${label}, which is not in it.`)
    return found.uri
  }
  const onetUri = (code) => `https://www.onetonline.org/link/summary/${code}`
  return {
    ...plan,
    attribution: ATTRIBUTION,
    facts: [escoFacts, onetOf(onet, titles)],
    roles: roles.map(({ title, track, responsibility, ...from }) => ({
      title,
      track,
      responsibility,
      occupation: from.esco ? uriOf(from.esco) : onetUri(from.onet),
      like: from.like ? onetUri(from.like) : null,
    })),
  }
}

if (!existsSync(DATA)) {
  console.error('The data is not here (../shared/data/interop), so the packs stay as they are.')
  process.exit(1)
}
for (const plan of PLANS) {
  const pack = packOf(plan)
  const path = fileURLToPath(new URL(`${plan.name}.json`, PACKS))
  const text = JSON.stringify(pack)
  writeFileSync(path, `${text}\n`)
  console.log(
    `${plan.name}: ${pack.facts.map(({ scheme, occupations, skills }) => `${scheme} ${occupations.length} occupations, ${skills.length} skills`).join('; ')}; ${pack.roles.length} roles; ${Math.round(text.length / 1000)} kB`,
  )
}
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url))
spawnSync(process.execPath, [biome, 'format', '--write', fileURLToPath(PACKS)], { stdio: 'inherit' })
