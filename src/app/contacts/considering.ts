import type { Day } from '../../kernel/day.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Answers, type Mapping, mappingSchema } from './rules/mapping.ts'
import { fits, type Proposal, propose } from './rules/propose.ts'
import { REJECT_HEADINGS } from './rules/rejects.ts'
import { sourceName } from './rules/source-name.ts'
import { listSources, type Source } from './store/sources.ts'

/** What a file would give, and the source that it is of. `known`: a saved mapping fits it. */
export type Considered = { proposal: Proposal; name: string; known: string | null }

/**
 * Looks at a file without loading anything: by what a person answered, by the mapping that was saved for files with
 * the same headings, and else by what is found in it.
 */
export async function consider(
  tx: OrgTx,
  file: { name: string; bytes: Uint8Array },
  answers: Answers,
  zone: string,
  today: Day,
): Promise<Outcome<Considered>> {
  const first = propose(file.bytes, zone, today, answers)
  if (!first.ok) return first
  const sources = await listSources(tx)
  const source = sourceOf(sources, answers.name, first.value.headings)
  const taken = sources.map(({ name }) => name)
  const name = answers.name || source?.name || sourceName(file.name, taken)
  if (!source) return done({ proposal: first.value, name, known: null })
  const { mapping } = source
  if (readsAlike(first.value, mapping)) return done({ proposal: first.value, name, known: source.name })
  const again = propose(file.bytes, zone, today, {
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    grain: mapping.grain,
    ratingMax: mapping.ratingMax,
    nullTokens: mapping.nullTokens,
    ...answers,
    columns: { ...mapping.columns, ...answers.columns },
  })
  return again.ok ? done({ proposal: again.value, name, known: source.name }) : again
}

/** Whether a file was read without a question and by just what the mapping says, so that it need not be read again. */
function readsAlike({ mapping, questions, headings }: Proposal, saved: Mapping): boolean {
  const keys = ['dateOrder', 'decimal', 'grain', 'ratingMax'] as const
  return (
    questions.length === 0 &&
    keys.every((key) => mapping[key] === saved[key]) &&
    headings.every(
      (heading) => (mapping.columns[heading] ?? 'ignore') === (saved.columns[heading] ?? 'ignore'),
    ) &&
    mapping.nullTokens.join('\n') === saved.nullTokens.join('\n')
  )
}

/** The source whose mapping fits the headings: the one that is named, else the one saved last. */
function sourceOf(
  sources: readonly Source[],
  name: string | undefined,
  headings: readonly string[],
): { name: string; mapping: Mapping } | null {
  const ours = headings.filter((heading) => !REJECT_HEADINGS.includes(heading))
  const fitting = sources.flatMap((source) => {
    const mapping = mappingSchema.safeParse(source.mapping)
    return mapping.success && fits(mapping.data, ours) ? [{ name: source.name, mapping: mapping.data }] : []
  })
  return fitting.find((source) => source.name.toLowerCase() === name?.toLowerCase()) ?? fitting[0] ?? null
}
