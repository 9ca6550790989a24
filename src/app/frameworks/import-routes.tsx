import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
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
  Waits,
} from '../visit.ts'
import { LIBRARY } from './addressed.ts'
import { exportFramework } from './exporting.ts'
import { fetchFile } from './fetching.ts'
import { listVersionsOf } from './frameworks.ts'
import {
  type FrameworkFile,
  guessFormat,
  isFormat,
  keepFramework,
  ontoNewest,
  type Readied,
  readFramework,
} from './importing.ts'
import { changePlainCsv, plainCsvPage } from './mapping-step.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { type Held, ImportPreview } from './pages/import-preview.tsx'
import { caseOrigin } from './rules/case-derived.ts'
import { CASE_LIMITS } from './rules/case-limits.ts'

const MEGABYTES = CASE_LIMITS.bytes / 1024 / 1024
const nav = paths.frameworks

export const importRoutes: readonly Route[] = [
  get(paths.frameworkImport, 'frameworks.change', (visit) => importPage(visit)),
  post(paths.frameworkImport, 'frameworks.change', choose),
  get(paths.frameworkImportFile(), 'frameworks.change', (visit) => previewPage(visit)),
  post(paths.frameworkImportFile(), 'frameworks.change', keep),
  get(paths.frameworkExport(':framework', ':version', ':step'), 'frameworks.read', async (visit) => {
    const { tx, house, params } = visit
    const { framework = '', version = '', step = '' } = params
    if (!isFormat(step)) throw new NotFound()
    const asked = { frameworkId: framework, version, format: step }
    const written = found(await exportFramework(tx, asked, caseOrigin(house.config.publicUrl)))
    return download(written.name, written.type, written.bytes)
  }),
]

function importPage({ form, query }: Visit, refusals: readonly Refusal[] = []): Answer {
  return page(
    {
      title: 'Import a framework',
      lead: 'From a file or an address. It lies in the library until you decide what it is for.',
      nav,
      crumbs: [...LIBRARY, { text: 'Import' }],
      refusals,
    },
    <ImportPage
      values={{ address: query.get('address') ?? '', ...form.values }}
      refusals={refusals}
      megabytes={MEGABYTES}
    />,
  )
}

/** What was chosen: a file, or an address. */
function chosen({ form }: Visit): Outcome<FrameworkFile | string> {
  const [file, address] = [form.file('file'), form.text('address')]
  if (file && address)
    return refused({
      field: 'address',
      message: 'You chose a file and gave an address. Take one of them away.',
    })
  if (file) return done({ name: file.name, bytes: file.bytes })
  if (address) return done(address)
  return refused({
    field: 'file',
    message: 'Choose a file, or give an address. Neither was, or the file is empty.',
  })
}

/** Lays a file aside, or what lies at an address, and leads to what it holds. */
async function choose(visit: Visit): Promise<Answer> {
  const wanted = visit.form.text('format')
  if (wanted && !isFormat(wanted))
    return importPage(visit, [{ field: 'format', message: 'Choose one of the answers.' }])
  const file = chosen(visit)
  if (!file.ok) return importPage(visit, file.refusals)
  if (typeof file.value !== 'string') return layAside(visit, file.value)
  const address = file.value
  throw new Waits(async () => {
    const fetched = await fetchFile(address)
    return (again) => (fetched.ok ? layAside(again, fetched.value) : importPage(again, fetched.refusals))
  })
}

async function layAside({ house, tx, form }: Visit, { name, bytes }: FrameworkFile): Promise<Answer> {
  const wanted = form.text('format')
  const format = isFormat(wanted) ? wanted : guessFormat(bytes)
  const hash = await house.files.hold(tx.orgId, bytes, tx.now)
  return goTo(paths.frameworkImportFile({ hash, name, format: format ?? '' }))
}

function readIt({ house, tx }: Visit, file: FrameworkFile, format: string): Promise<Outcome<Readied>> {
  return readFramework(file, {
    format: isFormat(format) ? format : null,
    origin: caseOrigin(house.config.publicUrl),
    space: tx.orgId,
  })
}

const GONE: Refusal = {
  field: 'file',
  message: 'The file was laid aside too long and is gone. Choose it again.',
}

/** The file that an address names, where it still lies aside. */
async function heldOf({ house, tx, query }: Visit): Promise<(Held & FrameworkFile) | null> {
  const [hash, name] = [query.get('file') ?? '', (query.get('name') ?? '').slice(0, 500)]
  const bytes = await house.files.readHeld(tx.orgId, hash)
  return bytes && { hash, name, bytes, format: query.get('format') ?? '' }
}

async function previewPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const held = await heldOf(visit)
  if (!held) return importPage(visit, [GONE])
  if (held.format === 'csv') return plainCsvPage(visit, held, refusals)
  const read = await readIt(visit, held, held.format)
  if (!read.ok) return importPage(visit, read.refusals)
  const { package: whole, format, warnings } = await ontoNewest(visit.tx, read.value)
  return page(
    {
      title: whole.title,
      lead: `Read from ${held.name}. Nothing is kept yet.`,
      nav,
      crumbs: [...LIBRARY, { text: 'Import', href: paths.frameworkImport }, { text: whole.title }],
      refusals,
    },
    <ImportPreview
      held={held}
      package={whole}
      format={format}
      warnings={warnings}
      newest={(await listVersionsOf(visit.tx, whole.frameworkId))[0] ?? null}
      refusals={refusals}
    />,
  )
}

async function keep(visit: Visit): Promise<Answer> {
  const held = await heldOf(visit)
  if (!held) return importPage(visit, [GONE])
  if (held.format === 'csv') return changePlainCsv(visit, held)
  const read = await readIt(visit, held, held.format)
  if (!read.ok) return importPage(visit, read.refusals)
  const outcome = await keepFramework(visit.tx, visit.actor, read.value, visit.today)
  if (!outcome.ok) return previewPage(visit, outcome.refusals)
  const { id, version, items, kept } = outcome.value
  return goTo(
    paths.framework(id),
    kept
      ? `Version ${version} is in the library, with ${count(items, 'item')}.`
      : `Nothing was added: version ${version} says the same already.`,
  )
}
