import type { ComponentChildren } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { fieldId, Select, TextField } from '../../../ui/field.tsx'
import { Hidden } from '../../../ui/form.tsx'
import { More } from '../../../ui/section.tsx'
import type { Person } from '../../people/people.ts'
import type { OtherGroup } from '../feedback.ts'
import { BY_NAME, ROWS, type TypedGroup, type TypedRound } from '../posted.ts'
import { HANDED_OVER } from '../rules/asking.ts'
import { GROUP_NAMES } from './group-words.ts'

export type Clash = { group: OtherGroup; words: string }

/** Who may be asked in a round about somebody: everybody here but themself and their leader, who answer by name. */
function candidatesFor(person: Person, people: readonly Person[]): Person[] {
  return people.filter(
    ({ personId, state }) => state !== 'left' && personId !== person.personId && personId !== person.leaderId,
  )
}

/** Whom to ask, by group, and whether each group answers without names. */
export function RatersFields(props: {
  person: Person
  own: boolean
  people: readonly Person[]
  mail: boolean
  typed: TypedRound
  clashes: readonly Clash[]
  refusals: readonly Refusal[]
}) {
  const { person, people, typed } = props
  const all = candidatesFor(person, people)
  const isLed = ({ leaderId }: Person) => leaderId === person.personId
  const led = all.filter(isLed)
  const group = (name: OtherGroup) => ({ ...props, name, group: typed.groups[name] })
  return (
    <>
      <Colleagues {...group('peers')} among={all.filter((one) => !isLed(one))} />
      {led.length > 0 && <Colleagues {...group('reports')} among={led} />}
      <Outside {...group('customers')} />
    </>
  )
}

type GroupProps = Parameters<typeof RatersFields>[0] & { name: OtherGroup; group: TypedGroup }

function Colleagues({ name, group, among, person, ...props }: GroupProps & { among: readonly Person[] }) {
  const teams = [...new Set(among.map(({ team }) => team))].sort(
    (a, b) => Number(b === person.team) - Number(a === person.team) || (a ?? '').localeCompare(b ?? ''),
  )
  const chosen = (team: string | null) =>
    among.filter((one) => one.team === team && group.people.includes(one.personId)).length
  const [first] = among.filter(({ team }) => team === teams[0])
  return (
    <Group name={name} group={group} person={person} {...props}>
      {teams.map((team) => {
        const members = among.filter((one) => one.team === team)
        const ticks = (
          <div class="choices choices-cols">
            {members.map((one) => (
              <Tick
                key={one.personId}
                id={one === first ? fieldId(name) : `${fieldId(name)}-${one.personId}`}
                name={name}
                value={one.personId}
                text={one.name}
                hint={one.job ?? undefined}
                checked={group.people.includes(one.personId)}
              />
            ))}
          </div>
        )
        const title = team ?? 'No team'
        if (teams.length === 1) return ticks
        return team === person.team || chosen(team) > 0 ? (
          <div key={title} class="mt3">
            <p class="lab-s">{title}</p>
            {ticks}
          </div>
        ) : (
          <div key={title} class="mt2">
            <More summary={`${title} (${members.length})`}>{ticks}</More>
          </div>
        )
      })}
    </Group>
  )
}

function Outside({ name, group, ...props }: GroupProps) {
  const rows = Math.max(group.outside.length, ROWS)
  return (
    <Group name={name} group={group} {...props}>
      <Hidden name={`${name}-rows`} value={rows} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="inline mt2">
          <TextField
            name={`${name}-${row}-name`}
            id={row === 0 ? fieldId(name) : undefined}
            label={`Name ${row + 1}`}
            value={group.outside[row]?.name}
            autocomplete="off"
          />
          <TextField
            name={`${name}-${row}-email`}
            label={`E-mail address ${row + 1}`}
            value={group.outside[row]?.email}
            autocomplete="off"
          />
        </div>
      ))}
      <div class="mt3">
        <Button kind="secondary" small name="act" value="rows">
          More rows
        </Button>
      </div>
    </Group>
  )
}

const HINTS: Record<OtherGroup, (name: string, own: boolean) => string> = {
  peers: (name, own) => `Who works beside ${own ? 'you' : name}? Three or more, better five.`,
  reports: (name, own) => `Whom ${own ? 'you lead' : `${name} leads`}. Three or more, better all.`,
  customers: (name, own) =>
    `People outside whom ${own ? 'you have' : `${name} has`} helped. They answer by a link and need no account.`,
}

function Group(
  props: Pick<GroupProps, 'name' | 'group' | 'person' | 'own' | 'mail' | 'clashes' | 'refusals'> & {
    children: ComponentChildren
  },
) {
  const { name, group, person, own, mail, clashes, refusals, children } = props
  const byNameOnly = name === 'customers' && !mail
  return (
    <FieldSet
      id={`${fieldId(name)}-set`}
      legend={GROUP_NAMES[name]}
      hint={HINTS[name](person.name, own)}
      error={errorFor(refusals, name)}
    >
      {clashes
        .filter((clash) => clash.group === name)
        .map(({ words }) => (
          <p key={words} class="s miss mt2">
            {words}
          </p>
        ))}
      {children}
      {byNameOnly && <p class="s ink2 mt3">{HANDED_OVER}</p>}
      <div class="mt3">
        <Select
          name={`${name}-how`}
          label={`How do they answer? (${GROUP_NAMES[name].toLowerCase()})`}
          width="l"
          value={group.how}
          options={[
            ...(byNameOnly ? [] : [3, 4, 5, 6, 7, 8, 9, 10]).map((least) => ({
              value: String(least),
              text: `Without names, shown from ${least} answers`,
            })),
            { value: BY_NAME, text: 'By name: everybody is told so before they answer' },
          ]}
        />
      </div>
    </FieldSet>
  )
}
