import { paths } from '../paths.ts'
import type { Crumb, Visit } from '../visit.ts'

/** The crumbs of a page of a plan: under the team where it is somebody else's. */
export const trail = ({ own, person }: Visit, ...rest: Crumb[]): Crumb[] => [
  ...(own
    ? []
    : [
        { text: 'Team', href: paths.team },
        { text: person.name, href: paths.person(person.personId) },
      ]),
  ...rest,
]

/** The navigation entry that a page of a plan stands under. */
export const navOf = ({ own, actor }: Visit) => (own ? paths.plan(actor.personId) : paths.team)
