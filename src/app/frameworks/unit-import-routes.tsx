import { plainDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import {
  type Answer,
  download,
  found,
  get,
  goTo,
  NotFound,
  page,
  post,
  type Route,
  type Visit,
} from '../visit.ts'
import { writeFramework } from './exporting.ts'
import { listLibrary, readPackage } from './frameworks.ts'
import { guessFormat, isFormat, readFramework } from './importing.ts'
import { UnitImportPage, UnitNewPage, UnitOverPage, WhichUnit } from './pages/unit-import.tsx'
import { caseOrigin } from './rules/case-derived.ts'
import { CASE_LIMITS } from './rules/case-limits.ts'
import type { FrameworkPackage } from './rules/item.ts'
import { type UnitRead, unitsIn } from './rules/unit-package.ts'
import { beside, type UnitFacts } from './rules/unit-text.ts'
import { addUnit, findUnit, importUnitText, listUnits, unitPackage } from './units.ts'

const UNITS = [
  { text: 'Frameworks', href: paths.frameworks },
  { text: 'Units', href: paths.units },
]
const nav = paths.frameworks

export const unitImportRoutes: readonly Route[] = [
  get(paths.unitImport(), 'frameworks.change', (visit) => choosePage(visit)),
  post(paths.unitImport(), 'frameworks.change', choose),
  get(paths.unitImportText(), 'frameworks.change', (visit) => textPage(visit)),
  post(paths.unitImportText(), 'frameworks.change', keep),
  get(paths.unitExport(':unit', ':step'), 'frameworks.read', async ({ tx, house, params }) => {
    const { unit = '', step = '' } = params
    if (!isFormat(step)) throw new NotFound()
    const origin = caseOrigin(house.config.publicUrl)
    const written = await writeFramework(found(await unitPackage(tx, unit)), step, {
      origin,
      at: tx.now.toISOString(),
    })
    return download(written.name, written.type, written.bytes)
  }),
]

async function choosePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, query, form } = visit
  const library = await listLibrary(tx)
  return page(
    {
      title: 'Import a unit',
      lead: 'A unit that is not here yet, or the awarding body’s own text of one that is.',
      nav,
      crumbs: [...UNITS, { text: 'Import' }],
      refusals,
    },
    <UnitImportPage
      units={await listUnits(tx)}
      over={form.values.over ?? query.get('over') ?? ''}
      library={library.filter(({ kind }) => kind === 'qualification')}
      megabytes={CASE_LIMITS.bytes / 1024 / 1024}
      refusals={refusals}
    />,
  )
}

const NO_UNIT: Refusal = {
  field: 'file',
  message:
    'No unit was found: an outcome such as 1 with criteria such as 1.1 under it. Look at the codes, and choose the file again.',
}

async function choose(visit: Visit): Promise<Answer> {
  const { house, tx, form } = visit
  const file = form.file('file')
  if (!file)
    return choosePage(visit, [{ field: 'file', message: 'Choose a file. None was, or it is empty.' }])
  const format = guessFormat(file.bytes) ?? ''
  const read = await readFile(visit, file.name, file.bytes, format)
  if (!read.ok) return choosePage(visit, read.refusals)
  if (unitsIn(read.value).length === 0) return choosePage(visit, [NO_UNIT])
  const hash = await house.files.hold(tx.orgId, file.bytes, tx.now)
  return goTo(paths.unitImportText({ file: hash, name: file.name, format, over: form.text('over') }))
}

async function readFile(
  { house, tx }: Visit,
  name: string,
  bytes: Uint8Array,
  format: string,
): Promise<Outcome<FrameworkPackage>> {
  const origin = caseOrigin(house.config.publicUrl)
  const read = await readFramework(
    { name, bytes },
    { format: isFormat(format) ? format : null, origin, space: tx.orgId },
  )
  return read.ok ? done(read.value.package) : read
}

/** What an address says of the text: the file laid aside or the framework, the unit in it, and which of ours it goes over. */
type Text = { from: Record<string, string>; name: string; units: UnitRead[] }

async function textOf(visit: Visit): Promise<Outcome<Text>> {
  const { house, tx, query } = visit
  const from = Object.fromEntries([...query].filter(([key]) => key !== 'unit'))
  const framework = query.get('framework') ?? ''
  if (framework) {
    const pkg = found(isId(framework) ? await readPackage(tx, framework) : null)
    return done({ from, name: `${pkg.title}, version ${pkg.version}`, units: unitsIn(pkg) })
  }
  const name = (query.get('name') ?? '').slice(0, 200)
  const bytes = await house.files.readHeld(tx.orgId, query.get('file') ?? '')
  if (!bytes)
    return refused({
      field: 'file',
      message: 'The file was laid aside too long and is gone. Choose it again.',
    })
  const read = await readFile(visit, name, bytes, query.get('format') ?? '')
  return read.ok ? done({ from, name, units: unitsIn(read.value) }) : read
}

