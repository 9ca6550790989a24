import type { House } from './visit.ts'

/** Takes up the work that pages hand to the queue. */
export async function startJobs(_house: House): Promise<void> {}
