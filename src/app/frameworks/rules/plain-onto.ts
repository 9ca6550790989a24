import { LEVEL_LABELS, LEVELS, type Level, type LevelNumber } from './competency.ts'
import { inUse } from './csv-tree.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { type Before, onto } from './onto.ts'
import { labelIn, type PlainRole } from './plain-columns.ts'
import { wordsIn } from './plain-rows.ts'
import { levelHeading } from './plain-write.ts'

/** What the columns of a list are, and how many of its items stand where their codes put them. */
type Said = { columns: readonly PlainRole[]; byCode: number }

/** A text as a cell gives it back. */
const asCell = (text: string) => text.replace(/\r\n?/g, '\n').trim()

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, at) => word === b[at])

/**
 * A plain list as the next version of a framework: what has no column stays as it was, and so does every text that the list
 * only gives back.
 */
export function plainOnto(read: FrameworkPackage, before: Before, said: Said): FrameworkPackage {
  const says = new Set(said.columns)
  const written = inUse(before.items)
  const labels = new Map(
    LEVELS.map((level) => [level, labelIn(levelHeading(written, level), level)] as const),
  )
  const [codes, shared] = [new Set<string>(), new Set<string>()]
  for (const { code } of written) (codes.has(code) ? shared : codes).add(code)
  const inFile = new Set(read.items.map(({ itemId }) => itemId))
  const hasTree = says.has('parent') || said.byCode > 0
  const stays = (was: Item) => !hasTree && was.parentId !== null && inFile.has(was.parentId)
  const codeOf = (item: Item, was: Item) =>
    item.code === '' && (!says.has('code') || shared.has(was.code)) ? was.code : item.code
  return onto(read, before, {
    link: () => false,
    item: (item, was) => ({
      ...was,
      ...textsOf(item, was, says),
      parentId: stays(was) ? was.parentId : item.parentId,
      attached: was.attached || item.parentId !== null,
      kind: item.kind,
      typeWords: item.kind === was.kind ? was.typeWords : '',
      code: asCell(was.code) === item.code ? was.code : codeOf(item, was),
      soft: says.has('soft') ? item.soft : was.soft,
      legal: says.has('legal') ? item.legal : was.legal,
      words: says.has('words') && !isSame(wordsIn(was.words.join(', ')), item.words) ? item.words : was.words,
      levels: LEVELS.flatMap((level) => levelOf(level, { item, was, says, label: labels.get(level) ?? '' })),
    }),
  })
}

/** An item's texts; those that the list only gives back stay byte for byte. */
function textsOf(item: Item, was: Item, says: ReadonlySet<PlainRole>): Pick<Item, 'title' | 'statement'> {
  const [title, statement] = [
    says.has('title') ? asCell(was.title) : '',
    says.has('statement') ? asCell(was.statement) : '',
  ]
  const given = { title: statement && title !== statement ? title : '', statement: statement || title }
  if (given.title === item.title && given.statement === item.statement) return was
  if (!says.has('statement') && was.title !== '') return { title: item.statement, statement: was.statement }
  return { title: says.has('title') ? item.title : was.title, statement: item.statement }
}

/** One level of an item; what its heading calls it counts where that is not the usual name, nor the one of before. */
function levelOf(
  level: LevelNumber,
  { item, was, says, label }: { item: Item; was: Item; says: ReadonlySet<PlainRole>; label: string },
): Level[] {
  const [now, old] = [item, was].map(({ levels }) => levels.find((one) => one.level === level))
  if (!says.has(`level${level}`)) return old ? [old] : []
  const isCalledSo = now?.label === label || now?.label === LEVEL_LABELS[level]
  if (old && asCell(old.anchor) === (now?.anchor ?? '') && (!now || isCalledSo)) return [old]
  return now ? [now] : []
}
