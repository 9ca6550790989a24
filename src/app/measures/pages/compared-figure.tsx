import type { VNode } from 'preact'
import { plainDay } from '../../../kernel/day.ts'
import { capital, count } from '../../../kernel/text.ts'
import { Ranges } from '../../../ui/charts/interval-strip.tsx'
import { Note } from '../../../ui/note.tsx'
import { More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Compared } from '../compare.ts'
import { differenceWords, intervalWords, pickedWords, saysWords, sideWords } from '../compared-words.ts'
import type { Contrast, Side } from '../rules/compare.ts'
import { periodWords, versionWords } from '../words.ts'

/** A measure before and after a change: both sides, the difference with its interval, and what that can say. */
export function ComparedFigure({
  compared,
  countedOn,
}: {
  compared: Compared
  /** The day on which it was counted once and for all; none where it is counted each time. */
  countedOn?: string | null
}): VNode {
  const { name, unit, betterIs, fairer, people, definition, version } = compared
  const picked = pickedWords(compared)
  return (
    <div class="mb4">
      <Sides contrast={compared} unit={unit} caption={`${name}, before and after`} />
      <Picture contrast={compared} unit={unit} name={name} />
      <p class="mt3">
        {capital(differenceWords(compared, unit))}. <b>{saysWords(compared, betterIs)}</b>
      </p>
      {picked && (
        <div class="mt3">
          <Note kind="warn" title={`${picked.slice(0, picked.indexOf(':'))}.`}>
            {capital(picked.slice(picked.indexOf(':') + 2))}
            {fairer
              ? ` Against what is on record of the year before those weeks the comparison is fairer: then ${sideWords(fairer.before, unit)}; since, ${differenceWords(fairer, unit)}. ${saysWords(fairer, betterIs)}`
              : ' There is no longer history to compare with.'}
          </Note>
        </div>
      )}
      <More summary={`What ${name} counts here`}>
        <p class="s ink2">
          {definition} {capital(versionWords(version))}.{' '}
          {unit === 'seconds' &&
            'Before and after are means here, as a difference of means has an interval; elsewhere the middle contact is shown. '}
          {people > 1 &&
            `Pooled over ${count(people, 'person', 'people')}: only those with 5 or more on both sides. `}
          {unit === 'share'
            ? 'The interval of the difference is Newcombe’s.'
            : 'The interval of the difference is Welch’s.'}
          {countedOn && ` Counted on ${plainDay(countedOn)} and kept as it was.`}
        </p>
      </More>
    </div>
  )
}

type Unit = Compared['unit']

function Sides({ contrast, unit, caption }: { contrast: Contrast; unit: Unit; caption: string }): VNode {
  const rows: [string, Side][] = [
    ['Before', contrast.before],
    ['After', contrast.after],
  ]
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        { head: 'Side', hideHead: true, cell: ([name]) => name },
        { head: 'Days', cell: ([, side]) => periodWords(side) },
        { head: 'Came to', cell: ([, side]) => sideWords(side, unit) },
        {
          head: '95% interval',
          cell: ([, side]) => intervalWords(side, unit) || 'none under 5',
        },
      ]}
    />
  )
}

function Picture({ contrast, unit, name }: { contrast: Contrast; unit: Unit; name: string }): VNode | null {
  const { before, after } = contrast
  if (before.level === null || after.level === null) return null
  return (
    <Ranges
      title={`${name}: before and after with their intervals`}
      rows={[
        { label: 'Before', ...before.level },
        { label: 'After', ...after.level },
      ]}
      target={null}
      unit={unit}
    />
  )
}