async function textPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const text = await textOf(visit)
  if (!text.ok) return choosePage(visit, text.refusals)
  const { from, name, units } = text.value
  const over = await unitOver(visit)
  const read = chosenOf(visit, units, over?.code ?? '')
  const head = {
    nav,
    crumbs: [...UNITS, { text: 'Import', href: paths.unitImport(over?.unitId) }, { text: name }],
    refusals,
  }
  if (units.length === 0) return choosePage(visit, [NO_UNIT])
  if (!read)
    return page(
      { ...head, title: 'Which unit?', lead: `${name} holds several.` },
      <WhichUnit units={units} from={from} />,
    )
  const action = paths.unitImportText({ ...from, unit: read.unitId })
  const whose = visit.form.text('whose')
  if (over)
    return page(
      {
        ...head,
        title: over.title,
        h1: `Another text of ${over.title}`,
        lead: `Read from ${name}. Nothing is kept yet.`,
      },
      <UnitOverPage
        unit={over}
        read={read}
        rows={beside(over, read)}
        action={action}
        whose={whose}
        refusals={refusals}
      />,
    )
  return page(
    { ...head, title: read.title, lead: `Read from ${name}. Nothing is kept yet.` },
    <UnitNewPage
      facts={factsShown(visit, read)}
      read={read}
      action={action}
      whose={whose}
      refusals={refusals}
    />,
  )
}

/** Whose words a text is in, as a sentence says it. */
const WHOSE = { theirs: 'the awarding body’s text', ours: 'the organisation’s own' } as const

const isWhose = (text: string): text is keyof typeof WHOSE => text in WHOSE

const unitOver = ({ tx, query }: Visit) => findUnit(tx, query.get('over') ?? '')

/** The unit that the address names, the one that has the code of ours, or the only one. */
function chosenOf({ query }: Visit, units: readonly UnitRead[], code: string): UnitRead | null {
  const named = units.find(({ unitId }) => unitId === query.get('unit'))
  const same = code ? units.filter((unit) => unit.code === code) : []
  const [only, another] = same.length > 0 ? same : units
  return named ?? (only && !another ? only : null)
}

function factsShown({ form }: Visit, read: UnitRead): Record<keyof UnitFacts, string> {
  const { values } = form
  return {
    code: values.code ?? read.code,
    title: values.title ?? read.title,
    level: values.level ?? String(read.level ?? ''),
    credits: values.credits ?? String(read.credits ?? ''),
    hours: values.hours ?? String(read.hours ?? ''),
    source: values.source ?? '',
  }
}

async function keep(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const text = await textOf(visit)
  if (!text.ok) return choosePage(visit, text.refusals)
  const over = await unitOver(visit)
  const read = chosenOf(visit, text.value.units, over?.code ?? '')
  if (!read) return textPage(visit)
  const whose = form.text('whose')
  if (!isWhose(whose))
    return textPage(visit, [{ field: 'whose', message: 'Say whose words the text is in.' }])
  const words = {
    read,
    isTheirs: whose === 'theirs',
    wordsFrom: `${WHOSE[whose]}, imported on ${plainDay(today)} from ${text.value.name}`,
  }
  if (over) {
    const outcome = await importUnitText(tx, actor, {
      unitId: over.unitId,
      version: form.whole('version') ?? 0,
      keepMissing: form.text('keepMissing') !== '',
      ...words,
    })
    return outcome.ok
      ? goTo(paths.unit(over.unitId), `The text is in, as version ${outcome.value}.`)
      : textPage(visit, outcome.refusals)
  }
  const facts = {
    code: form.text('code'),
    title: form.text('title'),
    level: form.whole('level') ?? 0,
    credits: form.whole('credits') ?? -1,
    hours: form.whole('hours') ?? -1,
    source: form.text('source'),
  }
  const outcome = await addUnit(tx, actor, { ...words, facts })
  return outcome.ok
    ? goTo(paths.unit(outcome.value), `${facts.title} is here. Assessors can decide on it.`)
    : textPage(visit, outcome.refusals)
}
