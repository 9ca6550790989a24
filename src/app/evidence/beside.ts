import type { VNode } from 'preact'
import type { Visit } from '../visit.ts'

/** What later capabilities show beside somebody's evidence, each as a section of its own; null where they have nothing to say. */
export const besideEvidence: ((visit: Visit) => Promise<VNode | null>)[] = []

/** Every such section, in the order in which the capabilities stand. */
export async function sectionsBeside(visit: Visit): Promise<VNode[]> {
  const sections: VNode[] = []
  for (const show of besideEvidence) {
    const section = await show(visit)
    if (section) sections.push(section)
  }
  return sections
}
