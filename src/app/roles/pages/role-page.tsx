import type { VNode } from 'preact'
import { dayIn, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Requirement, RoleProfile } from '../rules/profile.ts'
import { bandLines } from '../rules/words.ts'
import { BandsForm } from './bands-form.tsx'

export type Version = { version: string; madeAt: Date; inForce: boolean }

type Asked = Requirement & { competency: Competency }

/** What one role asks, level by level, with where that comes from; for who may change it, the bands form. */
export function RolePage(props: {
  role: RoleProfile
  competencies: readonly Competency[]
  versions: readonly Version[]
  zone: string
  mayChange: boolean
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { role, competencies, versions, zone, mayChange, refusals, values } = props
  const asked = role.requirements.flatMap((each): Asked[] => {
    const competency = competencies.find((one) => one.competencyId === each.competencyId)
    return competency ? [{ ...each, competency }] : []
  })
  const inForce = versions.find((one) => one.inForce)
  const old = inForce !== undefined && inForce.version !== role.version
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {old && (
        <Note kind="warn" title={`Version ${role.version} is no longer in force.`}>
          <a href={paths.role(role.roleId)}>Read version {inForce.version}</a>, which is.
        </Note>
      )}
      <Section id="asks" title="What the role asks" fact="Largest weight first">
        <Requirements title={role.title} asked={[...asked].sort((a, b) => b.weight - a.weight)} />
      </Section>
      <Section id="bands" title="Which figure makes which level">
        <Bands asked={asked} />
        {mayChange && !old && <BandsForm role={role} asked={asked} refusals={refusals} values={values} />}
      </Section>
      <Section id="entry" title="What employers expect at the start">
        <p class="prose">{role.entry}</p>
      </Section>
      <Section id="sources" title="Where this comes from" fact={count(role.sources.length, 'source')}>
        <Rows items={role.sources.map(({ title, address }) => ({ title, href: address }))} />
        <p class="s ink2 mt3">
          The sources say what the work consists of. Levels and weights are this organisation’s own.
        </p>
      </Section>
      <Section id="versions" title="Versions" fact="What was assessed against a version stays with it">
        <Rows
          items={versions.map(({ version, madeAt, inForce: now }) => ({
            title: `Version ${version}`,
            href: now ? paths.role(role.roleId) : `${paths.role(role.roleId)}?version=${version}`,
            meta: `${now ? 'In force since' : 'Made on'} ${plainDay(dayIn(madeAt, zone))}`,
          }))}
        />
      </Section>
    </>
  )
}

function Requirements({ title, asked }: { title: string; asked: readonly Asked[] }) {
  return (
    <Table
      caption={`What ${title} asks of each competency`}
      hideCaption
      rows={asked}
      columns={[
        {
          head: 'Competency',
          width: 30,
          cell: ({ competency }) => (
            <a href={paths.competency(competency.competencyId)}>{competency.title}</a>
          ),
        },
        {
          head: 'Level',
          width: 15,
          cell: ({ level, competency }) => `${level}, ${labelOf(competency, level)}`,
        },
        {
          head: 'What that looks like',
          cell: ({ level, competency }) => competency.levels.find((one) => one.level === level)?.anchor,
        },
        { head: 'Needed', width: 10, cell: ({ essential }) => (essential ? 'essential' : 'helpful') },
        { head: 'Weight', numeric: true, cell: ({ weight }) => weight },
      ]}
    />
  )
}

const labelOf = (competency: Competency, level: number) =>
  competency.levels.find((one) => one.level === level)?.label ?? ''

function Bands({ asked }: { asked: readonly Asked[] }) {
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
