import { startJobs as contacts } from './contacts/jobs.ts'
import { startJobs as demo } from './demo/jobs.ts'
import { startJobs as evidence } from './evidence/jobs.ts'
import { startJobs as feedback } from './feedback/jobs.ts'
import { startJobs as notices } from './notices/jobs.ts'
import { startJobs as occupations } from './occupations/jobs.ts'
import { startJobs as staleness } from './staleness/jobs.ts'
import { startJobs as testimony } from './testimony/jobs.ts'
import type { House } from './visit.ts'

/** Takes up the work that pages hand to the queue. */
export async function startJobs(house: House): Promise<void> {
  await notices(house)
  await contacts(house)
  await occupations(house)
  await evidence(house)
  await testimony(house)
  await feedback(house)
  await staleness(house)
  if (house.config.demo) await demo(house)
}
