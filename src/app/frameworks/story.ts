import { type Id, isId } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Reasons, reasonsOf } from './reasons.ts'
import type { Framework } from './rules/competency.ts'
import { differenceOf, type Reworded } from './rules/difference.ts'
import { itemName } from './rules/package.ts'
import { changedWords, type Stretch } from './rules/wording.ts'
import { listByIds, listRelations, listWordings, type Wording } from './store/story.ts'

/** A version that worded an item anew, or first; `what` names the parts that changed. */
export type Telling = Pick<Wording, 'version' | 'madeAt' | 'madeByName'> & {
  what: Reworded[]
  /** Why that version was published; '' where nobody was asked. */
  because: string
  /** The statement word by word; the whole of it where it is the first. */
  parts: Stretch[]
}

/** How an item stands to another one, of this framework or elsewhere. */
export type Relation = {
  type: string
  /** The item is the first of the two, as in “this replaces that”. */
  forwards: boolean
  name: string
  /** Where the other can be read; null where it is only named. */
  framework: { frameworkId: Id; version: string; title: string } | null
  address: string | null
}

/** What became of an item of the framework in force, how it stands to others, and the address its publisher gave it. */
export async function storyOf(
  tx: OrgTx,
  framework: Framework,
  itemId: Id,
): Promise<{ tellings: Telling[]; relations: Relation[]; uri: string | null }> {
  const wordings = await listWordings(tx, framework.frameworkId, itemId)
  const relations = await listRelations(tx, framework, itemId)
  const others = relations.map(({ originId, destinationId }) =>
    originId === itemId ? destinationId : originId,
  )
  const known = new Map((await listByIds(tx, others.filter(isId))).map((each) => [each.item.itemId, each]))
  const reasons = await reasonsOf(tx, framework.frameworkId)
  return {
    tellings: tellingsOf(wordings, reasons),
    uri: wordings.at(-1)?.item.uri ?? null,
    relations: relations.map(({ type, originId, destinationId, rest }) => {
      const forwards = originId === itemId
      const other = forwards ? destinationId : originId
      const here = known.get(other)
      const named = endOf(rest[forwards ? 'destinationNodeURI' : 'originNodeURI'])
      return {
        type,
        forwards,
        name: here ? itemName(here.item) : named.title || other,
        framework: here ? { frameworkId: here.frameworkId, version: here.version, title: here.title } : null,
        address: named.uri,
      }
    }),
  }
}

/** An end of an association as its file names it. */
function endOf(end: unknown): { title: string; uri: string | null } {
  const { title, uri } = (typeof end === 'object' && end !== null ? end : {}) as Record<string, unknown>
  return {
    title: typeof title === 'string' ? title : '',
    uri: typeof uri === 'string' && /^https?:\/\//.test(uri) ? uri : null,
  }
}

/** The versions that said something else than the one before, newest first. */
function tellingsOf(wordings: readonly Wording[], reasons: ReadonlyMap<string, Reasons>): Telling[] {
  const tellings: Telling[] = []
  wordings.forEach(({ item, version, madeAt, madeByName }, at) => {
    const before = wordings[at - 1]?.item
    const [change] = before
      ? differenceOf(
          { items: [{ ...before, retired: false }], associations: [] },
          { items: [{ ...item, retired: false }], associations: [] },
        ).reworded
      : []
    if (before && !change) return
    tellings.unshift({
      version,
      madeAt,
      madeByName,
      what: change?.what ?? [],
      because: reasons.get(version)?.published ?? '',
      parts: before
        ? changedWords(before.statement, item.statement)
        : [{ kind: 'same', text: item.statement }],
    })
  })
  return tellings
}
