import type { Id } from '../../kernel/id.ts'
import { listOrganisations } from '../people/people.ts'
import type { House } from '../visit.ts'
import { loadUpload } from './importing.ts'
import { listBatches } from './store/batches.ts'
import { forgetOldRejects } from './undoing.ts'

/** The name of the job that loads an uploaded file. */
const LOAD = 'load-import'

type Upload = { orgId: Id; batchId: Id }

/** Loads uploaded files behind the page; takes up again what a crash left half way. */
export async function startJobs(house: House): Promise<void> {
  await house.jobs.work<Upload>(LOAD, async (upload) => {
    await loadUpload(house, upload)
    await forgetOldRejects(house, upload.orgId)
  })
  for (const { orgId } of await listOrganisations(house.db)) {
    const batches = await house.db.inOrg(orgId, listBatches, { readOnly: true })
    for (const { batchId, state } of batches)
      if (state === 'waiting' || state === 'loading') await askToLoad(house, { orgId, batchId })
    await forgetOldRejects(house, orgId)
  }
}

/** Has an uploaded file loaded; send it in the transaction that lets it wait, and the job waits for that to end. */
export async function askToLoad(house: House, upload: Upload): Promise<void> {
  await house.jobs.send(LOAD, upload)
}
