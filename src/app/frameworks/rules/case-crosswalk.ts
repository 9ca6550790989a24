import type { CrosswalkRow } from './competency.ts'
import type { Association, FrameworkPackage } from './item.ts'
import { associationIdOf } from './tree.ts'

/** How a package names a scheme that is not CASE: `ext:esco`, `ext:onet`, or the name in small letters. Source: CASE 1.1, targetType. */
function schemeOf({ framework, address }: CrosswalkRow): string {
  if (/data\.europa\.eu\/esco|esco\.ec\.europa\.eu/.test(address) || /^ESCO\b/i.test(framework))
    return 'ext:esco'
  if (/onetonline\.org|onetcenter\.org/.test(address) || /^O\*NET/i.test(framework)) return 'ext:onet'
  const name = framework
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return `ext:${name || 'other'}`
}

/** What the other scheme calls an item: its own address or code, else the words that it has for it. */
function identifierOf({ address, code, title, framework }: CrosswalkRow): string {
  return /\/skill\/|\/occupation\//.test(address) ? address : code || title || framework
}

/** The package without those associations that its links to recognised frameworks give again, as an export of ours has them. */
export function withoutCrosswalk(pkg: FrameworkPackage, rows: readonly CrosswalkRow[]): FrameworkPackage {
  const given = withCrosswalk({ ...pkg, associations: [] }, rows).associations
  const ids = new Set(given.map(({ associationId }) => associationId))
  return { ...pkg, associations: pkg.associations.filter(({ associationId }) => !ids.has(associationId)) }
}

/**
 * The package with its links to recognised frameworks as associations to items outside CASE. A link that it has already is
 * not said twice. Source: mission.md A4; CASE 1.1, LinkGenURI.
 */
export function withCrosswalk(pkg: FrameworkPackage, rows: readonly CrosswalkRow[]): FrameworkPackage {
  const items = new Set(pkg.items.map(({ itemId }) => itemId))
  const there = new Set(pkg.associations.map(({ associationId }) => associationId))
  const links = rows.flatMap((row): Association[] => {
    if (!items.has(row.competencyId)) return []
    const [scheme, identifier] = [schemeOf(row), identifierOf(row)]
    const associationId = associationIdOf(
      pkg.frameworkId,
      row.competencyId,
      row.relation,
      `${scheme} ${identifier}`,
    )
    if (there.has(associationId)) return []
    there.add(associationId)
    return [
      {
        associationId,
        type: row.relation,
        originId: row.competencyId,
        destinationId: identifier,
        sequence: null,
        rest: { destinationNodeURI: { title: row.title, identifier, uri: row.address, targetType: scheme } },
      },
    ]
  })
  return links.length > 0 ? { ...pkg, associations: [...pkg.associations, ...links] } : pkg
}
