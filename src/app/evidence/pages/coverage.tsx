import type { VNode } from 'preact'
import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { EvidenceSources } from '../../../ui/charts/months-dots.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Coverage, emptySources, emptyStages } from '../rules/coverage.ts'
import { KIND_WORDS } from '../rules/kinds.ts'

/** Which stages of the service cycle the last 12 months show, which they do not, and where that comes from. */
export function CycleSection({ coverage }: { coverage: Coverage }): VNode {
  const { stages, unplaced, items, moments } = coverage
  const empty = emptyStages(coverage)
  const placed = items - unplaced
  return (
    <Section id="cycle" title="Where in the service cycle" fact="Last 12 months">
      <dl class="vacsr cycle">
        {stages.map(({ stage, items: here, kinds }) => (
          <div key={stage} class={here === 0 && placed > 0 ? 'q' : undefined}>
            <dt>{stage}</dt>
            <dd>
              {here === 0
                ? 'nothing yet'
                : `${count(here, 'item')}: ${listing(kinds.map(({ kind }) => KIND_WORDS[kind].source.toLowerCase()))}`}
            </dd>
          </div>
        ))}
      </dl>
      {empty && <p class="mt3">Nothing yet from: {empty}.</p>}
      <p class="s ink2 mt2">
        {unplaced > 0 &&
          `${unplaced} of ${count(items, 'item')} ${unplaced === 1 ? 'names' : 'name'} no stage. `}
        {moments.asked === 0
          ? 'No observation or reflection yet that could name a moment of truth.'
          : `${moments.named} of ${count(moments.asked, 'observation or reflection', 'observations and reflections')} ${moments.named === 1 ? 'names' : 'name'} a moment of truth.`}
      </p>
      {placed > 0 && (
        <More summary="By stage and kind of source, as a table">
          <StageTable coverage={coverage} />
        </More>
      )}
    </Section>
  )
}

function StageTable({ coverage: { stages, sources } }: { coverage: Coverage }): VNode {
  const kinds = sources.filter(({ kind }) =>
    stages.some((stage) => stage.kinds.some((one) => one.kind === kind)),
  )
  return (
    <Table
      caption="Items of the last 12 months by kind of source and stage of the service cycle"
      hideCaption
      wide="scroll"
      rows={kinds}
      columns={[
        { head: 'Source', cell: ({ kind }) => KIND_WORDS[kind].source },
        ...stages.map((stage) => ({
          head: stage.stage,
          numeric: true,
          cell: ({ kind }: (typeof kinds)[number]) =>
            stage.kinds.find((one) => one.kind === kind)?.items ?? 'none',
        })),
      ]}
    />
  )
}

/** Every kind of source with its days in the last 12 months, and which are missing. */
export function SourcesSection(props: {
  coverage: Coverage
  selfOnly: boolean
  own: boolean
  today: Day
}): VNode {
  const { coverage, selfOnly, own, today } = props
  const missing = emptySources(coverage)
  const month = (day: Day) => plainDay(day).split(' ').slice(1).join(' ')
  return (
    <Section id="sources" title="Where the evidence comes from" fact="Last 12 months">
      <EvidenceSources
        caption="Evidence by kind of source in the last 12 months"
        span={`${month(coverage.from)} to ${month(today)}`}
        from={coverage.from}
        to={today}
        sources={coverage.sources.map(({ kind, days }) => {
          const latest = days.at(-1)
          return { name: KIND_WORDS[kind].source, days, latest: latest ? shortDay(latest, today) : null }
        })}
      />
      {selfOnly && (
        <p class="mt3">
          <b>Self only.</b>{' '}
          {own ? 'Everything here was said by you' : 'Everything here was said by the person themself'}: ask
          somebody who saw the work to add an observation.
        </p>
      )}
      {missing && <p class="s ink2 mt3">Nothing in 12 months from: {missing}.</p>}
    </Section>
  )
}
