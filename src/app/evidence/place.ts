import type { Day } from '../../kernel/day.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies, suggestedFor } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import type { Crumb, PageOptions, Visit } from '../visit.ts'
import type { Suggested } from './pages/form-links.tsx'
import { type CaseLine, caseOf } from './rules/case.ts'
import { copiesOf } from './store/copies.ts'
import type { Stored } from './store/items.ts'

/** Where a page about evidence lies: below one's own entry of the navigation, or below the team. */
export function placeOf(visit: Visit, last?: Crumb): Pick<PageOptions, 'nav' | 'crumbs'> {
  const { person, own } = visit
  const evidence = { text: 'Evidence', href: paths.evidence(person.personId) }
  if (own) return { nav: evidence.href, crumbs: last ? [evidence, last] : undefined }
  const above = [
    { text: 'Team', href: paths.team },
    { text: person.name, href: paths.person(person.personId) },
  ]
  return { nav: paths.team, crumbs: last ? [...above, evidence, last] : [...above, { text: 'Evidence' }] }
}

/** At most five competencies that an item's words point at, for a person to choose from. */
export async function suggestionsFor(
  tx: OrgTx,
  { text, detail }: Pick<Stored, 'text' | 'detail'>,
): Promise<Suggested[]> {
  const words = [text, ...Object.values(detail)].join(' ')
  return suggestedFor(words, await listCompetencies(tx)).slice(0, 5)
}

/** How a kept item stands, whatever it is linked to. */
export async function caseOfStored(tx: OrgTx, item: Stored, today: Day): Promise<CaseLine[]> {
  const { sameAs } = await copiesOf(tx, item)
  return caseOf({ ...item, hasFile: item.files.length > 0, sameAs }, today)
}
