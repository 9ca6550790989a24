/** Where a long list stands, and the ways on and back; nothing where it fits on one page. */
export function Pager(props: {
  /** The page shown, 1 first. */
  here: number
  of: number
  /** What is listed: "occupations". */
  what: string
  at: (page: number) => string
}) {
  const { here, of, what, at } = props
  if (of < 2) return null
  return (
    <nav class="mt4" aria-label={`More ${what}`}>
      {here > 1 && <a href={at(here - 1)}>Earlier {what}</a>} Page {here.toLocaleString('en-GB')} of{' '}
      {of.toLocaleString('en-GB')} {here < of && <a href={at(here + 1)}>Further {what}</a>}
    </nav>
  )
}
