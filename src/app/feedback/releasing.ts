import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Database, OrgTx } from '../../shell/db.ts'
import type { Keys } from '../../shell/keys.ts'
import { log } from '../../shell/log.ts'
import { dropMailsAbout } from '../../shell/outbox-mails.ts'
import { roundKeys } from './launching.ts'
import { recordRound } from './planning.ts'
import { withoutOutsiders } from './rules/asking.ts'
import {
  type Earlier,
  type Mark,
  type QuestionKey,
  type Released,
  release,
  type SealedAnswer,
} from './rules/release.ts'
import { ASKED, markOf, openMarks, raterKey, unseal } from './sealing.ts'
import { lockRounds } from './store/lock.ts'
import { readReadings, type StoredReading, saveReadings, saveTexts } from './store/released.ts'
import { endRequests, type Forgotten } from './store/requests.ts'
import { listIds, lockDue, readRounds, type StoredRound } from './store/rounds.ts'
import { changeRound, rewordAdjustments } from './store/saving.ts'
import { deleteBoxes, readBoxes } from './store/sealed.ts'

/**
 * Closes every round whose last day has passed, each once and all groups of it together: keeps what may be shown, and
 * takes away every answer. Answers how many it closed. Their keys are destroyed by `destroyKeys`, after this is
 * committed. A round whose key is missing stays as it is until the key is put back.
 */
export async function releaseDue(tx: OrgTx, keys: Keys, today: Day): Promise<number> {
  await lockRounds(tx)
  let closed = 0
  for (const round of await lockDue(tx, today)) {
    const answers = await openBoxes(tx, keys, round)
    if (!answers) continue
    const released = release(round, answers, await earlierOf(tx, keys, round))
    await deleteBoxes(tx, round.roundId)
    await endRequests(tx, round.roundId, await outsideOf(tx, keys, round, released))
    await rewordAdjustments(tx, round, withoutOutsiders)
    await saveReadings(tx, round.roundId, released.readings)
    await saveTexts(tx, round.roundId, released.texts)
    await changeRound(tx, round.roundId, { state: 'closed' })
    await dropMailsAbout(tx, round.roundId)
    const shown = released.readings.filter(({ kind }) => kind === 'together').map(({ group }) => group)
    await recordRound(tx, null, 'feedback.released', round, { together: [...new Set(shown)] })
    closed += 1
  }
  return closed
}

/** What stays of people outside: marks of who was asked and of what is shown by name, and the name where answers stand under it. */
async function outsideOf(
  tx: OrgTx,
  keys: Keys,
  { personId, groups }: StoredRound,
  { readings, texts }: Released,
): Promise<Map<Id, Forgotten>> {
  const marks = await openMarks(keys, { orgId: tx.orgId, personId })
  const named = readings.flatMap((one) => (one.kind === 'named' ? one : []))
  const found = new Map<Id, Forgotten>()
  for (const { mode, raters } of groups)
    for (const rater of raters) {
      if (rater.personId) continue
      const key = raterKey(rater)
      const shown = named.filter(({ request }) => request === rater.requestId)
      const signed = shown.length > 0 || texts.some(({ request }) => request === rater.requestId)
      const about = [ASKED, ...shown.map(({ question }) => question)]
      found.set(rater.requestId, {
        name: mode === 'named' || signed ? rater.name : '',
        marks: Object.fromEntries(about.map((question) => [question, marks.of(question, key)])),
      })
    }
  return found
}

/** All answers of a round; null where there are some and the key is not. */
async function openBoxes(tx: OrgTx, keys: Keys, round: StoredRound): Promise<SealedAnswer[] | null> {
  const boxes = await readBoxes(tx, round.roundId)
  if (boxes.length === 0) return []
  const key = await keys.find(roundKeys(tx.orgId), round.roundId)
  if (!key) {
    log.error({ round: round.roundId }, 'a round of feedback cannot be closed: its key is missing')
    return null
  }
  const where = { orgId: tx.orgId, roundId: round.roundId }
  const answers = boxes.flatMap((box) => unseal(key, where, box) ?? [])
  if (answers.length < boxes.length)
    log.error({ round: round.roundId }, 'some answers of a round of feedback were changed, and are left out')
  return answers
}

/** What earlier rounds about the same person have shown of each question. */
async function earlierOf(tx: OrgTx, keys: Keys, round: StoredRound): Promise<Earlier> {
  const rounds = (await readRounds(tx, round.personId)).filter(({ state }) => state === 'closed')
  const readings = await readReadings(
    tx,
    rounds.map(({ roundId }) => roundId),
  )
  const marks = await openMarks(keys, { orgId: tx.orgId, personId: round.personId })
  const raters = new Map(
    rounds.flatMap(({ groups }) =>
      groups.flatMap((group) => group.raters.map((rater) => [rater.requestId, rater] as const)),
    ),
  )
  const markBehind = ({ request }: StoredReading, question: QuestionKey): Mark[] => {
    const rater = request && raters.get(request)
    const mark = rater && markOf(marks, question, rater)
    return mark ? [mark] : []
  }
  const foreign = rounds.filter(({ markedBy }) => markedBy !== marks.print).map(({ roundId }) => roundId)
  return {
    unknown:
      marks.print !== round.markedBy ||
      readings.some(({ roundId, members }) => members !== null && foreign.includes(roundId)),
    of: (question) => {
      const about = readings.filter((one) => one.question === question && one.held === null)
      return {
        sets: about.flatMap(({ members }) => (members ? [members] : [])),
        named: new Set(about.flatMap((one) => markBehind(one, question))),
      }
    },
  }
}

/** How long a key may lie without a round that is open: a launch that is under way has its key before its round. */
const GRACE = 3_600_000

/** Destroys the keys of rounds that are closed or gone: from then on no copy of the database holds their answers. */
async function destroyKeys(db: Database, keys: Keys, orgId: Id): Promise<void> {
  const made = await keys.list(roundKeys(orgId))
  if (made.length === 0) return
  const { open, closed } = await db.inOrg(
    orgId,
    async (tx) => ({
      open: new Set(await listIds(tx, 'open')),
      closed: new Set(await listIds(tx, 'closed')),
    }),
    { readOnly: true },
  )
  for (const { name, madeAt } of made) {
    const old = Date.now() - madeAt.getTime() > GRACE
    if (closed.has(name) || (old && !open.has(name))) await keys.destroy(roundKeys(orgId), name)
  }
}

/** Closes what is due in an organisation, and destroys the keys that are needed no more. At any time, as often as one likes. */
export async function closeRounds(
  house: { db: Database; keys: Keys },
  orgId: Id,
  today: Day,
): Promise<number> {
  const closed = await house.db.inOrg(orgId, (tx) => releaseDue(tx, house.keys, today))
  await destroyKeys(house.db, house.keys, orgId)
  return closed
}
