import type { JSX } from 'preact'

export type IconName = 'plus' | 'lock' | 'clock' | 'info' | 'warn' | 'tick' | 'missing' | 'print' | 'download'

const SHAPES: Record<IconName, JSX.Element> = {
  plus: <path d="M8 3v10M3 8h10" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.25v4M8 4.75v.01" />
    </>
  ),
  warn: <path d="M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5v.01" />,
  tick: <path d="M3 8.5 6.5 12 13 4.5" />,
  missing: <circle cx="8" cy="8" r="5.5" stroke-dasharray="2 2" />,
  print: <path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" />,
  download: <path d="M8 2.5v7.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11" />,
}

/** An icon, always beside a word: it is hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  )
}
