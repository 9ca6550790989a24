import { plainDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { johariOf } from './johari.ts'
import { listNeeds } from './needs.ts'
import { JohariPage } from './pages/johari-page.tsx'
import type { TypedEntry } from './pages/swot-form.tsx'
import { SwotPage } from './pages/swot-page.tsx'
import { SwotsPage } from './pages/swots-page.tsx'
import { placeOf } from './place.ts'
import { isQuarter } from './rules/swot.ts'
import type { Entry } from './store/swot.ts'
import {
  beginBoard,
  findBoard,
  listBoards,
  needOfEntry,
  removeEntry,
  shareBoard,
  writeEntry,
} from './swot.ts'

async function swotsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, query, form, today } = visit
  const { personId } = person
  const boards = await listBoards(tx, personId, actor)
  const asked = query.get('competency') ?? form.text('competency')
  const competency = isId(asked) ? asked : null
  const [newest] = boards
  if (own && newest && competency && refusals.length === 0)
    return goTo(`${paths.swot(personId, newest.boardId)}?add=weakness&competency=${competency}#write`)
  return page(
    {
      title: own ? 'Your SWOT' : `SWOT of ${person.name}`,
      lead: 'Strengths and weaknesses in a person, opportunities and threats around them.',
      ...placeOf(visit, { text: 'SWOT' }),
      refusals,
    },
    <SwotsPage
      person={person}
      own={own}
      boards={boards}
      competency={competency}
      about={form.text('about')}
      today={today}
      refusals={refusals}
    />,
  )
}

async function begin(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const from = form.text('carry') === 'yes' ? form.text('from') : ''
  const about = form.text('about')
  const asked = { personId: person.personId, about, from: isId(from) ? from : null }
  const begun = await beginBoard(tx, actor, asked, today)
  if (!begun.ok) return swotsPage(visit, begun.refusals)
  const competency = form.text('competency')
  const onward = isId(competency) ? `?add=weakness&competency=${competency}#write` : ''
  return goTo(
    `${paths.swot(person.personId, begun.value)}${onward}`,
    'Begun. Only you read it until you share it.',
  )
}

/** What the form of an entry shows first: what is kept of the one to change, or what the address brings along. */
function typedOf({ query }: Visit, changing: Entry | null): TypedEntry {
  if (changing) return changing
  const [quarter, competency, need] = ['add', 'competency', 'need'].map((name) => query.get(name) ?? '')
  return {
    quarter: isQuarter(quarter ?? '') ? (quarter as TypedEntry['quarter']) : null,
    words: '',
    competencyIds: competency ? [competency] : [],
    evidenceIds: [],
    needIds: need ? [need] : [],
    revision: null,
  }
}

async function swotPage(
  visit: Visit,
  shown: { entryId?: string; typed?: TypedEntry; refusals?: readonly Refusal[]; status?: number } = {},
): Promise<Answer> {
  const { tx, person, own, actor, params, query } = visit
  const { personId } = person
  const board = found(await findBoard(tx, personId, params.board ?? '', actor))
  const [newest] = own ? await listBoards(tx, personId, actor) : []
  const entryId = shown.entryId ?? query.get('entry')
  const changing = board.entries.find((entry) => entry.entryId === entryId) ?? null
  const { refusals = [], status } = shown
  return page(
    {
      title: board.about ? `SWOT: ${board.about}` : `SWOT of ${plainDay(board.beganOn)}`,
      lead: `SWOT ${board.number} of ${person.name}, begun ${plainDay(board.beganOn)}${board.begunFrom ? `, with what stood on SWOT ${board.begunFrom}` : ''}.`,
      ...placeOf(visit, { text: 'SWOT', href: paths.swots(personId) }, { text: `SWOT ${board.number}` }),
      refusals,
      status,
    },
    <SwotPage
      person={person}
      own={own}
      board={board}
      open={!own || newest?.boardId === board.boardId}
      competencies={await listCompetencies(tx)}
      evidence={await listEvidence(tx, personId, { includePrivate: own })}
      needs={await listNeeds(tx, personId, actor)}
      changing={changing}
      typed={shown.typed ?? typedOf(visit, changing)}
      refusals={refusals}
    />,
  )
}

