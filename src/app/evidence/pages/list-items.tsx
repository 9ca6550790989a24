import type { VNode } from 'preact'
import { type Day, shortDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Ref } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { EvidenceItem } from '../read.ts'
import { ATTENTION, attentionOf, endedOn, isAttention } from '../rules/attention.ts'
import { type AgeRule, type Currency, sinceWords } from '../rules/currency.ts'
import { isKind, KIND_WORDS, KINDS, SERVICE_CYCLE } from '../rules/kinds.ts'

/** What the list is narrowed by, as it stands in the address; '' is everything. */
export type ListFilter = { kind: string; competency: string; stage: string; lacks: string }

/** How many items are shown before all are asked for. */
export const SHOWN_AT_FIRST = 200

type RuleOf = (competencyId: string) => AgeRule

/** The items that a filter leaves. */
export function filtered(
  items: readonly EvidenceItem[],
  { kind, competency, stage, lacks }: ListFilter,
  ruleOf: RuleOf,
  today: Day,
): EvidenceItem[] {
  return items.filter(
    (item) =>
      (!isKind(kind) || item.kind === kind) &&
      (!competency || item.links.some((link) => link.competencyId === competency)) &&
      (!stage || item.detail.cycle === stage) &&
      (!isAttention(lacks) || attentionOf(item, ruleOf, today).includes(lacks)),
  )
}

export function Filters(props: {
  personId: string
  competencies: readonly Competency[]
  currencies: ReadonlyMap<string, Currency>
  filter: ListFilter
  today: Day
}): VNode {
  const { personId, competencies, currencies, filter, today } = props
  const standing = (competencyId: string) => {
    const { state, endsOn } = currencies.get(competencyId) ?? {}
    return state === 'stale' && endsOn ? `: out of date ${sinceWords(endsOn, today)}` : ''
  }
  return (
    <Form action={paths.evidence(personId)} method="get" inline label="Show">
      <Select
        name="kind"
        label="Kind"
        value={filter.kind}
        options={[
          { value: '', text: 'Every kind' },
          ...KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind].name })),
        ]}
      />
      <Select
        name="competency"
        label="Competency"
        value={filter.competency}
        options={[
          { value: '', text: 'Every competency' },
          ...competencies.map(({ competencyId, title }) => ({
            value: competencyId,
            text: `${title}${standing(competencyId)}`,
          })),
        ]}
      />
      <Select
        name="stage"
        label="Service cycle"
        value={filter.stage}
        options={[
          { value: '', text: 'Every stage' },
          ...SERVICE_CYCLE.map((stage) => ({ value: stage, text: stage })),
        ]}
      />
      <Select
        name="lacks"
        label="Needs attention"
        value={filter.lacks}
        options={[
          { value: '', text: 'Whether or not' },
          ...Object.entries(ATTENTION).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Button kind="secondary">Show these</Button>
    </Form>
  )
}

/** Who stands behind an item, where that is not the person themself. */
const byOf = ({ by, standsBehind, addedByName }: EvidenceItem): string =>
  standsBehind ? `, by ${standsBehind.name}` : by === 'other' ? `, by ${addedByName}` : ''

export function Items(props: {
  items: readonly EvidenceItem[]
  competencies: readonly Competency[]
  ruleOf: RuleOf
  today: Day
}): VNode {
  const { items, competencies, ruleOf, today } = props
  if (items.length === 0)
    return <p class="s ink2">Nothing here is of that sort. Widen what is shown, or add an item.</p>
  const titles = new Map(competencies.map(({ competencyId, title }) => [competencyId, title]))
  return (
    <Table
      caption="Evidence, newest first"
      hideCaption
      rows={items}
      columns={[
        {
          head: 'Item',
          width: 45,
          cell: (item) => (
            <>
              <a href={paths.evidenceItem(item.personId, item.evidenceId)}>{item.title}</a>
              <span class="sub">
                <Ref>{item.ref}</Ref>, {KIND_WORDS[item.kind].name.toLowerCase()}
                {byOf(item)} {item.private && <OnlyYou />}
                {item.undoneOn && <Tag kind="late">Import undone</Tag>}
              </span>
            </>
          ),
        },
        {
          head: 'Bears on',
          cell: ({ links }) =>
            links.length > 0 ? (
              listing(
                links.map(
                  (link) =>
                    `${titles.get(link.competencyId) ?? 'an earlier competency'}${link.bearing === 'against' ? ' (against)' : ''}`,
                ),
              )
            ) : (
              <span class="miss">no competency yet</span>
            ),
        },
        {
          head: 'Happened',
          nowrap: true,
          cell: (item) => {
            const ended = endedOn(item, ruleOf, today)
            return (
              <>
                {item.happenedOn ? shortDay(item.happenedOn, today) : <span class="miss">no date</span>}
                {ended && <span class="sub">out of date {sinceWords(ended, today)}</span>}
              </>
            )
          },
        },
      ]}
    />
  )
}
