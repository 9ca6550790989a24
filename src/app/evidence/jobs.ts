import type { Id } from '../../kernel/id.ts'
import { listOrganisations } from '../people/people.ts'
import type { House } from '../visit.ts'
import { FORGET, forgetBytes, forgetGone } from './files.ts'
import { forgetHeldFiles } from './holding-files.ts'

/** Removes files that were taken away, and files whose form was never saved. */
export async function startJobs(house: House): Promise<void> {
  await house.jobs.work<{ orgId: Id; hash: string }>(FORGET, (asked) => forgetBytes(house, asked))
  for (const { orgId } of await listOrganisations(house.db)) {
    await forgetHeldFiles(house, orgId)
    await forgetGone(house, orgId)
  }
}
