import { ButtonLink } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { findUnit, listUnits, rewordUnit } from './frameworks.ts'
import { UnitForm } from './pages/unit-form.tsx'
import { UnitPage, UnitsPage } from './pages/units-page.tsx'
import { sizeOf } from './rules/unit-package.ts'
import { unitImportRoutes } from './unit-import-routes.tsx'

const UNITS = [
  { text: 'Frameworks', href: paths.frameworks },
  { text: 'Units', href: paths.units },
]

const theUnit = async ({ tx, params }: Visit) => found(await findUnit(tx, params.unit ?? ''))

export const unitRoutes: readonly Route[] = [
  ...unitImportRoutes,
  get(paths.units, 'frameworks.read', async ({ tx, may }) =>
    page(
      {
        title: 'Units of qualifications',
        lead: 'What an assessor decides on, criterion by criterion. The wording is yours to change.',
        nav: paths.frameworks,
        crumbs: [{ text: 'Frameworks', href: paths.frameworks }, { text: 'Units' }],
        actions: may('frameworks.change') ? (
          <ButtonLink kind="secondary" href={paths.unitImport()}>
            Import a unit
          </ButtonLink>
        ) : undefined,
      },
      <UnitsPage units={await listUnits(tx)} />,
    ),
  ),
  get(paths.unit(':unit'), 'frameworks.read', async (visit) => {
    const unit = await theUnit(visit)
    return page(
      {
        title: unit.title,
        lead: `${unit.code ? `${unit.code}. ` : ''}${sizeOf(unit)}. Wording: version ${unit.version}.`,
        nav: paths.frameworks,
        crumbs: [...UNITS, { text: unit.title }],
        actions: visit.may('frameworks.change') ? (
          <>
            <a href={paths.unitImport(unit.unitId)}>Import the awarding body’s text</a>{' '}
            <a href={paths.unitWording(unit.unitId)}>Change the wording</a>
          </>
        ) : undefined,
      },
      <UnitPage unit={unit} />,
    )
  }),
  get(paths.unitWording(':unit'), 'frameworks.change', async (visit) => wordingPage(visit)),
  post(paths.unitWording(':unit'), 'frameworks.change', async (visit) => {
    const { tx, actor, form } = visit
    const unit = await theUnit(visit)
    const words = Object.fromEntries(
      Object.keys(form.values)
        .filter((name) => name.startsWith('words-'))
        .map((name) => [name.slice('words-'.length), form.text(name)]),
    )
    const said = await rewordUnit(tx, actor, {
      unitId: unit.unitId,
      version: form.whole('version') ?? 0,
      title: form.text('title'),
      words,
    })
    if (!said.ok) return wordingPage(visit, form.values, said.refusals)
    return goTo(paths.unit(unit.unitId), `Saved as version ${said.value}.`)
  }),
]

async function wordingPage(
  visit: Visit,
  values: Readonly<Record<string, string>> = {},
  refusals: Parameters<typeof UnitForm>[0]['refusals'] = [],
) {
  const unit = await theUnit(visit)
  return page(
    {
      title: `The wording of ${unit.title}`,
      nav: paths.frameworks,
      crumbs: [...UNITS, { text: unit.title, href: paths.unit(unit.unitId) }, { text: 'Wording' }],
      refusals,
    },
    <UnitForm unit={unit} values={values} refusals={refusals} />,
  )
}
