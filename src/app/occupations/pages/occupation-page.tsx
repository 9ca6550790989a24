import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { Related } from '../occupations.ts'
import { SCHEME_WORDS, type SkillKind } from '../rules/facts.ts'
import type { Occupation, OccupationSkill } from '../store/occupations.ts'
import { attributionsOf, groupWords, versionWords } from './words.ts'

/** One occupation: what it is, what it asks, what lies near it, and which roles of the organisation cite it. */
export function OccupationPage(props: {
  occupation: Occupation
  skills: readonly OccupationSkill[]
  related: readonly Related[]
  roles: readonly RoleProfile[]
  /** The version that pages show, where this one is an older one's; null where it is that. */
  newer: string | null
  mayManage: boolean
}): VNode {
  const { occupation, skills, related, roles, newer, mayManage } = props
  return (
    <>
      {newer && (
        <Note
          kind="warn"
          title={`${versionWords(occupation)} has this occupation, and ${newer} no longer does.`}
        >
          <a href={`${paths.occupations}?about=${encodeURIComponent(occupation.title)}`}>
            Look for it under another title
          </a>
          .
        </Note>
      )}
      <Columns split="8-4">
        <div>
          {occupation.description && <p class="prose mb4">{occupation.description}</p>}
          <Asked occupation={occupation} skills={skills} />
        </div>
        <div>
          <Section id="about" title="What it is">
            <SummaryList items={aboutItems(occupation)} />
            {occupation.alternatives.length > 0 && <OtherTitles titles={occupation.alternatives} />}
          </Section>
          <Section id="near" title="Near it" fact={count(related.length, 'occupation')}>
            <Neighbourhood related={related} />
          </Section>
          <Section id="cited" title="Our roles that cite it" fact={count(roles.length, 'role')}>
            {roles.length > 0 ? (
              <Rows
                items={roles.map(({ roleId, title, track }) => ({
                  title,
                  href: paths.role(roleId),
                  meta: `${track} track`,
                }))}
              />
            ) : (
              <p class="s ink2">No role cites it as a source.</p>
            )}
            {mayManage && (
              <Buttons>
                <ButtonLink kind="secondary" small href={paths.occupationRole(occupation.occupationId)}>
                  Make this a role of ours
                </ButtonLink>
              </Buttons>
            )}
          </Section>
        </div>
      </Columns>
      <Attribution lines={attributionsOf([occupation])} />
    </>
  )
}

const aboutItems = (occupation: Occupation) => [
  { term: 'Code', value: occupation.code || 'none' },
  { term: occupation.scheme === 'onet' ? 'Job zone' : 'Group', value: groupWords(occupation) },
  {
    term: 'Published',
    value: (
      <a class="any" href={occupation.uri}>
        {SCHEME_WORDS[occupation.scheme].name}, {occupation.version}
      </a>
    ),
  },
]

/** Titles shown at once; the rest is asked for. */
const TITLES = 8

function OtherTitles({ titles }: { titles: readonly string[] }) {
  const rest = titles.slice(TITLES)
  return (
    <>
      <p class="s ink2 mt3">Also called: {titles.slice(0, TITLES).join(', ')}.</p>
      {rest.length > 0 && (
        <More summary={`${count(rest.length, 'more title')}`}>
          <p class="s ink2">{rest.join(', ')}.</p>
        </More>
      )}
    </>
  )
}

function Neighbourhood({ related }: { related: readonly Related[] }) {
  if (related.length === 0) return <p class="s ink2">Nothing is known to lie near it.</p>
  const here = related.filter(({ occupation }) => occupation.occupationId)
  const away = related.filter(({ occupation }) => !occupation.occupationId)
  const rows = (shown: readonly Related[]) => (
    <Rows
      items={shown.map(({ occupation: { occupationId, code, title }, why }) => ({
        title,
        href: occupationId ? paths.occupation(occupationId) : undefined,
        meta: [code, why].filter(Boolean).join(', '),
      }))}
    />
  )
  return (
    <>
      {here.length > 0 && rows(here)}
      {away.length > 0 && <More summary={`${away.length} not in this library`}>{rows(away)}</More>}
    </>
  )
}

