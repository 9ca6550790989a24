import { dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { listOrganisations } from '../people/people.ts'
import type { House } from '../visit.ts'
import { remind } from './asking.ts'
import { reminderDue } from './rules/request.ts'
import { postRequest } from './sending.ts'
import { forgetEnded, listWithAddress } from './store/requests.ts'

/** The name of the job that reminds whoever was asked and forgets the addresses of those whose link has ended. */
const REMIND = 'testimony-reminders'

/** Looks once an hour whether a reminder is due; what is due is a matter of days, so it is found even after a rest. */
export async function startJobs(house: House): Promise<void> {
  await house.jobs.work(REMIND, async () => {
    for (const { orgId, zone } of await listOrganisations(house.db)) await remindAll(house, orgId, zone)
  })
  await house.jobs.every(REMIND, '7 * * * *')
}

/** Posts the reminders due in one organisation, each at most once, and forgets what need not be known any longer. */
export async function remindAll(house: House, orgId: Id, zone: string): Promise<void> {
  const today = dayIn(house.db.now(), zone)
  await house.db.inOrg(orgId, (tx) => forgetEnded(tx, today))
  if (!house.mail.configured) return
  const waiting = await house.db.inOrg(orgId, listWithAddress, { readOnly: true })
  // Claimed, and its mail posted, in one transaction: whoever does the same at this moment finds it claimed.
  for (const request of waiting.filter((one) => reminderDue(one, today)))
    await house.db.inOrg(orgId, async (tx) => {
      const claimed = await remind(tx, null, request, today)
      if (claimed.ok) await postRequest(house, tx, claimed.value, 'reminder')
    })
}
