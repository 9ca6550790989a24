import type { VNode } from 'preact'
import { type Day, dayIn, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { type Knot, Thread } from '../../../ui/thread.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import type { Figure } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import type { CaseLine } from '../rules/case.ts'
import { sizeWords } from '../rules/file-type.ts'
import { fieldsFor, KIND_WORDS } from '../rules/kinds.ts'
import type { EvidenceLink, Stored } from '../store/items.ts'
import type { Revision } from '../store/revisions.ts'
import { CaseSection, EvidenceGuide } from './add-page.tsx'
import { competencyOptions, ReasonFields, type Suggested } from './item-form.tsx'
import { SnapshotSection } from './snapshot.tsx'

export type ItemPageProps = {
  item: Stored
  readerId: string
  mayAdd: boolean
  lines: readonly CaseLine[]
  revisions: readonly Revision[]
  competencies: readonly Competency[]
  suggested: readonly Suggested[]
  todaysFigure: Figure | null
  zone: string
  today: Day
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}

/** One item: what it says, what it is linked to and why, how it stands, and where it sits on the thread. */
export function ItemPage(props: ItemPageProps): VNode {
  const { item, lines, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Thread label="Where this evidence sits on the thread" knots={knotsOf(item)} />
      {item.undoneOn && (
        <Note kind="warn" title={`The import was undone on ${plainDay(item.undoneOn)}.`}>
          The figure stays as it was kept, with the files it was counted from. Say beside it whether it still
          holds.
        </Note>
      )}
      <Columns split="8-4">
        <div>
          <SaidSection {...props} />
          {item.snapshot && (
            <SnapshotSection snapshot={item.snapshot} item={item} todaysFigure={props.todaysFigure} />
          )}
          <LinkSection {...props} />
          {props.revisions.length > 0 && <Earlier {...props} />}
        </div>
        <div class="stick">
          <CaseSection lines={lines} />
          <EvidenceGuide />
        </div>
      </Columns>
    </>
  )
}

function knotsOf(item: Stored): Knot[] {
  const linked = item.links.length > 0
  return [
    {
      stage: 'Evidence',
      state: 'now',
      text: item.ref,
      meta: item.kind ? KIND_WORDS[item.kind].name : 'Draft',
    },
    linked
      ? { stage: 'Need', state: 'todo', text: 'The gaps it bears on', href: paths.gaps(item.personId) }
      : { stage: 'Need', state: 'todo', text: 'Link it to a competency first', href: '#links' },
    { stage: 'Objective', state: 'todo', text: 'The plan', href: paths.plan(item.personId) },
  ]
}

function SaidSection({ item, readerId, today }: ItemPageProps): VNode {
  const fields = fieldsFor(item.kind, item.detail).filter((field) => item.detail[field.key])
  const mine = item.addedBy === readerId && !item.snapshot
  return (
    <Section
      id="said"
      title={item.snapshot ? 'What was kept' : 'What happened'}
      fact={item.private ? <OnlyYou /> : item.draft ? <Tag>Draft, only you see it</Tag> : undefined}
    >
      <div class="prose any">
        {item.text.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <div class="mt3">
        <SummaryList
          items={[
            ...fields.map((field) => ({ term: field.label, value: item.detail[field.key] ?? '' })),
            ...(item.detail.cycle ? [{ term: 'In the service cycle', value: item.detail.cycle }] : []),
            ...(item.detail.account
              ? [
                  {
                    term: 'Reflective account',
                    value: (
                      <a href={paths.reflection(item.personId, item.detail.account)}>
                        Read it, where it is shared with you
                      </a>
                    ),
                  },
                ]
              : []),
            {
              term: 'When it happened',
              value: item.happenedOn ? plainDay(item.happenedOn) : 'Not said',
            },
            ...item.files.map((file) => ({
              term: 'File',
              value: (
                <a href={paths.evidenceFile(item.personId, item.evidenceId, file.fileId)} download>
                  {file.name}, {sizeWords(file.size)}
                </a>
              ),
            })),
            {
              term: item.by === 'helpdesk' ? 'Kept by' : 'Added by',
              value: `${item.addedByName}${item.addedOn === today ? ' today' : ` on ${plainDay(item.addedOn)}`}`,
            },
          ]}
        />
      </div>
      {mine && (
        <Buttons>
          <ButtonLink kind="secondary" href={paths.evidenceChange(item.personId, item.evidenceId)}>
            {item.draft ? 'Say the rest' : 'Change what it says'}
          </ButtonLink>
        </Buttons>
      )}
    </Section>
  )
}

function LinkSection(props: ItemPageProps): VNode {
  const { item, competencies, mayAdd } = props
  const titleOf = (link: EvidenceLink) =>
    competencies.find((one) => one.competencyId === link.competencyId)?.title ??
    'A competency of an earlier framework'
  return (
    <Section
      id="links"
      title="Which competencies it bears on"
      fact={item.links.length === 0 ? 'none yet' : undefined}
    >
      {item.links.length > 0 && (
        <Table
          caption="Competencies this evidence bears on"
          hideCaption
          rows={item.links}
          columns={[
            {
              head: 'Competency',
              cell: (link) => <a href={paths.competency(link.competencyId)}>{titleOf(link)}</a>,
            },
            { head: 'Points', cell: (link) => (link.bearing === 'for' ? 'for' : 'against') },
            { head: 'Why', cell: (link) => link.reason || <span class="miss">not said yet</span> },
            {
              head: 'Take back',
              hideHead: true,
              cell: (link) =>
                link.madeBy === props.readerId && mayAdd ? (
                  <PostButton
                    action={`${paths.evidenceLinks(item.personId, item.evidenceId)}/end`}
                    hidden={{ competency: link.competencyId }}
                    link
                    about={`the link to ${titleOf(link)}`}
                  >
                    Take back
                  </PostButton>
                ) : null,
            },
          ]}
        />
      )}
      {mayAdd && (
        <div class="mt6">
          <LinkForm {...props} />
        </div>
      )}
    </Section>
  )
}

function LinkForm({ item, competencies, suggested, refusals, values }: ItemPageProps): VNode {
  const free = suggested.filter(
    ({ competency }) => !item.links.some((link) => link.competencyId === competency.competencyId),
  )
  return (
    <Form action={paths.evidenceLinks(item.personId, item.evidenceId)} keep="link">
      <Select
        name="competency"
        label="Link it to a competency"
        hint={
          free.length > 0
            ? `From its words, perhaps: ${free
                .slice(0, 3)
                .map(({ competency, because }) => `${competency.title} (“${because[0]}”)`)
                .join(', ')}.`
            : undefined
        }
        error={errorFor(refusals, 'competency')}
        width="l"
        value={values.competency}
        options={competencyOptions(competencies)}
      />
      <ReasonFields
        reason={values.reason ?? ''}
        bearing={values.bearing ?? 'for'}
        error={errorFor(refusals, 'reason')}
      />
      <Buttons>
        <Button kind="secondary">Link it</Button>
      </Buttons>
    </Form>
  )
}

function Earlier({ revisions, zone }: ItemPageProps): VNode {
  return (
    <Section id="earlier" title="What it said before" fact="Nothing is overwritten">
      {revisions.map((revision) => (
        <More
          key={revision.version}
          summary={`Version ${revision.version}, saved ${plainDay(dayIn(revision.savedAt, zone))}`}
        >
          <p class="prose any">{revision.text}</p>
          <SummaryList
            items={fieldsFor(revision.kind, revision.detail)
              .filter((field) => revision.detail[field.key])
              .map((field) => ({ term: field.label, value: revision.detail[field.key] ?? '' }))}
          />
        </More>
      ))}
    </Section>
  )
}
