import type { VNode } from 'preact'
import { type Day, dayIn, longDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count, possessive } from '../../kernel/text.ts'
import {
  type Batch,
  changeCheck,
  checkPage,
  findBatch,
  headOf,
  listRejects,
  NOBODY,
} from '../contacts/contacts.ts'
import { listCompetencies, suggestedFor } from '../frameworks/frameworks.ts'
import { readPeriod } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { RECORDS_CHECK } from './check.tsx'
import { matchName, nameCompetency, namesOf } from './names.ts'
import { RatesSection } from './pages/rates.tsx'
import { RecordsPage } from './pages/records-page.tsx'
import { NOTHING, ReportPage, UndoingPage, type Waiting } from './pages/report-page.tsx'
import { recordRatesOf } from './rates.ts'
import { isRecordKind, KIND_WORDS } from './rules/kinds.ts'
import { listWaiting } from './store/competencies.ts'
import { countOf, listOf } from './store/rows.ts'
import { sourceOf } from './store/sources.ts'
import { undoImport } from './undoing.ts'

const REJECTS_SHOWN = 5

/** The page of an import of records that waits for somebody, or is loaded or undone. */
export async function importPage(visit: Visit, batch: Batch): Promise<Answer> {
  return batch.state === 'uploaded' ? checkPage(RECORDS_CHECK, visit, batch) : reportPage(visit, batch)
}

async function reportPage(visit: Visit, batch: Batch, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, today, org } = visit
  const { batchId, loadedAt, undoneAt, kind } = batch
  const source = await sourceOf(tx, batchId)
  const names = source ? await namesOf(tx, source.sourceId) : { open: [], settled: [], people: [] }
  const asNamed = <T extends { records: number }>(one: T) => ({ ...one, items: one.records })
  const holds = isRecordKind(kind) ? KIND_WORDS[kind].many : kind
  return page(
    {
      ...headOf(batch),
      title: batch.fileName,
      lead: `${source ? `Read with the mapping “${source.name}”. ` : ''}${holds} of ${org.name}.`,
      refusals,
    },
    <ReportPage
      batch={batch}
      when={loadedAt ? longDay(dayIn(loadedAt, org.zone)) : ''}
      undone={undoneAt && longDay(dayIn(undoneAt, org.zone))}
      now={await countOf(tx, batchId)}
      rejects={await listRejects(tx, batchId, REJECTS_SHOWN)}
      names={{
        action: paths.importPeople(batchId),
        unit: 'record',
        until: ['is nobody’s evidence', 'are nobody’s evidence'],
        mayCreate: false,
        people: names.people,
        open: names.open.map((one) => ({ ...asNamed(one), shared: false, from: null, to: null })),
        settled: names.settled.map(asNamed),
        today,
      }}
      waiting={await waitingOf(visit, batchId)}
      competencies={await listCompetencies(tx)}
      refusals={refusals}
    />,
  )
}

/** The words of an import that wait to be named, each with at most three competencies that they point at. */
async function waitingOf({ tx }: Visit, batchId: string): Promise<Waiting[]> {
  const competencies = await listCompetencies(tx)
  return (await listWaiting(tx, batchId)).map(({ key, words, records }) => ({
    key,
    words,
    records,
    suggested: suggestedFor(words, competencies)
      .slice(0, 3)
      .map(({ competency }) => competency),
  }))
}

async function matchNames(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const batch = await asked(visit)
  const source = found(await sourceOf(tx, batch.batchId))
  const which = form.text('do')
  const places = placesIn(form.values, 'name').filter(
    (place) => which === 'all' || which === 'open' || which === place,
  )
  const refusals: Refusal[] = []
  let [saved, kept] = [0, 0]
  for (const place of places) {
    const name = form.text(`name-${place}`)
    const whose = form.text(`whose-${place}`)
    if (whose === '' && which === 'all') continue
    if (whose === '' && which !== 'open') {
      refusals.push({ field: `whose-${place}`, message: `Choose whose name ${name} is.` })
      continue
    }
    const person = which === 'open' ? null : whose === NOBODY ? ('nobody' as const) : whose
    const outcome = await matchName(tx, actor, { source, name, whose: person }, today)
    if (outcome.ok) {
      saved += 1
      kept += outcome.value
    } else refusals.push(...outcome.refusals.map(({ message }) => ({ field: `whose-${place}`, message })))
  }
  if (saved === 0 && refusals.length === 0)
    refusals.push({ field: `whose-${places[0] ?? 0}`, message: 'Choose a person for a name first.' })
  if (refusals.length > 0) return reportPage(visit, batch, refusals)
  const words =
    which === 'open'
      ? 'The name is open again. Its records are nobody’s evidence until you match it.'
      : `${count(saved, 'name')} matched, and remembered. ${count(kept, 'record')} became evidence.`
  return goTo(paths.import(batch.batchId), words)
}

