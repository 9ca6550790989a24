import type { Id } from '../../../kernel/id.ts'
import type { Competency, CrosswalkRow, Framework } from '../rules/competency.ts'
import type { FrameworkPackage } from '../rules/item.ts'
import { EMPATHY, LISTENING, SPEAKING, WRITING } from './conversation.ts'
import { crosswalk } from './crosswalk.ts'
import { DATA_PROTECTION, EQUALITY, SAFETY } from './lawful.ts'
import { COACHING, CULTURE, MEASURES, STANDARDS } from './leading.ts'
import { COMPLAINTS, FIRST_CONTACT, KNOWLEDGE, SERVICE_CYCLE } from './resolution.ts'
import { LEARNING, ORGANISING, TEAMWORK } from './self.ts'

/** The framework that every organisation starts with. `uri` is a path under the installation's public origin. */
export const STARTER_FRAMEWORK: Framework = {
  frameworkId: '6057e31a-12e5-45ec-ac8b-39dfe8a0c7d5',
  title: 'Goldthread customer service competencies',
  version: '2026-1',
  publisher: 'Goldthread',
  uri: '/frameworks/6057e31a-12e5-45ec-ac8b-39dfe8a0c7d5',
}

/** In the order in which a person assesses them. */
export const STARTER_COMPETENCIES: readonly Competency[] = [
  LISTENING,
  COACHING,
  WRITING,
  KNOWLEDGE,
  ORGANISING,
  FIRST_CONTACT,
  COMPLAINTS,
  DATA_PROTECTION,
  EMPATHY,
  SPEAKING,
  TEAMWORK,
  LEARNING,
  SERVICE_CYCLE,
  STANDARDS,
  CULTURE,
  EQUALITY,
  SAFETY,
  MEASURES,
]

/** The same as a package: each competency stands at the top. */
export const STARTER_PACKAGE: FrameworkPackage = {
  ...STARTER_FRAMEWORK,
  language: 'en-GB',
  description: '',
  kind: 'competencies',
  rest: {},
  items: STARTER_COMPETENCIES.map(({ competencyId, ...competency }) => ({
    itemId: competencyId,
    parentId: null,
    attached: true,
    typeWords: '',
    retired: false,
    replacedBy: null,
    uri: null,
    rest: {},
    ...competency,
  })),
  associations: [],
  definitions: [],
  source: null,
}

const idOf = (code: string): Id => {
  const found = STARTER_COMPETENCIES.find((each) => each.code === code)
  if (!found) throw new Error(`The crosswalk names ${code}, which the starter framework does not have.`)
  return found.competencyId
}

export const STARTER_CROSSWALK: readonly CrosswalkRow[] = crosswalk(idOf)
