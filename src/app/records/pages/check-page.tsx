import { plainDay } from '../../../kernel/day.ts'
import { clip, count, listing } from '../../../kernel/text.ts'
import { Tick } from '../../../ui/choices.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { type Looked, LookedList } from '../../../ui/reading/looked-list.tsx'
import { Section } from '../../../ui/section.tsx'
import { CheckForm, type CheckState, commonWays } from '../../contacts/contacts.ts'
import type { Considered } from '../considering.ts'
import { rolesFor } from '../rules/kinds.ts'
import { ROLE_WORDS } from '../rules/role-words.ts'

type CheckProps = CheckState & {
  considered: Considered
  action: string
  /** Names in the file that are nobody's yet. */
  newNames: readonly string[]
}

/** How a file of records is read, with why, before anything is loaded. */
export function CheckPage({ considered, newNames, ...state }: CheckProps) {
  const { proposal, name, known } = considered
  const { kind, decisions, reading, hasWords, mapping } = proposal
  return (
    <>
      <CheckForm
        {...state}
        {...proposal}
        name={name}
        known={known}
        rows={reading.rows}
        refusal={null}
        ways={commonWays(decisions)}
        nobody={null}
        roles={rolesFor(kind).map((role) => ({ value: role, text: ROLE_WORDS[role] }))}
        saved={{
          label: 'Name of the system',
          hint: 'It stands behind every record, and names this mapping.',
          isNew: 'A file with the same headings is then read this way without asking.',
        }}
        more={hasWords && <OwnWords checked={mapping.withText} />}
      >
        <Looks considered={considered} newNames={newNames} />
      </CheckForm>
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

function OwnWords({ checked }: { checked: boolean }) {
  return (
    <Section id="words" title="Somebody’s own words" fact="Left out unless you choose them">
      <Tick
        name="withText"
        text="Keep the words too"
        hint="E-mail addresses, telephone numbers, postcodes and the like are taken out before anything is kept. A customer’s first name is not found: look at the rows above first."
        checked={checked}
      />
    </Section>
  )
}

function Looks({ considered, newNames }: Pick<CheckProps, 'considered' | 'newNames'>) {
  const { questions } = considered.proposal
  if (questions.some(({ key }) => key === 'columns'))
    return <p class="ink2 mb5">Answer the questions above, and the file is read once more.</p>
  return (
    <div class="mb5">
      <LookedList notes={looksOf(considered, newNames)} />
    </div>
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
  const say = (tone: Looked['tone'], lead: string, rest: string) => looks.push({ tone, lead, rest })
  if (first && last)
    say(
      'good',
      count(records.length, kind),
      first === last ? `of ${plainDay(first)}` : `from ${plainDay(first)} to ${plainDay(last)}`,
    )
  if (!Object.values(mapping.columns).includes('id'))
    say('warn', 'No number column,', 'so a row that changes in a later file would count again')
  if (duplicates > 0)
    say('good', `${count(duplicates, 'row repeats', 'rows repeat')} another`, 'word for word and counts once')
  const people = new Set(records.map(({ name }) => name)).size - newNames.length
  if (people > 0)
    say('good', `${count(people, 'name is', 'names are')} known:`, 'the very same name, or matched before')
  const named = newNames.slice(0, NAMED).map((name) => clip(name, 40))
  if (newNames.length > NAMED) named.push(`${newNames.length - NAMED} more`)
  if (newNames.length > 0)
    say(
      'warn',
      `${count(newNames.length, 'name is', 'names are')} nobody’s yet:`,
      `${listing(named)}. You match them after the load`,
    )
  if (!Object.values(mapping.columns).includes('competency'))
    say('good', 'No competency column:', 'each person links what is theirs')
  for (const [why, rows] of [...Map.groupBy(rejected, (one) => one.why)].slice(0, NAMED))
    say('warn', `${count(rows.length, 'row')} will be rejected:`, why)
  return looks
}
