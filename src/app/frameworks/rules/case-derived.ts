import type { Id } from '../../../kernel/id.ts'
import { clip } from '../../../kernel/text.ts'
import { type Body, isBody } from './case-shapes.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { associationIdOf } from './tree.ts'

/** Members of our own that a CASE file carries in `extensions`, under this name. */
export const OWN = 'goldthread'

/** Where the file had an item, where that is not its place in the tree: a member of `rest` alone. */
export const FILE_PLACE = `${OWN}:place`

/** The member of a document's `rest` that says which version's name is ours, where its publisher gave it none. */
export const OWN_VERSION = `${OWN}:version`

/** The member of a document's `rest` that keeps the extensions of the package around it. */
export const PACKAGE_EXTENSIONS = `${OWN}:package`

/** The origin of every address that is made here: of the public address, always by https. Source: CASE 1.1, identifiers resolve. */
export function caseOrigin(publicUrl: string): string {
  return `https://${new URL(publicUrl).host}`
}

/** The address at which something is read over CASE's own paths. */
export function caseAddress(origin: string, kind: string, id: Id): string {
  return `${origin}/ims/case/v1p1/${kind}/${id}`
}

/** What an item is called where an association points to it. */
export function endTitle({ code, title, statement }: Pick<Item, 'code' | 'title' | 'statement'>): string {
  return code || title || clip(statement, 100).toWellFormed()
}

type Named = Pick<Item, 'itemId' | 'code' | 'title' | 'statement' | 'uri'>

/** What the ends of a package's associations are called and where they are read, by identifier; the framework itself too. */
export function endsOf(
  pkg: Pick<FrameworkPackage, 'frameworkId' | 'title' | 'uri'> & { items: readonly Named[] },
  origin: string,
): (id: string) => { title: string; uri: string } | null {
  const byId = new Map<string, Named>(pkg.items.map((item) => [item.itemId, item]))
  return (id) => {
    if (id === pkg.frameworkId)
      return { title: pkg.title, uri: pkg.uri ?? caseAddress(origin, 'CFDocuments', id) }
    const item = byId.get(id)
    return item ? { title: endTitle(item), uri: item.uri ?? caseAddress(origin, 'CFItems', id) } : null
  }
}

/** An address as its publisher gave it; null for one of our own. */
export function ownOrNot(uri: string, origin: string): string | null {
  return uri === '' || uri.startsWith(`${origin}/ims/case/`) ? null : uri
}

/** Takes out of `extensions` what Goldthread itself wrote there. */
export function takeOwn(rest: Body): Body {
  const { extensions } = rest
  if (!isBody(extensions) || !isBody(extensions[OWN])) return {}
  const { [OWN]: own, ...others } = extensions
  if (Object.keys(others).length > 0) rest.extensions = others
  else delete rest.extensions
  return own as Body
}

/** The identifier of the rubric that holds the levels of a framework's own items. */
export function rubricIdOf(frameworkId: Id): Id {
  return associationIdOf(frameworkId, frameworkId, 'CFRubric', '')
}
