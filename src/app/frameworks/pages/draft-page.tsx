import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Draft, DraftItem } from '../rules/draft.ts'
import type { Item } from '../rules/item.ts'
import type { Outline } from '../rules/outline.ts'
import { itemName } from '../rules/package.ts'
import { STEPS, type Step, stepsFrom } from '../rules/steps.ts'
import { Tree } from './tree.tsx'
import { foundWords, NothingFound, Trail, TreeSearch } from './tree-search.tsx'

export type DraftShown = {
  draft: Draft
  outline: Outline<DraftItem>
  about: string
  at: string | null
  /** The item that was changed last, whose acts stand open. */
  changed: string | null
  /** The origin of the addresses of what is made here. */
  origin: string
  refusals: readonly Refusal[]
}

const STEP_WORDS: Record<Step, string> = { up: 'Up', down: 'Down', in: 'In', out: 'Out' }

/** Where a press on an item leads back to: the same button, which takes the focus. */
export const stepButton = (step: Step, itemId: string): string => `${step}-${itemId}`

/** The next version of a framework while it is written: its tree, and what can be done with each item. */
export function DraftPage(props: DraftShown): VNode {
  const { draft, outline, about, at, changed, origin, refusals } = props
  const { frameworkId, items } = draft
  const here = paths.draft(frameworkId)
  const inside = (item: DraftItem) => `${here}?at=${item.itemId}`
  const byId = new Map<string, Item>(items.map((item) => [item.itemId, item]))
  const stepFrom = stepsFrom(items)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="items" title="Items" fact={foundWords(outline, items.length)}>
        {items.length > 0 && <TreeSearch action={here} about={about} />}
        <Buttons>
          <ButtonLink kind="secondary" small href={paths.draftItemNew(frameworkId)}>
            Add an item at the top
          </ButtonLink>
          <ButtonLink kind="quiet" small href={paths.draftDrawing(frameworkId)}>
            Take items from another framework
          </ButtonLink>
          <ButtonLink kind="quiet" small href={paths.draftName(frameworkId)}>
            Change its title or publisher
          </ButtonLink>
        </Buttons>
        <Trail outline={outline} top={here} inside={inside} />
        <form id="steps" action={paths.draftSteps(frameworkId)} method="post" />
        {outline.branches.length + outline.loose.length > 0 ? (
          <div class="mt4" data-steps>
            <Tree
              outline={outline}
              inside={inside}
              byId={byId}
              origin={origin}
              open={items.length <= 60 || at !== null || changed !== null}
              acts={(item) => (
                <Acts
                  frameworkId={frameworkId}
                  item={item}
                  open={item.itemId === changed}
                  steps={STEPS.filter((step) => stepFrom(item.itemId, step))}
                />
              )}
            />
          </div>
        ) : items.length > 0 ? (
          <NothingFound top={here} />
        ) : (
          <NoItems draft={draft} />
        )}
        {items.length > 1 && (
          <p class="s ink2 mt4 prose no-print">
            With a keyboard, while one of an item’s buttons has the focus: Alt and the up or down arrow move
            it among those beside it; Alt, Shift and the right or left arrow move it in or out.
          </p>
        )}
      </Section>
      <div class="mt5">
        <More summary="Throw this draft away">
          <p class="s prose">
            What was written in it by anybody is gone then. Versions that were published stay.
          </p>
          <div class="mt3">
            <PostButton
              action={paths.draftEnd(frameworkId)}
              hidden={{ revision: draft.revision, begun: draft.begunAt.getTime() }}
              kind="warn"
              small
            >
              Throw the draft away
            </PostButton>
          </div>
        </More>
      </div>
      <div class="mt5">
        <Guide
          good="Each item says one thing that somebody can be seen to do or be asked about, in words that an adviser would use."
          mistake="Deleting what is no longer wanted. Ratings, needs and evidence name the item: retire it and say what is used instead."
          example="“Handles complaints and writes them up” hides two things. Split it: one item on settling the complaint, one on the record. The old one then names both."
        />
      </div>
    </>
  )
}

function Acts(props: { frameworkId: string; item: DraftItem; open: boolean; steps: readonly Step[] }) {
  const { frameworkId, item, open, steps } = props
  const { itemId, retired } = item
  const about = itemName(item)
  const link = (href: string, words: string) => (
    <a href={href}>
      {words}
      <span class="vh"> {about}</span>
    </a>
  )
  return (
    <More
      summary={
        <>
          Change<span class="vh"> {about}</span>
        </>
      }
      open={open}
    >
      <p class="acts s">
        {link(paths.draftItem(frameworkId, itemId), 'Reword')}
        {link(paths.draftPlace(frameworkId, itemId), 'Move')}
        {link(paths.draftItemNew(frameworkId, itemId), 'Add below')}
        {!retired && link(paths.draftSplit(frameworkId, itemId), 'Split')}
        {!retired && link(paths.draftRetirement(frameworkId, itemId), 'Retire')}
        {retired && (
          <PostButton action={paths.draftReturn(frameworkId, itemId)} link about={about}>
            Use it again
          </PostButton>
        )}
      </p>
      {steps.length > 0 && (
        <Buttons flush>
          {steps.map((step) => (
            <Button
              key={step}
              kind="secondary"
              small
              form="steps"
              id={stepButton(step, itemId)}
              name={step}
              value={itemId}
              about={about}
            >
              {STEP_WORDS[step]}
            </Button>
          ))}
        </Buttons>
      )}
    </More>
  )
}

function NoItems({ draft }: { draft: Draft }) {
  return (
    <div class="mt4">
      <Empty
        title="No items yet"
        belongs="Headings, and under them what somebody knows, can do or does."
        helps="Write the first, or take some from a framework in the library."
        action={
          <ButtonLink kind="secondary" small href={paths.draftItemNew(draft.frameworkId)}>
            Write the first item
          </ButtonLink>
        }
      />
    </div>
  )
}

/** How much a draft holds, for the line under its heading. */
export const draftSize = (items: readonly Item[]): string => {
  const retired = items.filter((item) => item.retired).length
  return count(items.length - retired, 'item') + (retired > 0 ? ` and ${retired} retired` : '')
}
