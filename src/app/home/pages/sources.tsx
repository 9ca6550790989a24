import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { EvidenceSources } from '../../../ui/charts/months-dots.tsx'
import { Section } from '../../../ui/section.tsx'
import { coverageOf, type EvidenceItem, emptySources, KIND_WORDS } from '../../evidence/evidence.ts'
import { paths } from '../../paths.ts'

const month = (day: Day) => {
  const [, name = '', year = ''] = plainDay(day).split(' ')
  return `${name.slice(0, 3)} ${year}`
}

/** Which kinds of source the last 12 months hold, and which are missing. */
export function Sources(props: {
  personId: string
  own: boolean
  evidence: readonly EvidenceItem[]
  mayAdd: boolean
  today: Day
}) {
  const { personId, own, evidence, mayAdd, today } = props
  const coverage = coverageOf(evidence, today)
  const { from } = coverage
  const shown = coverage.sources.flatMap(({ kind, days }) => {
    const latest = days.at(-1)
    return latest ? [{ name: KIND_WORDS[kind].source, days, latest: shortDay(latest, today) }] : []
  })
  const missing = emptySources(coverage)
  return (
    <Section
      id="sources"
      title={own ? 'Where your evidence comes from' : 'Where the evidence comes from'}
      fact="Last 12 months"
    >
      {shown.length > 0 && (
        <EvidenceSources
          caption="Evidence by kind of source in the last 12 months"
          span={`${month(from)} to ${month(today)}`}
          from={from}
          to={today}
          sources={shown}
        />
      )}
      {missing && (
        <p class="s mt3">
          <b class="b">Nothing in 12 months from:</b> {missing}.{' '}
          {mayAdd && (
            <a href={paths.evidenceNew(personId)}>
              {own ? 'Add evidence, or ask somebody who saw the work' : 'Add an observation'}
            </a>
          )}
        </p>
      )}
    </Section>
  )
}
