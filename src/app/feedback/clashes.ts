import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { knownOf } from './planning.ts'
import type { AskedGroup } from './rules/asking.ts'
import { type AskedBefore, clashWith } from './rules/clash.ts'
import type { OtherGroup } from './rules/round.ts'
import { raterKey } from './sealing.ts'
import { readReadings, type StoredReading } from './store/released.ts'
import { readRounds, type StoredRound } from './store/rounds.ts'

/**
 * In words, what of these groups would be held back because of whom earlier rounds asked. It looks at who was asked and
 * never at who answered, so that nobody can find that out by trying.
 */
export async function clashesOf(
  tx: OrgTx,
  personId: Id,
  groups: readonly AskedGroup[],
): Promise<{ group: OtherGroup; words: string }[]> {
  const rounds = (await readRounds(tx, personId)).filter(({ closesOn }) => closesOn !== null)
  const readings = await readReadings(
    tx,
    rounds.map(({ roundId }) => roundId),
  )
  const earlier = rounds.flatMap((round) => beforeOf(round, readings))
  return groups.flatMap(({ group, mode, raters }) =>
    clashWith({ group, mode, raters: raters.map(keyOfAsked) }, earlier).map((words) => ({
      group,
      words,
    })),
  )
}

const keyOfAsked = (rater: AskedGroup['raters'][number]) =>
  'email' in rater
    ? raterKey({ personId: null, email: rater.email.trim() })
    : raterKey({ personId: rater.personId, email: null })

/** What an earlier round's groups asked; those of a closed round that shows nothing of them do not count. */
function beforeOf(round: StoredRound, readings: readonly StoredReading[]): AskedBefore[] {
  const own = readings.filter(({ roundId }) => roundId === round.roundId)
  return knownOf(round).flatMap(({ group, mode, raters }) => {
    const shown = own.filter((one) => one.group === group && one.held === null)
    if (round.state === 'closed' && shown.length === 0) return []
    const named = round.groups
      .flatMap((one) => one.raters)
      .filter(({ requestId }) => shown.some(({ request }) => request === requestId))
    return [
      {
        group,
        mode,
        raters: raters.map(raterKey),
        named: named.map(raterKey),
        on: round.closesOn ?? '',
      },
    ]
  })
}
