import type { ComponentChildren } from 'preact'
import type { Id } from '../../../kernel/id.ts'
import { Scroll } from '../../../ui/table.tsx'
import type { CareerMap, MapBox, MapLabel } from '../rules/map.ts'

/** How wide a drawing may be before it scrolls. */
const PAGE = 1200
/** The letters of a level's few words on one line: fewer where the map is crowded. */
const SHORT = { roomy: 17, crowded: 14 }
/** From this height on a drawing is larger on a sheet of paper held upright. */
const TALL = 800

/** A level's few words on as many lines as it needs. */
function inLines(words: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function Box({ box, href, look }: { box: MapBox; href: string; look: string }) {
  const { x, y, width, height, title, lines, subs } = box
  const rows = lines.length + subs.length
  const first = y + height / 2 - (rows - 1) * 8.5 + 4.5
  const middle = x + width / 2
  const cut = lines.some((line) => line.includes('…'))
  return (
    <a class={`cm-box ${look}`.trim()} href={href}>
      <rect x={x} y={y} width={width} height={height} rx="5">
        {cut && <title>{title}</title>}
      </rect>
      {lines.map((line, index) => (
        <text key={index} class="mid cm-title" x={middle} y={first + index * 17}>
          {line}
        </text>
      ))}
      {subs.map((words, index) => (
        <text key={words} class="mid cm-sub" x={middle} y={first + (lines.length + index) * 17}>
          {words}
        </text>
      ))}
    </a>
  )
}

function Label({ label: { x, y, width, text } }: { label: MapLabel }) {
  return (
    <g>
      <rect class="cm-label" x={x} y={y} width={width} height="22" rx="3" />
      <text class="tt mid cm-sub" x={x + width / 2} y={y + 15.5}>
        {text}
      </text>
    </g>
  )
}

/** The roles by level and track, each a link, with the moves between them and the route in gold. */
export function MapDrawing(props: {
  map: CareerMap
  title: string
  meaning: string
  levelNames: (level: number) => string
  hrefOf: (roleId: Id) => string
  /** The role that the person has, those of the route, and the one looked at. */
  now: Id
  route: readonly Id[]
  focus: Id
}) {
  const { map, title, meaning, levelNames, hrefOf, now, route, focus } = props
  const lookOf = (roleId: Id) => {
    if (roleId === now) return 'cm-now'
    if (roleId === route.at(-1)) return 'cm-target'
    if (route.includes(roleId)) return 'cm-next'
    return roleId === focus ? 'cm-focus' : ''
  }
  const near = ({ from, to }: { from: Id; to: Id }) => from === focus || to === focus
  const wide = map.width > PAGE
  const drawing = (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of links is no fieldset
    <svg
      class={[
        'chart cm wide-only',
        wide && 'cm-wide',
        map.crowded && 'cm-crowded',
        map.height > TALL && 'cm-tall',
      ]
        .filter(Boolean)
        .join(' ')}
      width={wide ? map.width : undefined}
      viewBox={`0 0 ${map.width} ${map.height}`}
      role="group"
      aria-labelledby="cm-title cm-meaning"
    >
      <title id="cm-title">{title}</title>
      <desc id="cm-meaning">{meaning}</desc>
      <defs>
        <marker
          id="cm-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="cm-tip" d="M0 .5 7.500 4 0 7.500z" />
        </marker>
      </defs>
      {map.levels.map(({ level, y, line }) => (
        <g key={level}>
          <path class="gr" d={`M${map.left - 17} ${line}H${map.width - 10}`} />
          <text class="tb" x="0" y={y}>
            Level {level}
          </text>
          {inLines(levelNames(level), map.crowded ? SHORT.crowded : SHORT.roomy).map((words, index) => (
            <text key={index} class="cm-sub" x="0" y={y + 18 + index * 15}>
              {words}
            </text>
          ))}
        </g>
      ))}
      {map.tracks.map(({ name, x, lines }) => (
        <text key={name} class="mid t2 cm-track">
          {lines.map(({ words, y }) => (
            <tspan key={y} x={x} y={y}>
              {words}{' '}
            </tspan>
          ))}
        </text>
      ))}
      {[false, true].map((nearest) =>
        map.moves
          .filter((move) => near(move) === nearest)
          .map((move) => (
            <path
              key={`${move.from} ${move.to}`}
              class={`cm-move${nearest ? ' cm-near' : ''}${move.kind === 'up' ? '' : ' cm-side'}`}
              d={move.d}
              marker-end={move.kind === 'up' ? undefined : 'url(#cm-arrow)'}
            />
          )),
      )}
      {map.route.map((move) => (
        <path key={`${move.from} ${move.to}`} class="cm-route" d={move.d} />
      ))}
      {map.boxes.map((box) => (
        <Box key={box.roleId} box={box} href={hrefOf(box.roleId)} look={lookOf(box.roleId)} />
      ))}
      {map.labels.map((label, index) => (
        <Label key={index} label={label} />
      ))}
    </svg>
  )
  return <figure class="cm-figure">{wide ? <Scroll label="Career map">{drawing}</Scroll> : drawing}</figure>
}

function KeyLine({ children, words }: { children: ComponentChildren; words: string }) {
  return (
    <li>
      <svg class="cm-key" viewBox="0 0 46 22" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}

/** What the lines of the map mean. */
export function MapKey({ route, sideways }: { route: boolean; sideways: boolean }) {
  return (
    <div class="wide-only cm-key-box">
      <ul class="key mt3">
        {route && (
          <KeyLine words="The route, with the levels still to close">
            <path class="cm-route" d="M0 11h46" />
          </KeyLine>
        )}
        <KeyLine words="Other moves people make. Read upwards">
          <path class="cm-move" d="M0 11h46" />
        </KeyLine>
        {sideways && (
          <KeyLine words="Sideways or down, as the arrow points">
            <path class="cm-move cm-side" d="M0 11h46" />
          </KeyLine>
        )}
      </ul>
      <p class="s mut mt2">A move to the right changes the work, not your worth: level 3 is level 3.</p>
    </div>
  )
}
