import type { Id } from '../../../kernel/id.ts'
import type { Confidence, CrosswalkRow, Relation } from '../rules/competency.ts'
import { APPRENTICESHIPS } from './crosswalk-apprenticeships.ts'
import { ESCO } from './crosswalk-esco.ts'
import { NATIONAL_STANDARDS } from './crosswalk-nos.ts'
import { ONET } from './crosswalk-onet.ts'

/** A recognised framework and where its codes and titles were read. */
export type Recognised = {
  framework: string
  publisher: string
  version: string
  address: string
  source: string
  items: Item[]
}

/** One item of theirs, and the codes of the competencies of ours that it bears on. */
export type Item = {
  code: string
  title: string
  ours: string[]
  /** `isRelatedTo` where not given. */
  relation?: Relation
  /** `seen` where not given. */
  confidence?: Confidence
  /** The item's own address, where it has one. */
  address?: string
}

const RECOGNISED: Recognised[] = [...NATIONAL_STANDARDS, ...APPRENTICESHIPS, ...ESCO, ...ONET]

/** Every link of the starter framework, for the identifiers given by competency code. */
export function crosswalk(idOf: (code: string) => Id): CrosswalkRow[] {
  return RECOGNISED.flatMap(({ items, ...framework }) =>
    items.flatMap((item) =>
      item.ours.map((ours) => ({
        competencyId: idOf(ours),
        framework: framework.framework,
        publisher: framework.publisher,
        version: framework.version,
        address: item.address ?? framework.address,
        code: item.code,
        title: item.title,
        relation: item.relation ?? 'isRelatedTo',
        source: framework.source,
        confidence: item.confidence ?? 'seen',
      })),
    ),
  )
}
