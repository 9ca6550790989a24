import { paths } from '../paths.ts'
import { found, get, page, type Route } from '../visit.ts'
import { attributionsOfLinks } from './attributions.ts'
import { editorRoutes } from './editor-routes.tsx'
import {
  findCompetency,
  frameworkInForce,
  listCompetencies,
  listCrosswalk,
  suggestedFor,
} from './frameworks.ts'
import { importRoutes } from './import-routes.tsx'
import { libraryRoutes } from './library-routes.tsx'
import { CompetencyPage } from './pages/competency-page.tsx'
import { FrameworksPage, type Shown } from './pages/frameworks-page.tsx'
import { caseAddress, caseOrigin } from './rules/case-derived.ts'
import { KIND_WORDS, levelsRun } from './rules/words.ts'
import { storyOf } from './story.ts'
import { unitRoutes } from './unit-routes.tsx'

export const routes: readonly Route[] = [
  ...unitRoutes,
  ...importRoutes,
  ...editorRoutes,
  ...libraryRoutes,
  get(paths.frameworks, 'frameworks.read', async ({ tx, query }) => {
    const framework = await frameworkInForce(tx)
    const all = await listCompetencies(tx)
    const about = (query.get('about') ?? '').trim().slice(0, 500)
    const show = query.get('show') ?? ''
    const crosswalk = await listCrosswalk(tx)
    const shown: Shown[] = about
      ? suggestedFor(about, all)
      : all.map((competency) => ({ competency, because: [] }))
    const wanted = shown.filter(({ competency: { soft, legal } }) =>
      show === 'soft' ? soft : show === 'legal' ? legal : true,
    )
    return page(
      {
        title: framework.title,
        lead: `Version ${framework.version}${framework.publisher && `, published by ${framework.publisher}`}. ${levelsRun(all)}`.trim(),
        actions: (
          <>
            <a href={paths.library}>Library of frameworks</a>{' '}
            <a href={paths.units}>Units of qualifications</a>{' '}
            <a href={paths.evidenceRules}>How old evidence may be</a>
          </>
        ),
        nav: paths.frameworks,
      },
      <FrameworksPage
        shown={wanted}
        all={all.length}
        crosswalk={crosswalk}
        about={about}
        show={show}
        attributions={attributionsOfLinks(crosswalk)}
      />,
    )
  }),
  get(paths.competency(':competency'), 'frameworks.read', async ({ tx, params, org, house }) => {
    const competency = found(await findCompetency(tx, params.competency ?? ''))
    const framework = await frameworkInForce(tx)
    const { title, version } = framework
    const crosswalk = await listCrosswalk(tx, competency.competencyId)
    const { uri, ...story } = await storyOf(tx, framework, competency.competencyId)
    const origin = caseOrigin(house.config.publicUrl)
    return page(
      {
        title: competency.title,
        lead: `${[competency.code, KIND_WORDS[competency.kind]].filter(Boolean).join(', ')}, ${title} ${version}.`,
        nav: paths.frameworks,
        crumbs: [{ text: 'Frameworks', href: paths.frameworks }, { text: competency.title }],
      },
      <CompetencyPage
        competency={competency}
        crosswalk={crosswalk}
        {...story}
        address={uri ?? caseAddress(origin, 'CFItems', competency.competencyId)}
        attributions={attributionsOfLinks(crosswalk)}
        zone={org.zone}
      />,
    )
  }),
]
