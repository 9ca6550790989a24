import { paths } from '../paths.ts'
import type { Crumb, Visit } from '../visit.ts'
import type { SeenPass } from './passes.ts'

/** The breadcrumbs and the navigation entry of a page below a person's gaps; `here` is the page's own word. */
export function placeOf({ own, person }: Visit, ...here: Crumb[]): { nav: string; crumbs: Crumb[] } {
  const gaps = paths.gaps(person.personId)
  if (own) return { nav: gaps, crumbs: here.length > 0 ? [{ text: 'Gaps', href: gaps }, ...here] : [] }
  return {
    nav: paths.team,
    crumbs: [
      { text: 'Team', href: paths.team },
      { text: person.name, href: paths.person(person.personId) },
      ...(here.length > 0 ? [{ text: 'Gaps', href: gaps }, ...here] : [{ text: 'Gaps' }]),
    ],
  }
}

/** The same, of one pass of a round. */
export function placeOfPass(visit: Visit, { pass, round }: SeenPass): { nav: string; crumbs: Crumb[] } {
  const whose = { self: 'Self-assessment', leader: 'Leader’s pass', agreed: 'Agreed levels' }[pass]
  const all = { text: 'Assessments', href: paths.assessments(visit.person.personId) }
  return placeOf(visit, all, { text: `${whose}, round ${round}` })
}
