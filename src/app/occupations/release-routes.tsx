import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { ReleasePage } from './pages/release-page.tsx'
import { versionWords } from './pages/words.ts'
import { removeRelease } from './releases.ts'
import { SCHEMES } from './rules/facts.ts'
import { listReleases } from './store/releases.ts'

async function releaseOf({ tx, params }: Visit) {
  const scheme = found(SCHEMES.find((each) => each === params.step))
  const all = (await listReleases(tx)).filter((one) => one.scheme === scheme)
  const release = found(all.find(({ version }) => version === params.version))
  const [next] = all.filter((one) => one !== release)
  return { release, next: release.shown && next ? versionWords(next) : null }
}

async function releasePage(visit: Visit): Promise<Answer> {
  const { release, next } = await releaseOf(visit)
  return page(
    {
      title: `Remove ${versionWords(release)}`,
      lead: 'For a version that was loaded by mistake, or under a wrong number.',
      nav: paths.roles,
      crumbs: [
        { text: 'Roles', href: paths.roles },
        { text: 'Occupations', href: paths.occupations },
        { text: 'Load', href: paths.occupationLoading },
        { text: `Remove ${versionWords(release)}` },
      ],
    },
    <ReleasePage release={release} next={next} />,
  )
}

async function remove(visit: Visit): Promise<Answer> {
  const { release } = await releaseOf(visit)
  const outcome = await removeRelease(visit.tx, visit.actor, release)
  const shown = outcome.ok && outcome.value && versionWords({ ...release, version: outcome.value })
  return goTo(
    paths.occupationLoading,
    `${versionWords(release)} is removed.${shown ? ` Pages show ${shown}.` : ''}`,
  )
}

export const releaseRoutes: readonly Route[] = [
  get(paths.occupationRelease(':step', ':version'), 'occupations.manage', releasePage),
  post(paths.occupationRelease(':step', ':version'), 'occupations.manage', remove),
]
