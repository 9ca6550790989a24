import { columnProblems, openQuestions, readAlike } from '../../kernel/rows/answering.ts'
import { answersFrom, type Checking } from '../contacts/contacts.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import type { Visit } from '../visit.ts'
import type { Considered } from './considering.ts'
import { answersOf, considerUpload, kindOf } from './importing.ts'
import type { Answers } from './mapping.ts'
import { CheckPage } from './pages/check-page.tsx'
import { rolesFor } from './rules/kinds.ts'
import { ROLE_WORDS } from './rules/role-words.ts'
import { whoseIs } from './rules/whose.ts'
import { listMatched } from './store/sources.ts'

/** How a file of records is checked before it is loaded. Choosing somebody's own words is no other way to read it. */
export const RECORDS_CHECK: Checking<Answers, Considered> = {
  answersOf,
  consider: ({ house, tx }, batch, answers) => considerUpload(house, tx, batch, answers),
  answered: ({ form }, batch, { proposal }, before) => ({
    ...answersFrom(form.values, proposal, before, rolesFor(kindOf(batch))),
    withText: form.text('withText') === 'yes',
  }),
  alike: ({ withText: _before, ...before }, { withText: _now, ...now }) => readAlike(before, now),
  rowsOf: ({ proposal }) => proposal.reading.rows,
  problems({ proposal }, wanted) {
    const twice = columnProblems(proposal, ROLE_WORDS)
    return twice.length > 0 || wanted === 'read' ? twice : openQuestions(proposal.questions)
  },
  show: async (visit, batch, considered, state) => (
    <CheckPage
      {...state}
      considered={considered}
      action={paths.importReading(batch.batchId)}
      newNames={await newNames(visit, considered)}
    />
  ),
}

/** Names in the file that are nobody's yet. */
async function newNames({ tx }: Visit, { proposal }: Considered): Promise<string[]> {
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const matched = await listMatched(tx)
  const names = new Set(proposal.reading.records.map(({ name }) => name))
  return [...names].filter((name) => whoseIs(name, people, matched) === null).toSorted()
}
