import { dayIn, plainDay } from '../../kernel/day.ts'
import { type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Visit } from '../visit.ts'
import { changeEvidence, mayChange } from './change.ts'
import { figurePage } from './figure-routes.tsx'
import { keepBytes } from './files.ts'
import { addEvidence, type NewEvidence, saidOf } from './keep.ts'
import { AddPage } from './pages/add-page.tsx'
import { caseOfStored, placeOf, suggestionsFor } from './place.ts'
import { findReadable, listDrafts } from './read.ts'
import { caseOf } from './rules/case.ts'
import { checkAsked } from './rules/check.ts'
import { isKind, kindsFor } from './rules/kinds.ts'
import type { Stored } from './store/items.ts'
import { NO_FILES, type TakenFiles, takeFiles } from './taking-files.ts'
import {
  cleaned,
  dayTyped,
  detailTyped,
  type Found,
  foundIn,
  linksOf,
  NO_SUCH_DAY,
  NOTHING_TYPED,
  reasonsApart,
  type Typed,
  tickedLink,
  typedFrom,
  typedIn,
} from './typed.ts'

type Shown = {
  typed: Typed
  found: readonly Found[]
  files: TakenFiles
  refusals: readonly Refusal[]
  item: Stored | null
  /** What was saved somewhere else while this was written. */
  conflict?: Stored
}

async function formPage(visit: Visit, shown: Shown): Promise<Answer> {
  const { tx, person, own, actor, today, org } = visit
  const { typed, found: personal, item, conflict } = shown
  const now = conflict ?? item
  const competencies = await listCompetencies(tx)
  const refusals = reasonsApart(shown.refusals, typed, competencies)
  return page(
    {
      ...placeOf(visit, { text: item ? item.ref : 'New item' }),
      title: 'What happened?',
      lead: `${own ? '' : `About ${person.name}. `}${item && !item.draft ? 'What it says now is kept beside what you change.' : 'A sentence or two is enough to save. The rest can wait.'}`,
      refusals,
      status: conflict ? 409 : undefined,
      scripts: ['evidence.js', 'files.js'],
    },
    <AddPage
      action={item ? paths.evidenceItem(person.personId, item.evidenceId) : paths.evidence(person.personId)}
      typed={typed}
      found={personal}
      files={shown.files}
      refusals={refusals}
      own={own}
      personId={person.personId}
      writer={actor.name}
      firstName={person.name.split(' ')[0] ?? person.name}
      moreLines={visit.form.text('do') === 'rows'}
      competencies={competencies}
      suggested={typed.text ? await suggestionsFor(tx, typed) : []}
      change={now ? { version: now.version, draft: now.draft } : undefined}
      conflict={conflict ? { text: conflict.text, on: plainDay(dayIn(conflict.savedAt, org.zone)) } : null}
      lines={await linesFor(visit, typed, item, shown.files)}
      drafts={(await listDrafts(tx, person.personId, actor)).filter(
        (one) => one.evidenceId !== item?.evidenceId,
      )}
      today={today}
    />,
  )
}

/** How what was typed stands; of an item as it is kept where nothing was typed since. */
async function linesFor(visit: Visit, typed: Typed, item: Stored | null, files: TakenFiles) {
  const { tx, today, form, own, actor } = visit
  if (item && form.values.text === undefined) return caseOfStored(tx, item, today)
  if (!typed.text) return []
  return caseOf(
    {
      kind: typed.kind,
      text: typed.text,
      happenedOn: dayTyped(form, 'happened').day,
      detail: detailTyped(typed, []),
      links: item && !item.draft ? item.links : linksOf(typed),
      by: own ? 'self' : 'other',
      addedByName: actor.name,
      hasFile: files.held.length + (item?.files.length ?? 0) > 0,
      sameAs: [],
    },
    today,
  )
}

async function newPage(visit: Visit): Promise<Answer> {
  const { query, own } = visit
  const measure = query.get('measure')
  if (measure) return figurePage(visit, { measure, from: query.get('from') ?? '', to: query.get('to') ?? '' })
  const kind = query.get('kind') ?? ''
  const competency = query.get('competency')
  const typed: Typed = {
    ...NOTHING_TYPED,
    kind: isKind(kind) && kindsFor(own).includes(kind) ? kind : null,
    links: competency ? [tickedLink(competency)] : [],
  }
  return formPage(visit, { typed, found: [], files: NO_FILES, refusals: [], item: null })
}

