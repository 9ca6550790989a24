import type { ComponentChildren } from 'preact'
import { agoOf, type Day, plainDay } from '../../../kernel/day.ts'
import { clip } from '../../../kernel/text.ts'
import { IntervalStrip } from '../../../ui/charts/interval-strip.tsx'
import { type LevelMark, LevelStrip } from '../../../ui/charts/level-strip.tsx'
import { Case } from '../../../ui/lists.tsx'
import { Tag, Verdict } from '../../../ui/tag.tsx'
import { currencyWords, figureWords } from '../../evidence/evidence.ts'
import type { Figure } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Gap } from '../gaps.ts'
import { EvidenceLines } from './evidence-words.tsx'
import { Act } from './gap-act.tsx'
import { earlierWords, emptySide, legalWords, metWords, sourceWords, stateWords } from './gap-words.ts'
import { QUARTER_WORDS } from './swot-words.ts'

export type GapRowProps = {
  gap: Gap
  person: Person
  own: boolean
  /** Whether the viewer may name a need. */
  mayNeed: boolean
  /** The first of the page has the one primary button. */
  first: boolean
  roleId: string
  /** The newest SWOT that the viewer may read. */
  boardId: string | null
  today: Day
}

function Tags({ gap, person, today }: { gap: Gap; person: Person; today: Day }) {
  return (
    <>
      {gap.blindSpot && <Tag kind="late">Blind spot</Tag>}
      {gap.hiddenStrength && <Tag kind="ink">Hidden strength</Tag>}
      {gap.selfOnly && <Tag kind="dash">Self only</Tag>}
      {gap.competency.soft && <Tag>Soft skill</Tag>}
      {gap.currency?.state === 'stale' && gap.legal?.state !== 'does not apply' && (
        <Tag kind="late" icon="clock">
          {currencyWords(gap.currency, today)}
        </Tag>
      )}
      {gap.objective ? (
        <Tag kind="thread">
          On thread{' '}
          <a href={paths.objective(person.personId, gap.objective.objectiveId)}>{gap.objective.ref}</a>
        </Tag>
      ) : (
        gap.needId && (
          <Tag kind="thread">
            On thread <a href={paths.need(person.personId, gap.needId)}>{gap.needRef}</a>
          </Tag>
        )
      )}
    </>
  )
}

function Strip({ gap }: { gap: Gap }) {
  const sources = gap.levels.flatMap(({ source, level, by }): LevelMark[] => {
    if (source === 'agreed') return []
    const group = source === 'feedback' ? { letter: 'F', name: `360 feedback, ${by}` } : undefined
    return [{ source, value: level, group }]
  })
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

/** What the newest SWOT says of it. */
function OnSwot({ gap, boardId, person }: { gap: Gap; boardId: string | null; person: Person }) {
  return (
    <>
      {gap.swot.map(({ entryId, quarter, words }, at) => (
        <span key={entryId}>
          {at > 0 && ' '}
          <a href={`${paths.swot(person.personId, boardId ?? '')}#entry-${entryId}`}>
            {QUARTER_WORDS[quarter].one}
          </a>
          : {clip(words, 120)}
        </span>
      ))}
    </>
  )
}

/** A competency short of its level, or without an agreed one: strip, case, and what to do about it. */
export function GapRow(props: GapRowProps) {
  const { gap, person, own, boardId, today } = props
  const words = sourceWords(gap, person.name, own)
  const earlier = earlierWords(gap, person.name, own)
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
        <Tags gap={gap} person={person} today={today} />
      </div>
      <div class="gap-b">
        <div>
          <Strip gap={gap} />
          {words && <p class="s mut mt2">{words}</p>}
          {earlier && (
            <p class="s mt2">
              {earlier} <a href={paths.assessments(person.personId)}>Open the assessments</a>
            </p>
          )}
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
            ...(gap.held.length > 0 ? [{ term: 'Held back', text: gap.held.join(' ') }] : []),
            ...(gap.legal
              ? [
                  {
                    term: 'By law',
                    text: legalWords(gap.legal),
                    missing: gap.legal.state === 'missing' || gap.legal.state === 'lapsed',
                  },
                ]
              : []),
            ...(gap.swot.length > 0
              ? [{ term: 'On the SWOT', text: <OnSwot gap={gap} boardId={boardId} person={person} /> }]
              : []),
            ...(gap.missing.length > 0
              ? [{ term: 'Missing', text: gap.missing.join(' '), missing: true }]
              : []),
          ]}
        />
        <div class="act no-print">
          <Act {...props} />
        </div>
      </div>
    </article>
  )
}

/** A competency whose level is met, or more than met. */
export function MetRow({
  gap,
  person,
  own,
  today,
}: Omit<GapRowProps, 'mayNeed' | 'first' | 'roleId' | 'boardId'>) {
  const id = `gap-${gap.competency.code}`
  return (
    <article class="gap" aria-labelledby={id}>
      <div class="gap-h">
        <h3 id={id}>{gap.competency.title}</h3>
        <span class="s ink2">{stateWords(gap)}</span>
        <Tags gap={gap} person={person} today={today} />
      </div>
      <div class="strip-w">
        <Strip gap={gap} />
        <Figures gap={gap} person={person} />
      </div>
      <p class="s ink2">{metWords(gap, person.name, own, today)}</p>
      {(gap.held.length > 0 || gap.legal) && (
        <p class="s ink2">
          {[...gap.held, gap.legal && `By law: ${legalWords(gap.legal)}`].filter(Boolean).join(' ')}
        </p>
      )}
    </article>
  )
}
