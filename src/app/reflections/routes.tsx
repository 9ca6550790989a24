import { plainDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import { count, possessive } from '../../kernel/text.ts'
import { findEvidence, findPersonalData } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import {
  type Answer,
  type Crumb,
  found,
  get,
  goTo,
  type PageOptions,
  page,
  post,
  type Visit,
} from '../visit.ts'
import { ReadPage, type TypedAccount, WritePage } from './pages/account-page.tsx'
import { ReflectionsPage } from './pages/list-page.tsx'
import {
  type About,
  findReflection,
  isModel,
  keepAsEvidence,
  listReflections,
  MODEL_WORDS,
  type Model,
  type Reflection,
  saveReflection,
} from './reflections.ts'
import { hintsOf } from './rules/hints.ts'
import { stagesOf } from './rules/stages.ts'

function placeOf(visit: Visit, last?: Crumb): Pick<PageOptions, 'nav' | 'crumbs'> {
  const { person, own } = visit
  const evidence = { text: 'Evidence', href: paths.evidence(person.personId) }
  const list = { text: 'Reflective accounts', href: paths.reflections(person.personId) }
  const above = own
    ? [evidence]
    : [
        { text: 'Team', href: paths.team },
        { text: person.name, href: paths.person(person.personId) },
        evidence,
      ]
  return {
    nav: own ? evidence.href : paths.team,
    crumbs: last ? [...above, list, last] : [...above, { text: list.text }],
  }
}

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

const ABOUT_KINDS = ['evidence', 'objective', 'review'] as const

/** What an account is about, from `evidence:ID`, `objective:ID` or `review:ID`; of the visitor's own evidence with its title. */
async function aboutOf(visit: Visit, text: string): Promise<About> {
  const [kind, id = ''] = text.split(':')
  const known = ABOUT_KINDS.find((one) => one === kind)
  if (!known || !isId(id)) return { kind: 'none', id: null, words: '' }
  if (known !== 'evidence') return { kind: known, id, words: '' }
  const item = await findEvidence(visit.tx, visit.person.personId, id, { includePrivate: visit.own })
  return item ? { kind: known, id, words: item.title } : { kind: 'none', id: null, words: '' }
}

/** What was typed into the form of an account. */
function typedIn({ form }: Visit, model: Model): TypedAccount {
  const sharing = form.text('sharing')
  return {
    aboutWords: form.text('about-words'),
    stages: stagesOf(model, form.values),
    impact: form.text('impact'),
    sharing: isSharing(sharing) ? sharing : 'me',
  }
}

async function writePage(
  visit: Visit,
  shown: {
    model: Model
    typed: TypedAccount
    about: About
    account: Reflection | null
    refusals?: readonly Refusal[]
    /** The version saved somewhere else while this was written. */
    conflict?: number
  },
): Promise<Answer> {
  const { tx, person, form } = visit
  const { model, typed, about, account, refusals = [], conflict } = shown
  const words = MODEL_WORDS[model]
  return page(
    {
      ...placeOf(visit, { text: account ? account.ref : 'New account' }),
      title: account ? account.about.words || `Account ${account.ref}` : 'A reflective account',
      lead: `${words.name} (${words.by})${account ? `, ${account.ref}, begun ${plainDay(account.saidOn)}` : ''}. Save it at any time, finished or not.`,
      refusals,
      status: conflict === undefined ? undefined : 409,
    },
    <WritePage
      action={
        account ? paths.reflection(person.personId, account.reflectionId) : paths.reflections(person.personId)
      }
      personId={person.personId}
      typed={typed}
      hints={hintsOf(model, Object.fromEntries(typed.stages.map(({ key, text }) => [key, text])))}
      personalData={personalDataIn(typed)}
      hidden={
        account
          ? { version: conflict ?? account.version }
          : { model, about: about.id === null ? '' : `${about.kind}:${about.id}` }
      }
      competencies={await listCompetencies(tx)}
      account={account}
      refusals={refusals}
      values={form.values}
    />,
  )
}

/** Words of an account that could tell who a customer is, each once. */
function personalDataIn({ stages, impact }: TypedAccount): string[] {
  const texts = [...stages.map((stage) => stage.text), impact]
  return [...new Set(texts.flatMap(findPersonalData).map((one) => one.found))]
}

async function newPage(visit: Visit): Promise<Answer> {
  const asked = visit.query.get('model') ?? ''
  const model = isModel(asked) ? asked : 'gibbs'
  const about = await aboutOf(visit, visit.query.get('about') ?? '')
  const typed: TypedAccount = {
    aboutWords: about.words,
    stages: stagesOf(model, {}),
    impact: '',
    sharing: 'leader',
  }
  return writePage(visit, { model, typed, about, account: null })
}

async function accountPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, params, actor, own } = visit
  const account = found(await findReflection(tx, person.personId, params.reflection ?? '', actor))
  if (own) {
    const typed = { ...account, aboutWords: account.about.words }
    return writePage(visit, { model: account.model, typed, about: account.about, account, refusals })
  }
  return page(
    {
      ...placeOf(visit, { text: account.ref }),
      title: account.about.words || `Account ${account.ref}`,
      lead: `${person.name}, ${MODEL_WORDS[account.model].name}, ${account.ref}, begun ${plainDay(account.saidOn)}.`,
    },
    <ReadPage account={account} />,
  )
}

async function save(visit: Visit, account: Reflection | null): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const asked = form.text('model')
  const model = account?.model ?? (isModel(asked) ? asked : 'gibbs')
  const about = account?.about ?? (await aboutOf(visit, form.text('about')))
  const typed = typedIn(visit, model)
  const outcome = await saveReflection(tx, actor, {
    personId: person.personId,
    model,
    about: { ...about, words: typed.aboutWords },
    stages: Object.fromEntries(typed.stages.map((stage) => [stage.key, stage.text])),
    impact: typed.impact,
    sharing: typed.sharing,
    saidOn: today,
    reflectionId: account?.reflectionId,
    version: form.whole('version') ?? undefined,
  })
  if (!outcome.ok) {
    const { refusals, conflict } = outcome
    return writePage(visit, { model, typed, about, account, refusals, conflict })
  }
  return goTo(paths.reflection(person.personId, outcome.value), 'The account is saved.')
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