function Asked({ occupation, skills }: { occupation: Occupation; skills: readonly OccupationSkill[] }) {
  if (skills.length === 0)
    return (
      <Note title="What it asks is not in this library.">
        Only its code and title are here. A download of your own of {SCHEME_WORDS[occupation.scheme].name}{' '}
        fills it.
      </Note>
    )
  if (occupation.scheme === 'onet') return <Rated skills={skills} />
  const of = (relation: 'essential' | 'optional') => skills.filter((skill) => skill.relation === relation)
  return (
    <>
      <Labels id="essential" title="Essential" skills={of('essential')} />
      <Labels id="optional" title="Optional" skills={of('optional')} />
    </>
  )
}

function Labels({ id, title, skills }: { id: string; title: string; skills: readonly OccupationSkill[] }) {
  return (
    <Section id={id} title={title} fact={count(skills.length, 'skill')}>
      {skills.length === 0 ? (
        <p class="s ink2">None is named.</p>
      ) : (
        <Rows
          items={skills.map((skill) => ({
            title: skill.title,
            href: skill.uri || undefined,
            meta: [skill.kind === 'knowledge' ? 'Knowledge.' : '', skill.description]
              .filter(Boolean)
              .join(' '),
          }))}
        />
      )}
    </Section>
  )
}

const KINDS: readonly { kind: SkillKind; id: string; title: string }[] = [
  { kind: 'skill', id: 'skills', title: 'Skills' },
  { kind: 'knowledge', id: 'knowledge', title: 'Knowledge' },
  { kind: 'ability', id: 'abilities', title: 'Abilities' },
  { kind: 'work activity', id: 'activities', title: 'Work activities' },
  { kind: 'work style', id: 'styles', title: 'Work styles' },
]

/** O*NET's ratings: those of importance 3 or more at once, the rest when they are asked for. */
function Rated({ skills }: { skills: readonly OccupationSkill[] }) {
  return (
    <>
      <p class="s ink2 prose mb4">
        Importance runs from 1, not important, to 5, extremely important. Level runs from 0 to 7: how much of
        it the work takes. The examples say what levels look like in any occupation.
      </p>
      {KINDS.map(({ kind, id, title }) => {
        const mine = skills.filter((skill) => skill.kind === kind)
        const [much, little] = [mine.filter(isMuch), mine.filter((skill) => !isMuch(skill))]
        if (mine.length === 0) return null
        return (
          <Section key={kind} id={id} title={title} fact={`${much.length} of ${mine.length} important`}>
            {much.length > 0 && <Ratings caption={`${title} that are important`} skills={much} />}
            {little.length > 0 && (
              <More summary={`${count(little.length, 'element')} of less importance`}>
                <Ratings caption={`${title} of less importance`} skills={little} />
              </More>
            )}
          </Section>
        )
      })}
    </>
  )
}

const isMuch = ({ importance }: OccupationSkill) => (importance ?? 0) >= 3
const figure = (value: number | null) => (value === null ? <span class="mut">none</span> : value.toFixed(2))

function Ratings({ caption, skills }: { caption: string; skills: readonly OccupationSkill[] }) {
  const levels = skills.some(({ level }) => level !== null)
  return (
    <Table
      caption={caption}
      hideCaption
      rows={skills}
      columns={[
        {
          head: 'Element',
          cell: (skill) => (
            <>
              <a href={skill.uri}>{skill.title}</a>
              {skill.description && <Sub>{skill.description}</Sub>}
              {skill.anchors.length > 0 && <Anchors skill={skill} />}
            </>
          ),
        },
        {
          head: 'Importance, 1 to 5',
          width: 20,
          numeric: true,
          cell: ({ importance }) => figure(importance),
        },
        ...(levels
          ? [
              {
                head: 'Level, 0 to 7',
                width: 15 as const,
                numeric: true,
                cell: ({ level }: OccupationSkill) => figure(level),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What levels look like, with the nearest example named as such. */
function Anchors({ skill: { anchors, level, title } }: { skill: OccupationSkill }) {
  const nearest =
    level === null
      ? null
      : anchors.toSorted((a, b) => Math.abs(a.value - level) - Math.abs(b.value - level))[0]
  return (
    <More
      summary={
        <>
          What levels look like<span class="vh"> for {title}</span>
        </>
      }
    >
      <ul class="s">
        {anchors.map(({ value, words }) => (
          <li key={value}>
            Level {value}: {words}
            {nearest?.value === value && ' (nearest to this occupation)'}
          </li>
        ))}
      </ul>
    </More>
  )
}
