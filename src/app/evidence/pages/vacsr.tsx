import type { VNode } from 'preact'
import { type Day, shortDay } from '../../../kernel/day.ts'
import { CheckList, Log } from '../../../ui/lists.tsx'
import type { LetterReading } from '../rules/vacsr.ts'
import type { Judgement } from '../store/judgements.ts'

/** The five letters of a link in a few words each, with what each person judged last: never a tick, no score. */
export function VacsrStrip(props: {
  letters: readonly LetterReading[]
  judgements: readonly Judgement[]
}): VNode {
  const { letters, judgements } = props
  return (
    <dl class="vacsr">
      {letters.map(({ letter, name, short, lacks }) => {
        const here = judgements.filter((one) => one.letter === letter)
        const newest = [...new Map(here.map((one) => [one.judgedBy, one])).values()]
        return (
          <div key={letter} class={lacks ? 'q' : undefined}>
            <dt>{name}</dt>
            <dd>
              {short}
              {newest.map(({ judgedBy, judgedByName, verdict }) => (
                <span key={judgedBy} class="sub">
                  {judgedByName}: {verdict}
                </span>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** One letter whole: what the machine sees, what only a person can say, and what people said. */
export function LetterCase(props: {
  reading: LetterReading
  judgements: readonly Judgement[]
  /** The item's version now, and who added it: said beside a judgement where they matter. */
  item: { version: number; addedBy: string | null }
  today: Day
  level: 2 | 3 | 4
}): VNode {
  const { reading, judgements, item, today, level } = props
  const Heading = `h${level}` as const
  const here = judgements.filter((one) => one.letter === reading.letter)
  return (
    <div class="mb5">
      <Heading>{reading.name}</Heading>
      <CheckList items={reading.sees} />
      <p class="s mt2">
        <b class="b">Only a person can say:</b> {reading.asks}
      </p>
      {here.length > 0 && <Judgements judgements={here} item={item} today={today} />}
    </div>
  )
}

/** What people judged, newest first, each with its words. */
export function Judgements(props: {
  judgements: readonly Judgement[]
  item: { version: number; addedBy: string | null }
  today: Day
  /** Names the letter of each. */
  lettered?: boolean
}): VNode {
  const { judgements, item, today, lettered } = props
  return (
    <Log
      entries={judgements.toReversed().map((one) => ({
        day: one.judgedOn,
        text: shortDay(one.judgedOn, today),
        what: (
          <span class="any">
            {one.judgedByName}
            {one.judgedBy === item.addedBy && ', who also added it'}: {lettered && `${one.letter} `}
            <b>{one.verdict}</b>. {one.words}
            {one.itemVersion < item.version && (
              <span class="sub">
                Judged on version {one.itemVersion}. It has been changed since: it is now version{' '}
                {item.version}.
              </span>
            )}
          </span>
        ),
      }))}
    />
  )
}
