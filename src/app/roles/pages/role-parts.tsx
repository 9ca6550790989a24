import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { masteryWords } from '../rules/mastery.ts'
import { anchorFor, type Requirement, type RoleProfile } from '../rules/profile.ts'
import { bandLines } from '../rules/words.ts'

/** `gone` is what the framework in force does not have, worded as it was last. */
export type Asked = Requirement & { competency: Competency; gone: boolean }

/** What a role asks, level by level, in the role's own words where it has some. */
export function Requirements(props: {
  role: RoleProfile
  asked: readonly Asked[]
  /** Whether the words of a level may be changed from here. */
  mayReword: boolean
}) {
  const { role, asked, mayReword } = props
  return (
    <Table
      caption={`What ${role.title} asks of each competency`}
      hideCaption
      rows={asked}
      columns={[
        {
          head: 'Competency',
          width: 30,
          cell: ({ competency, gone }) =>
            gone ? (
              <>
                {competency.title}
                <Sub>No longer in the framework.</Sub>
              </>
            ) : (
              <a href={paths.competency(competency.competencyId)}>{competency.title}</a>
            ),
        },
        {
          head: 'Level',
          width: 15,
          cell: ({ level, competency }) => [level, labelOf(competency, level)].filter(Boolean).join(', '),
        },
        {
          head: 'What that looks like',
          cell: (one) => (
            <>
              {anchorFor(one, one.competency, one.level)}
              {one.levelWords[one.level] && <span class="sub">In this role’s own words.</span>}
              {mayReword && !one.gone && (
                <span class="sub">
                  <a href={paths.roleLevels(role.roleId, one.competencyId)}>
                    Say it in this role’s words<span class="vh"> for {one.competency.title}</span>
                  </a>
                </span>
              )}
            </>
          ),
        },
        { head: 'Needed', width: 10, cell: ({ essential }) => (essential ? 'essential' : 'helpful') },
        { head: 'Weight', numeric: true, cell: ({ weight }) => weight },
      ]}
    />
  )
}

const labelOf = (competency: Competency, level: number) =>
  competency.levels.find((one) => one.level === level)?.label ?? ''

export function Bands({ asked }: { asked: readonly Asked[] }) {
  const lines = asked.flatMap(({ competency, bands }) =>
    bandLines(bands).map((line) => ({ title: competency.title, meta: line })),
  )
  if (lines.length > 0) return <Rows items={lines} />
  return (
    <p class="prose">
      None is declared. A measure is not a level: its figure, interval and verdict stand beside the levels,
      and on the strip only where your organisation says which figure makes which level.
    </p>
  )
}

/** What is asked before promotion beside levels. It never promises a post. */
export function Before({ role }: { role: RoleProfile }) {
  return (
    <Note title="Before promotion, beside the levels:">
      {masteryWords(role.mastery)}. A closed gap is not a promise of a post.
    </Note>
  )
}

/** Where people come from to a role, and where they go on to. */
export function Moves({ from, to }: { from: readonly RoleProfile[]; to: readonly RoleProfile[] }) {
  const items = (roles: readonly RoleProfile[]) =>
    roles.map(({ roleId, title, track, responsibility }) => ({
      title,
      href: paths.role(roleId),
      meta: `${track}, level ${responsibility}`,
    }))
  return (
    <Columns split="6-6">
      <div>
        <h3>People come here from</h3>
        {from.length > 0 ? <Rows items={items(from)} /> : <p class="s ink2">No role is named yet.</p>}
      </div>
      <div>
        <h3>People go on to</h3>
        {to.length > 0 ? <Rows items={items(to)} /> : <p class="s ink2">No role is named yet.</p>}
      </div>
    </Columns>
  )
}
