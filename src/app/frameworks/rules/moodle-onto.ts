import type { Id } from '../../../kernel/id.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { MOODLE, type MoodleRest, moodleTexts, moodleWords } from './moodle-csv.ts'
import { taxonomiesIn } from './moodle-kinds.ts'
import { type MoodleCells, moodleRows } from './moodle-write.ts'
import { type Before, goneFrom, goneWords, onto } from './onto.ts'

/** Texts as a CSV file has them, whose line ends are one character. */
const asRead = (text: string) => text.replace(/\r\n?/g, '\n')

/** Whether all that Moodle says beside the words is what our own file would have said. */
function isOurs(kept: MoodleRest, cells: MoodleCells): boolean {
  const { html, ...others } = kept
  return (
    (html === undefined || html === cells.description) &&
    Object.entries(others).every(([column, value]) => cells[column as keyof MoodleCells] === value)
  )
}

/** What only Moodle reads: as it was where nothing of it is new. */
function restOf(read: Item['rest'], was: Item['rest'], cells: MoodleCells): Item['rest'] {
  const said = read[MOODLE] as MoodleRest | undefined
  return said === undefined || isOurs(said, cells) ? was : { ...was, ...read }
}

/**
 * A framework of Moodle's file as the next version of what is here already. Moodle's file has short names, descriptions,
 * the tree, and what is related to what: everything else an item says stays, and so does its kind, unless its level of the
 * tree is called otherwise than before. Source: interop.md 1 (tool_lpimportcsv).
 */
export function moodleOnto(
  read: FrameworkPackage,
  before: Before,
): { package: FrameworkPackage; warnings: string[] } {
  const { head, items: cells } = moodleRows({ ...before, source: null })
  const levelWords = taxonomiesIn(head.taxonomy ?? '')
  const depths = new Map<Id, number>()
  for (const { itemId, parentId } of read.items) depths.set(itemId, (depths.get(parentId ?? '') ?? 0) + 1)
  const kindOf = (item: Item, was: Item): Pick<Item, 'kind' | 'typeWords'> => {
    const word = levelWords[(depths.get(item.itemId) ?? 1) - 1]
    const isNew = word !== undefined && item.typeWords !== '' && item.typeWords !== word
    return isNew && item.typeWords !== 'competency' ? item : was
  }
  const next = onto(read, before, {
    link: ({ type, originId, destinationId }) =>
      type === 'isRelatedTo' && cells.has(originId) && cells.has(destinationId),
    item: (item, was) => {
      const row = cells.get(item.itemId) ?? {}
      const ours = moodleTexts(row.shortName ?? '', moodleWords(row.description ?? '', row.format ?? ''))
      const isSame = asRead(ours.title) === item.title && asRead(ours.statement) === item.statement
      const { kind, typeWords } = kindOf(item, was)
      return {
        ...was,
        parentId: item.parentId,
        attached: was.attached || item.parentId !== null,
        kind,
        typeWords,
        code: item.code === '' && row.idNumber === item.itemId ? was.code : item.code,
        title: isSame ? was.title : item.title,
        statement: isSame ? was.statement : item.statement,
        rest: restOf(item.rest, was.rest, row),
      }
    },
  })
  const known = new Set(before.items.map(({ itemId }) => itemId))
  const same = read.items.filter(({ itemId }) => known.has(itemId)).length
  return {
    package: {
      ...next,
      title: read.title === asRead(head.shortName ?? '').trim() ? before.title : read.title,
      description: read.description === asRead(before.description) ? before.description : read.description,
      rest: restOf(read.rest, before.rest, head),
    },
    warnings: [
      ...(same > 0
        ? [
            `Moodle’s file says nothing of levels, of what is a soft skill or a legal duty, and of links to other frameworks: what version ${before.version ?? ''} says of them stays.`,
          ]
        : []),
      ...goneWords(goneFrom(before, next), before.version),
    ],
  }
}