async function nameCompetencies(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const batch = await asked(visit)
  const place = form.text('do')
  const [key, means] = [form.text(`key-${place}`), form.text(`means-${place}`)]
  const field = `means-${place}`
  if (means === '')
    return reportPage(visit, batch, [{ field, message: 'Choose a competency for these words first.' }])
  const competencyId = means === NOTHING ? null : means
  const outcome = await nameCompetency(tx, actor, { key, competencyId }, today)
  if (!outcome.ok)
    return reportPage(
      visit,
      batch,
      outcome.refusals.map(({ message }) => ({ field, message })),
    )
  return goTo(
    paths.import(batch.batchId),
    competencyId === null
      ? 'Remembered: these words mean no competency of ours.'
      : `Remembered. ${count(outcome.value, 'record')} linked to it.`,
  )
}

/** The numbers of the fields of a form that begin alike: `name-3`. */
function placesIn(values: Readonly<Record<string, string>>, field: string): string[] {
  return Object.keys(values).flatMap((key) => {
    const [name, place] = key.split('-')
    return name === field && place && /^\d+$/.test(place) ? [place] : []
  })
}

async function undoingPage(visit: Visit): Promise<Answer> {
  const batch = await asked(visit)
  if (batch.state !== 'loaded') return goTo(paths.import(batch.batchId))
  const { kept } = await countOf(visit.tx, batch.batchId)
  return page(
    { ...headOf(batch), title: `Undo the import of ${batch.fileName}?` },
    <UndoingPage batch={batch} kept={kept} />,
  )
}

async function undo(visit: Visit): Promise<Answer> {
  const { house, tx, actor, today } = visit
  const batch = await asked(visit)
  const outcome = await undoImport(house, tx, actor, batch.batchId, today)
  if (!outcome.ok) return reportPage(visit, batch, outcome.refusals)
  const { gone, restored } = outcome.value
  const back =
    restored > 0
      ? ` ${count(restored, 'record')} went back to how ${restored === 1 ? 'it was' : 'they were'}.`
      : ''
  return goTo(paths.import(batch.batchId), `The import is undone: ${count(gone, 'record')} removed.${back}`)
}

/** The import of records that the address names. */
async function asked({ tx, params }: Visit): Promise<Batch> {
  const batch = found(await findBatch(tx, params.batch ?? ''))
  return found(isRecordKind(batch.kind) ? batch : null)
}

async function recordsPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, today, query } = visit
  const { range, refusals, values } = readPeriod(query, today)
  const rates = await recordRatesOf(tx, person.personId, today, range)
  const whose = own ? 'your' : possessive(person.name)
  return page(
    {
      ...placeOf(visit),
      title: own ? 'Records from other systems' : `Records about ${person.name}`,
      lead: `Compliments, complaints, audits and observations that were imported, beside ${whose} contacts.`,
      refusals,
    },
    <RecordsPage
      personId={person.personId}
      rates={rates}
      records={await listOf(tx, person.personId, range)}
      period={{ range: range ?? periodOf(rates, today), values, chosen: range !== undefined }}
      own={own}
      refusals={refusals}
      today={today}
    />,
  )
}

/** The rates as a section of another page; null where nothing is imported. */
export async function ratesSection({ tx, person, today }: Visit): Promise<VNode | null> {
  const rates = await recordRatesOf(tx, person.personId, today)
  return rates.length === 0 ? null : <RatesSection personId={person.personId} rates={rates} />
}

/** The days that rates were counted over, or this one. */
function periodOf(rates: readonly { from: Day; to: Day }[], today: Day): { from: Day; to: Day } {
  const days = rates.flatMap(({ from, to }) => [from, to]).toSorted()
  return { from: days[0] ?? today, to: days.at(-1) ?? today }
}

function placeOf({ person, own }: Visit) {
  const evidence = { text: 'Evidence', href: paths.evidence(person.personId) }
  if (own) return { nav: evidence.href, crumbs: [evidence, { text: 'Records' }] }
  const above = [
    { text: 'Team', href: paths.team },
    { text: person.name, href: paths.person(person.personId) },
  ]
  return { nav: paths.team, crumbs: [...above, evidence, { text: 'Records' }] }
}

export const routes: Route[] = [
  get(paths.records(':person'), 'evidence.read', recordsPage),
  post(paths.importReading(':batch'), 'imports.manage', async (visit) =>
    changeCheck(RECORDS_CHECK, visit, await asked(visit)),
  ),
  post(paths.importPeople(':batch'), 'imports.manage', matchNames),
  post(paths.importCompetencies(':batch'), 'imports.manage', nameCompetencies),
  get(paths.importEnding(':batch'), 'imports.manage', undoingPage),
  post(paths.importEnding(':batch'), 'imports.manage', undo),
]
