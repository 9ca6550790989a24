import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import { listing } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { criteriaFor } from './criteria.ts'
import type { NoteTyped } from './pages/note-form.tsx'
import { ResearchPage } from './pages/research-page.tsx'
import { placeOf } from './place.ts'
import {
  compareSources,
  type Followed,
  keepSourcesAsEvidence,
  listComparedSources,
  listNotes,
  removeNote,
  saveNote,
} from './research.ts'
import type { ResearchNote } from './rules/research.ts'

/** What the form of a note shows first: what is kept of the one to change; of a new one, who read the last. */
function typedOf(changing: ResearchNote | null, last: ResearchNote | undefined): NoteTyped {
  if (changing) return { ...changing, seen: changing.seenOn }
  return {
    kind: '',
    title: '',
    address: '',
    seen: null,
    learnt: '',
    reliance: '',
    relianceWhy: '',
    sharing: last?.sharing ?? 'me',
    revision: null,
  }
}

async function researchPage(
  visit: Visit,
  shown: { typed?: NoteTyped; refusals?: readonly Refusal[]; status?: number } = {},
): Promise<Answer> {
  const { tx, person, own, actor, query, form } = visit
  const { personId } = person
  const notes = await listNotes(tx, personId, actor)
  const asked = form.text('note') || query.get('note')
  const changing = own ? (notes.find(({ noteId }) => noteId === asked) ?? null) : null
  const { refusals = [], status } = shown
  return page(
    {
      title: own ? 'Sources looked at' : `Sources that ${person.name} looked at`,
      lead: 'What was looked at, what was learnt, and how far it is to be trusted.',
      ...placeOf(visit, { text: 'Sources looked at' }),
      refusals,
      status,
    },
    <ResearchPage
      person={person}
      own={own}
      notes={notes}
      compared={await listComparedSources(tx, personId, actor)}
      criteria={await criteriaFor(tx, 'sources')}
      changing={changing}
      typed={shown.typed ?? typedOf(changing, notes[0])}
      sources={{ one: form.text('one'), other: form.text('other'), words: form.text('words') }}
      refusals={refusals}
    />,
  )
}

/** What became of evidence that was made of a source, in words; none where nothing did. */
function followedWords({ refs, onlyYou }: Followed): string[] {
  if (refs.length === 0) return []
  const made = `${listing(refs)}, made of this source,`
  const are = refs.length === 1 ? 'is' : 'are'
  return [
    onlyYou
      ? `${made} ${are} for your eyes only now: assessors may no longer read what it was made of.`
      : `${made} ${are} there again for those who read your evidence.`,
  ]
}

async function write(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const { personId } = person
  const { values } = form
  const noteId = form.text('note')
  const sharing = form.text('sharing')
  const asked = {
    kind: form.text('kind'),
    title: form.text('title'),
    address: form.text('address'),
    seenOn: form.day('seen'),
    learnt: form.text('learnt'),
    reliance: form.text('reliance'),
    relianceWhy: form.text('reliance-why'),
    sharing: isSharing(sharing) ? sharing : ('me' as const),
  }
  const revision = form.whole('revision')
  const saved = await saveNote(
    tx,
    actor,
    { ...asked, personId, noteId: isId(noteId) ? noteId : null, revision },
    today,
  )
  if (saved.ok)
    return goTo(paths.careerResearch(personId), ['Saved.', ...followedWords(saved.value.followed)].join(' '))
  const now = (await listNotes(tx, personId, actor)).find((note) => note.noteId === noteId)
  const seen = {
    day: values['seen-day'] ?? '',
    month: values['seen-month'] ?? '',
    year: values['seen-year'] ?? '',
  }
  const typed = { ...asked, seen, revision: saved.conflict ? (now?.revision ?? null) : revision }
  return researchPage(visit, {
    typed,
    refusals: saved.refusals,
    status: saved.conflict ? 409 : undefined,
  })
}

async function remove(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params } = visit
  const { personId } = person
  const noteId = params.note ?? ''
  found((await listNotes(tx, personId, actor)).find((note) => note.noteId === noteId))
  const removed = await removeNote(tx, actor, { personId, noteId })
  return removed.ok
    ? goTo(paths.careerResearch(personId), 'The source is taken away.')
    : researchPage(visit, { refusals: removed.refusals })
}

async function compare(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const { personId } = person
  const asked = {
    personId,
    oneId: form.text('one'),
    otherId: form.text('other'),
    words: form.text('words'),
  }
  const saved = await compareSources(tx, actor, asked, today)
  return saved.ok
    ? goTo(`${paths.careerResearch(personId)}#compared`, 'Saved.')
    : researchPage(visit, { refusals: saved.refusals })
}

async function keepAsEvidence(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, today } = visit
  const { personId } = person
  const comparisonId = params.comparison ?? ''
  const all = await listComparedSources(tx, personId, actor)
  found(all.find((one) => one.comparisonId === comparisonId))
  const kept = await keepSourcesAsEvidence(tx, actor, { personId, comparisonId }, today)
  return kept.ok
    ? goTo(
        paths.evidenceItem(personId, kept.value.evidenceId),
        kept.value.made ? 'Kept as evidence.' : 'It is evidence already.',
      )
    : researchPage(visit, { refusals: kept.refusals })
}

/** Sources looked at, and two of them compared. */
export const researchRoutes: readonly Route[] = [
  get('/people/:person/career/research', 'career.read', (visit) => researchPage(visit)),
  post('/people/:person/career/research', 'career.write', write),
  post('/people/:person/career/research/sources', 'career.write', compare),
  post('/people/:person/career/research/sources/:comparison/evidence', 'career.write', keepAsEvidence),
  post('/people/:person/career/research/:note/removal', 'career.write', remove),
]
