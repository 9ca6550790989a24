import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import {
  answersFrom,
  columnProblems,
  type Key,
  openQuestions,
  readAlike,
} from '../../kernel/rows/answering.ts'
import { count, sizeWords } from '../../kernel/text.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { paths } from '../paths.ts'
import { type Answer, goTo, page, type Visit } from '../visit.ts'
import { LIBRARY } from './addressed.ts'
import { listLibrary, readPackage } from './frameworks.ts'
import { importFramework, titleOf } from './importing.ts'
import { ImportMapping, type ListNamed } from './pages/import-mapping.tsx'
import { caseOrigin } from './rules/case-derived.ts'
import { goneFrom } from './rules/onto.ts'
import { PLAIN_ROLE_WORDS, PLAIN_ROLES } from './rules/plain-columns.ts'
import {
  type PlainAbout,
  type PlainAnswers,
  type PlainProposal,
  plainAnswersSchema,
  proposePlain,
  readPlain,
} from './rules/plain-csv.ts'

/** A plain list that was laid aside. */
type HeldList = { hash: string; name: string; bytes: Uint8Array; format: string }

/** What a person said of a list so far: it travels in the address. */
type Said = { answers: PlainAnswers; named: ListNamed }

const { shape } = plainAnswersSchema
const KEYS: Readonly<Record<string, Key>> = {
  encoding: (text) => shape.encoding.safeParse(text).data,
  delimiter: (text) => shape.delimiter.safeParse(text).data,
  headerLine: (text) => shape.headerLine.safeParse(Number(text)).data,
}

function saidIn({ query }: Visit, name: string): Said {
  const named = {
    title: query.get('title') ?? titleOf(name),
    publisher: query.get('publisher') ?? '',
    onto: query.get('onto') ?? '',
  }
  try {
    return { answers: plainAnswersSchema.parse(JSON.parse(query.get('answers') ?? '{}')), named }
  } catch {
    return { answers: {}, named }
  }
}

function addressOf(held: HeldList, { answers, named }: Said): string {
  const said = new URLSearchParams({ ...named, answers: JSON.stringify(answers) })
  return `${paths.frameworkImportFile(held)}&${said}`
}

const crumbs = [...LIBRARY, { text: 'Import', href: paths.frameworkImport }, { text: 'Columns' }]

/** The page on which a person checks how a plain list is read, as the import of a helpdesk's file has one. */
export async function plainCsvPage(
  visit: Visit,
  held: HeldList,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const said = saidIn(visit, held.name)
  const proposal = proposePlain(held.bytes, said.answers)
  return proposal.ok
    ? shown(visit, held, proposal.value, said, refusals)
    : page(
        { title: held.name, nav: paths.frameworks, crumbs, refusals: proposal.refusals },
        <ErrorSummary refusals={proposal.refusals} />,
      )
}

async function shown(
  visit: Visit,
  held: HeldList,
  proposal: PlainProposal,
  said: Said,
  refusals: readonly Refusal[],
): Promise<Answer> {
  const { tx, form } = visit
  const about = { ...(await aboutOf(visit, said)), space: tx.orgId }
  const before = about.onto
  const read = proposal.questions.length + proposal.faults.length > 0 ? null : readPlain(proposal, about)
  return page(
    {
      title: 'Check how the file is read',
      lead: `${held.name}, ${sizeWords(held.bytes.length)}, ${count(proposal.rows.length, 'row')}. Nothing is kept until you say so.`,
      nav: paths.frameworks,
      crumbs,
      refusals,
    },
    <ImportMapping
      action={addressOf(held, said)}
      proposal={proposal}
      items={read?.ok ? read.value.package.items : []}
      gone={before && read?.ok ? goneFrom(before, read.value.package) : []}
      named={said.named}
      library={await listLibrary(tx)}
      values={form.values}
      refusals={refusals}
    />,
  )
}

async function aboutOf(
  { tx }: Visit,
  { named: { title, publisher, onto } }: Said,
): Promise<Pick<PlainAbout, 'title' | 'publisher' | 'onto'>> {
  return { title, publisher, onto: isId(onto) ? await readPackage(tx, onto) : null }
}

/** After the form of that page: reads again, keeps the framework, or puts the file aside. */
export async function changePlainCsv(visit: Visit, held: HeldList): Promise<Answer> {
  const { tx, actor, form, house, today } = visit
  if (form.text('do') === 'aside')
    return goTo(paths.frameworkImport, `${held.name} is put aside. Nothing of it was kept.`)
  const before = saidIn(visit, held.name)
  const first = proposePlain(held.bytes, before.answers)
  if (!first.ok) return plainCsvPage(visit, held)
  const answers = answersFrom(form.values, first.value, before.answers, PLAIN_ROLES, KEYS)
  const said = {
    answers,
    named: { title: form.text('title'), publisher: form.text('publisher'), onto: form.text('onto') },
  }
  const again = readAlike(before.answers, answers) ? first : proposePlain(held.bytes, answers)
  if (!again.ok) return shown(visit, held, first.value, before, again.refusals)
  const wanted = form.text('do') === 'load' ? 'load' : 'read'
  const problems = problemsOf(again.value, said.named, wanted)
  if (problems.length > 0) return shown(visit, held, again.value, said, problems)
  if (wanted === 'read') return goTo(addressOf(held, said), 'The file was read again with these settings.')
  if (!readAlike(before.answers, answers))
    return goTo(addressOf(held, said), 'You changed how the file is read. Look once more, then load it.')
  const { name, bytes } = held
  const origin = caseOrigin(house.config.publicUrl)
  const csv = { answers, ...(await aboutOf(visit, said)) }
  const outcome = await importFramework(tx, actor, { name, bytes, format: 'csv', origin, csv }, today)
  if (!outcome.ok) return shown(visit, held, again.value, said, outcome.refusals)
  const { id, version, items, kept } = outcome.value
  return goTo(
    paths.framework(id),
    kept
      ? `Version ${version} is in the library, with ${count(items, 'item')}.`
      : `Nothing was added: version ${version} says the same already.`,
  )
}

function problemsOf(
  proposal: PlainProposal,
  { title, publisher }: ListNamed,
  wanted: 'read' | 'load',
): Refusal[] {
  const problems = columnProblems(proposal, PLAIN_ROLE_WORDS)
  if (wanted === 'read' || problems.length > 0) return problems
  problems.push(...openQuestions(proposal.questions))
  if (!title) problems.push({ field: 'title', message: 'Give the framework its title.' })
  if (title.length > 200) problems.push({ field: 'title', message: 'Keep the title under 200 characters.' })
  if (publisher.length > 200)
    problems.push({ field: 'publisher', message: 'Keep who wrote it under 200 characters.' })
  return problems
}
