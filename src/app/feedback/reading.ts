import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Keys } from '../../shell/keys.ts'
import { findPerson, listPeople } from '../people/people.ts'
import { mayLaunch } from './launching.ts'
import { NOT_YOURS, ownRound, recordRound } from './planning.ts'
import { GROUP_WORDS } from './rules/asking.ts'
import type { WhyHeld } from './rules/release.ts'
import { type Group, isOtherGroup, OPEN_QUESTIONS, type OpenQuestion, type Round } from './rules/round.ts'
import { levelOf, reachOf, type Shown, shownShort, shownWords } from './rules/shown.ts'
import { tokenOf } from './sealing.ts'
import { readReadings, readTexts, type StoredReading } from './store/released.ts'
import { readRound, readRounds, type StoredRound } from './store/rounds.ts'
import { changeRound } from './store/saving.ts'

/** What a closed round shows of one group, or of one named person, about one competency. */
export type Reading = {
  roundId: Id
  closedOn: Day
  group: Group
  anonymous: boolean
  competencyId: Id
  n: number
  shown: Shown
  /** Who answered by name; null where the answers of a group stand together. */
  by: string | null
}

/** What a closed round holds back for good, and by which rule: of a competency, or of an open question. */
export type Held = {
  roundId: Id
  group: Group
  competencyId: Id | null
  question: OpenQuestion | null
  why: WhyHeld
  threshold: number
}

/** What people wrote to one open question: of a group in mixed order, or of one named person. */
export type Texts = { roundId: Id; group: Group; question: OpenQuestion; texts: string[]; by: string | null }

export type Feedback = { readings: Reading[]; held: Held[]; texts: Texts[] }

/** The person and their leader see the same; an assessor what was shared with them; nobody else anything. */
function maySee(round: StoredRound, viewer: Actor): boolean {
  if (viewer.personId === round.personId || viewer.leads.includes(round.personId)) return true
  return viewer.assesses.includes(round.personId) && round.sharedWithAssessor && round.state === 'closed'
}

async function toRound(tx: OrgTx, { adjustments, markedBy: _, ...round }: StoredRound): Promise<Round> {
  const people = adjustments.length > 0 ? await listPeople(tx) : []
  const nameOf = (id: Id) => people.find(({ personId }) => personId === id)?.name ?? 'Somebody'
  return {
    ...round,
    adjustments: adjustments.map(({ madeBy, ...rest }) => ({ ...rest, by: nameOf(madeBy) })),
  }
}

/** A person's rounds that the viewer may know of, the newest first. Who was asked is told, who answered never. */
export async function listRounds(tx: OrgTx, personId: Id, viewer: Actor): Promise<Round[]> {
  const rounds = await readRounds(tx, personId)
  return Promise.all(rounds.filter((round) => maySee(round, viewer)).map((round) => toRound(tx, round)))
}

/** One of a person's rounds; null where there is none that the viewer may know of. */
export async function findRound(tx: OrgTx, personId: Id, roundId: Id, viewer: Actor): Promise<Round | null> {
  const round = isId(roundId) ? await readRound(tx, roundId) : null
  return round?.personId === personId && maySee(round, viewer) ? toRound(tx, round) : null
}

/**
 * What closed rounds about a person show and hold back, the newest round first. An open round shows nothing: no count, no
 * state, no sign that somebody answered.
 */
