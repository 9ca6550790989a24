import { dayIn, plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count, listing } from '../../kernel/text.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { paths } from '../paths.ts'
import { type Answer, goTo, page, type Visit } from '../visit.ts'
import type { Considered } from './considering.ts'
import { answersOf, considerUpload, readyOf } from './importing.ts'
import { askToLoad } from './jobs.ts'
import { CheckPage } from './pages/check-page.tsx'
import { ROLE_WORDS, sizeWords } from './pages/check-words.ts'
import { GonePage } from './pages/other-pages.tsx'
import { answersFrom, columnField, givenTwice, readAlike, roleField } from './rules/answering.ts'
import { type Answers, ROLES } from './rules/mapping.ts'
import { type Batch, changeBatch, listBatches, lockBatch } from './store/batches.ts'
import { listMatched, listSources } from './store/sources.ts'
import { putAside } from './undoing.ts'

/** The page on which a person checks how an uploaded file is read. */
export async function checkPage(visit: Visit, batch: Batch): Promise<Answer> {
  return shownPage(visit, batch, answersOf(batch), [])
}

async function shownPage(
  visit: Visit,
  batch: Batch,
  answers: Answers,
  refusals: readonly Refusal[],
): Promise<Answer> {
  const { tx, house, form } = visit
  const considered = await considerUpload(house, tx, batch, answers)
  if (considered === null || !considered.ok)
    return page(
      { ...headOf(batch), title: batch.fileName, refusals: considered?.refusals ?? [] },
      considered === null ? <GonePage /> : <ErrorSummary refusals={considered.refusals} />,
    )
  return readPage(visit, batch, considered.value, refusals, form.values)
}

async function readPage(
  visit: Visit,
  batch: Batch,
  considered: Considered,
  refusals: readonly Refusal[],
  values: Readonly<Record<string, string>>,
): Promise<Answer> {
  return page(
    {
      ...headOf(batch),
      title: 'Check how the file is read',
      lead: `${batch.fileName}, ${sizeWords(batch.fileSize)}, ${count(considered.proposal.rows, 'row')}. Nothing is loaded until you say so.`,
      refusals,
    },
    <CheckPage
      considered={considered}
      action={paths.import(batch.batchId)}
      newNames={await newNames(visit, considered)}
      before={await loadedBefore(visit, batch)}
      stopped={batch.refusal}
      values={values}
      refusals={refusals}
    />,
  )
}

/** After the form of the check page: reads again, loads, or puts the file aside. */
export async function changeCheck(visit: Visit, seen: Batch): Promise<Answer> {
  const { tx, house, actor, form } = visit
  const batch = (await lockBatch(tx, seen.batchId)) ?? seen
  const here = paths.import(batch.batchId)
  if (batch.state !== 'uploaded') return goTo(here)
  if (form.text('do') === 'aside') {
    const outcome = await putAside(house, tx, actor, batch.batchId)
    return outcome.ok
      ? goTo(paths.imports, `${batch.fileName} is put aside. Nothing of it was loaded.`)
      : shownPage(visit, batch, answersOf(batch), outcome.refusals)
  }
  const before = answersOf(batch)
  const shown = await considerUpload(house, tx, batch, before)
  if (!shown?.ok) return shownPage(visit, batch, before, [])
  const answers = answersFrom(form.values, shown.value.proposal, before, ROLES)
  const same = readAlike(before, answers) && (answers.name ?? '') === (before.name ?? '')
  const considered = same ? shown : await considerUpload(house, tx, batch, answers)
  if (!considered?.ok) return readPage(visit, batch, shown.value, considered?.refusals ?? [], form.values)
  const refusals = problemsOf(considered.value, form.text('do'))
  if (refusals.length > 0) return readPage(visit, batch, considered.value, refusals, form.values)
  await changeBatch(tx, batch.batchId, { answers, refusal: null })
  if (form.text('do') !== 'load') return goTo(here, 'The file was read again with these settings.')
  if (!readAlike(before, answers))
    return goTo(here, 'You changed how the file is read. Look once more, then load it.')
  await changeBatch(tx, batch.batchId, { state: 'waiting' })
  await askToLoad(house, { orgId: tx.orgId, batchId: batch.batchId })
  return goTo(here)
}

/** Why a file cannot be read or loaded by these answers: each reason at its field. */
function problemsOf(considered: Considered, wanted: string): Refusal[] {
  const { mapping, headings } = considered.proposal
  const twice = givenTwice(mapping.columns).map(({ role, headings: names }) => ({
    field: columnField(headings.indexOf(names.at(-1) ?? '')),
    message: `“${listing(names)}” cannot all be “${ROLE_WORDS[role]}”. Choose one, and leave the other out.`,
  }))
  if (twice.length > 0 || wanted !== 'load') return twice
  const ready = readyOf(considered)
  if (!ready.ok) return ready.refusals
  if (!('questions' in ready.value)) return []
  return ready.value.questions.map(({ key, role, question }) => ({
    field: role ? roleField(role) : key,
    message: question,
  }))
}

function headOf(batch: Batch) {
  const crumbs = [
    { text: 'Helpdesk import', href: paths.imports },
    { text: `${batch.fileName}, step 2 of 3` },
  ]
  return { nav: paths.imports, crumbs }
}

/** The very same bytes, loaded before and not undone. */
export async function loadedBefore(
  { tx, org }: Visit,
  batch: Batch,
): Promise<{ href: string; day: string } | null> {
  const same = (await listBatches(tx)).find(
    ({ sha256, state, batchId, kind }) =>
      sha256 === batch.sha256 && state === 'loaded' && batchId !== batch.batchId && kind === batch.kind,
  )
  if (!same) return null
  return {
    href: paths.import(same.batchId),
    day: plainDay(dayIn(same.loadedAt ?? same.madeAt, org.zone)),
  }
}

async function newNames({ tx }: Visit, { proposal, name }: Considered): Promise<string[]> {
  const source = (await listSources(tx)).find((one) => one.name === name)
  const matched = await listMatched(tx)
  const known = new Set(
    matched.filter(({ sourceId }) => sourceId === source?.sourceId).map((one) => one.name),
  )
  const names = new Set(proposal.reading?.contacts.flatMap(({ agentName }) => agentName ?? []))
  return [...names].filter((one) => !known.has(one)).toSorted()
}
