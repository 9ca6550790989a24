import type { Refusal } from '../../kernel/outcome.ts'
import { count, listing } from '../../kernel/text.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import {
  answersFrom,
  askToLoad,
  type Batch,
  changeBatch,
  columnField,
  GonePage,
  givenTwice,
  loadedBefore,
  lockBatch,
  putAside,
  readAlike,
  roleField,
  sizeWords,
} from '../contacts/contacts.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import { type Answer, goTo, page, type Visit } from '../visit.ts'
import type { Considered } from './considering.ts'
import { answersOf, considerUpload, kindOf } from './importing.ts'
import type { Answers } from './mapping.ts'
import { CheckPage } from './pages/check-page.tsx'
import { rolesFor } from './rules/kinds.ts'
import { ROLE_WORDS } from './rules/role-words.ts'
import { whoseIs } from './rules/whose.ts'
import { listMatched } from './store/sources.ts'

/** The page on which a person checks how an uploaded file of records is read. */
export async function checkPage(
  visit: Visit,
  batch: Batch,
  answers: Answers = answersOf(batch),
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const { tx, house, form } = visit
  const considered = await considerUpload(house, tx, batch, answers)
  if (considered === null || !considered.ok)
    return page(
      { ...headOf(batch), title: batch.fileName, refusals: considered?.refusals ?? [] },
      considered === null ? <GonePage /> : <ErrorSummary refusals={considered.refusals} />,
    )
  const { proposal } = considered.value
  return page(
    {
      ...headOf(batch),
      title: 'Check how the file is read',
      lead: `${batch.fileName}, ${sizeWords(batch.fileSize)}, ${count(proposal.reading.rows, 'row')}. Nothing is loaded until you say so.`,
      refusals,
    },
    <CheckPage
      considered={considered.value}
      action={paths.importReading(batch.batchId)}
      newNames={await newNames(visit, considered.value)}
      before={await loadedBefore(visit, batch)}
      stopped={batch.refusal}
      values={form.values}
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
      : checkPage(visit, batch, answersOf(batch), outcome.refusals)
  }
  const before = answersOf(batch)
  const shown = await considerUpload(house, tx, batch, before)
  if (!shown?.ok) return checkPage(visit, batch, before)
  const { proposal } = shown.value
  const answers: Answers = {
    ...answersFrom(form.values, proposal, before, rolesFor(kindOf(batch))),
    withText: form.text('withText') === 'yes',
  }
  const considered = await considerUpload(house, tx, batch, answers)
  if (!considered?.ok) return checkPage(visit, batch, before, considered?.refusals ?? [])
  const refusals = problemsOf(considered.value, form.text('do'))
  if (refusals.length > 0) return checkPage(visit, batch, answers, refusals)
  await changeBatch(tx, batch.batchId, { answers, refusal: null })
  if (form.text('do') !== 'load') return goTo(here, 'The file was read again with these settings.')
  const { withText: _, ...columns } = answers
  const { withText: __, ...columnsBefore } = before
  if (!readAlike(columnsBefore, columns))
    return goTo(here, 'You changed how the file is read. Look once more, then load it.')
  await changeBatch(tx, batch.batchId, { state: 'waiting' })
  await askToLoad(house, { orgId: tx.orgId, batchId: batch.batchId })
  return goTo(here)
}

/** Why a file cannot be read or loaded by these answers: each reason at its field. */
function problemsOf({ proposal }: Considered, wanted: string): Refusal[] {
  const { mapping, headings, questions } = proposal
  const twice = givenTwice(mapping.columns).map(({ role, headings: names }) => ({
    field: columnField(headings.indexOf(names.at(-1) ?? '')),
    message: `“${listing(names)}” cannot all be “${ROLE_WORDS[role]}”. Choose one, and leave the other out.`,
  }))
  if (twice.length > 0 || wanted !== 'load') return twice
  return questions.map(({ key, role, question }) => ({
    field: role ? roleField(role) : key,
    message: question,
  }))
}

export function headOf(batch: Batch) {
  const crumbs = [
    { text: 'Helpdesk import', href: paths.imports },
    { text: batch.state === 'uploaded' ? `${batch.fileName}, step 2 of 3` : batch.fileName },
  ]
  return { nav: paths.imports, crumbs }
}

/** Names in the file that are nobody's yet. */
async function newNames({ tx }: Visit, { proposal }: Considered): Promise<string[]> {
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const matched = await listMatched(tx)
  const names = new Set(proposal.reading.records.map(({ name }) => name))
  return [...names].filter((name) => whoseIs(name, people, matched) === null).toSorted()
}
