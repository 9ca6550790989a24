import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { sizeWords } from '../../kernel/text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import { addRole, type ProfileFields, type Responsibility } from '../roles/roles.ts'
import { type Answer, found, get, goTo, NotFound, page, post, type Route, type Visit } from '../visit.ts'
import { askToLoad } from './jobs.ts'
import { takeDownload } from './loading.ts'
import { mappingRoutes } from './mapping-routes.tsx'
import { findOccupation, listOccupations, proposedRole, relatedTo, skillsOf } from './occupations.ts'
import { findPack, listPacks, loadPack, type Pack, proposedPackRole } from './packs.ts'
import { LoadingPage, LoadPage } from './pages/loading-page.tsx'
import { OccupationPage } from './pages/occupation-page.tsx'
import { PackPage } from './pages/pack-page.tsx'
import { RoleProposalPage } from './pages/role-proposal-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { groupWords, versionWords } from './pages/words.ts'
import { citedBy } from './proposing.ts'
import { releaseRoutes } from './release-routes.tsx'
import { shownVersion } from './releases.ts'
import { idFor, SCHEME_WORDS, SCHEMES } from './rules/facts.ts'
import { findLoad, listLoads } from './store/loads.ts'
import { listReleases } from './store/releases.ts'

const nav = paths.roles
const ALL = [
  { text: 'Roles', href: paths.roles },
  { text: 'Occupations', href: paths.occupations },
]
const SHOWN = 25

async function searchPage({ tx, query, may }: Visit): Promise<Answer> {
  const about = (query.get('about') ?? '').trim().slice(0, 200)
  const scheme = SCHEMES.find((each) => each === query.get('from')) ?? null
  const here = placeIn(query)
  const asked = { about, scheme: scheme ?? undefined, limit: SHOWN }
  const list = await listOccupations(tx, { ...asked, offset: (here - 1) * SHOWN })
  return page(
    {
      title: 'Occupations',
      lead: 'What work consists of elsewhere, as two public classifications say it, and what lies near it.',
      nav,
      crumbs: [{ text: 'Roles', href: paths.roles }, { text: 'Occupations' }],
      actions: may('occupations.manage') && (
        <>
          <ButtonLink kind="secondary" href={paths.occupationMapping()}>
            Link their skills to ours
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.occupationLoading}>
            Load occupations
          </ButtonLink>
        </>
      ),
    },
    <SearchPage
      about={about}
      scheme={scheme}
      found={list.found}
      of={list.of}
      here={here}
      pages={Math.ceil(list.of / SHOWN)}
      releases={await listReleases(tx)}
      mayManage={may('occupations.manage')}
    />,
  )
}

const placeIn = (query: URLSearchParams) => {
  const asked = Number(query.get('page') ?? 1)
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
}

async function occupationPage({ tx, params, may }: Visit): Promise<Answer> {
  const occupation = found(await findOccupation(tx, params.occupation ?? ''))
  const { occupationId, scheme, version } = occupation
  const shown = await shownVersion(tx, scheme)
  return page(
    {
      title: occupation.title,
      lead: `${versionWords(occupation)}, ${occupation.code}. ${groupWords(occupation)}.`,
      nav,
      crumbs: [...ALL, { text: occupation.title }],
    },
    <OccupationPage
      occupation={occupation}
      skills={await skillsOf(tx, occupationId)}
      related={await relatedTo(tx, occupationId)}
      roles={await citedBy(tx, occupation)}
      newer={shown && shown !== version ? versionWords({ scheme, version: shown }) : null}
      mayManage={may('occupations.manage')}
    />,
  )
}

/** Every starter pack, those of the sectors that most people here work in first. */
async function packsForPeople(tx: Visit['tx']): Promise<Pack[]> {
  const sectors = (await listPeople(tx)).flatMap(({ state, sector }) =>
    state !== 'left' && sector ? [sector.toLowerCase()] : [],
  )
  const work = (pack: Pack) => sectors.filter((sector) => sector === pack.sector.toLowerCase()).length
  return (await listPacks()).toSorted((a, b) => work(b) - work(a))
}

async function loadingPage({ tx, form }: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  return page(
    {
      title: 'Load occupations',
      lead: 'A starter pack of facts, or the whole of a classification from your own download.',
      nav,
      crumbs: [...ALL, { text: 'Load' }],
      refusals,
    },
    <LoadingPage
      packs={await packsForPeople(tx)}
      loads={await listLoads(tx)}
      releases={await listReleases(tx)}
      refusals={refusals}
      values={refusals.length > 0 ? form.values : {}}
    />,
  )
}

async function load(visit: Visit): Promise<Answer> {
  const { house, tx, actor, form } = visit
  const scheme = SCHEMES.find((each) => each === form.text('scheme'))
  const file = form.file('file')
  const refusals: Refusal[] = []
  if (!scheme) refusals.push({ field: 'scheme', message: 'Say which classification it is.' })
  if (!file)
    refusals.push({ field: 'file', message: 'Choose the download. None was chosen, or it is empty.' })
  if (!scheme || !file) return loadingPage(visit, refusals)
  const outcome = await takeDownload(house, tx, actor, {
    scheme,
    version: form.text('version') || null,
    file,
  })
  if (!outcome.ok) return loadingPage(visit, outcome.refusals)
  askToLoad(house, tx, outcome.value)
  return goTo(paths.occupationLoad(outcome.value))
}

