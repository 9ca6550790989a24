import { type Day, dayIn } from '../../kernel/day.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { givenTwice, twiceWords } from '../../kernel/rows/answering.ts'
import type { OrgTx } from '../../shell/db.ts'
import { REJECT_HEADINGS, sourceName } from '../contacts/contacts.ts'
import { findOrganisation } from '../people/people.ts'
import { type Answers, type Mapping, mappingSchema } from './mapping.ts'
import { type Proposal, propose } from './reading.ts'
import { KIND_WORDS, type RecordKind } from './rules/kinds.ts'
import { ROLE_WORDS } from './rules/role-words.ts'
import { listSources, type Source } from './store/sources.ts'

/** What a file would give, and the source that it is of. `known`: a saved mapping fits it. */
export type Considered = { proposal: Proposal; name: string; known: string | null }

/**
 * Looks at a file without loading anything: by what a person answered, by the mapping that was saved for files with
 * the same headings, and else by what is found in it. Whether words are kept is never taken from what was saved.
 */
export async function consider(
  tx: OrgTx,
  kind: RecordKind,
  file: { name: string; bytes: Uint8Array },
  answers: Answers,
): Promise<Outcome<Considered>> {
  const zone = (await findOrganisation(tx))?.zone ?? 'UTC'
  const today: Day = dayIn(tx.now, zone)
  const first = propose(kind, file.bytes, zone, today, answers)
  if (!first.ok) return first
  const sources = await listSources(tx, kind)
  const source = fitting(sources, answers.name, first.value.headings)
  const taken = sources.map(({ name }) => name)
  const name = answers.name || source?.name || sourceName(file.name, taken, KIND_WORDS[kind].many)
  if (!source) return done({ proposal: first.value, name, known: null })
  const { dateOrder, decimal, nullTokens, columns } = source.mapping
  const again = propose(kind, file.bytes, zone, today, {
    dateOrder,
    decimal,
    nullTokens,
    ...answers,
    columns: { ...columns, ...answers.columns },
  })
  return again.ok ? done({ proposal: again.value, name, known: source.name }) : again
}

/** The source whose mapping is of just these headings: the one that is named, else the one saved last. */
function fitting(
  sources: readonly Source[],
  name: string | undefined,
  headings: readonly string[],
): { name: string; mapping: Mapping } | null {
  const ours = headings.filter((heading) => !REJECT_HEADINGS.includes(heading))
  const fits = sources.flatMap((source) => {
    const mapping = mappingSchema.safeParse(source.mapping)
    if (!mapping.success) return []
    const { columns } = mapping.data
    const same =
      Object.keys(columns).length === ours.length && ours.every((heading) => columns[heading] !== undefined)
    return same ? [{ name: source.name, mapping: mapping.data }] : []
  })
  return fits.find((source) => source.name.toLowerCase() === name?.toLowerCase()) ?? fits[0] ?? null
}

/** A file that can be loaded. */
export type Ready = { kind: RecordKind; name: string; mapping: Mapping; reading: Proposal['reading'] }

/** A file's reading ready to load; refused where a question is left or a role given twice: each reason names its key of the mapping. */
export function readyOf(considered: Considered): Outcome<Ready> {
  const { proposal, name } = considered
  const { kind, mapping, reading, questions } = proposal
  const refusals = [
    ...givenTwice(mapping.columns).map(({ role, headings }) => ({
      field: 'columns',
      message: twiceWords(headings, ROLE_WORDS[role]),
    })),
    ...questions.map(({ key, question }) => ({ field: key, message: question })),
  ]
  return refusals.length > 0 ? refused(...refusals) : done({ kind, name, mapping, reading })
}
