import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { SHARINGS } from '../../../kernel/sharing.ts'
import { listing } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, More, Section } from '../../../ui/section.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { emptyQuarters, loose, type Quarter } from '../rules/swot.ts'
import type { Need } from '../store/needs.ts'
import type { Board, Entry } from '../store/swot.ts'
import { SHARING_NAMES } from './need-words.ts'
import { SwotEntry } from './swot-entry.tsx'
import { EntryForm, type TypedEntry } from './swot-form.tsx'
import { QUARTER_WORDS } from './swot-words.ts'
import { BoardTag, SwotGuide } from './swots-page.tsx'

export type SwotPageProps = {
  person: Person
  own: boolean
  board: Board
  /** It is written in; an older one is only read. */
  open: boolean
  competencies: readonly Competency[]
  evidence: readonly EvidenceItem[]
  needs: readonly Need[]
  /** The entry that is changed, or null where a new one is written. */
  changing: Entry | null
  typed: TypedEntry
  refusals: readonly Refusal[]
}

/** One SWOT: four quarters, each entry with what shows it, and what can become of it. */
export function SwotPage(props: SwotPageProps) {
  const { person, own, board, open, refusals } = props
  const write = own && open
  const bare = loose(board.entries)
  const empty = emptyQuarters(board.entries)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {!open && (
        <Note title={`This one stays as it was when SWOT ${board.number + 1} began.`}>
          {own ? 'Write on the newest.' : 'The newest may not be shared with you.'}
        </Note>
      )}
      <div class={open ? undefined : 'mt6'}>
        <Columns split="6-6">
          <QuarterList {...props} quarter="strength" />
          <QuarterList {...props} quarter="weakness" />
        </Columns>
      </div>
      <div class="mt6">
        <Columns split="6-6">
          <QuarterList {...props} quarter="opportunity" />
          <QuarterList {...props} quarter="threat" />
        </Columns>
      </div>
      {board.entries.length > 0 && (bare.length > 0 || empty.length > 0) && (
        <p class="s mut mt4 prose">
          {empty.length > 0 &&
            `Nothing yet under ${listing(empty.map((quarter) => QUARTER_WORDS[quarter].heading.toLowerCase()))}. `}
          {bare.length > 0 &&
            `${bare.length} of ${board.entries.length} lean on nothing yet: link evidence, a competency or a need.`}
        </p>
      )}
      {write && (
        <div class="mt6 no-print">
          <EntryForm {...props} />
        </div>
      )}
      {own && (
        <div class="mt6">
          <ShareBoard person={person} board={board} />
        </div>
      )}
      <div class="mt5">
        <SwotGuide />
      </div>
      {own && (
        <p class="s mt4 no-print">
          <a href={paths.swots(person.personId)}>All your SWOTs, and begin a new one from this</a>. To keep it
          on paper, print this page.
        </p>
      )}
    </>
  )
}

function QuarterList(props: SwotPageProps & { quarter: Quarter }) {
  const { person, own, board, open, quarter } = props
  const { heading, belongs, example } = QUARTER_WORDS[quarter]
  const entries = board.entries.filter((entry) => entry.quarter === quarter)
  return (
    <Section
      id={quarter}
      title={heading}
      fact={quarter === 'strength' || quarter === 'weakness' ? 'In the person' : 'Around the person'}
    >
      {entries.length === 0 && (
        <p class="s mut prose">
          {belongs} {own && `For example: “${example}”`}
        </p>
      )}
      {entries.length > 0 && (
        <ul class="rows">
          {entries.map((entry) => (
            <SwotEntry key={entry.entryId} {...props} entry={entry} />
          ))}
        </ul>
      )}
      {own && open && (
        <p class="s mt2 no-print">
          <a href={`${paths.swot(person.personId, board.boardId)}?add=${quarter}#write`}>
            Add to {heading.toLowerCase()}
          </a>
        </p>
      )}
    </Section>
  )
}

function ShareBoard({ person, board }: { person: Person; board: Board }) {
  return (
    <Section id="sharing" title="Who may read it" fact={<BoardTag board={board} />}>
      <div class="no-print">
        <More summary="Change who may read it">
          <Form action={paths.swotSharing(person.personId, board.boardId)} label="Who may read this SWOT">
            <Choices
              name="sharing"
              label="Who may read it?"
              hint="You can take it back later. What somebody has read, they have read."
              value={board.sharing}
              choices={SHARINGS.map((one) => ({
                value: one,
                text: SHARING_NAMES[one].choice,
                hint: SHARING_NAMES[one].hint,
              }))}
            />
            <Buttons>
              <Button kind="secondary">Save who may read it</Button>
              <ButtonLink kind="secondary" href={paths.needs(person.personId)}>
                See your needs
              </ButtonLink>
            </Buttons>
          </Form>
        </More>
      </div>
      <p class="s mut mt2">Begun {plainDay(board.beganOn)}.</p>
    </Section>
  )
}
