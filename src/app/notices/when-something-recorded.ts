import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Change, recorded } from '../history/history.ts'
import { actorOf, findOrganisation, findPerson } from '../people/people.ts'
import type { NoticeKind } from './rules/kinds.ts'
import { touch } from './store/entries.ts'
import { saveNotice } from './store/notices.ts'

/** What moves a day of somebody's calendar, or who is invited to their reviews. */
const MOVES =
  /^(plans\.(agreed|amended|closed|saved|action-marked|declined|change-taken-back)|reviews\.(booked|opened|closed)|feedback\.(launched|released))$/
const PLACES = /^people\.(changed|left|returned|placed)$/

/** Notes what others are to be told of a change, in its own transaction. The demo writes to nobody. */
export function listen(): void {
  recorded.listen(async (tx, change) => {
    const { kind, personId } = change
    if (personId === null || !(MOVES.test(kind) || PLACES.test(kind) || kind in TELLS)) return
    if ((await findOrganisation(tx))?.demo) return
    if (MOVES.test(kind)) await touch(tx, personId)
    if (PLACES.test(kind))
      for (const one of [personId, ...((await actorOf(tx, personId))?.actor.leads ?? [])])
        await touch(tx, one)
    await TELLS[kind]?.(tx, { ...change, personId })
  })
}

type About = Change & { personId: Id }

const TELLS: Record<string, (tx: OrgTx, change: About) => Promise<void>> = {
  'plans.proposed': (tx, change) => tellLeader(tx, change, 'objective proposed'),
  'plans.questioned': (tx, change) => tellPerson(tx, change, 'objective questioned'),
  'plans.agreed': (tx, change) => tellPerson(tx, change, 'objective agreed'),
  'plans.declined': (tx, change) => tellPerson(tx, change, 'objective declined'),
  'plans.year-proposed': (tx, change) => tellLeader(tx, change, 'plan year'),
  'plans.year-sent-back': (tx, change) => tellPerson(tx, change, 'plan year'),
  'templates.offered': (tx, change) => tellPerson(tx, change, 'template offered'),
  'decisions.decided': (tx, change) => tellPerson(tx, change, 'decision'),
  'reviews.signed': (tx, change) => tellLeader(tx, change, 'signature waits'),
  'reviews.cause-raised': async (tx, change) => {
    await tellPerson(tx, change, 'review proposed')
    await tellLeader(tx, change, 'review proposed')
  },
}

const tellPerson = (tx: OrgTx, change: About, kind: NoticeKind) => tell(tx, change, kind, change.personId)

async function tellLeader(tx: OrgTx, change: About, kind: NoticeKind): Promise<void> {
  const leaderId = (await findPerson(tx, change.personId))?.leaderId
  if (leaderId) await tell(tx, change, kind, leaderId)
}

/** Nobody is told what they did themself. */
async function tell(
  tx: OrgTx,
  { actor, personId: aboutId, recordId }: About,
  kind: NoticeKind,
  personId: Id,
): Promise<void> {
  if (actor?.personId === personId) return
  await saveNotice(tx, { personId, kind, aboutId, recordId, day: null, onceKey: tx.newId() })
}