export async function feedbackOf(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<Feedback> {
  const rounds = (await readRounds(tx, personId)).filter(
    (round) =>
      round.state === 'closed' && round.closesOn !== null && round.closesOn < today && maySee(round, viewer),
  )
  const ids = rounds.map(({ roundId }) => roundId)
  const readings = await readReadings(tx, ids)
  const texts = await readTexts(tx, ids)
  return {
    readings: rounds.flatMap((round) => readingsOf(round, readings)),
    held: rounds.flatMap((round) => heldOf(round, readings)),
    texts: rounds.flatMap((round) => textsOf(round, texts)),
  }
}

const raterName = (round: StoredRound, request: Id | null): string | null =>
  round.groups.flatMap(({ raters }) => raters).find(({ requestId }) => requestId === request)?.name ?? null

/** In the order of the round's questions and groups. */
const inOrder = <T extends { question: string; group: Group }>(round: StoredRound, all: readonly T[]): T[] =>
  [...round.competencyIds, ...OPEN_QUESTIONS].flatMap((question) =>
    round.groups.flatMap(({ group }) =>
      all.filter((one) => one.question === question && one.group === group),
    ),
  )

const openQuestion = (question: string): OpenQuestion | null =>
  OPEN_QUESTIONS.find((one) => one === question) ?? null

function readingsOf(round: StoredRound, all: readonly StoredReading[]): Reading[] {
  const own = all.filter(({ roundId }) => roundId === round.roundId)
  return inOrder(round, own).flatMap(({ group, question, n, shown, request }) =>
    shown === null || n === null || round.closesOn === null
      ? []
      : [
          {
            roundId: round.roundId,
            closedOn: round.closesOn,
            group,
            anonymous: request === null,
            competencyId: question,
            n,
            shown,
            by: raterName(round, request),
          },
        ],
  )
}

function heldOf(round: StoredRound, all: readonly StoredReading[]): Held[] {
  const own = all.filter(({ roundId }) => roundId === round.roundId)
  return inOrder(round, own).flatMap(({ roundId, group, question, held, threshold }) => {
    const open = openQuestion(question)
    return held
      ? [{ roundId, group, competencyId: open ? null : question, question: open, why: held, threshold }]
      : []
  })
}

function textsOf(round: StoredRound, all: Awaited<ReturnType<typeof readTexts>>): Texts[] {
  const own = inOrder(
    round,
    all.filter(({ roundId }) => roundId === round.roundId),
  )
  const found: Texts[] = []
  for (const { roundId, group, question, words, request } of own) {
    const by = raterName(round, request)
    const same = found.find((one) => one.group === group && one.question === question && one.by === by)
    if (same && by === null) same.texts.push(words)
    else found.push({ roundId, group, question, texts: [words], by })
  }
  return found
}

/** `words` and `short`, for a cell of a table, say what `level` alone would say too much of. */
type From360 = {
  competencyId: Id
  source: 'feedback'
  level: number
  reaches: number
  n: number
  on: Day
  by: string
  words: string
  short: string
}

/**
 * What a gap row shows of 360 feedback: for each competency the newest reading of each group and of each named person,
 * but not of the person themself. At an end of the scale the level is the end's nearer side, `reaches` its
 * farther one, and `words` says so.
 */
export function levelsFrom360(readings: readonly Reading[]): From360[] {
  const newest = new Map<string, Reading>()
  for (const reading of readings) {
    if (reading.group === 'self') continue
    const key = `${reading.competencyId} ${reading.by ?? reading.group}`
    const known = newest.get(key)
    if (!known || known.closedOn < reading.closedOn) newest.set(key, reading)
  }
  return [...newest.values()].map(({ competencyId, group, n, closedOn, shown, by }) => ({
    competencyId,
    source: 'feedback',
    level: levelOf(shown),
    reaches: reachOf(shown),
    n,
    on: closedOn,
    by: by ?? (isOtherGroup(group) ? count(n, GROUP_WORDS[group].one, GROUP_WORDS[group].many) : group),
    words: shownWords(shown),
    short: shownShort(shown),
  }))
}

/** The person lets those who assess them read a closed round, or no longer. */
export async function shareWithAssessor(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roundId: Id; shared: boolean },
): Promise<Outcome<null>> {
  const round = await ownRound(tx, asked)
  if (round?.state !== 'closed' || actor.personId !== round.personId) return NOT_YOURS
  await changeRound(tx, round.roundId, { sharedWithAssessor: asked.shared })
  await recordRound(tx, actor, asked.shared ? 'feedback.shared' : 'feedback.unshared', round, {})
  return done(null)
}

/**
 * The links of people outside who answer by name, for whoever may launch to hand over where no mail is sent. Colleagues
 * find theirs on their own pages, and people outside who answer without a name in their mail: nobody else is ever shown
 * one.
 */
export async function linksToHandOver(
  tx: OrgTx,
  keys: Keys,
  personId: Id,
  roundId: Id,
  actor: Actor,
): Promise<{ name: string; token: string }[]> {
  const round = isId(roundId) ? await readRound(tx, roundId) : null
  const person = await findPerson(tx, personId)
  if (!person || round?.personId !== personId || round.state !== 'open') return []
  if (!(await mayLaunch(tx, actor, person))) return []
  const outside = round.groups
    .filter(({ mode }) => mode === 'named')
    .flatMap(({ raters }) => raters)
    .filter((rater) => rater.personId === null)
  return Promise.all(
    outside.map(async ({ requestId, name }) => ({ name, token: await tokenOf(keys, tx.orgId, requestId) })),
  )
}
