import { agoOf, dayIn } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Section } from '../../ui/section.tsx'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { LIBRARY, PAGE, treeAsked } from './addressed.ts'
import { attributionsOf } from './attributions.ts'
import {
  diffOf,
  frameworkInForce,
  hasDraft,
  listDrafts,
  listLibrary,
  listVersionsOf,
  putInForce,
  readPackage,
  setPublic,
} from './frameworks.ts'
import { changeLines, Difference } from './pages/difference.tsx'
import { FrameworkPage } from './pages/framework-page.tsx'
import { LibraryPage } from './pages/library-page.tsx'
import { ComparePicker, MovingPage } from './pages/moving-page.tsx'
import { nameLines } from './pages/naming-page.tsx'
import { reasonsOf } from './reasons.ts'
import { caseAddress, caseOrigin } from './rules/case-derived.ts'
import type { Item, LibraryEntry } from './rules/item.ts'
import { outlineOf } from './rules/outline.ts'
import { isSpokenElsewhere } from './serving.ts'
import { weighMove } from './weighing.ts'

export const libraryRoutes: readonly Route[] = [
  get(paths.library, 'frameworks.read', showLibrary),
  get(paths.framework(':framework'), 'frameworks.read', (visit) => showVersion(visit)),
  get(paths.frameworkVersion(':framework', ':version'), 'frameworks.read', (visit) =>
    showVersion(visit, visit.params.version),
  ),
  get(paths.frameworkDifference(':framework'), 'frameworks.read', showDifference),
  get(paths.frameworkMoving(':framework', ':version'), 'frameworks.change', (visit) => showMoving(visit)),
  post(paths.frameworkMoving(':framework', ':version'), 'frameworks.change', moveEverybody),
  post(paths.frameworkSharing(':framework'), 'frameworks.change', async (visit) => {
    const { tx, actor, params, form } = visit
    const frameworkId = params.framework ?? ''
    const isPublic = form.text('public') === 'yes'
    const outcome = await setPublic(tx, actor, frameworkId, isPublic)
    found(outcome.ok || null)
    return goTo(
      paths.framework(frameworkId),
      isPublic
        ? 'It is public: anybody who knows its address reads it.'
        : 'Only your organisation reads it now.',
    )
  }),
]

async function showLibrary({ tx, may, org, today }: Visit): Promise<Answer> {
  const drafts = may('frameworks.change') ? await listDrafts(tx) : []
  return page(
    {
      title: 'Library of frameworks',
      lead: 'What people are assessed on, and what it may be drawn from.',
      nav: paths.frameworks,
      crumbs: [{ text: 'Frameworks', href: paths.frameworks }, { text: 'Library' }],
    },
    <LibraryPage
      entries={await listLibrary(tx)}
      drafts={drafts.map(({ frameworkId, title, baseVersion, items, begunByName, begunAt }) => ({
        frameworkId,
        title,
        words: `${baseVersion === null ? 'A new framework' : `From version ${baseVersion}`}, ${count(items, 'item')}. ${begunByName} began it ${agoOf(dayIn(begunAt, org.zone), today)}.`,
      }))}
      mayChange={may('frameworks.change')}
    />,
  )
}

async function showVersion(visit: Visit, version?: string): Promise<Answer> {
  const { tx, params, query, may, org, house } = visit
  const frameworkId = params.framework ?? ''
  const versions = await listVersionsOf(tx, frameworkId)
  const at = versions.findIndex((each) => version === undefined || each.version === version)
  const entry = found(versions[at])
  const pkg = found(await readPackage(tx, frameworkId, entry.version))
  const before = versions[at + 1]
  const diff = before && (await diffOf(tx, before, entry))
  const mayChange = may('frameworks.change')
  const asked = treeAsked(query)
  const origin = caseOrigin(house.config.publicUrl)
  return page(
    {
      title: entry.title,
      lead: `Version ${entry.version}${entry.publisher && `, published by ${entry.publisher}`}. ${entry.inForce ? 'In force: people are assessed on it.' : 'In the library: nobody is assessed on it.'}`,
      nav: paths.frameworks,
      crumbs: [...LIBRARY, { text: entry.title }],
      actions: mayChange && at === 0 && (
        <NextVersion entry={entry} begun={await hasDraft(visit.tx, frameworkId)} />
      ),
    },
    <FrameworkPage
      entry={entry}
      pkg={pkg}
      outline={outlineOf(pkg.items, { ...asked, limit: PAGE })}
      about={asked.about}
      at={asked.at}
      versions={versions}
      isSpokenElsewhere={entry.public && (await isSpokenElsewhere(house.db, frameworkId, tx.orgId))}
      reasons={await reasonsOf(tx, frameworkId)}
      change={
        before && diff
          ? { from: before.version, lines: [...nameLines(before, entry), ...changeLines(diff)] }
          : null
      }
      origin={origin}
      address={/^https?:/.test(entry.uri) ? entry.uri : caseAddress(origin, 'CFDocuments', frameworkId)}
      secure={house.config.publicUrl.startsWith('https:')}
      attributions={await attributionsOf(tx, entry, pkg)}
      mayChange={mayChange}
      zone={org.zone}
    />,
  )
}

