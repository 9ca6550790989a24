import type { ComponentChildren } from 'preact'
import { agoOf, type Day, plainDay } from '../../../kernel/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { IntervalStrip } from '../../../ui/charts/interval-strip.tsx'
import { type LevelSource, LevelStrip } from '../../../ui/charts/level-strip.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Case } from '../../../ui/lists.tsx'
import { Tag, Verdict } from '../../../ui/tag.tsx'
import { figureWords } from '../../evidence/evidence.ts'
import type { Figure } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Gap } from '../gaps.ts'
import { EvidenceLines } from './evidence-words.tsx'
import { emptySide, metWords, sourceWords, stateWords } from './gap-words.ts'

export type GapRowProps = {
  gap: Gap
  person: Person
  own: boolean
  /** Whether the viewer may name a need. */
  mayNeed: boolean
  /** The first of the page has the one primary button. */
  first: boolean
  roleId: string
  needRef: string | null
  today: Day
}

function Tags({ gap, needRef, person }: { gap: Gap; needRef: string | null; person: Person }) {
  return (
    <>
      {gap.blindSpot && <Tag kind="late">Blind spot</Tag>}
      {gap.hiddenStrength && <Tag kind="ink">Hidden strength</Tag>}
      {gap.selfOnly && <Tag kind="dash">Self only</Tag>}
      {gap.stale && <Tag kind="late">Evidence out of date</Tag>}
      {needRef && gap.needId && (
        <Tag kind="thread">
          On thread <a href={paths.need(person.personId, gap.needId)}>{needRef}</a>
        </Tag>
      )}
    </>
  )
}

function Strip({ gap }: { gap: Gap }) {
  const sources = gap.levels.flatMap(({ source, level }) =>
    source === 'agreed' ? [] : [{ source: source as LevelSource, value: level }],
  )
  return (
    <LevelStrip
      id={`strip-${gap.competency.code}`}
      title={gap.competency.title}
      required={gap.requirement.level}
      agreed={gap.agreed}
      sources={sources}
    />
  )
}

/** A figure on a scale of its own, with its interval and verdict: beside the strip, since it is no level. */
function Beside({ figure, reason, person }: { figure: Figure; reason: string; person: Person }) {
  const { measure, name, value, unit, low, high, p90, verdict, from, to } = figure
  const scale =
    unit === 'score'
      ? { min: 1, max: 5 }
      : { min: 0, max: unit === 'share' ? 1 : (p90 ?? value ?? 0) * 1.2 || 1 }
  return (
    <div class="mt2">
      <p class="s">
        <b class="b">
          <a href={`${paths.measure(person.personId, measure)}?from=${from}&to=${to}`}>{name}</a>
        </b>{' '}
        <span class="ink2">{figureWords(figure)}</span> {verdict && <Verdict word={verdict} />}
      </p>
      {value !== null && (
        <IntervalStrip
          title={name}
          value={value}
          low={low}
          high={high}
          target={null}
          unit={unit}
          {...scale}
        />
      )}
      <p class="s mut">{reason}</p>
    </div>
  )
}

function Figures({ gap, person }: { gap: Gap; person: Person }) {
  return (
    <>
      {gap.figures.map((figure) => (
        <Beside
          key={figure.measure}
          figure={figure}
          person={person}
          reason={gap.tied.find(({ measure }) => measure === figure.measure)?.reason ?? ''}
        />
      ))}
    </>
  )
}

/** A competency short of its level, or without an agreed one: strip, case, and what to do about it. */
export function GapRow(props: GapRowProps) {
  const { gap, person, own, needRef, today } = props
  const words = sourceWords(gap, person.name, own)
  const id = `gap-${gap.competency.code}`
  const lines = (side: 'for' | 'against'): ComponentChildren =>
    gap[side].length > 0 ? (
      <EvidenceLines items={gap[side]} personId={person.personId} />
    ) : (
      emptySide(gap, side, own)
    )
  return (
    <article class="gap" aria-labelledby={id}>
      <div class="gap-h">
        <h3 id={id}>{gap.competency.title}</h3>
        <span class="s ink2">{stateWords(gap)}</span>
        <Tags gap={gap} needRef={needRef} person={person} />
      </div>
      <div class="gap-b">
        <div>
          <Strip gap={gap} />
          {words && <p class="s mut mt2">{words}</p>}
          <Figures gap={gap} person={person} />
        </div>
        <Case
          lines={[
            { term: 'For', text: lines('for') },
            { term: 'Against', text: lines('against') },
            {
              term: 'Oldest item',
              text: gap.oldest ? `${plainDay(gap.oldest)}, ${agoOf(gap.oldest, today)}` : 'None',
            },
            ...(gap.missing.length > 0
              ? [{ term: 'Missing', text: gap.missing.join(' '), missing: true }]
              : []),
          ]}
        />
        <div class="act">
          <Act {...props} />
        </div>
      </div>
    </article>
  )
}

function Act({ gap, person, own, mayNeed, first, roleId, needRef }: GapRowProps) {
  const { competencyId, title } = gap.competency
  if (gap.needId && needRef)
    return (
      <ButtonLink kind="secondary" href={paths.need(person.personId, gap.needId)} about={`: ${title}`}>
        Open need {needRef}
      </ButtonLink>
    )
  if (gap.state === 'not rated')
    return (
      <ButtonLink kind="secondary" href={paths.assessments(person.personId)} about={`: ${title}`}>
        Assess it
      </ButtonLink>
    )
  if (!mayNeed) return null
  return (
    <PostButton
      action={paths.gapNeeds(person.personId)}
      hidden={{ competency: competencyId, role: roleId }}
      kind={first ? 'primary' : 'secondary'}
      about={`: ${title}`}
    >
      {own ? 'Make an objective' : 'Name it as a need'}
    </PostButton>
  )
}

/** A competency whose level is met, or more than met. */
export function MetRow({
  gap,
  person,
  own,
  needRef,
  today,
}: Omit<GapRowProps, 'mayNeed' | 'first' | 'roleId'>) {
  const id = `gap-${gap.competency.code}`
  return (
    <article class="gap" aria-labelledby={id}>
      <div class="gap-h">
        <h3 id={id}>{gap.competency.title}</h3>
        <span class="s ink2">{stateWords(gap)}</span>
        <Tags gap={gap} needRef={needRef} person={person} />
      </div>
      <div class="strip-w">
        <Strip gap={gap} />
        <Figures gap={gap} person={person} />
      </div>
      <p class="s ink2">{metWords(gap, person.name, own, today)}</p>
    </article>
  )
}
