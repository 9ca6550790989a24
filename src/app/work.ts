import { startJobs as demo } from './demo/jobs.ts'
import type { House } from './visit.ts'

/** Takes up the work that pages hand to the queue. */
export async function startJobs(house: House): Promise<void> {
  if (house.config.demo) await demo(house)
}