function NextVersion({ entry, begun }: { entry: LibraryEntry; begun: boolean }) {
  return begun ? (
    <ButtonLink href={paths.draft(entry.frameworkId)}>Go on with the next version</ButtonLink>
  ) : (
    <PostButton action={paths.draft(entry.frameworkId)}>Write the next version</PostButton>
  )
}

async function showDifference(visit: Visit): Promise<Answer> {
  const { tx, params, query } = visit
  const frameworkId = params.framework ?? ''
  const versions = await listVersionsOf(tx, frameworkId)
  const newest = found(versions[0])
  const to = query.get('to') ?? newest.version
  const from = query.get('from') ?? (versions[1] ?? newest).version
  const diff = found(await diffOf(tx, { frameworkId, version: from }, { frameworkId, version: to }))
  return page(
    {
      title: `${newest.title}: version ${from} and version ${to}`,
      lead: 'What the second says that the first does not, item by item.',
      nav: paths.frameworks,
      crumbs: [
        ...LIBRARY,
        { text: newest.title, href: paths.framework(frameworkId) },
        { text: 'What changed' },
      ],
    },
    <>
      <div class="mb5">
        <Section id="versions" title="Versions">
          <ComparePicker frameworkId={frameworkId} versions={versions} from={from} to={to} />
        </Section>
      </div>
      <Difference
        diff={diff}
        byId={await itemsOf(visit, { frameworkId, version: from }, { frameworkId, version: to })}
      />
    </>,
  )
}

/** The items of two versions by identifier; the second's words win. */
async function itemsOf(
  { tx }: Visit,
  ...versions: { frameworkId: string; version: string }[]
): Promise<Map<string, Item>> {
  const byId = new Map<string, Item>()
  for (const { frameworkId, version } of versions)
    for (const item of (await readPackage(tx, frameworkId, version))?.items ?? []) byId.set(item.itemId, item)
  return byId
}

async function showMoving(visit: Visit, refusals: readonly Refusal[] = [], status?: number): Promise<Answer> {
  const { tx, params, form, today } = visit
  const { framework: frameworkId = '', version = '' } = params
  const entry = found((await listVersionsOf(tx, frameworkId)).find((each) => each.version === version))
  const inForce = await frameworkInForce(tx)
  const diff = found(await diffOf(tx, inForce, entry))
  return page(
    {
      title: `Move everybody to ${entry.title} ${version}`,
      lead: `In force is ${inForce.title} ${inForce.version}. This is what would change.`,
      nav: paths.frameworks,
      crumbs: [
        ...LIBRARY,
        { text: entry.title, href: paths.frameworkVersion(frameworkId, version) },
        { text: 'Moving' },
      ],
      refusals,
      status,
    },
    <MovingPage
      entry={entry}
      inForce={inForce}
      diff={diff}
      byId={await itemsOf(visit, inForce, entry)}
      touched={await weighMove(tx, diff, today)}
      values={refusals.length > 0 ? form.values : {}}
      refusals={refusals}
    />,
  )
}

async function moveEverybody(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form, today } = visit
  const { framework: frameworkId = '', version = '' } = params
  const inForce = await frameworkInForce(tx)
  if (form.text('from') !== `${inForce.frameworkId} ${inForce.version}`)
    return showMoving(
      visit,
      [
        {
          message: `Somebody moved everybody to ${inForce.title} ${inForce.version} meanwhile. The differences below are to that version: read them, then decide again.`,
        },
      ],
      409,
    )
  const outcome = await putInForce(tx, actor, { frameworkId, version, because: form.text('because') }, today)
  if (!outcome.ok) return showMoving(visit, outcome.refusals)
  return goTo(paths.framework(frameworkId), `Everybody is moved. Version ${version} is in force.`)
}
