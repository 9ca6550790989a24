import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { paths } from '../paths.ts'
import { gatherCase } from './gather.ts'
import type { CheckState, PageName, Where } from './rules/case.ts'
import { CHECKS } from './rules/checks.ts'

export { changesOf, outsideKinds } from './gather.ts'
export { ReadinessTable } from './pages/readiness-table.tsx'
export { restsOn } from './rules/needed.ts'

/** One of the thirteen checks, 1 to 13: what is there, what is missing, and where. Neither a score nor a verdict. */
export type ReadinessRow = {
  check: number
  title: string
  /** What the check asks for, in words: its definition, with the cadence in force. */
  means: string
  state: CheckState
  what: string
  missing: string | null
  links: { text: string; href: string }[]
}

/**
 * The thirteen checks over a person's records. They say the same to the person, the leader and the assessor, as far as
 * each may read: what only the person sees is left out unless they ask for it. What a link asks the person to do it
 * names neutrally to others. Source: mission.md, Readiness.
 * @param options.onlyYou counts what only the person sees too; without effect for anybody else
 */
export async function readinessOf(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
  options: { onlyYou?: boolean } = {},
): Promise<ReadinessRow[]> {
  const all = await gatherCase(tx, personId, viewer, today, options.onlyYou ?? false)
  return CHECKS.map(({ title, means, find }, index) => {
    const { state, what, missing, where } = find(all)
    return {
      check: index + 1,
      title,
      means: means(all),
      state,
      what,
      missing,
      links: where.map((one) =>
        viewer.personId === personId
          ? { text: one.text, href: hrefOf(personId, one) }
          : { text: WHERE_OF_OTHERS[one.page], href: hrefOf(personId, { ...one, page: readable(one.page) }) },
      ),
    }
  })
}

/** What a page is called for those who read it and have nothing to begin or finish there. */
const WHERE_OF_OTHERS: Record<PageName, string> = {
  assessments: 'Assessments',
  swot: 'SWOT',
  testimony: 'Testimony',
  gaps: 'Gaps and needs',
  evidence: 'Evidence',
  'new evidence': 'Evidence',
  plan: 'Plan',
  objective: 'Objective',
  'new objective': 'Plan',
  reviews: 'Reviews',
  reflections: 'Reflective accounts',
  reflection: 'Reflective account',
  career: 'Career',
  target: 'Where they want to go',
  research: 'Sources looked at',
  comparisons: 'Ways compared',
}

/** The page that others read where the person would write. */
function readable(page: PageName): PageName {
  return page === 'new evidence' ? 'evidence' : page === 'new objective' ? 'plan' : page
}

function hrefOf(person: Id, { page, id = '' }: Where): string {
  switch (page) {
    case 'assessments':
      return paths.assessments(person)
    case 'swot':
      return paths.swots(person)
    case 'testimony':
      return paths.testimony(person)
    case 'gaps':
      return paths.gaps(person)
    case 'evidence':
      return paths.evidence(person)
    case 'new evidence':
      return paths.evidenceNew(person)
    case 'plan':
      return paths.plan(person)
    case 'objective':
      return paths.objective(person, id)
    case 'new objective':
      return paths.objectiveNew(person)
    case 'reviews':
      return paths.reviews(person)
    case 'reflections':
      return paths.reflections(person)
    case 'reflection':
      return paths.reflection(person, id)
    case 'career':
      return paths.career(person)
    case 'target':
      return paths.careerTarget(person)
    case 'research':
      return paths.careerResearch(person)
    case 'comparisons':
      return paths.careerComparisons(person)
  }
}
