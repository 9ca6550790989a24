import type { Need } from '../assessments/assessments.ts'
import type { EvidenceItem } from '../evidence/evidence.ts'

/** The evidence a need rests on: what it names, and what is linked to its competency. Newest first. */
export function restingOn(need: Need, evidence: readonly EvidenceItem[]): EvidenceItem[] {
  const { evidenceIds, competencyId } = need
  return evidence.filter(
    (item) =>
      evidenceIds.includes(item.evidenceId) ||
      (competencyId !== null && item.links.some((link) => link.competencyId === competencyId)),
  )
}
