import type { ComponentChildren } from 'preact'
import { Verdict, type VerdictWord } from './tag.tsx'

/** One figure with its count, its interval and its verdict; never a bare percentage. `chart` is a Spark. */
export function Kpi(props: {
  title: ComponentChildren
  /** "74%", or the raw count where there are too few. */
  figure: string
  /** "227 of 306, interval 69 to 79%". */
  basis: ComponentChildren
  verdict: VerdictWord
  chart?: ComponentChildren
  /** What it means and by which rule. */
  meaning?: ComponentChildren
  level?: 3 | 4
}) {
  const { title, figure, basis, verdict, chart, meaning, level = 3 } = props
  const Heading = `h${level}` as const
  return (
    <article class="kpi">
      <Heading>{title}</Heading>
      <p class="n">
        <b>{figure}</b>
        <span>{basis}</span>
      </p>
      <Verdict word={verdict} />
      {chart}
      {meaning && <p class="def">{meaning}</p>}
    </article>
  )
}

/** A day that stands out: its date large, then the month and when, then with whom. */
export function BigDate({ date, rest, meta }: { date: number; rest: string; meta?: ComponentChildren }) {
  return (
    <p class="date">
      <b>{date}</b>{' '}
      <span>
        {rest}
        {meta && <span class="sub">{meta}</span>}
      </span>
    </p>
  )
}
