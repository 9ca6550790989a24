import type { VNode } from 'preact'
import { type Day, shortDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Legal } from '../exempting.ts'
import type { EvidenceDraft, EvidenceItem } from '../read.ts'
import { coverageOf, emptyStages } from '../rules/coverage.ts'
import type { AgeRule, Currency } from '../rules/currency.ts'
import { counts } from '../store/items.ts'
import { EvidenceGuide } from './add-page.tsx'
import { CycleSection, SourcesSection } from './coverage.tsx'
import { CurrencySection } from './currency.tsx'
import { LegalSection, openDuties } from './legal.tsx'
import { Filters, filtered, Items, type ListFilter, SHOWN_AT_FIRST } from './list-items.tsx'

export type ListPageProps = {
  personId: string
  own: boolean
  mayAdd: boolean
  items: readonly EvidenceItem[]
  drafts: readonly EvidenceDraft[]
  competencies: readonly Competency[]
  currencies: ReadonlyMap<string, Currency>
  legal: readonly Legal[]
  ruleOf: (competencyId: string) => AgeRule
  filter: ListFilter
  /** Every item asked for, however many. */
  whole: boolean
  /** What later capabilities show beside the items. */
  beside: readonly VNode[]
  today: Day
}

/** A person's evidence: what there is, what it bears on, where it comes from, and what is missing or out of date. */
export function ListPage(props: ListPageProps): VNode {
  const { personId, own, items, drafts, competencies, currencies, legal, beside, today } = props
  // A record whose import was undone is listed, and counts for nothing.
  const counted = items.filter(counts)
  const coverage = coverageOf(counted, today)
  const exempt = new Map(
    legal.flatMap(({ competency, state, until }) =>
      state === 'does not apply' && until ? [[competency.competencyId, until] as const] : [],
    ),
  )
  const due = new Map([...currencies].filter(([competencyId]) => !exempt.has(competencyId)))
  return (
    <>
      <Columns split="8-4">
        <ItemsSection {...props} currencies={due} />
        <div>
          <Beside {...props} currencies={due} empty={emptyStages(coverage)} />
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
      <CurrencySection
        competencies={competencies}
        currencies={currencies}
        exempt={exempt}
        personId={personId}
        today={today}
      />
      {beside}
      <LegalSection legal={legal} personId={personId} today={today} />
      <CycleSection coverage={coverage} />
      <SourcesSection
        coverage={coverage}
        selfOnly={counted.length > 0 && counted.every(({ by }) => by === 'self')}
        own={own}
        today={today}
      />
    </>
  )
}

function ItemsSection(props: ListPageProps): VNode {
  const { personId, mayAdd, items, competencies, currencies, ruleOf, filter, whole, today } = props
  const found = filtered(items, filter, ruleOf, today)
  const shown = whole ? found : found.slice(0, SHOWN_AT_FIRST)
  const all = new URLSearchParams(Object.entries({ ...filter, show: 'all' }).filter(([, value]) => value))
  return (
    <div>
      <Section
        id="items"
        title="What there is"
        fact={
          found.length === items.length
            ? count(items.length, 'item')
            : `${found.length} of ${count(items.length, 'item')}`
        }
      >
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
          <>
            <div class="mb5">
              <Filters
                personId={personId}
                competencies={competencies}
                currencies={currencies}
                filter={filter}
                today={today}
              />
            </div>
            <Items items={shown} competencies={competencies} ruleOf={ruleOf} today={today} />
            {shown.length < found.length && (
              <p class="mt3">
                These are the newest {shown.length}.{' '}
                <a href={`${paths.evidence(personId)}?${all}`}>Show all {count(found.length, 'item')}</a>
              </p>
            )}
          </>
        )}
      </Section>
    </div>
  )
}

/** What the page holds further down, a word each, and what lies beside it. */
function Beside({ personId, currencies, legal, empty }: ListPageProps & { empty: string | null }): VNode {
  const stale = [...currencies.values()].filter(({ state }) => state === 'stale').length
  return (
    <Section id="more" title="Also here">
      <Rows
        items={[
          ...(currencies.size > 0
            ? [
                {
                  title: 'Whether it is in date',
                  href: '#current',
                  meta:
                    stale > 0 ? `${count(stale, 'competency', 'competencies')} out of date` : 'All of it is',
                },
              ]
            : []),
          ...(legal.length > 0
            ? [
                {
                  title: 'What the law asks',
                  href: '#legal',
                  meta: openDuties(legal),
                },
              ]
            : []),
          {
            title: 'Where in the service cycle',
            href: '#cycle',
            meta: empty ? `Nothing yet from: ${empty}` : 'Every stage is shown',
          },
          {
            title: 'Witnesses and customers',
            href: paths.testimony(personId),
            meta: 'Who was asked by a link, and what came of it',
          },
          {
            title: 'Reflective accounts',
            href: paths.reflections(personId),
            meta: 'In the stages of Gibbs, Kolb, Driscoll, Rolfe or ERA',
          },
          {
            title: 'What the work shows',
            href: paths.work(personId),
            meta: 'Figures to keep as evidence',
          },
        ]}
      />
    </Section>
  )
}
