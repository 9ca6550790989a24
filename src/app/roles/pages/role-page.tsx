import type { VNode } from 'preact'
import { attributionsFor } from '../../../kernel/attribution.ts'
import { dayIn, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../rules/profile.ts'
import type { ToldVersion } from '../versions.ts'
import { BandsForm } from './bands-form.tsx'
import { type Asked, Bands, Before, Moves, Requirements } from './role-parts.tsx'

/** What one role asks, level by level, with where that comes from; for who may change it, the forms. */
export function RolePage(props: {
  role: RoleProfile
  /** What the role asks for, as it is worded now, and what is no longer in the framework. */
  competencies: { now: readonly Competency[]; formerly: readonly Competency[] }
  moves: { from: readonly RoleProfile[]; to: readonly RoleProfile[] }
  versions: readonly ToldVersion[]
  zone: string
  mayChange: boolean
  /** How many people have the role; for who may change it. */
  holders: number
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { role, competencies, moves, versions, zone, mayChange, holders, refusals, values } = props
  const [now, formerly] = [competencies.now, competencies.formerly].map(
    (all) => new Map(all.map((one) => [one.competencyId, one])),
  )
  const asked = role.requirements.flatMap((each): Asked[] => {
    const worded = now?.get(each.competencyId)
    const competency = worded ?? formerly?.get(each.competencyId)
    return competency ? [{ ...each, competency, gone: !worded }] : []
  })
  const inUse = asked.filter(({ gone }) => !gone)
  const inForce = versions.find((one) => one.inForce)
  const old = inForce !== undefined && inForce.version !== role.version
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {role.retired && (
        <Note kind="warn" title="This role is retired.">
          Whoever has it keeps it. Nobody new comes to it, and it stands on no map.
        </Note>
      )}
      {old && (
        <Note kind="warn" title={`Version ${role.version} is no longer in force.`}>
          <a href={paths.role(role.roleId)}>Read version {inForce.version}</a>, which is.
        </Note>
      )}
      {!old && !inUse.some(({ essential }) => essential) && (
        <Note kind="warn" title="This role asks for nothing essential that the framework in force has.">
          {mayChange ? (
            <a href={paths.roleProfile(role.roleId)}>Say what it asks</a>
          ) : (
            'Your administrator says what it asks from now on.'
          )}
        </Note>
      )}
      <Section id="asks" title="What the role asks" fact="Largest weight first">
        <Requirements
          role={role}
          asked={asked.toSorted((a, b) => b.weight - a.weight)}
          mayReword={mayChange && !old}
        />
        <div class="mt4">
          <Before role={role} />
        </div>
      </Section>
      <Section
        id="moves"
        title="Where people come from, and go on to"
        fact={mayChange && <a href={paths.roleMoves(role.roleId)}>Change the moves</a>}
      >
        <Moves {...moves} />
      </Section>
      <Section id="bands" title="Which figure makes which level">
        <Bands asked={asked} />
        {mayChange && !old && <BandsForm role={role} asked={inUse} refusals={refusals} values={values} />}
      </Section>
      <Section id="entry" title="What employers expect at the start">
        <p class="prose">{role.entry || 'Nothing is said yet.'}</p>
      </Section>
      <Section id="sources" title="Where this comes from" fact={count(role.sources.length, 'source')}>
        <Rows items={role.sources.map(({ title, address }) => ({ title, href: address || undefined }))} />
        <p class="s ink2 mt3">
          The sources say what the work consists of. Levels and weights are this organisation’s own.
        </p>
      </Section>
      <Section id="versions" title="Versions" fact="What was assessed against a version stays with it">
        <Rows
          items={versions.map(({ version, madeAt, inForce: stands, because, words }) => ({
            title: `Version ${version}`,
            href: stands ? paths.role(role.roleId) : `${paths.role(role.roleId)}?version=${version}`,
            meta: (
              <>
                {`${stands ? 'In force since' : 'Made on'} ${plainDay(dayIn(madeAt, zone))}`}
                {because && <Sub>Why: {withStop(because)}</Sub>}
                {words.length > 0 && <Sub>{words.map(withStop).join(' ')}</Sub>}
              </>
            ),
          }))}
        />
      </Section>
      {mayChange && !old && <Retiring role={role} holders={holders} />}
      <Attribution lines={attributionsFor(role.sources)} />
    </>
  )
}

const withStop = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

function Retiring({ role, holders }: { role: RoleProfile; holders: number }) {
  const has = holders === 1 ? '1 person has it and keeps it' : `${holders} people have it and keep it`
  return (
    <Section id="retiring" title={role.retired ? 'Bringing it back' : 'Retiring'}>
      <p class="s ink2 prose">
        {role.retired
          ? 'It stands on the map again, with the moves that it had.'
          : `Once it is retired nobody new comes to it. ${holders > 0 ? `${has} until they are placed elsewhere. ` : ''}Its versions stay readable, and you can bring it back.`}
      </p>
      <div class="mt3">
        <PostButton
          action={role.retired ? paths.roleReturn(role.roleId) : paths.roleRetirement(role.roleId)}
          kind="secondary"
          small
          about={role.title}
        >
          {role.retired ? 'Bring back' : 'Retire'}
        </PostButton>
      </div>
    </Section>
  )
}
