import { px, spread } from './figures.ts'

/** Who says it: self S, leader L, 360 feedback F, and a measure K only where the organisation has declared bands. */
export type LevelSource = 'self' | 'leader' | 'feedback' | 'measure'

const SOURCES = {
  self: { letter: 'S', name: 'self' },
  leader: { letter: 'L', name: 'team leader' },
  feedback: { letter: 'F', name: '360 feedback' },
  measure: { letter: 'K', name: 'measure' },
}

export type LevelStripProps = {
  /** Unique in the page. */
  id: string
  /** The competency. */
  title: string
  /** The level the role needs, 1 to 5. */
  required: number
  /** The level agreed in conversation; null where none is yet. */
  agreed: number | null
  /** Each source's level, 1 to 5, never averaged with another; null with a reason: "held back". */
  sources: readonly LevelMark[]
}

/** `group` names one of several marks of the same source, as the groups of 360 feedback: its letter and its name. */
export type LevelMark = {
  source: LevelSource
  value: number | null
  why?: string
  group?: { letter: string; name: string }
}

/** Where a level stands, as a share of the strip's width. */
const at = (level: number) => `${px(5 + (level - 1) * 22.5)}%`
/** Marks are set apart as if the strip were as narrow as it gets. */
const NARROWEST = 300

function Shape({ source, x, letter }: { source: LevelSource; x: number; letter?: string }) {
  const shapes = {
    self: <circle class="src" cx={x} cy="15" r="10" />,
    leader: <rect class="src" x={x - 9.5} y="5.5" width="19" height="19" rx="1.5" />,
    feedback: <path class="src" d={`M${x - 6} 4.5h12l6 10.5-6 10.5h-12l-6-10.5z`} />,
    measure: <path class="src" d={`M${x} 2.5l12 12.5-12 12.5-12-12.5z`} />,
  }
  return (
    <>
      {shapes[source]}
      <text class="src-t" x={x} y="19.3">
        {letter ?? SOURCES[source].letter}
      </text>
    </>
  )
}

function labelOf({ title, required, agreed, sources }: LevelStripProps): string {
  const said = (['self', 'leader', 'feedback'] as const).flatMap((name) => {
    const found = sources.filter(({ source }) => source === name)
    return found.length > 0
      ? found.map(({ value, why, group }) => `${group?.name ?? SOURCES[name].name} ${value ?? why ?? 'none'}`)
      : [`${SOURCES[name].name} none`]
  })
  const measure = sources.find(({ source }) => source === 'measure')
  const all = [`role needs ${required}`, `agreed ${agreed ?? 'not yet'}`, ...said]
  return `${title}: ${[...all, ...(measure?.value == null ? [] : [`measure ${measure.value}`])].join('; ')}.`
}

/**
 * Every source's level side by side on one line of five, with the level agreed (a disc), the level the role needs
 * (a bar) and the gap between them (hatched). Source: DESIGN.md charts.
 */
export function LevelStrip(props: LevelStripProps) {
  const { id, required, agreed, sources } = props
  const known = sources.flatMap(({ source, value, group }) =>
    value === null ? [] : [{ source, value, letter: group?.letter }],
  )
  const wanted = known.map(({ value }) => ((5 + (value - 1) * 22.5) / 100) * NARROWEST)
  const placed = spread(wanted, 25)
  const short = agreed !== null && agreed < required
  return (
    <svg class="chart strip" height="86" role="img" aria-label={labelOf(props)}>
      <line class="ax" x1="5%" y1="56" x2="95%" y2="56" />
      {[1, 2, 3, 4, 5].map((level) => (
        <g key={level}>
          <line class="ax" x1={at(level)} y1="52" x2={at(level)} y2="60" />
          <text class={level === required ? 'mid tb' : 'mid'} x={at(level)} y="82">
            {level === required ? `needs ${level}` : level}
          </text>
        </g>
      ))}
      {short && (
        <>
          <pattern
            id={`${id}-hatch`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class="hatchline" d="M0 0V6" />
          </pattern>
          <rect
            class="hatch-ground"
            x={at(agreed)}
            y="50"
            width={`${px((required - agreed) * 22.5)}%`}
            height="12"
          />
          <rect
            fill={`url(#${id}-hatch)`}
            x={at(agreed)}
            y="50"
            width={`${px((required - agreed) * 22.5)}%`}
            height="12"
          />
        </>
      )}
      <line class="req" x1={at(required)} y1="41" x2={at(required)} y2="71" />
      {known.map(({ source, value, letter }, index) => {
        const aside = px((placed[index] ?? 0) - (wanted[index] ?? 0))
        return (
          <svg key={index} x={at(value)} overflow="visible" aria-hidden="true">
            <path class="ax" d={`M${aside} 16L0 46`} />
            <Shape source={source} x={aside} letter={letter} />
          </svg>
        )
      })}
      {agreed !== null && (
        <>
          <circle class="agr-gap" cx={at(agreed)} cy="56" r="9.5" />
          <circle class="agr" cx={at(agreed)} cy="56" r="7.5" />
        </>
      )}
    </svg>
  )
}

/** The mark of one source or group, for a key beside the strips. */
export function LevelMarkSign({ source, letter }: { source: LevelSource; letter?: string }) {
  return (
    <svg class="chart" viewBox="1 1 28 28" aria-hidden="true">
      <Shape source={source} x={15} letter={letter} />
    </svg>
  )
}

/** The key to the marks, once on a page of strips. `bands` where the organisation has declared which figures make which level. */
export function LevelKey({ bands }: { bands: boolean }) {
  return (
    <ul class="key">
      <li>
        <LevelMarkSign source="self" />
        Self
      </li>
      <li>
        <LevelMarkSign source="leader" />
        Team leader
      </li>
      <li>
        <LevelMarkSign source="feedback" />
        360 feedback, from 3 answers
      </li>
      {bands && (
        <li>
          <LevelMarkSign source="measure" />
          Measure, by the bands your organisation declared
        </li>
      )}
      <li>
        <svg viewBox="1 1 28 28" aria-hidden="true">
          <circle class="agr" cx="15" cy="15" r="8" />
        </svg>
        Agreed in conversation
      </li>
      <li>
        <svg viewBox="1 1 28 28" aria-hidden="true">
          <path class="req" d="M15 3v24" />
        </svg>
        Role needs
      </li>
      <li>
        <svg viewBox="1 1 28 28" aria-hidden="true">
          <pattern
            id="key-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class="hatchline" d="M0 0V6" />
          </pattern>
          <rect class="hatch-ground" x="1" y="9" width="28" height="12" />
          <rect fill="url(#key-hatch)" x="1" y="9" width="28" height="12" />
        </svg>
        Gap
      </li>
      <li>
        <svg viewBox="1 1 28 28" aria-hidden="true">
          <path class="ax" d="M2 15H28" />
          <path class="iv" d="M7 15H23" />
          <circle class="dot" cx="15" cy="15" r="5" />
        </svg>
        Measure, with its interval, on a scale of its own
      </li>
    </ul>
  )
}
