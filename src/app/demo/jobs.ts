import type { House } from '../visit.ts'
import { deleteDemo, loadDemo } from './demo.ts'

export async function startJobs(house: House): Promise<void> {
  await house.jobs.work('load-demo', async () => {
    await loadDemo(house)
  })
  await house.jobs.work('delete-demo', () => deleteDemo(house))
}
