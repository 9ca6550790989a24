import type { OrgTx } from '../../shell/db.ts'
import { criteriaOf, listUnits } from '../frameworks/frameworks.ts'
import type { Criterion } from './pages/beside.tsx'

/**
 * The criteria of the starter units that compared sources speak to, and compared ways to go: by their identifiers, which
 * stay however an organisation words them. Source: domain.md 1.2 (1.1) and 1.4 (2.1, 2.2; 3.1, 3.2).
 */
const SPEAKS_TO = {
  sources: [
    'd589ae4e-90d4-5215-bdda-fce879cba60d',
    '9354e289-9a89-540d-ab94-2d832310ecce',
    '634c5919-ed34-5c4d-b9ad-81bc4b4810d8',
  ],
  ways: ['a9f29130-4831-5b2c-ba8d-a2a6b5c33393', '919d62d4-76bc-5f5f-8d71-a7144c6e20c0'],
} as const

/** Those of them that the organisation's units hold. */
export async function criteriaFor(tx: OrgTx, about: keyof typeof SPEAKS_TO): Promise<Criterion[]> {
  const ids: readonly string[] = SPEAKS_TO[about]
  return (await listUnits(tx)).flatMap((unit) =>
    criteriaOf(unit)
      .filter(({ criterionId }) => ids.includes(criterionId))
      .map(({ criterionId, code }) => ({ unitId: unit.unitId, criterionId, unit: unit.title, code })),
  )
}
