import { plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count, possessive } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { changePage, newPage, placeOf, save } from './account-writing.tsx'
import { ReadPage } from './pages/account-page.tsx'
import { ReflectionsPage } from './pages/list-page.tsx'
import { findReflection, keepAsEvidence, listReflections, MODEL_WORDS } from './reflections.ts'

async function listPage(visit: Visit): Promise<Answer> {
  const { tx, person, actor, own, today } = visit
  const accounts = await listReflections(tx, person.personId, actor)
  const complete = accounts.filter((account) => account.complete).length
  return page(
    {
      ...placeOf(visit),
      title: own ? 'Reflective accounts' : `${possessive(person.name)} reflective accounts`,
      lead: `${count(accounts.length, 'account')}, ${complete} with every stage done.`,
    },
    <ReflectionsPage personId={person.personId} own={own} accounts={accounts} today={today} />,
  )
}

async function accountPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, params, actor, own } = visit
  const account = found(await findReflection(tx, person.personId, params.reflection ?? '', actor))
  if (own) return changePage(visit, account, refusals)
  return page(
    {
      ...placeOf(visit, { text: account.ref }),
      title: account.about.words || `Account ${account.ref}`,
      lead: `${person.name}, ${MODEL_WORDS[account.model].name}, ${account.ref}, begun ${plainDay(account.saidOn)}.`,
    },
    <ReadPage account={account} />,
  )
}

async function keep(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, form, today } = visit
  const outcome = await keepAsEvidence(
    tx,
    actor,
    {
      personId: person.personId,
      reflectionId: params.reflection ?? '',
      competencyId: form.text('competency'),
      reason: form.text('reason'),
      bearing: 'for',
    },
    today,
  )
  if (!outcome.ok) return accountPage(visit, outcome.refusals)
  return goTo(paths.evidenceItem(person.personId, outcome.value), 'The account is kept as evidence.')
}

const account = paths.reflection(':person', ':reflection')

export const routes = [
  get(paths.reflections(':person'), 'reflections.read', listPage),
  get(paths.reflectionNew(':person'), 'reflections.write', newPage),
  post(paths.reflections(':person'), 'reflections.write', (visit) => save(visit, null)),
  get(account, 'reflections.read', (visit) => accountPage(visit)),
  post(account, 'reflections.write', async (visit) => {
    const { tx, person, params, actor } = visit
    return save(visit, found(await findReflection(tx, person.personId, params.reflection ?? '', actor)))
  }),
  post(paths.reflectionEvidence(':person', ':reflection'), 'reflections.write', keep),
]
