import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Quiet } from '../../kernel/quiet.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { KINDS, type NoticeKind } from './rules/kinds.ts'
import { checkQuiet } from './rules/quiet.ts'
import { type Choice, findChoice, saveChoice, saveHours } from './store/choices.ts'

/** Keeps which mails a person gets and when; refusals name `from` or `to`. */
export async function chooseNotices(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  {
    personId,
    on,
    hours,
    weekends,
    digestWeekday,
  }: Omit<Choice, 'off'> & { personId: Id; on: readonly string[] },
): Promise<Outcome<null>> {
  const refusals = hours ? checkQuiet(hours) : []
  if (refusals.length > 0) return refused(...refusals)
  const off = KINDS.filter((kind) => !on.includes(kind))
  const weekday = digestWeekday >= 1 && digestWeekday <= 7 ? digestWeekday : 1
  await saveChoice(tx, personId, { off, hours, weekends, digestWeekday: weekday })
  await record(tx, { kind: 'notices.chosen', actor, personId, recordId: personId, payload: { off } })
  return done(null)
}

/** Stops mails of one kind to a person; nothing happens where they are stopped already. */
export async function stopKind(tx: OrgTx, personId: Id, kind: NoticeKind): Promise<void> {
  const { digestOn: _, ...choice } = await findChoice(tx, personId, 'lock')
  if (choice.off.includes(kind)) return
  await saveChoice(tx, personId, { ...choice, off: [...choice.off, kind] })
  const payload = { off: kind }
  await record(tx, { kind: 'notices.stopped', actor: { personId }, personId, recordId: personId, payload })
}

/** Keeps the organisation's quiet hours; refusals name `from` or `to`. */
export async function setHours(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  hours: Quiet,
): Promise<Outcome<null>> {
  const refusals = checkQuiet(hours)
  if (refusals.length > 0) return refused(...refusals)
  await saveHours(tx, hours)
  await record(tx, { kind: 'notices.hours', actor, personId: null, recordId: null, payload: hours })
  return done(null)
}
