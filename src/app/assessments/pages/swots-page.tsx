import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { QUARTERS } from '../rules/swot.ts'
import type { Board } from '../store/swot.ts'
import { SHARING_NAMES } from './need-words.ts'
import { QUARTER_WORDS } from './swot-words.ts'

/** What a good SWOT is, and the mistake that is made most. */
export function SwotGuide() {
  return (
    <Guide
      good="Strengths and weaknesses are in you; opportunities and threats are around you. Each entry is one thing, and leans on something that another person could look at."
      mistake="Putting yourself under opportunities or threats: “I could get better at typing” is a weakness you mean to work on. And four long lists that lead to nothing."
      example="Weakness: “I close calls without saying the next step”, with two observations. Opportunity: “Priya has offered to let me shadow her on Thursdays”. One press makes a need of the weakness, and the opportunity becomes its first action."
    />
  )
}

/** Who else reads a board. */
export function BoardTag({ board }: { board: Board }) {
  return board.sharing === 'me' ? <OnlyYou /> : <Tag>{SHARING_NAMES[board.sharing].tag}</Tag>
}

/** Begins a board; with the entries of the newest one where there is one. */
function BeginBoard(props: {
  person: Person
  newest: Board | null
  competency: string | null
  about: string
  refusals: readonly Refusal[]
}) {
  const { person, newest, competency, about, refusals } = props
  return (
    <Form
      action={paths.swots(person.personId)}
      keep={`swot-${person.personId}`}
      hidden={competency ? { competency } : undefined}
    >
      <TextField
        name="about"
        label="What is it about?"
        hint="A role, a year, a project. It can stay empty."
        value={about}
        error={errorFor(refusals, 'about')}
      />
      {newest && (
        <div>
          <input type="hidden" name="from" value={newest.boardId} />
          <Tick
            name="carry"
            checked
            text={`Begin with what stands on SWOT ${newest.number}`}
            hint={`Of ${plainDay(newest.beganOn)}. It stays there as it was, and can still be read.`}
          />
        </div>
      )}
      <Buttons>
        <Button>{newest ? 'Begin a new SWOT' : 'Begin your SWOT'}</Button>
      </Buttons>
    </Form>
  )
}

/** Every SWOT of a person that the viewer may read. */
export function SwotsPage(props: {
  person: Person
  own: boolean
  boards: readonly Board[]
  competency: string | null
  about: string
  today: Day
  refusals: readonly Refusal[]
}) {
  const { person, own, boards, refusals } = props
  const counts = (board: Board) =>
    QUARTERS.map((quarter) => {
      const { one, heading } = QUARTER_WORDS[quarter]
      const entries = board.entries.filter((entry) => entry.quarter === quarter)
      return count(entries.length, one.toLowerCase(), heading.toLowerCase())
    }).join(', ')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="boards" title="Dated, newest first" fact="Each stays as it was when the next began">
        {boards.length > 0 ? (
          <Rows
            items={boards.map((board) => ({
              title: `SWOT ${board.number}, begun ${plainDay(board.beganOn)}`,
              href: paths.swot(person.personId, board.boardId),
              meta: `${board.about ? `${board.about}. ` : ''}${counts(board)}.`,
              side: <BoardTag board={board} />,
            }))}
          />
        ) : (
          <Empty
            title={own ? 'No SWOT yet' : 'No SWOT is shared with you'}
            belongs="Strengths and weaknesses in a person, opportunities and threats around them."
            helps={
              own
                ? 'Only you read it until you share it. A weakness becomes a need in one press.'
                : 'Whoever writes one decides who reads it.'
            }
          />
        )}
      </Section>
      {own && (
        <Section id="begin" title={boards.length > 0 ? 'Begin a new one' : 'Begin'}>
          <BeginBoard {...props} newest={boards[0] ?? null} />
        </Section>
      )}
      <div class="mt5">
        <SwotGuide />
      </div>
    </>
  )
}
