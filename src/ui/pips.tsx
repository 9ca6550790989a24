/** Counted progress: so many of so many, and how many of the rest are late. The words stand beside the marks. */
export function Pips({
  done,
  late = 0,
  of,
  small,
}: {
  done: number
  late?: number
  of: number
  small?: boolean
}) {
  const marks = Array.from({ length: Math.min(of, 12) }, (_, index) =>
    index < done ? 'on' : index < done + late ? 'late' : undefined,
  )
  return (
    <span class="nw">
      <span class={small ? 'pips pips-s' : 'pips'} aria-hidden="true">
        {marks.map((mark, index) => (
          <i key={index} class={mark} />
        ))}
      </span>
      {done} of {of}
    </span>
  )
}
