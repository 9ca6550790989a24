/**
 * What must be said where facts of a classification stand on a page, as small print at its end; nothing where nothing
 * must. The lines: kernel/attribution.ts.
 */
export function Attribution({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section class="mt5 prose" aria-label="Attribution">
      {lines.map((line) => (
        <p key={line} class="s ink2">
          {line}
        </p>
      ))}
    </section>
  )
}
