import { paths } from '../paths.ts'
import type { Crumb, PageOptions, Visit } from '../visit.ts'

/** Where a page about testimony lies: below the evidence, one's own or that of somebody in the team. */
export function placeOf({ person, own }: Visit, ...last: Crumb[]): Pick<PageOptions, 'nav' | 'crumbs'> {
  const evidence = { text: 'Evidence', href: paths.evidence(person.personId) }
  if (own) return { nav: evidence.href, crumbs: [evidence, ...last] }
  return {
    nav: paths.team,
    crumbs: [
      { text: 'Team', href: paths.team },
      { text: person.name, href: paths.person(person.personId) },
      evidence,
      ...last,
    ],
  }
}
