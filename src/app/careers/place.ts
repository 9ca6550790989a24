import { paths } from '../paths.ts'
import type { Crumb, Visit } from '../visit.ts'

/** The breadcrumbs and the navigation entry of a person's career, and of the pages below it; `here` is the page's own word. */
export function placeOf({ own, person }: Visit, ...here: Crumb[]): { nav: string; crumbs: Crumb[] } {
  const career = { text: 'Career', href: paths.career(person.personId) }
  if (own) return { nav: career.href, crumbs: here.length > 0 ? [career, ...here] : [] }
  return {
    nav: paths.team,
    crumbs: [
      { text: 'Team', href: paths.team },
      { text: person.name, href: paths.person(person.personId) },
      ...(here.length > 0 ? [career, ...here] : [{ text: 'Career' }]),
    ],
  }
}

/** What was typed to find a role. */
export function findIn({ query }: Visit): string {
  return (query.get('find') ?? '').trim().slice(0, 100)
}
