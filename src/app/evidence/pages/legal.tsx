import type { VNode } from 'preact'
import { type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Legal } from '../exempting.ts'
import { CurrencyTag } from './currency.tsx'

/** Where a duty stands, by word and shape, and why. */
export function LegalState({ legal, today }: { legal: Legal; today: Day }): VNode {
  const { state, items, currency, reason, until, saidByName, saidOn } = legal
  const said = saidByName && saidOn && `${saidByName} said so on ${plainDay(saidOn)}: ${reason}`
  switch (state) {
    case 'evidenced':
      return (
        <>
          {count(items, 'item')} <CurrencyTag currency={currency} today={today} />
        </>
      )
    case 'does not apply':
      return (
        <>
          <Tag kind="dash">Does not apply</Tag> to {plainDay(until ?? today)}
          <span class="sub any">{said}</span>
        </>
      )
    case 'lapsed':
      return (
        <>
          <Tag kind="late" icon="clock">
            Lapsed
          </Tag>{' '}
          It was said not to apply to {plainDay(until ?? today)}
          <span class="sub any">{said}</span>
        </>
      )
    default:
      return (
        <Tag kind="late" icon="missing">
          Missing
        </Tag>
      )
  }
}

/** How many of the duties nothing answers: "1 of 3 missing". */
export function openDuties(legal: readonly Legal[]): string {
  const open = legal.filter(({ state }) => state === 'missing' || state === 'lapsed').length
  return open > 0 ? `${open} of ${legal.length} missing` : 'Each is answered'
}

/** Data protection, equality, health and safety: each evidenced, said not to apply, or missing. Source: mission.md B10. */
export function LegalSection(props: { legal: readonly Legal[]; personId: string; today: Day }): VNode | null {
  const { legal, personId, today } = props
  if (legal.length === 0) return null
  return (
    <Section id="legal" title="What the law asks" fact={openDuties(legal)}>
      <Table
        caption="Competencies that the law asks for"
        hideCaption
        rows={legal}
        columns={[
          {
            head: 'Competency',
            width: 40,
            cell: ({ competency }) => (
              <a href={`${paths.evidence(personId)}?competency=${competency.competencyId}`}>
                {competency.title}
              </a>
            ),
          },
          { head: 'Where it stands', cell: (one) => <LegalState legal={one} today={today} /> },
        ]}
      />
      <p class="s ink2 mt3">
        <a href={paths.legalDuties(personId)}>Where one does not apply to the work</a>
      </p>
    </Section>
  )
}
