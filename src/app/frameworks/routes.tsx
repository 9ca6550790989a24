import { paths } from '../paths.ts'
import { found, get, page, type Route } from '../visit.ts'
import {
  findCompetency,
  frameworkInForce,
  listCompetencies,
  listCrosswalk,
  suggestedFor,
} from './frameworks.ts'
import { CompetencyPage } from './pages/competency-page.tsx'
import { FrameworksPage, type Shown } from './pages/frameworks-page.tsx'
import { KIND_WORDS } from './rules/words.ts'
import { unitRoutes } from './unit-routes.tsx'

export const routes: readonly Route[] = [
  ...unitRoutes,
  get(paths.frameworks, 'frameworks.read', async ({ tx, query }) => {
    const framework = await frameworkInForce(tx)
    const all = await listCompetencies(tx)
    const about = (query.get('about') ?? '').trim().slice(0, 500)
    const show = query.get('show') ?? ''
    const shown: Shown[] = about
      ? suggestedFor(about, all)
      : all.map((competency) => ({ competency, because: [] }))
    const wanted = shown.filter(({ competency: { soft, legal } }) =>
      show === 'soft' ? soft : show === 'legal' ? legal : true,
    )
    return page(
      {
        title: framework.title,
        lead: `Version ${framework.version}, published by ${framework.publisher}. Levels run from 1, aware, to 5, leads others.`,
        actions: (
          <>
            <a href={paths.units}>Units of qualifications</a>{' '}
            <a href={paths.evidenceRules}>How old evidence may be</a>
          </>
        ),
        nav: paths.frameworks,
      },
      <FrameworksPage
        shown={wanted}
        all={all.length}
        crosswalk={await listCrosswalk(tx)}
        about={about}
        show={show}
      />,
    )
  }),
  get(paths.competency(':competency'), 'frameworks.read', async ({ tx, params }) => {
    const competency = found(await findCompetency(tx, params.competency ?? ''))
    const { title, version } = await frameworkInForce(tx)
    return page(
      {
        title: competency.title,
        lead: `${competency.code}, ${KIND_WORDS[competency.kind].toLowerCase()}, ${title} ${version}. ${competency.statement}`,
        nav: paths.frameworks,
        crumbs: [{ text: 'Competencies', href: paths.frameworks }, { text: competency.title }],
      },
      <CompetencyPage competency={competency} crosswalk={await listCrosswalk(tx, competency.competencyId)} />,
    )
  }),
]
