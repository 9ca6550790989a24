import type { OrgTx } from '../../shell/db.ts'
import { postMail } from '../../shell/outbox.ts'
import { paths } from '../paths.ts'
import { findOrganisation, findPerson } from '../people/people.ts'
import type { House } from '../visit.ts'
import type { MadeRequest } from './asking.ts'
import { askingMail, reminderMail } from './mail-words.ts'

/** The address that a token opens, as it is handed over. */
export const addressOf = (house: House, token: string): string =>
  `${house.config.publicUrl}${paths.tell(token)}`

/** Posts a mail to whoever is asked; false where there is no address or no mail server. */
export async function postRequest(
  house: House,
  tx: OrgTx,
  { request, token }: MadeRequest,
  which: 'asking' | 'reminder',
): Promise<boolean> {
  if (!house.mail.configured || request.email === null) return false
  const [org, person, asker] = [
    await findOrganisation(tx),
    await findPerson(tx, request.personId),
    await findPerson(tx, request.askedBy),
  ]
  if (!org || !person || !asker) return false
  const write = which === 'asking' ? askingMail : reminderMail
  const { subject, text } = write({
    request,
    person: person.name,
    asker: asker.name,
    org: org.name,
    address: addressOf(house, token),
  })
  const { requestId: aboutId, email: to } = request
  await postMail(house, tx, { kind: 'testimony', aboutId, to, subject, text })
  return true
}
