import { dayIn, longDay, shortDay } from '../../kernel/day.ts'
import { type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, download, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { CONTACTS_CHECK } from './check.tsx'
import { changeCheck, checkPage, headOf } from './checking.tsx'
import { takeUpload } from './importing.ts'
import { addPersonOfName, matchAgent, namesOf } from './matching.ts'
import { otherFileOf, otherFiles } from './other-files.ts'
import { ListPage } from './pages/list-page.tsx'
import { NEW_PERSON, NOBODY } from './pages/names.tsx'
import { AsidePage, LoadingPage, UndoingPage } from './pages/other-pages.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { type Batch, type Counts, findBatch, listBatches, listRejects } from './store/batches.ts'
import { countTouched } from './store/load.ts'
import { listSources } from './store/sources.ts'
import { listResting, rejectsFile, undoImport } from './undoing.ts'

const nav = paths.imports
const REJECTS_SHOWN = 5

async function listPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx } = visit
  const sources = new Map((await listSources(tx)).map(({ sourceId, name }) => [sourceId, name]))
  return page(
    {
      title: 'Helpdesk import',
      lead: 'Contacts, compliments, complaints, audits and observations, each from its own system by its own export.',
      nav,
      refusals,
    },
    <ListPage
      batches={await listBatches(tx)}
      sourceOf={({ sourceId, answers }) =>
        sources.get(sourceId ?? '') ?? (answers as { name?: string } | null)?.name ?? null
      }
      holds={[CONTACTS, ...otherFiles]}
      chosen={visit.form.text('kind')}
      momentOf={(moment) => momentWords(visit, moment)}
      refusals={refusals}
    />,
  )
}

const CONTACTS = {
  kind: 'contacts',
  text: 'Contacts',
  hint: 'Calls, tickets or chats. One row a contact, or several rows a ticket',
}

async function upload(visit: Visit): Promise<Answer> {
  const { house, tx, actor, form } = visit
  const file = form.file('file')
  const kind = form.text('kind') || CONTACTS.kind
  const refusals: Refusal[] = []
  if (kind !== CONTACTS.kind && !otherFileOf({ kind }))
    refusals.push({ field: 'kind', message: 'Say what is in the file. Choose one of the answers.' })
  if (!file) refusals.push({ field: 'file', message: 'Choose a CSV file. None was chosen, or it is empty.' })
  if (!file || refusals.length > 0) return listPage(visit, refusals)
  const outcome = await takeUpload(house, tx, actor, file, kind)
  return outcome.ok ? goTo(paths.import(outcome.value)) : listPage(visit, outcome.refusals)
}

async function batchPage(visit: Visit): Promise<Answer> {
  const batch = found(await findBatch(visit.tx, visit.params.batch ?? ''))
  const other = otherFileOf(batch)
  switch (batch.state) {
    case 'uploaded':
      return other ? other.page(visit, batch) : checkPage(CONTACTS_CHECK, visit, batch)
    case 'waiting':
    case 'loading':
      return page(
        {
          ...headOf(batch),
          title: `Loading ${batch.fileName}`,
          lead: 'All of it is loaded, or nothing.',
          refreshSeconds: 1,
        },
        <LoadingPage batch={batch} />,
      )
    case 'put aside':
      return page({ ...headOf(batch), title: batch.fileName, lead: 'Put aside.' }, <AsidePage />)
    default:
      return other ? other.page(visit, batch) : reportPage(visit, batch)
  }
}

async function reportPage(visit: Visit, batch: Batch, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, today, org } = visit
  const { batchId, sourceId, counts } = batch
  const names = sourceId ? await namesOf(tx, sourceId) : { open: [], settled: [], people: [] }
  return page(
    {
      ...headOf(batch),
      title: batch.fileName,
      lead: `${await sourceWords(visit, batch)}Contacts of ${org.name}.`,
      refusals,
    },
    <ReportPage
      batch={{ ...batch, counts: counts ?? NOTHING }}
      when={whenWords(visit, batch)}
      undone={batch.undoneAt && longDay(dayIn(batch.undoneAt, org.zone))}
      touched={await countTouched(tx, batchId)}
      rejects={await listRejects(tx, batchId, REJECTS_SHOWN)}
      mendable={batch.rejectsHash !== null}
      resting={await listResting(tx, batchId)}
      names={{
        people: names.people,
        open: names.open.map((agent) => ({ ...agent, items: agent.contacts })),
        settled: names.settled.map((agent) => ({ ...agent, items: agent.contacts })),
        unit: 'contact',
        until: ['counts for a name and for no person', 'count for a name and for no person'],
        mayCreate: true,
        action: paths.importNames(batchId),
        today,
      }}
      refusals={refusals}
    />,
  )
}

const NOTHING: Counts = { read: 0, accepted: 0, rejected: 0, duplicates: 0, contacts: 0, unanswered: 0 }

