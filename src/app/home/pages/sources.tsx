import { addMonths, type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { EvidenceSources } from '../../../ui/charts/months-dots.tsx'
import { Section } from '../../../ui/section.tsx'
import { type EvidenceItem, type EvidenceKind, KIND_WORDS } from '../../evidence/evidence.ts'
import { paths } from '../../paths.ts'

const isKind = (key: string): key is EvidenceKind => key in KIND_WORDS
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
  const from = addMonths(today, -12)
  const sources = Object.keys(KIND_WORDS)
    .filter(isKind)
    .map((kind) => {
      const days = evidence
        .filter((item) => item.kind === kind)
        .map(({ happenedOn, addedOn }) => happenedOn ?? addedOn)
        .filter((day) => day >= from && day <= today)
        .sort()
      const latest = days.at(-1)
      return { name: KIND_WORDS[kind].source, days, latest: latest ? shortDay(latest, today) : null }
    })
  const shown = sources.filter(({ days }) => days.length > 0)
  const missing = sources.filter(({ days }) => days.length === 0).map(({ name }) => name.toLowerCase())
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
      {missing.length > 0 && (
        <p class="s mt3">
          <b class="b">Nothing in 12 months from:</b> {listing(missing)}.{' '}
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
