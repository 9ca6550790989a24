import type { VNode } from 'preact'
import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EvidenceSources } from '../../../ui/charts/months-dots.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Ref, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { EvidenceDraft, EvidenceItem } from '../read.ts'
import { isOld, sourcesOf } from '../rules/case.ts'
import { type EvidenceKind, isKind, KIND_WORDS, KINDS } from '../rules/kinds.ts'
import { EvidenceGuide } from './add-page.tsx'

export type ListFilter = { kind: string; competency: string }

/** A person's evidence: what there is, what it bears on, where it comes from and what is missing. */
export function ListPage(props: {
  personId: string
  own: boolean
  mayAdd: boolean
  items: readonly EvidenceItem[]
  drafts: readonly EvidenceDraft[]
  competencies: readonly Competency[]
  filter: ListFilter
  today: Day
}): VNode {
  const { personId, own, mayAdd, items, drafts, competencies, filter, today } = props
  const shown = items.filter(
    (item) =>
      (!isKind(filter.kind) || item.kind === filter.kind) &&
      (!filter.competency || item.links.some((link) => link.competencyId === filter.competency)),
  )
  return (
    <>
      <Columns split="8-4">
        <div>
          <Section
            id="items"
            title="What there is"
            fact={
              shown.length === items.length
                ? count(items.length, 'item')
                : `${shown.length} of ${count(items.length, 'item')}`
            }
          >
            {items.length > 0 && (
              <div class="mb5">
                <Filters personId={personId} competencies={competencies} filter={filter} />
              </div>
            )}
            {items.length === 0 ? (
              <Empty
                title="No evidence yet"
                belongs="What happened at work belongs here: a compliment, a complaint, an observation, a figure from the helpdesk."
                helps="It is what needs, levels and objectives rest on."
                action={
                  mayAdd ? (
                    <ButtonLink kind="secondary" small href={paths.evidenceNew(personId)}>
                      Add the first item
                    </ButtonLink>
                  ) : undefined
                }
              />
            ) : (
              <Items items={shown} competencies={competencies} today={today} />
            )}
          </Section>
        </div>
        <div>
          <Section id="more" title="Also here">
            <Rows
              items={[
                {
                  title: 'Reflective accounts',
                  href: paths.reflections(personId),
                  meta: 'In the stages of Gibbs or Kolb',
                },
                {
                  title: 'What the work shows',
                  href: paths.work(personId),
                  meta: 'Figures to keep as evidence',
                },
              ]}
            />
          </Section>
          {drafts.length > 0 && (
            <Section id="drafts" title="Drafts" fact="Only you see them">
              <Rows
                items={drafts.map((draft) => ({
                  title: draft.title,
                  href: paths.evidenceChange(personId, draft.evidenceId),
                  meta: `${draft.ref}, ${shortDay(draft.addedOn, today)}`,
                }))}
              />
            </Section>
          )}
          <EvidenceGuide />
        </div>
      </Columns>
      <Sources items={items} own={own} today={today} />
    </>
  )
}

function Filters(props: {
  personId: string
  competencies: readonly Competency[]
  filter: ListFilter
}): VNode {
  const { personId, competencies, filter } = props
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
          ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
        ]}
      />
      <Button kind="secondary">Show these</Button>
    </Form>
  )
}

function Items(props: {
  items: readonly EvidenceItem[]
  competencies: readonly Competency[]
  today: Day
}): VNode {
  const { items, competencies, today } = props
  if (items.length === 0)
    return <p class="s ink2">No item is of that kind and competency. Show every kind, or add one.</p>
  const titleOf = (id: string) =>
    competencies.find((one) => one.competencyId === id)?.title ?? 'an earlier competency'
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
                {item.by === 'other' && `, by ${item.addedByName}`} {item.private && <OnlyYou />}
                {item.undoneOn && <Tag kind="late">Import undone</Tag>}
              </span>
            </>
          ),
        },
        {
          head: 'Bears on',
          cell: (item) =>
            item.links.length > 0 ? (
              listing(
                item.links.map(
                  (link) => `${titleOf(link.competencyId)}${link.bearing === 'against' ? ' (against)' : ''}`,
                ),
              )
            ) : (
              <span class="miss">no competency yet</span>
            ),
        },
        {
          head: 'Happened',
          nowrap: true,
          cell: (item) =>
            item.happenedOn ? (
              <>
                {shortDay(item.happenedOn, today)}
                {isOld(item.happenedOn, today) && <span class="sub">over 12 months old</span>}
              </>
            ) : (
              <span class="miss">no date</span>
            ),
        },
      ]}
    />
  )
}

function Sources({ items, own, today }: { items: readonly EvidenceItem[]; own: boolean; today: Day }): VNode {
  const { from, sources } = sourcesOf(items, today)
  const missing = sources.filter(({ days }) => days.length === 0)
  const others = items.filter((item) => item.by !== 'self').length
  const month = (day: Day) => plainDay(day).split(' ').slice(1).join(' ')
  const hint = (kinds: readonly { kind: EvidenceKind }[]) =>
    listing(kinds.map(({ kind }) => KIND_WORDS[kind].source.toLowerCase()))
  return (
    <Section id="sources" title="Where the evidence comes from" fact="Last 12 months">
      <EvidenceSources
        caption="Evidence by kind of source in the last 12 months"
        span={`${month(from)} to ${month(today)}`}
        from={from}
        to={today}
        sources={sources.map(({ kind, days }) => {
          const latest = days.at(-1)
          return { name: KIND_WORDS[kind].source, days, latest: latest ? shortDay(latest, today) : null }
        })}
      />
      {items.length > 0 && others === 0 && (
        <p class="mt3">
          <b>Self only.</b>{' '}
          {own ? 'Everything here was said by you' : 'Everything here was said by the person themself'}: ask
          somebody who saw the work to add an observation.
        </p>
      )}
      {missing.length > 0 && <p class="s ink2 mt3">Nothing in 12 months from: {hint(missing)}.</p>}
    </Section>
  )
}
