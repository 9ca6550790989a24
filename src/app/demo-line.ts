import type { DemoLine } from './demo/demo.ts'
import type { Visit } from './visit.ts'

/** The demo's line for a visit, or null outside the demo. */
export async function demoLineOf(_visit: Visit): Promise<DemoLine | null> {
  return null
}
