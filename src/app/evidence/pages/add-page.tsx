import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import { agoOf } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { CheckList } from '../../../ui/lists.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Ref, Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { EvidenceDraft } from '../read.ts'
import type { CaseLine } from '../rules/case.ts'
import { detailField } from '../rules/kinds.ts'
import { ItemForm, type ItemFormProps } from './item-form.tsx'

/** What happened, in 20 seconds; beside it how it stands and what is kept unfinished. */
export function AddPage(
  props: ItemFormProps & {
    lines: readonly CaseLine[]
    drafts: readonly EvidenceDraft[]
    today: Day
    /** What was saved somewhere else while this was written. */
    conflict: { text: string; on: string } | null
  },
): VNode {
  const { lines, drafts, today, conflict, ...form } = props
  return (
    <>
      <ErrorSummary refusals={form.refusals} />
      {conflict && (
        <Note kind="warn" title={`Saved on ${conflict.on}, somewhere else, it says:`}>
          <span class="any">{conflict.text}</span> Save again to put what you typed in its place: what it says
          now is kept.
        </Note>
      )}
      {(form.change?.draft ?? true) &&
        form.refusals.some(({ field }) => field?.startsWith(detailField(''))) && (
          <div class="mb5">
            <Note title="Not all at hand?">“Save and finish later” keeps it as a draft, for you alone.</Note>
          </div>
        )}
      <Columns split="7-5">
        <ItemForm {...form} />
        <div class="stick">
          {lines.length > 0 && <CaseSection lines={lines} />}
          <Section id="drafts" title="Drafts kept" fact={`${drafts.length}, only you see them`}>
            {drafts.length > 0 && (
              <Rows
                items={drafts.map((draft) => ({
                  title: `“${draft.title}”`,
                  href: paths.evidenceChange(draft.personId, draft.evidenceId),
                  meta: (
                    <>
                      <Ref>{draft.ref}</Ref>, kept {agoOf(draft.addedOn, today)}
                    </>
                  ),
                  side: <Tag>{draft.happenedOn ? 'Draft' : 'Date missing'}</Tag>,
                }))}
              />
            )}
            <p class="s mut mt3">
              What you save without a kind is kept here, for you alone, until you say what kind it is.
            </p>
          </Section>
          <EvidenceGuide />
        </div>
      </Columns>
    </>
  )
}

/** What is there and what is missing; never whether it is true or enough. Source: domain.md 1.6. */
export function CaseSection({ lines }: { lines: readonly CaseLine[] }): VNode {
  const missing = lines.filter((line) => !line.there).length
  return (
    <Section
      id="stands"
      title="How it stands"
      fact={missing === 0 ? 'Hints, not hurdles' : `${count(missing, 'thing')} to add, if you can`}
    >
      <CheckList items={lines} />
      <p class="s ink2 mt3">
        Goldthread looks at words and dates. Whether it is true and enough is for people to judge.
      </p>
    </Section>
  )
}

export function EvidenceGuide(): VNode {
  return (
    <Guide
      good="A dated thing that happened, what you did, and what the customer said or did next. Some of it comes from others: a leader’s observation, a customer’s words, the helpdesk’s figures."
      mistake="Resting on how you see yourself. If every item is your own reflection, nobody else has yet said the same, and a need built on it may be the wrong one."
      example="“On 13 November a customer’s bill had doubled. I checked the reading with her, asked her to tell me back what happens next, and rang on Friday as promised.” Linked to Handling complaints: the promise was kept on the day."
    />
  )
}
