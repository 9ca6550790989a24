import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, found, goTo, type Visit } from '../visit.ts'
import { findDraft } from './frameworks.ts'
import type { Draft, DraftItem } from './rules/draft.ts'

/** The most items of a tree that one page shows, and of one that can be changed there, as each then has its acts. */
export const PAGE = 500
export const WRITING_PAGE = 250

export const LIBRARY = [
  { text: 'Frameworks', href: paths.frameworks },
  { text: 'Library', href: paths.library },
]

/** Which part of a tree an address asks for: `?at=` an item, `?about=` some words. */
export const treeAsked = (query: URLSearchParams): { at: string | null; about: string } => ({
  at: query.get('at'),
  about: (query.get('about') ?? '').trim().slice(0, 200),
})

/** The draft and the item that an address names, or a 404. */
export async function theItem({ tx, params }: Visit): Promise<{ draft: Draft; item: DraftItem }> {
  const draft = found(await findDraft(tx, params.framework ?? ''))
  return { draft, item: found(draft.items.find(({ itemId }) => itemId === params.item)) }
}

/** Back to an item in the editor, its acts open. */
export const backTo = (
  { frameworkId }: Pick<Draft, 'frameworkId'>,
  itemId: string,
  flash: string,
  at = `item-${itemId}`,
): Answer => goTo(`${paths.draft(frameworkId)}?item=${itemId}#${at}`, flash)

/** The way to a page about one item of a draft. */
export const crumbsTo = (draft: Draft, text: string) => [
  ...LIBRARY,
  { text: draft.title, href: paths.draft(draft.frameworkId) },
  { text },
]

/** That somebody was quicker concerns no field of a form: its refusals, with the status that says so. */
export function stale(refusals: readonly Refusal[]): { refusals: Refusal[]; status: number | undefined } {
  return {
    refusals: refusals.map(({ field, message }) => (field === 'revision' ? { message } : { field, message })),
    status: refusals.some(({ field }) => field === 'revision') ? 409 : undefined,
  }
}
