import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Keys } from '../../shell/keys.ts'
import type { AskedGroup } from './rules/asking.ts'
import { type AskedBefore, clashWith } from './rules/clash.ts'
import { isOtherGroup, type OtherGroup } from './rules/round.ts'
import { ASKED, type Marks, markOf, openMarks } from './sealing.ts'
import { readReadings, type StoredReading } from './store/released.ts'
import { readRounds, type StoredRound } from './store/rounds.ts'

/**
 * In words, what of these groups would be held back because of whom earlier rounds asked. It looks at who was asked and
 * never at who answered, so that nobody can find that out by trying.
 */
export async function clashesOf(
  tx: OrgTx,
  keys: Keys,
  personId: Id,
  groups: readonly AskedGroup[],
): Promise<{ group: OtherGroup; words: string }[]> {
  const rounds = (await readRounds(tx, personId)).filter(({ closesOn }) => closesOn !== null)
  const readings = await readReadings(
    tx,
    rounds.map(({ roundId }) => roundId),
  )
  const marks = await openMarks(keys, { orgId: tx.orgId, personId })
  const earlier = rounds.flatMap((round) => beforeOf(round, readings, marks))
  return groups.flatMap(({ group, mode, raters }) =>
    clashWith({ group, mode, raters: raters.map((rater) => keyOf(marks, asStored(rater))) }, earlier).map(
      (words) => ({
        group,
        words,
      }),
    ),
  )
}

const asStored = (rater: AskedGroup['raters'][number]) =>
  'email' in rater
    ? { personId: null, email: rater.email.trim(), marks: null }
    : { personId: rater.personId, email: null, marks: null }

const keyOf = (marks: Marks, rater: Parameters<typeof markOf>[2]) => markOf(marks, ASKED, rater) ?? ''

/** What an earlier round's groups asked; those of a closed round that shows nothing of them do not count. */
function beforeOf(round: StoredRound, readings: readonly StoredReading[], marks: Marks): AskedBefore[] {
  const own = readings.filter(({ roundId }) => roundId === round.roundId)
  return round.groups
    .filter(({ group }) => isOtherGroup(group))
    .flatMap(({ group, mode, raters }) => {
      const shown = own.filter((one) => one.group === group && one.held === null)
      if (round.state === 'closed' && shown.length === 0) return []
      const named = round.groups
        .flatMap((one) => one.raters)
        .filter(({ requestId }) => shown.some(({ request }) => request === requestId))
      return [
        {
          group,
          mode,
          raters: raters.map((rater) => keyOf(marks, rater)),
          named: named.map((rater) => keyOf(marks, rater)),
          on: round.closesOn ?? '',
        },
      ]
    })
}
