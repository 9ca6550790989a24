/** How a complaint ended, as whoever looked into it decided. */
export const COMPLAINT_OUTCOMES = ['upheld', 'partly upheld', 'not upheld', 'not decided yet'] as const

/**
 * Whether an item is a complaint that was upheld, wholly or in part, and that others read: a draft, and what only the
 * person sees, says nothing to anybody yet.
 */
export function isUpheld(item: {
  draft: boolean
  private: boolean
  kind: string | null
  detail: Readonly<Record<string, string>>
}): boolean {
  const { upheld } = item.detail
  return (
    item.kind === 'complaint' &&
    !item.draft &&
    !item.private &&
    (upheld === 'upheld' || upheld === 'partly upheld')
  )
}
