import { type Day, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form, Hidden, PostButton } from '../../../ui/form.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Person } from '../../people/people.ts'

/** What can be answered about a name besides a person's id. */
export const NEW_PERSON = 'new'
export const NOBODY = 'nobody'

/** A name in a source that is somebody's, nobody's, or still to be matched; `items`: what came under it. */
type Named = { name: string; personId: string | null; nobody: boolean; items: number }
type Open = Named & { suggested: Person | null; shared: boolean; from: Day | null; to: Day | null }

export type NamesToMatchProps = {
  action: string
  /** What comes under a name. */
  unit: 'contact' | 'record'
  /** What stays undone while a name is open: "counts for a name and for no person". */
  until: readonly [one: string, many: string]
  /** Whether a name can become a new person. */
  mayCreate: boolean
  open: readonly Open[]
  settled: readonly Named[]
  people: readonly Person[]
  today: Day
  refusals: readonly Refusal[]
}

/** The names of a source: whom each may be, to be said once; and those that were settled. */
export function NamesToMatch(props: NamesToMatchProps) {
  const { action, unit, until, open, settled, refusals } = props
  const items = open.reduce((sum, one) => sum + one.items, 0)
  const title =
    open.length === 0 ? 'Every name is matched' : `${count(open.length, 'name')} to match to people`
  return (
    <Section id="names" title={title} level={3}>
      {open.length > 0 && (
        <p class="s ink2 mb4">
          {settled.length > 0 &&
            `${count(settled.length, 'name was', 'names were')} matched before and remembered. `}
          {`Until you match ${open.length === 1 ? 'it' : 'them'}, ${count(items, unit)} ${items === 1 ? until[0] : until[1]}.`}
        </p>
      )}
      {open.length > 0 && (
        <Form action={action} wide>
          <ul class="rows">
            {open.map((agent, index) => (
              <NameToMatch
                key={agent.name}
                agent={agent}
                index={index}
                {...props}
                error={errorFor(refusals, `whose-${index}`)}
              />
            ))}
          </ul>
          {open.length > 1 && (
            <Buttons flush>
              <Button name="do" value="all">
                Save every name with a choice
              </Button>
            </Buttons>
          )}
        </Form>
      )}
      <Settled {...props} />
    </Section>
  )
}

function NameToMatch(
  props: Pick<NamesToMatchProps, 'people' | 'today' | 'unit' | 'mayCreate'> & {
    agent: Open
    index: number
    error: string | null
  },
) {
  const { agent, index, people, today, unit, mayCreate, error } = props
  const { name, suggested, shared } = agent
  const others = people.filter(({ personId }) => personId !== suggested?.personId)
  const days =
    agent.from && agent.to ? `, ${shortDay(agent.from, today)} to ${shortDay(agent.to, today)}` : ''
  const hint = suggested
    ? `. Looks like “${suggested.name}”`
    : shared
      ? '. Several people may share it'
      : days
  return (
    <li>
      <div>
        <Hidden name={`name-${index}`} value={name} />
        <Select
          name={`whose-${index}`}
          label={name}
          hint={`${count(agent.items, unit)}${hint}`}
          width="l"
          error={error}
          value={suggested?.personId ?? ''}
          options={[
            ...(suggested ? [{ value: suggested.personId, text: `${suggested.name}, suggested` }] : []),
            { value: '', text: 'Nobody chosen' },
            ...(shared ? [{ value: NOBODY, text: 'Not one person: leave out' }] : []),
            ...(mayCreate ? [{ value: NEW_PERSON, text: `Create person: ${name}` }] : []),
            ...others.map((person) => ({ value: person.personId, text: person.name })),
            ...(shared ? [] : [{ value: NOBODY, text: 'Not one person: leave out' }]),
          ]}
        />
      </div>
      <Button kind="secondary" name="do" value={String(index)} about={`for ${name}`}>
        {suggested ? 'Match' : 'Save'}
      </Button>
    </li>
  )
}

function Settled({ action, unit, settled, people }: NamesToMatchProps) {
  if (settled.length === 0) return null
  const nameOf = (agent: Named) =>
    agent.nobody
      ? 'Nobody: a shared name'
      : (people.find(({ personId }) => personId === agent.personId)?.name ?? 'Somebody who left')
  return (
    <More summary={`${count(settled.length, 'name')} matched`}>
      <Table
        caption="Names and whom they were matched to"
        hideCaption
        rows={settled}
        columns={[
          { head: 'Name in the source', cell: ({ name }) => name },
          { head: 'Person', cell: nameOf },
          {
            head: unit === 'contact' ? 'Contacts' : 'Records',
            numeric: true,
            cell: ({ items }) => items.toLocaleString('en-GB'),
          },
          {
            head: 'Change',
            hideHead: true,
            cell: ({ name }) => (
              <PostButton action={action} hidden={{ do: 'open', 'name-0': name }} link about={`for ${name}`}>
                Match again
              </PostButton>
            ),
          },
        ]}
      />
    </More>
  )
}