async function write(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, form, today } = visit
  const { personId } = person
  const board = found(await findBoard(tx, personId, params.board ?? '', actor))
  const quarter = form.text('quarter')
  const entryId = form.text('entry')
  const typed: TypedEntry = {
    quarter: isQuarter(quarter) ? quarter : null,
    words: form.text('words'),
    competencyIds: form.all('competency'),
    evidenceIds: form.all('evidence'),
    needIds: form.all('need'),
    revision: form.whole('revision'),
  }
  const asked = { personId, boardId: board.boardId, entryId: isId(entryId) ? entryId : null, ...typed }
  const written = await writeEntry(tx, actor, asked, today)
  if (written.ok)
    return goTo(
      `${paths.swot(personId, board.boardId)}#entry-${written.value}`,
      entryId ? 'Changed. What it said before is kept.' : 'Added.',
    )
  const { refusals, conflict } = written
  return swotPage(visit, {
    entryId,
    refusals,
    typed: conflict === undefined ? typed : { ...typed, revision: conflict },
    status: conflict === undefined ? undefined : 409,
  })
}

async function remove(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, today } = visit
  const { personId } = person
  const board = found(await findBoard(tx, personId, params.board ?? '', actor))
  const asked = { personId, boardId: board.boardId, entryId: params.entry ?? '' }
  const removed = await removeEntry(tx, actor, asked, today)
  if (!removed.ok) return swotPage(visit, { refusals: removed.refusals })
  return goTo(paths.swot(personId, board.boardId), 'Taken off. The record of this SWOT still holds it.')
}

async function share(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, form } = visit
  const { personId } = person
  const board = found(await findBoard(tx, personId, params.board ?? '', actor))
  const sharing = form.text('sharing')
  const asked = { personId, boardId: board.boardId, sharing: isSharing(sharing) ? sharing : board.sharing }
  const shared = await shareBoard(tx, actor, asked)
  if (!shared.ok) return swotPage(visit, { refusals: shared.refusals })
  return goTo(paths.swot(personId, board.boardId), 'Saved who may read it.')
}

/** One click from a weakness or a threat to its objective. */
async function makeNeedOf(visit: Visit): Promise<Answer> {
  const { tx, person, actor, params, today } = visit
  const { personId } = person
  const board = found(await findBoard(tx, personId, params.board ?? '', actor))
  const asked = { personId, boardId: board.boardId, entryId: params.entry ?? '' }
  const made = await needOfEntry(tx, actor, asked, today)
  if (!made.ok) return swotPage(visit, { refusals: made.refusals })
  return goTo(
    paths.objectiveNew(personId, made.value.needId),
    board.sharing === 'me' ? 'It is a need now, which only you see.' : 'It is a need now.',
  )
}

async function johariPage(visit: Visit): Promise<Answer> {
  const { tx, person, own, actor, today } = visit
  const view = found(await johariOf(tx, person.personId, today, actor))
  return page(
    {
      title: own ? 'What you know, and what others see' : `What ${person.name} knows, and what others see`,
      lead: `${person.name}. A Johari window against ${view.role.title} (${view.role.version}).`,
      ...placeOf(visit, { text: 'Johari window' }),
    },
    <JohariPage person={person} own={own} view={view} />,
  )
}

const PERSON = ':person'
const BOARD = ':board'

export const swotRoutes: readonly Route[] = [
  get(paths.johari(PERSON), 'assessments.read', johariPage),
  get(paths.swots(PERSON), 'swot.read', (visit) => swotsPage(visit)),
  post(paths.swots(PERSON), 'swot.write', begin),
  get(paths.swot(PERSON, BOARD), 'swot.read', (visit) => swotPage(visit)),
  post(paths.swotSharing(PERSON, BOARD), 'swot.write', share),
  post(paths.swotEntries(PERSON, BOARD), 'swot.write', write),
  post(paths.swotEntryRemoval(PERSON, BOARD, ':entry'), 'swot.write', remove),
  post(paths.swotEntryNeed(PERSON, BOARD, ':entry'), 'swot.write', makeNeedOf),
]
