import { plainDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import { findPersonalData } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { measureNames } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, type Crumb, goTo, type PageOptions, page, type Visit } from '../visit.ts'
import { changeAbout, NO_DAY } from './impact.ts'
import { impactFrom, impactIn, impactShown } from './impact-typed.ts'
import { type TypedAccount, WritePage } from './pages/account-page.tsx'
import {
  type About,
  isModel,
  MODEL_WORDS,
  type Model,
  type Reflection,
  saveReflection,
} from './reflections.ts'
import { hintsOf } from './rules/hints.ts'
import { stagesOf } from './rules/stages.ts'

/** Where an account stands among the pages. */
export function placeOf(visit: Visit, last?: Crumb): Pick<PageOptions, 'nav' | 'crumbs'> {
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

const ABOUT_KINDS = ['evidence', 'objective', 'review'] as const

const ABOUT_NONE: About = { kind: 'none', id: null, words: '' }

/** What an account is about, from `evidence:ID`, `objective:ID` or `review:ID` of a record of the person's. */
async function aboutOf(visit: Visit, text: string): Promise<About> {
  const [kind, id = ''] = text.split(':')
  const known = ABOUT_KINDS.find((one) => one === kind)
  if (!known || !isId(id)) return ABOUT_NONE
  const found = await knownOf(visit, { kind: known, id, words: '' })
  return found ? { kind: known, id, words: found.words } : ABOUT_NONE
}

/** What is known of the record that an account is about: its name, and where its impact may show. */
const knownOf = ({ tx, person, actor, today }: Visit, about: About) =>
  changeAbout(tx, { personId: person.personId, viewer: actor, today, about })

/** What was typed into the form of an account, but for its impact. */
function typedIn({ form }: Visit, model: Model): Pick<TypedAccount, 'aboutWords' | 'stages' | 'sharing'> {
  const sharing = form.text('sharing')
  return {
    aboutWords: form.text('about-words'),
    stages: stagesOf(model, form.values),
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
  const { tx, person, form, today } = visit
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
      measures={await measureNames(tx, person.personId)}
      today={today}
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

export async function newPage(visit: Visit): Promise<Answer> {
  const asked = visit.query.get('model') ?? ''
  const model = isModel(asked) ? asked : 'gibbs'
  const about = await aboutOf(visit, visit.query.get('about') ?? '')
  const known = await knownOf(visit, about)
  const typed: TypedAccount = {
    ...impactFrom(null, known),
    aboutWords: about.words,
    stages: stagesOf(model, {}),
    sharing: 'me',
  }
  return writePage(visit, { model, typed, about, account: null })
}

/** The form of an account that is kept already. */
export async function changePage(
  visit: Visit,
  account: Reflection,
  refusals: readonly Refusal[] = [],
): Promise<Answer> {
  const { model, about } = account
  const impact = impactFrom(account, await knownOf(visit, about))
  const typed = { ...impact, aboutWords: about.words, stages: account.stages, sharing: account.sharing }
  return writePage(visit, { model, typed, about, account, refusals })
}

/** Keeps an account as it was typed, new or said anew; or shows the before and after that was asked for. */
export async function save(visit: Visit, account: Reflection | null): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const asked = form.text('model')
  const model = account?.model ?? (isModel(asked) ? asked : 'gibbs')
  const about = account?.about ?? (await aboutOf(visit, form.text('about')))
  const { change, fields, refusals: wrong } = impactIn(visit)
  const shown = async () => impactShown(visit, change, account?.shown ?? null)
  const written = typedIn(visit, model)
  if (wrong.length > 0 || form.text('do') === 'show') {
    const asked = change?.since === null ? [NO_DAY] : wrong
    const typed = { ...written, ...fields, ...(await shown()) }
    return writePage(visit, { model, typed, about, account, refusals: asked })
  }
  const outcome = await saveReflection(tx, actor, {
    personId: person.personId,
    model,
    about: { ...about, words: written.aboutWords },
    stages: Object.fromEntries(written.stages.map((stage) => [stage.key, stage.text])),
    impact: fields.impact,
    change,
    sharing: written.sharing,
    saidOn: today,
    reflectionId: account?.reflectionId,
    version: form.whole('version') ?? undefined,
  })
  if (!outcome.ok) {
    const { refusals, conflict } = outcome
    const typed = { ...written, ...fields, ...(await shown()) }
    return writePage(visit, { model, typed, about, account, refusals, conflict })
  }
  return goTo(paths.reflection(person.personId, outcome.value), 'The account is saved.')
}
