import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Keys } from '../../shell/keys.ts'
import { findPerson } from '../people/people.ts'
import { roundKeys } from './launching.ts'
import type { SealedAnswer } from './rules/release.ts'
import { type Group, OPEN_QUESTIONS, type Question } from './rules/round.ts'
import { tidy } from './rules/words.ts'
import { openMarks, raterKey, readToken, seal, tokenOf } from './sealing.ts'
import { findRequest, listWaitingFor, markRequest, type Request } from './store/requests.ts'
import { readRound, type StoredRound } from './store/rounds.ts'
import { saveBox } from './store/sealed.ts'

/** What somebody who is asked sees before and while they answer. */
export type Asking = {
  roundId: Id
  /** Whom it is about. */
  personId: Id
  name: string
  /** The one who answers is the one it is about. */
  own: boolean
  group: Group
  anonymous: boolean
  threshold: number
  /** How many are asked in this group. */
  asked: number
  leader: string | null
  purpose: string
  closesOn: Day
  competencies: Question[]
}

/** `closed` is past its last day; `answered` and `cannot` are what this link was used for. */
export type Opened =
  | { state: 'open'; asking: Asking }
  | { state: 'answered' | 'cannot' | 'closed'; name: string }

export type Answer = {
  /** By competency id; null is "can't answer this". */
  levels: Readonly<Record<Id, number | null>>
  keep: string
  change: string
  /** Answers by name though the group is anonymous. */
  signed: boolean
}

/** Characters in one text. */
const TEXT_LIMIT = 2000

/** The organisation that a link belongs to, or null where its seal is not ours. Asks nothing of the database. */
export async function orgOfAnswer(keys: Keys, token: string): Promise<Id | null> {
  return (await readToken(keys, token))?.orgId ?? null
}

type Found = { request: Request; round: StoredRound; state: Opened['state'] }

async function follow(
  tx: OrgTx,
  keys: Keys,
  token: string,
  today: Day,
  lock?: 'lock',
): Promise<Found | null> {
  const read = await readToken(keys, token)
  if (read?.orgId !== tx.orgId) return null
  const request = await findRequest(tx, read.requestId, lock)
  const round = request && (await readRound(tx, request.roundId))
  if (!request || !round || round.state === 'draft' || round.state === 'nominated') return null
  const over = round.state === 'closed' || round.closesOn === null || round.closesOn < today
  if (over || request.state === 'ended') return { request, round, state: 'closed' }
  return { request, round, state: request.state === 'asked' ? 'open' : request.state }
}

/** What a link shows to whoever has it; null where it is none of ours. */
export async function openRequest(tx: OrgTx, keys: Keys, token: string, today: Day): Promise<Opened | null> {
  const found = await follow(tx, keys, token, today)
  const person = found && (await findPerson(tx, found.round.personId))
  if (!found || !person) return null
  const { request, round, state } = found
  if (state !== 'open') return { state, name: person.name }
  const group = round.groups.find((one) => one.group === request.group)
  const leader = round.groups.find((one) => one.group === 'leader')?.raters[0]
  return {
    state,
    asking: {
      roundId: round.roundId,
      personId: person.personId,
      name: person.name,
      own: request.group === 'self',
      group: request.group,
      anonymous: group?.mode === 'anonymous',
      threshold: group?.threshold ?? 1,
      asked: group?.raters.length ?? 1,
      leader: leader?.name ?? null,
      purpose: round.purpose,
      closesOn: round.closesOn ?? today,
      competencies: round.questions,
    },
  }
}

/**
 * Takes an answer, once. What was answered goes into a box that nobody can open before the round closes, and that says
 * nowhere whose it is; the request says that it was answered, and nothing else does.
 */
export async function answerRequest(
  tx: OrgTx,
  keys: Keys,
  token: string,
  answer: Answer,
  today: Day,
): Promise<Outcome<null>> {
  const found = await follow(tx, keys, token, today, 'lock')
  if (found?.state !== 'open') return NOT_OPEN
  const { request, round } = found
  const words = { keep: tidy(answer.keep), change: tidy(answer.change) }
  const refusals = checkAnswer(round.questions, { ...answer, ...words })
  if (refusals.length > 0) return refused(...refusals)
  const key = await keys.find(roundKeys(tx.orgId), round.roundId)
  const marks = await openMarks(keys, { orgId: tx.orgId, personId: round.personId })
  if (!key || marks.print !== round.markedBy)
    throw new Error(
      'The key of an open round of feedback is gone. Put the folder files/keys back from a backup.',
    )
  const byName =
    answer.signed || round.groups.some((one) => one.group === request.group && one.mode === 'named')
  const rater = raterKey(request)
  const questions = [...round.competencyIds, ...OPEN_QUESTIONS]
  const sealed: SealedAnswer = {
    group: request.group,
    named: byName ? request.requestId : null,
    levels: Object.fromEntries(round.competencyIds.map((id) => [id, answer.levels[id] ?? null])),
    words,
    marks: Object.fromEntries(questions.map((question) => [question, marks.of(question, rater)])),
  }
  await saveBox(tx, round.roundId, seal(key, { orgId: tx.orgId, roundId: round.roundId }, sealed))
  await markRequest(tx, request.requestId, 'answered')
  return done(null)
}

/** Takes "I can't" for an answer: no reason, no reminder, and a place free among the rater's open requests. */
export async function cannotAnswer(tx: OrgTx, keys: Keys, token: string, today: Day): Promise<Outcome<null>> {
  const found = await follow(tx, keys, token, today, 'lock')
  if (found?.state !== 'open') return NOT_OPEN
  await markRequest(tx, found.request.requestId, 'cannot')
  return done(null)
}

const NOT_OPEN = refused({ message: 'This request was answered already, or its last day has passed.' })

function checkAnswer(questions: readonly Question[], answer: Omit<Answer, 'signed'>): Refusal[] {
  const refusals: Refusal[] = []
  for (const { competencyId } of questions) {
    const level = answer.levels[competencyId]
    if (level === undefined || (level !== null && ![1, 2, 3, 4, 5].includes(level)))
      refusals.push({ field: competencyId, message: 'Choose a line, or “I can’t answer this”.' })
  }
  for (const field of OPEN_QUESTIONS)
    if (answer[field].length > TEXT_LIMIT)
      refusals.push({ field, message: 'That is more than 2,000 characters: say it shorter.' })
  if (refusals.length > 0) return refusals
  const nothing = questions.every(({ competencyId }) => answer.levels[competencyId] === null)
  return nothing && answer.keep === '' && answer.change === ''
    ? [
        {
          field: questions[0]?.competencyId,
          message: 'Answer at least one question, or say below that you can’t answer this time.',
        },
      ]
    : []
}

/** What waits for a colleague, with the token of each link: for their own page and nobody else's. */
export async function askedOf(
  tx: OrgTx,
  keys: Keys,
  personId: Id,
  today: Day,
): Promise<{ name: string; own: boolean; closesOn: Day; token: string }[]> {
  const waiting = await listWaitingFor(tx, personId, today)
  return Promise.all(
    waiting.map(async ({ requestId, about, closesOn }) => ({
      name: (await findPerson(tx, about))?.name ?? '',
      own: about === personId,
      closesOn,
      token: await tokenOf(keys, tx.orgId, requestId),
    })),
  )
}
