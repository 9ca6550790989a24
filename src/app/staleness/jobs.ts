import { dayIn } from '../../kernel/day.ts'
import { listOrganisations } from '../people/people.ts'
import type { House } from '../visit.ts'
import { tendStaleness } from './tending.ts'

/** The name of the job that notes what waits, to whom it is shown, and what was mended. */
const TEND = 'tend-staleness'

export async function tendAll(house: House): Promise<void> {
  for (const { orgId, zone } of await listOrganisations(house.db))
    await house.db.inOrg(orgId, (tx) => tendStaleness(tx, dayIn(house.db.now(), zone)))
}

/** Notes every hour what waits. Pages do not need it: they read the plans themselves. */
export async function startJobs(house: House): Promise<void> {
  await house.jobs.work(TEND, () => tendAll(house))
  await house.jobs.every(TEND, '23 * * * *')
}
