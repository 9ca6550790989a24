import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip, count, listing } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { ColumnTable, commonWays, HowItIsRead } from '../../contacts/contacts.ts'
import type { Considered } from '../considering.ts'
import { rolesFor } from '../rules/kinds.ts'
import { ROLE_WORDS } from '../rules/role-words.ts'

type CheckProps = {
  considered: Considered
  action: string
  /** Names in the file that are nobody's yet. */
  newNames: readonly string[]
  /** Where and when the very same file was loaded before. */
  before: { href: string; day: string } | null
  /** Why the last attempt to load it stopped. */
  stopped: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

/** How a file of records is read, with why, before anything is loaded: each decision can be changed. */
export function CheckPage(props: CheckProps) {
  const { considered, action, newNames, values, refusals } = props
  const { proposal, name, known } = considered
  const { kind, questions, reading, hasWords, mapping } = proposal
  const ready = questions.length === 0
  const rows = count(reading.rows, 'row')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Notes {...props} />
      <Form action={action} wide>
        <Columns split="8-4">
          <HowItIsRead
            ways={commonWays(proposal.decisions)}
            questions={questions}
            nobody={null}
            values={values}
            refusals={refusals}
          />
          <Section id="saved" title="Saved for next time">
            <TextField
              name="name"
              label="Name of the system"
              hint="It stands behind every record, and names this mapping."
              value={values.name ?? name}
              error={errorFor(refusals, 'name')}
            />
            <p class="s ink2 mt3">
              {known
                ? `This file has the headings of “${known}”, so it was read as that was saved.`
                : 'A file with the same headings is then read this way without asking.'}
            </p>
          </Section>
        </Columns>
        <ColumnTable
          {...proposal}
          options={rolesFor(kind).map((role) => ({ value: role, text: ROLE_WORDS[role] }))}
          values={values}
          refusals={refusals}
        />
        {hasWords && (
          <Section id="words" title="Somebody’s own words" fact="Left out unless you choose them">
            <Tick
              name="withText"
              text="Keep the words too"
              hint="E-mail addresses, telephone numbers, postcodes and the like are taken out before anything is kept. A customer’s first name is not found: look at the rows above first."
              checked={mapping.withText}
            />
          </Section>
        )}
        <Section id="right" title="Does it look right?" fact={`All ${rows} were read once`}>
          <Looks considered={considered} newNames={newNames} />
          <Buttons>
            {ready && (
              <Button name="do" value="load">
                {`Load ${rows}`}
              </Button>
            )}
            <Button name="do" value="read" kind={ready ? 'secondary' : 'primary'}>
              Read again with these settings
            </Button>
            <Button name="do" value="aside" kind="quiet">
              Put the file aside
            </Button>
          </Buttons>
        </Section>
      </Form>
      <div class="mt5">
        <Guide
          good="Every record has a number of its own, a person and the day it happened, and the file holds all of a period: the good ones and the bad ones."
          mistake="Loading the compliments and leaving the complaints in their own system, or a list that somebody has picked from. A rate of such a list says nothing."
          example="A centre exports its complaints register each month, with every case whether it was upheld or not, and leaves the customers’ words where they are."
        />
      </div>
    </>
  )
}

/** What to know before anything else about the file. */
function Notes({ considered, before, stopped }: CheckProps) {
  const { questions } = considered.proposal
  if (!stopped && !before && questions.length === 0) return null
  return (
    <div class="mb5">
      {stopped && (
        <Note kind="error" title="Nothing was loaded.">
          {stopped}
        </Note>
      )}
      {before && (
        <Note title="The same file is loaded already.">
          <a href={before.href}>It was loaded on {before.day}</a>. Loading it again changes nothing unless you
          change how it is read.
        </Note>
      )}
      {questions.length > 0 && (
        <Note kind="warn" title={`${count(questions.length, 'question')} only you can answer.`}>
          The file does not say. Nothing is loaded before.
        </Note>
      )}
    </div>
  )
}

type Looked = { good: boolean; lead: string; rest: string }

function Looks({ considered, newNames }: Pick<CheckProps, 'considered' | 'newNames'>) {
  const { questions } = considered.proposal
  if (questions.some(({ key }) => key === 'columns'))
    return <p class="ink2 mb5">Answer the questions above, and the file is read once more.</p>
  const all = looksOf(considered, newNames)
  return (
    <ul class="check mb5">
      {all.map(({ good, lead, rest }) => (
        <li key={lead} class={good ? undefined : 'no'}>
          <Icon name={good ? 'tick' : 'missing'} />
          <span>
            {!good && <span class="vh">Look again: </span>}
            <b class="b">{lead}</b> {rest}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How many reasons and names are said one by one. */
const NAMED = 5

function looksOf({ proposal }: Considered, newNames: readonly string[]): Looked[] {
  const { reading, kind, mapping } = proposal
  const { records, rejected, duplicates } = reading
  const days = records.map(({ happenedOn }) => happenedOn).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const looks: Looked[] = []
  const say = (good: boolean, lead: string, rest: string) => looks.push({ good, lead, rest })
  if (first && last)
    say(
      true,
      count(records.length, kind),
      first === last ? `of ${plainDay(first)}` : `from ${plainDay(first)} to ${plainDay(last)}`,
    )
  if (!Object.values(mapping.columns).includes('id'))
    say(false, 'No number column,', 'so a row that changes in a later file would count again')
  if (duplicates > 0)
    say(true, `${count(duplicates, 'row repeats', 'rows repeat')} another`, 'word for word and counts once')
  const people = new Set(records.map(({ name }) => name)).size - newNames.length
  if (people > 0)
    say(true, `${count(people, 'name is', 'names are')} known:`, 'the very same name, or matched before')
  const named = newNames.slice(0, NAMED).map((name) => clip(name, 40))
  if (newNames.length > NAMED) named.push(`${newNames.length - NAMED} more`)
  if (newNames.length > 0)
    say(
      false,
      `${count(newNames.length, 'name is', 'names are')} nobody’s yet:`,
      `${listing(named)}. You match them after the load`,
    )
  if (!Object.values(mapping.columns).includes('competency'))
    say(true, 'No competency column:', 'each person links what is theirs')
  for (const [why, rows] of [...Map.groupBy(rejected, (one) => one.why)].slice(0, NAMED))
    say(false, `${count(rows.length, 'row')} will be rejected:`, why)
  return looks
}
