import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { listPeople } from '../people/people.ts'
import { type Declared, listDeclared } from './store/answers.ts'
import { listRequests, type Request } from './store/requests.ts'

export { answer, openLink } from './answering.ts'
export { askFor } from './asking.ts'
export { WitnessTable } from './pages/witness-table.tsx'
export type { Answer } from './rules/answer.ts'

/** Somebody who answered about a person: a line of the witness signatory list. Source: domain.md 1.7. */
export type Witness = Omit<Declared, 'requestId'> & {
  /** The item that holds their words. */
  ref: string
  /** Null where the reader may not know it, and for customers, who gave none. */
  contact: string | null
  askedBy: string
  askedOn: Day
  /** Whether the link went to them by mail, or was handed over by whoever asked. */
  sent: Request['sent']
}

/**
 * All who answered by a link about a person, in the order in which they did.
 * @param options.contacts with how each can be reached: for whoever may check, never for the person
 */
export async function witnessesOf(
  tx: OrgTx,
  personId: Id,
  options: { contacts: boolean },
): Promise<Witness[]> {
  const declared = await listDeclared(tx, personId)
  if (declared.length === 0) return []
  const requests = new Map((await listRequests(tx, personId)).map((one) => [one.requestId, one]))
  const names = new Map((await listPeople(tx)).map(({ personId: id, name }) => [id, name]))
  const refs = new Map((await listEvidence(tx, personId)).map(({ evidenceId, ref }) => [evidenceId, ref]))
  return declared.flatMap(({ requestId, ...one }) => {
    const request = requests.get(requestId)
    const ref = refs.get(one.evidenceId)
    if (!request || !ref) return []
    return [
      {
        ...one,
        contact: options.contacts ? one.contact : null,
        ref,
        askedBy: names.get(request.askedBy) ?? '',
        askedOn: request.askedOn,
        sent: request.sent,
      },
    ]
  })
}
