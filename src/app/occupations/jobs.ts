import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { log } from '../../shell/log.ts'
import { listOrganisations } from '../people/people.ts'
import type { House } from '../visit.ts'
import { loadDownload } from './loading.ts'
import { listLoads } from './store/loads.ts'

/** The name of the job that loads a download of occupations. */
const LOAD = 'load-occupations'

type Waiting = { orgId: Id; loadId: Id }

/** Loads downloads behind the page; takes up again what a crash left half way. */
export async function startJobs(house: House): Promise<void> {
  await house.jobs.work<Waiting>(LOAD, (waiting) => loadDownload(house, waiting))
  for (const { orgId } of await listOrganisations(house.db))
    for (const { loadId, state } of await house.db.inOrg(orgId, listLoads, { readOnly: true }))
      if (state === 'waiting' || state === 'loading') await house.jobs.send(LOAD, { orgId, loadId })
}

/** Has a download loaded once the transaction that lets it wait is committed. */
export function askToLoad(house: House, tx: OrgTx, loadId: Id): void {
  const { orgId } = tx
  tx.afterwards(() => {
    house.jobs.send(LOAD, { orgId, loadId }).catch((error: Error) => {
      log.warn({ error: { name: error.name } }, 'a load waits for the next start')
    })
  })
}
