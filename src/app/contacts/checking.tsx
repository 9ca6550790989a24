import type { VNode } from 'preact'
import { dayIn, plainDay } from '../../kernel/day.ts'
import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import { type Answered, readAlike } from '../../kernel/rows/answering.ts'
import { count } from '../../kernel/text.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { paths } from '../paths.ts'
import { type Answer, goTo, page, type Visit } from '../visit.ts'
import { askToLoad } from './jobs.ts'
import type { CheckState } from './pages/check-form.tsx'
import { sizeWords } from './pages/check-words.ts'
import { GonePage } from './pages/other-pages.tsx'
import { type Batch, changeBatch, listBatches, lockBatch } from './store/batches.ts'
import { putAside } from './undoing.ts'

/** How files of one kind are checked before they are loaded: `C` is such a file as it is read, `A` what a person answers. */
export type Checking<A extends Answered<string>, C> = {
  /** What was answered about an uploaded file so far. */
  answersOf(batch: Batch): A
  /** How the file is read by some answers; null where its bytes are gone. */
  consider(visit: Visit, batch: Batch, answers: A): Promise<Outcome<C> | null>
  /** The answers after the form of the page that showed a file so, with those given before. */
  answered(visit: Visit, batch: Batch, shown: C, before: A): A
  /** Whether a file that was looked at by the one need not be looked at again by the other. */
  alike(before: A, answers: A): boolean
  rowsOf(considered: C): number
  /** Why it cannot be read, or (where that is wanted) loaded: each reason at its field. */
  problems(considered: C, wanted: 'read' | 'load'): Refusal[]
  /** The body of the page. */
  show(visit: Visit, batch: Batch, considered: C, state: CheckState): Promise<VNode>
}

/** The page on which a person checks how an uploaded file is read. */
export async function checkPage<A extends Answered<string>, C>(
  checking: Checking<A, C>,
  visit: Visit,
  batch: Batch,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const considered = await checking.consider(visit, batch, checking.answersOf(batch))
  if (considered?.ok) return readPage(checking, visit, batch, considered.value, refusals)
  return page(
    { ...headOf(batch), title: batch.fileName, refusals: considered?.refusals ?? [] },
    considered === null ? <GonePage /> : <ErrorSummary refusals={considered.refusals} />,
  )
}

async function readPage<A extends Answered<string>, C>(
  checking: Checking<A, C>,
  visit: Visit,
  batch: Batch,
  considered: C,
  refusals: readonly Refusal[],
): Promise<Answer> {
  const state = {
    before: await loadedBefore(visit, batch),
    stopped: batch.refusal,
    values: visit.form.values,
    refusals,
  }
  return page(
    {
      ...headOf(batch),
      title: 'Check how the file is read',
      lead: `${batch.fileName}, ${sizeWords(batch.fileSize)}, ${count(checking.rowsOf(considered), 'row')}. Nothing is loaded until you say so.`,
      refusals,
    },
    await checking.show(visit, batch, considered, state),
  )
}

/** After the form of the check page: reads again, loads, or puts the file aside. */
export async function changeCheck<A extends Answered<string>, C>(
  checking: Checking<A, C>,
  visit: Visit,
  seen: Batch,
): Promise<Answer> {
  const { tx, house, actor, form } = visit
  const batch = (await lockBatch(tx, seen.batchId)) ?? seen
  const here = paths.import(batch.batchId)
  if (batch.state !== 'uploaded') return goTo(here)
  if (form.text('do') === 'aside') {
    const outcome = await putAside(house, tx, actor, batch.batchId)
    return outcome.ok
      ? goTo(paths.imports, `${batch.fileName} is put aside. Nothing of it was loaded.`)
      : checkPage(checking, visit, batch, outcome.refusals)
  }
  const before = checking.answersOf(batch)
  const shown = await checking.consider(visit, batch, before)
  if (!shown?.ok) return checkPage(checking, visit, batch)
  const answers = checking.answered(visit, batch, shown.value, before)
  const same = readAlike(before, answers) && (answers.name ?? '') === (before.name ?? '')
  const considered = same ? shown : await checking.consider(visit, batch, answers)
  if (!considered?.ok) return readPage(checking, visit, batch, shown.value, considered?.refusals ?? [])
  const wanted = form.text('do') === 'load' ? 'load' : 'read'
  const refusals = checking.problems(considered.value, wanted)
  if (refusals.length > 0) return readPage(checking, visit, batch, considered.value, refusals)
  await changeBatch(tx, batch.batchId, { answers, refusal: null })
  if (wanted === 'read') return goTo(here, 'The file was read again with these settings.')
  if (!checking.alike(before, answers))
    return goTo(here, 'You changed how the file is read. Look once more, then load it.')
  await changeBatch(tx, batch.batchId, { state: 'waiting' })
  await askToLoad(house, { orgId: tx.orgId, batchId: batch.batchId })
  return goTo(here)
}

/** Where the page of an import stands. */
export function headOf({ fileName, state }: Batch) {
  const crumbs = [
    { text: 'Helpdesk import', href: paths.imports },
    { text: state === 'uploaded' ? `${fileName}, step 2 of 3` : fileName },
  ]
  return { nav: paths.imports, crumbs }
}

/** The very same bytes, loaded before and not undone. */
async function loadedBefore({ tx, org }: Visit, batch: Batch): Promise<CheckState['before']> {
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
