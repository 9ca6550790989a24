import { attributionsFor, type Reference } from '../../kernel/attribution.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { CrosswalkRow } from './rules/competency.ts'
import type { FrameworkPackage, LibraryEntry } from './rules/item.ts'
import { listLinks } from './store/competencies.ts'

const referenceOf = ({ framework, version, address }: CrosswalkRow): Reference => ({
  title: `${framework.split(' ')[0]} ${version}`,
  address,
})

/** The attributions that a page owes for the links that it shows. */
export const attributionsOfLinks = (rows: readonly CrosswalkRow[]): string[] =>
  attributionsFor(rows.map(referenceOf))

/** The attributions that a page owes for a version of a framework: what it was drawn from, and what it links to. */
export async function attributionsOf(
  tx: OrgTx,
  entry: Pick<LibraryEntry, 'inForce' | 'uri'>,
  pkg: FrameworkPackage,
): Promise<string[]> {
  const links = entry.inForce ? (await listLinks(tx)).map(referenceOf) : []
  const addresses = [
    entry.uri,
    ...pkg.items.map(({ uri }) => uri ?? ''),
    ...pkg.associations.flatMap(({ originId, destinationId }) => [originId, destinationId]),
  ]
  return attributionsFor([...links, ...addresses.map((address) => ({ title: '', address }))])
}