async function loadPage({ tx, params }: Visit): Promise<Answer> {
  const one = found(await findLoad(tx, params.load ?? ''))
  const busy = one.state === 'waiting' || one.state === 'loading'
  return page(
    {
      title: busy ? `Loading ${one.fileName}` : one.fileName,
      lead: `${SCHEME_WORDS[one.scheme].name}, ${sizeWords(one.fileSize)}. All of it is loaded, or nothing.`,
      nav,
      crumbs: [...ALL, { text: 'Load', href: paths.occupationLoading }, { text: one.fileName }],
      refreshSeconds: busy ? 1 : undefined,
    },
    <LoadPage load={one} shown={await shownVersion(tx, one.scheme)} />,
  )
}

async function packPage({ tx, params }: Visit): Promise<Answer> {
  const pack = found(await findPack(params.step ?? ''))
  const [first] = pack.roles
  const loaded = first ? (await findOccupation(tx, idFor(first.occupation))) !== null : false
  return page(
    {
      title: `Starter pack: ${pack.title.toLowerCase()}`,
      lead: pack.about,
      nav,
      crumbs: [...ALL, { text: 'Load', href: paths.occupationLoading }, { text: pack.title }],
    },
    <PackPage pack={pack} loaded={loaded} />,
  )
}

async function takePack({ tx, actor, params }: Visit): Promise<Answer> {
  const pack = found(await findPack(params.step ?? ''))
  const outcome = await loadPack(tx, actor, pack.name)
  const rows = outcome.ok ? outcome.value : 0
  return goTo(
    paths.occupationPack(pack.name),
    rows > 0 ? `${pack.title} is loaded. Now look at the roles you can add.` : 'All of it was here already.',
  )
}

/** What the address proposes: an occupation's role, or that of a pack. */
async function proposalOf({ tx, params, query }: Visit) {
  const occupation = found(await findOccupation(tx, params.occupation ?? ''))
  const pack = await findPack(query.get('pack') ?? '')
  const of = pack && { pack: pack.name, role: Number(query.get('role')) }
  if (pack && of && pack.roles[of.role]?.occupation !== occupation.uri) throw new NotFound()
  const proposed = found(
    pack && of ? await proposedPackRole(tx, pack, of.role) : await proposedRole(tx, occupation.occupationId),
  )
  return { ...proposed, occupation, action: paths.occupationRole(occupation.occupationId, of ?? undefined) }
}

async function rolePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { occupation, role, because, unlinked, action } = await proposalOf(visit)
  return page(
    {
      title: `${role.title}, as a role of ours`,
      lead: `Proposed from ${versionWords(occupation)}, ${occupation.code} ${occupation.title}.`,
      nav,
      crumbs: [
        ...ALL,
        { text: occupation.title, href: paths.occupation(occupation.occupationId) },
        { text: 'As a role' },
      ],
      refusals,
    },
    <RoleProposalPage
      occupation={occupation}
      role={role}
      because={because}
      unlinked={unlinked}
      competencies={await listCompetencies(visit.tx)}
      action={action}
      refusals={refusals}
      values={refusals.length > 0 ? visit.form.values : {}}
    />,
  )
}

async function takeRole(visit: Visit): Promise<Answer> {
  const { tx, actor, today } = visit
  const { role } = await proposalOf(visit)
  const read = await readRole(visit, role)
  const outcome = read.ok ? await addRole(tx, actor, read.value, today) : read
  if (!outcome.ok) return rolePage(visit, outcome.refusals)
  return goTo(
    paths.role(outcome.value.roleId),
    `${outcome.value.title} is a role now. Say where people come from to it, so that it joins the map.`,
  )
}

async function readRole({ tx, form }: Visit, proposed: ProfileFields): Promise<Outcome<ProfileFields>> {
  const before = new Map(proposed.requirements.map((one) => [one.competencyId, one]))
  const refusals: Refusal[] = []
  const requirements = (await listCompetencies(tx)).flatMap(({ competencyId }) => {
    const level = form.text(`level-${competencyId}`)
    if (level === '') return []
    if (!/^[1-5]$/.test(level)) {
      refusals.push({
        field: `level-${competencyId}`,
        message: 'Choose a level from 1 to 5, or “not asked”.',
      })
      return []
    }
    const was = before.get(competencyId)
    return [
      {
        competencyId,
        level: Number(level) as 1 | 2 | 3 | 4 | 5,
        essential: form.text(`needed-${competencyId}`) !== 'helpful',
        weight: was?.weight ?? 3,
        bands: null,
        levelWords: {},
      },
    ]
  })
  const answers = form.whole('responsibility') ?? 0
  if (answers < 1 || answers > 6)
    refusals.push({ field: 'responsibility', message: 'Say what the role answers for.' })
  if (refusals.length > 0) return refused(...refusals)
  return done({
    ...proposed,
    title: form.text('title'),
    track: form.text('track'),
    responsibility: answers as Responsibility,
    sector: form.text('sector') || null,
    entry: form.text('entry'),
    requirements,
  })
}

export const routes: readonly Route[] = [
  get(paths.occupations, 'occupations.read', searchPage),
  get(paths.occupationLoading, 'occupations.manage', (visit) => loadingPage(visit)),
  post(paths.occupationLoading, 'occupations.manage', load),
  get(paths.occupationLoad(':load'), 'occupations.manage', loadPage),
  get(paths.occupationPack(':step'), 'occupations.manage', packPage),
  post(paths.occupationPack(':step'), 'occupations.manage', takePack),
  ...mappingRoutes,
  ...releaseRoutes,
  get(paths.occupation(':occupation'), 'occupations.read', occupationPage),
  get(paths.occupationRole(':occupation'), 'occupations.manage', (visit) => rolePage(visit)),
  post(paths.occupationRole(':occupation'), 'occupations.manage', takeRole),
]