async function sourceWords({ tx }: Visit, { sourceId }: Batch): Promise<string> {
  const source = (await listSources(tx)).find((one) => one.sourceId === sourceId)
  return source ? `Read with the mapping “${source.name}”. ` : ''
}

async function matchNames(visit: Visit): Promise<Answer> {
  const { form } = visit
  const batch = await asked(visit)
  const { sourceId, batchId } = batch
  if (!sourceId) return goTo(paths.import(batchId))
  const which = form.text('do')
  const places = Object.keys(form.values)
    .flatMap((key) => /^name-(\d+)$/.exec(key)?.[1] ?? [])
    .filter((place) => which === 'all' || which === 'open' || which === place)
  const refusals: Refusal[] = []
  let saved = 0
  for (const place of places) {
    const whose = which === 'open' ? 'open' : form.text(`whose-${place}`)
    if (whose === '' && which === 'all') continue
    const outcome = await settle(visit, sourceId, form.text(`name-${place}`), whose)
    if (outcome.ok) saved += 1
    else refusals.push(...outcome.refusals.map(({ message }) => ({ field: `whose-${place}`, message })))
  }
  if (places.length === 0 || (saved === 0 && refusals.length === 0))
    refusals.push({ field: `whose-${places[0] ?? 0}`, message: 'Choose a person for a name first.' })
  if (refusals.length > 0) return reportPage(visit, batch, refusals)
  const words =
    which === 'open' ? 'The name is open again.' : `${count(saved, 'name')} matched, and remembered.`
  return goTo(paths.import(batchId), words)
}

async function settle(
  visit: Visit,
  sourceId: string,
  name: string,
  whose: string,
): Promise<Outcome<unknown>> {
  const { tx, actor, today } = visit
  if (whose === '') return refused({ message: `Choose whose name ${name} is.` })
  if (whose === NEW_PERSON) return addPersonOfName(tx, actor, { sourceId, name, from: today })
  const personId = whose === 'open' ? null : whose === NOBODY ? NOBODY : whose
  return matchAgent(tx, actor, { sourceId, name, personId })
}

async function undoingPage(visit: Visit): Promise<Answer> {
  const batch = await asked(visit)
  if (batch.state !== 'loaded') return goTo(paths.import(batch.batchId))
  return page(
    { ...headOf(batch), title: `Undo the import of ${batch.fileName}?` },
    <UndoingPage batch={batch} resting={await listResting(visit.tx, batch.batchId)} />,
  )
}

async function undo(visit: Visit): Promise<Answer> {
  const { house, tx, actor } = visit
  const batch = await asked(visit)
  const outcome = await undoImport(house, tx, actor, batch.batchId)
  if (!outcome.ok) return reportPage(visit, batch, outcome.refusals)
  const { gone, restored } = outcome.value
  const back =
    restored > 0
      ? ` ${count(restored, 'contact')} went back to how ${restored === 1 ? 'it was' : 'they were'}.`
      : ''
  return goTo(paths.import(batch.batchId), `The import is undone: ${count(gone, 'contact')} removed.${back}`)
}

async function rejects(visit: Visit): Promise<Answer> {
  const batch = found(await findBatch(visit.tx, visit.params.batch ?? ''))
  if (!batch.counts?.rejected) return goTo(paths.import(batch.batchId))
  const name = `${batch.fileName.replace(/\.[^.]*$/, '')}.rejected.csv`
  return download(name, 'text/csv; charset=utf-8', await rejectsFile(visit.house, visit.tx, batch))
}

/** The import of contacts that the address names. */
async function asked({ tx, params }: Visit): Promise<Batch> {
  const batch = found(await findBatch(tx, params.batch ?? ''))
  return found(batch.kind === CONTACTS.kind ? batch : null)
}

function clock({ org }: Visit, moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: org.zone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  )
}

function momentWords(visit: Visit, moment: Date): string {
  return `${shortDay(dayIn(moment, visit.org.zone), visit.today)}, ${clock(visit, moment)}`
}

function whenWords(visit: Visit, { loadedAt, startedAt }: Batch): string {
  if (!loadedAt) return ''
  const day = longDay(dayIn(loadedAt, visit.org.zone))
  const seconds = startedAt ? Math.round((loadedAt.getTime() - startedAt.getTime()) / 1000) : 0
  return `${day}, ${clock(visit, loadedAt)}${seconds > 0 ? `, ${count(seconds, 'second')}` : ''}`
}

export const routes: Route[] = [
  get('/imports', 'imports.manage', (visit) => listPage(visit)),
  post('/imports', 'imports.manage', upload),
  get('/imports/:batch', 'imports.manage', batchPage),
  post('/imports/:batch', 'imports.manage', async (visit) =>
    changeCheck(CONTACTS_CHECK, visit, await asked(visit)),
  ),
  post('/imports/:batch/names', 'imports.manage', matchNames),
  get('/imports/:batch/rejects', 'imports.manage', rejects),
  get('/imports/:batch/undoing', 'imports.manage', undoingPage),
  post('/imports/:batch/undoing', 'imports.manage', undo),
]
