import type { VNode } from 'preact'
import { dayIn, plainDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { type Knot, Thread } from '../../../ui/thread.tsx'
import type { Figure } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import { mayChange } from '../change.ts'
import type { CaseLine } from '../rules/case.ts'
import { KIND_WORDS } from '../rules/kinds.ts'
import type { Stored } from '../store/items.ts'
import type { Revision } from '../store/revisions.ts'
import { CaseSection, EvidenceGuide } from './add-page.tsx'
import { detailsSaid } from './detail-words.tsx'
import { FilesList } from './files-list.tsx'
import { LinkSection, type LinkSectionProps } from './link-section.tsx'
import { SaidList } from './said.tsx'
import { SnapshotSection } from './snapshot.tsx'

export type ItemPageProps = LinkSectionProps & {
  lines: readonly CaseLine[]
  sameAs: readonly string[]
  revisions: readonly Revision[]
  /** Whether the reader may ask a witness or a customer to say what they saw. */
  mayAsk: boolean
  todaysFigure: Figure | null
  zone: string
}

/** One item: what it says, what it is linked to and why, how each link stands, and where it sits on the thread. */
export function ItemPage(props: ItemPageProps): VNode {
  const { item, lines, sameAs, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Thread label="Where this evidence sits on the thread" knots={knotsOf(item)} />
      {item.undoneOn && (
        <Note kind="warn" title={`The import was undone on ${plainDay(item.undoneOn)}.`}>
          {item.snapshot
            ? 'The figure stays as it was kept, with the files it was counted from. Say beside it whether it still holds.'
            : 'The record can still be read here. It counts for nothing.'}
        </Note>
      )}
      {sameAs.length > 0 && (
        <Note kind="warn" title={`The same words or the same file as ${listing(sameAs)}.`}>
          One thing that happened counts once. Keep the fuller item, and take back the links of the other.
        </Note>
      )}
      <Columns split="8-4">
        <div>
          <SaidSection {...props} />
          <FilesList {...props} />
          {item.snapshot && (
            <SnapshotSection snapshot={item.snapshot} item={item} todaysFigure={props.todaysFigure} />
          )}
          <LinkSection {...props} />
          {props.revisions.length > 0 && <Earlier {...props} />}
        </div>
        <div class="stick">
          <CaseSection lines={lines} />
          {props.mayAsk && item.by === 'self' && !item.private && !item.draft && (
            <p class="s mb5">
              Nobody else stands behind it yet.{' '}
              <a href={`${paths.testimonyNew(item.personId)}?evidence=${item.evidenceId}`}>
                Ask somebody who saw it
              </a>
            </p>
          )}
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
  return (
    <Section
      id="said"
      title={item.snapshot ? 'What was kept' : 'What happened'}
      fact={item.private ? <OnlyYou /> : item.draft ? <Tag>Draft, only you see it</Tag> : undefined}
    >
      <SaidList item={item} today={today} />
      {mayChange(item, readerId) && (
        <Buttons>
          <ButtonLink kind="secondary" href={paths.evidenceChange(item.personId, item.evidenceId)}>
            {item.draft ? 'Say the rest' : 'Change what it says'}
          </ButtonLink>
        </Buttons>
      )}
    </Section>
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
          <SummaryList items={detailsSaid(revision)} />
        </More>
      ))}
    </Section>
  )
}