async function changePage(visit: Visit): Promise<Answer> {
  const item = await changeable(visit)
  const typed = typedFrom(item, await listCompetencies(visit.tx))
  return formPage(visit, { typed, found: [], files: NO_FILES, refusals: [], item })
}

/** The item of the address, where the visitor wrote it: nobody else changes what it says. */
async function changeable(visit: Visit): Promise<Stored> {
  const { tx, person, params, actor } = visit
  const item = found(await findReadable(tx, person.personId, params.evidence ?? '', actor))
  return found(mayChange(item, actor.personId) ? item : null)
}

const NO_COMPETENCY =
  'You said why it bears on a competency, and chose none. Choose it, or take the reason out.'

async function save(visit: Visit, item: Stored | null): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const files = await takeFiles(visit, item?.files.length)
  const typed = typedIn(form)
  const personal = foundIn(typed, form)
  const [day, end] = [dayTyped(form, 'happened'), dayTyped(form, 'expires')]
  const act = form.text('do')
  const unasked = personal.filter((one) => !one.offered).length
  const refusals: Refusal[] = [
    ...(day.wrong ? [{ field: 'happened', message: NO_SUCH_DAY }] : []),
    ...(typed.other.reason === '' ? [] : [{ field: 'other', message: NO_COMPETENCY }]),
    ...(end.wrong ? [{ field: 'expires', message: NO_SUCH_DAY }] : []),
    ...files.refusals,
  ]
  if (act === 'check' || act === 'rows')
    return formPage(visit, { typed, found: personal, files, refusals, item })
  if (unasked > 0)
    refusals.push({
      field: 'redact',
      message: `${count(unasked, 'detail')} could identify a customer. Look at what is ticked, then save: ticked ones are replaced.`,
    })
  const chosen = new Set(personal.filter((one) => one.chosen).map((one) => one.found))
  const clean = cleaned(typed, chosen)
  const asked = {
    personId: person.personId,
    kind: clean.kind,
    text: clean.text,
    happenedOn: day.day,
    expiresOn: end.day,
    links: linksOf(clean),
    detail: detailTyped(clean, await listCompetencies(tx)),
    declared: clean.declared,
    private: clean.private,
    draft: act === 'later' || (clean.kind === null && (item?.draft ?? true)),
  }
  const outcome: Outcome<string> & { conflict?: Stored } =
    refusals.length > 0
      ? refused(...refusals, ...alsoWhyNot(visit, asked, item, files.held.length))
      : item
        ? await changeEvidence(
            tx,
            actor,
            {
              ...asked,
              files: files.ready,
              evidenceId: item.evidenceId,
              version: form.whole('version') ?? 0,
              redacted: chosen,
            },
            today,
          )
        : await addEvidence(tx, actor, { ...asked, files: files.ready }, today)
  if (!outcome.ok) {
    const { refusals: why, conflict } = outcome
    return formPage(visit, { typed, found: personal, files, refusals: why, item, conflict })
  }
  await keepBytes(visit.house, tx, files.ready)
  return afterwards(visit, outcome.value, asked.draft, act)
}

/** What else is missing where something else is refused already: all is said at once. */
function alsoWhyNot(visit: Visit, asked: NewEvidence, item: Stored | null, held: number): Refusal[] {
  return checkAsked(
    {
      ...saidOf(asked, item, visit.today),
      links: asked.links,
      hasFile: held + (item?.files.length ?? 0) > 0,
    },
    { own: visit.own, vouched: false, was: item && !item.draft ? item.kind : null },
    visit.today,
  )
}

/** Where to go on after something was kept, and what to say. */
function afterwards(visit: Visit, evidenceId: string, draft: boolean, act: string): Answer {
  const { personId } = visit.person
  if (act === 'another') return goTo(paths.evidenceNew(personId), 'It is kept. What else happened?')
  if (act === 'later') return goTo(paths.evidence(personId), 'It is kept as a draft, for you alone.')
  if (draft)
    return goTo(
      paths.evidenceChange(personId, evidenceId),
      'It is kept as a draft, for you alone. Say what kind it is, and it counts.',
    )
  return goTo(paths.evidenceItem(personId, evidenceId), 'It is kept.')
}

export const changeRoutes = [
  get(paths.evidenceNew(':person'), 'evidence.add', newPage),
  post(paths.evidence(':person'), 'evidence.add', (visit) => save(visit, null)),
  get(paths.evidenceChange(':person', ':evidence'), 'evidence.add', changePage),
  post(paths.evidenceItem(':person', ':evidence'), 'evidence.add', async (visit) =>
    save(visit, await changeable(visit)),
  ),
]
