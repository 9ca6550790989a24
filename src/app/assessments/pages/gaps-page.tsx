import { type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { LevelKey } from '../../../ui/charts/level-strip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { SeenCompleteness } from '../completing.ts'
import type { Gap, Gaps } from '../gaps.ts'
import type { SeenRound } from '../passes.ts'
import { Complete } from './complete.tsx'
import { GapRow, MetRow } from './gap-row.tsx'
import { LevelsTable } from './levels-table.tsx'
import { NobodyLeads } from './other-pass.tsx'

/** Chooses the role to measure against; a GET form, so that the address can be sent to a colleague. */
export function RoleForm(props: {
  person: Person
  own: boolean
  roles: readonly RoleProfile[]
  role: RoleProfile
  ownRoleId: string | null
}) {
  const { person, own, roles, role, ownRoleId } = props
  return (
    <div class="no-print">
      <Form action={paths.gaps(person.personId)} method="get" inline>
        <Select
          name="role"
          label="Measure against"
          value={role.roleId}
          options={roles.map((each) => ({
            value: each.roleId,
            text:
              each.roleId === ownRoleId
                ? `${each.title}, ${own ? 'your' : 'the present'} role (${each.version})`
                : `${each.title} (${each.version})`,
          }))}
        />
        <Button kind="secondary">Show</Button>
      </Form>
    </div>
  )
}

/** Every source beside the level the role needs. */
export function GapsPage(props: {
  person: Person
  own: boolean
  found: Gaps
  completeness: SeenCompleteness | null
  rounds: readonly SeenRound[]
  orgName: string
  mayNeed: boolean
  mayRate: boolean
  mayPlace: boolean
  today: Day
}) {
  const { person, own, found, completeness, rounds, orgName, mayNeed, mayRate, mayPlace, today } = props
  const { gaps, role, agreedOn, agreedWith } = found
  const open = gaps.filter(({ state }) => state !== 'met')
  const met = gaps.filter(({ state }) => state === 'met')
  const bands = gaps.some(({ requirement }) => requirement.bands !== null)
  const shared = { person, own, today }
  const firstToMake = open.find(({ state, needId }) => state !== 'not rated' && !needId)
  return (
    <>
      <FactsRow gaps={gaps} />
      <section class="mt5" aria-labelledby="key">
        <h2 id="key" class="vh">
          Key to the marks
        </h2>
        <LevelKey bands={bands} />
        <p class="s mut mt3 prose">
          A measure is not a level. It stands on the strip, marked K, only where your organisation has
          declared which figures make which level. {orgName} has declared{' '}
          {bands ? 'some for this role' : 'none for this role'}.
        </p>
        <Standing person={person} own={own} rounds={rounds} mayRate={mayRate} />
        {rounds.length > 0 && completeness && (
          <Complete found={completeness} own={own} personId={person.personId} />
        )}
        <p class="s mt3 no-print">
          Other views: <a href={paths.johari(person.personId)}>Johari window</a>,{' '}
          <a href={paths.swots(person.personId)}>SWOT</a>, <a href={paths.needs(person.personId)}>needs</a>,{' '}
          <a href={paths.feedback(person.personId)}>360 feedback</a>,{' '}
          <a href={paths.career(person.personId)}>career</a>.
        </p>
      </section>
      {own && !person.leader && <NobodyLeads mayPlace={mayPlace} />}
      <Section
        id="short"
        title="Short of the level, or not yet agreed"
        fact="Largest weight in the role first"
      >
        {open.length > 0 ? (
          open.map((gap) => (
            <GapRow
              key={gap.competency.competencyId}
              gap={gap}
              {...shared}
              mayNeed={mayNeed}
              first={gap === firstToMake}
              roleId={role.roleId}
              boardId={found.board?.boardId ?? null}
            />
          ))
        ) : (
          <Empty
            title="Nothing is short"
            belongs="Every level that this role needs is agreed and met."
            helps="Measure against the role you aim for, and its gaps appear here."
          />
        )}
      </Section>
      {met.length > 0 && (
        <Section id="met" title="Level met">
          <div class="gap-2">
            {met.map((gap) => (
              <MetRow key={gap.competency.competencyId} gap={gap} {...shared} />
            ))}
          </div>
        </Section>
      )}
      <LevelsTable
        gaps={gaps}
        fact={agreedOn ? `Agreed on ${plainDay(agreedOn)} with ${agreedWith}` : 'Nothing is agreed yet'}
      />
      <div class="mt5">
        <Guide
          good="Start with the gap that weighs most and that somebody besides you has seen. Make one objective of it."
          mistake="Relying on self-perception alone: without a leader, a colleague or a customer the picture is incomplete or wrong."
          example="Amara says 4 for complaints; Ben sees 3, and the share of complaints that come back gives a concern signal. The gap is agreed at one level, and becomes the objective “ring back on the day promised”."
        />
      </div>
    </>
  )
}

function FactsRow({ gaps }: { gaps: readonly Gap[] }) {
  const of = (test: (gap: Gap) => boolean) => gaps.filter(test)
  const short = of(({ state }) => state === 'short')
  const most = Math.max(0, ...short.map((gap) => gap.short ?? 0))
  const waiting = of(({ state }) => state === 'not agreed' || state === 'not rated')
  const unrated = of(({ state }) => state === 'not rated').length
  const met = of(({ state }) => state === 'met')
  const share = (list: readonly Gap[]) => `${list.length} of ${gaps.length}`
  const selfOnly = of((gap) => gap.selfOnly).length
  return (
    <Facts
      facts={[
        {
          term: 'Short of the level',
          value: share(short),
          detail: most > 1 ? `up to ${most} levels` : most === 1 ? '1 level each' : undefined,
        },
        {
          term: 'Level met',
          value: share(met),
          detail: met.some(({ stale }) => stale)
            ? `${met.filter(({ stale }) => stale).length} on old evidence`
            : undefined,
        },
        {
          term: 'Not yet agreed',
          value: share(waiting),
          detail: unrated > 0 ? `${unrated} not rated` : selfOnly > 0 ? `${selfOnly} self only` : undefined,
        },
        {
          term: 'Blind spots',
          value: of((gap) => gap.blindSpot).length,
          detail: 'own rating above all others',
        },
        {
          term: 'Hidden strengths',
          value: of((gap) => gap.hiddenStrength).length,
          detail: 'all others above own rating',
        },
      ]}
    />
  )
}

/** Where the newest round stands, in a sentence, with the way to it. */
function Standing(props: { person: Person; own: boolean; rounds: readonly SeenRound[]; mayRate: boolean }) {
  const { person, own, rounds, mayRate } = props
  const [round] = rounds
  const shown = rounds.find((each) => each.open)
  const all = paths.assessments(person.personId)
  if (!round)
    return (
      <div class="mt4">
        <Note title="No assessment yet.">
          {mayRate ? (
            <>
              Levels come from an assessment: {own ? 'your own' : `${person.name}’s`} pass, the leader’s, and
              what both agree. <a href={all}>Begin one</a>.
            </>
          ) : (
            'Levels come from an assessment, which has not begun.'
          )}
        </Note>
      </div>
    )
  const mine = own ? round.self : mayRate ? round.leader : null
  const words = round.agreed?.inOn
    ? `Round ${round.round} is agreed.`
    : round.open
      ? `Round ${round.round}: both passes are in. The level agreed is still to be written down.`
      : mine?.inOn
        ? `Round ${round.round}: your pass is in, and the other one is not yet.`
        : mine
          ? `Round ${round.round}: your pass is not in yet (${count(mine.ratings.length, 'competency', 'competencies')} begun).`
          : `Round ${round.round} is under way.`
  return (
    <p class="mt4">
      {words} {shown && shown !== round && `The levels below are those of round ${shown.round}. `}
      <a href={all}>Open the assessments</a>
    </p>
  )
}
