import type { ComponentChildren } from 'preact'
import { count, ending } from '../../../kernel/text.ts'
import { Table } from '../../../ui/table.tsx'
import type { RoleProfile } from '../../roles/roles.ts'
import { RESPONSIBILITIES } from '../../roles/roles.ts'
import type { Side } from '../comparison.ts'
import { gainWords } from '../rules/comparison.ts'
import { characterWords, wayWords } from './route-words.ts'

/** How many competencies are named before the rest is counted. */
const NAMED = 6

/** What the product can say of each way: responsibility gained, skills, entry, source. A column a way. */
export function SidesTable({ sides, now }: { sides: readonly Side[]; now: RoleProfile | null }) {
  const rows: { what: string; say: (side: Side) => ComponentChildren }[] = [
    { what: 'Track', say: ({ role }) => role.track },
    {
      what: 'What it answers for',
      say: ({ role }) => (
        <>
          Level {role.responsibility}: {ending(RESPONSIBILITIES[role.responsibility].answersFor)}
        </>
      ),
    },
    {
      what: 'Responsibility gained',
      say: ({ role }) => gainWords(now?.responsibility ?? null, role.responsibility),
    },
    { what: 'The way there', say: (side) => <Way side={side} /> },
    { what: 'What is still to close', say: (side) => <ToClose side={side} /> },
    { what: 'How people get in', say: ({ role }) => role.entry || 'Not said' },
    { what: 'Where that comes from', say: (side) => <Sources side={side} /> },
  ]
  return (
    <Table
      caption="The ways beside each other"
      hideCaption
      rows={rows}
      columns={[
        { head: 'Question', cell: ({ what }) => what, width: 15 },
        ...sides.map((side) => ({
          head: side.role.title,
          cell: ({ say }: (typeof rows)[number]) => say(side),
        })),
      ]}
    />
  )
}

function Way({ side: { mine, route } }: { side: Side }) {
  if (mine) return <>It is the role of today</>
  if (!route) return <>No moves lead there yet</>
  return (
    <>
      {wayWords(route)}
      <p class="s ink2 mt2">{characterWords(route)}</p>
    </>
  )
}

function ToClose({ side: { toClose, levels, notAgreed, role } }: { side: Side }) {
  if (role.requirements.length === 0) return <>Nothing is confirmed yet</>
  return (
    <>
      {levels === 0 ? 'Nothing that is agreed is short' : `${count(levels, 'level')} to close`}
      {notAgreed > 0 && `, ${notAgreed} not agreed yet`}
      {toClose.length > 0 && (
        <ul class="s mt2">
          {toClose.slice(0, NAMED).map(({ competency, agreed, requirement }) => (
            <li key={competency.competencyId}>
              {competency.title}: {agreed} to {requirement.level}
            </li>
          ))}
          {toClose.length > NAMED && <li>and {toClose.length - NAMED} more</li>}
        </ul>
      )}
    </>
  )
}

function Sources({ side: { role, personal } }: { side: Side }) {
  const { sources, version } = role
  if (sources.length === 0) return <>The organisation’s own profile, version {version}</>
  return (
    <>
      {sources.map(({ title, address }, index) => (
        <p key={`${title} ${address}`} class={index > 0 ? 'mt2' : undefined}>
          {/^https?:\/\//.test(address) ? <a href={address}>{title}</a> : title}
        </p>
      ))}
      {!personal && <p class="mt2">Levels: the organisation’s own, version {version}</p>}
    </>
  )
}
