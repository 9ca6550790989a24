import { type Actor, administers } from '../../kernel/actor.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { LetterSet } from '../../kernel/smart.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findLetters, saveLetters } from './store/letters.ts'

/**
 * Sets the letters that objectives are read by in the whole organisation, from now on: their readings follow at once,
 * and what plan versions keep stays. Source: domain.md 5 (let the centre choose its letter set).
 * @param asked `version` is the one the administrator saw
 */
export async function setLetters(
  tx: OrgTx,
  actor: Actor,
  asked: { smarter: boolean; a: string; version: number | null },
): Promise<Outcome<null>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator can choose the letters.' })
  const { smarter, a } = asked
  if (a !== 'achievable' && a !== 'agreed')
    return refused({ field: 'a', message: 'Choose what A stands for.' })
  const before = await findLetters(tx)
  const set: LetterSet = { smarter, a }
  const fresh =
    asked.version === before.version && (await saveLetters(tx, { ...set, version: before.version + 1 }))
  if (!fresh)
    return refused({
      message:
        'Somebody else changed the letters while this page was open. They are shown as they are now: choose again.',
    })
  await record(tx, { kind: 'plans.letters', actor, personId: null, recordId: tx.orgId, payload: set })
  return done(null)
}
