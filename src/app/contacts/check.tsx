import { columnProblems, openQuestions, readAlike } from '../../kernel/rows/answering.ts'
import { paths } from '../paths.ts'
import type { Visit } from '../visit.ts'
import type { Checking } from './checking.tsx'
import type { Considered } from './considering.ts'
import { answersOf, considerUpload, readyOf } from './importing.ts'
import { CheckPage } from './pages/check-page.tsx'
import { ROLE_WORDS } from './pages/check-words.ts'
import { answersFrom } from './rules/answering.ts'
import { type Answers, ROLES } from './rules/mapping.ts'
import { listMatched, listSources } from './store/sources.ts'

/** How a file of contacts is checked before it is loaded. */
export const CONTACTS_CHECK: Checking<Answers, Considered> = {
  answersOf,
  consider: ({ house, tx }, batch, answers) => considerUpload(house, tx, batch, answers),
  answered: ({ form }, _batch, { proposal }, before) => answersFrom(form.values, proposal, before, ROLES),
  alike: readAlike,
  rowsOf: ({ proposal }) => proposal.rows,
  problems(considered, wanted) {
    const twice = columnProblems(considered.proposal, ROLE_WORDS)
    if (twice.length > 0 || wanted === 'read') return twice
    const ready = readyOf(considered)
    if (!ready.ok) return [...ready.refusals]
    return 'questions' in ready.value ? openQuestions(ready.value.questions) : []
  },
  show: async (visit, batch, considered, state) => (
    <CheckPage
      {...state}
      considered={considered}
      action={paths.import(batch.batchId)}
      newNames={await newNames(visit, considered)}
    />
  ),
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
