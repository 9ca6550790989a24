import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { fc } from '../../../test/property.ts'
import { ControlChart, type ControlChartProps } from './control-chart.tsx'
import { rangeText, spread, ticksOf } from './figures.ts'
import { IntervalStrip } from './interval-strip.tsx'
import { LevelStrip } from './level-strip.tsx'
import { MonthsDots } from './months-dots.tsx'
import type { ChartPoint } from './points.tsx'
import { Timeline, type TimelineProps } from './timeline.tsx'

const count = (html: string, part: string) => html.split(part).length - 1

const week = (index: number, more: Partial<ChartPoint> = {}): ChartPoint => ({
  label: `week ${index}`,
  from: `2026-06-${String(index + 1).padStart(2, '0')}`,
  value: 0.6 + (index % 3) / 20,
  n: 40,
  open: false,
  signal: null,
  ...more,
})

const chart: ControlChartProps = {
  id: 'c',
  title: 'Resolved first time',
  meaning: 'Fourteen weeks.',
  noteLine: 'Per cent a week',
  points: [
    ...Array.from({ length: 10 }, (_, index) => week(index)),
    week(10, { signal: 'improvement' }),
    week(11, { signal: 'concern' }),
    week(12, { value: null, n: 3 }),
    week(13, { open: true, signal: 'concern' }),
  ],
  mean: 0.65,
  lower: 0.5,
  upper: 0.8,
  target: 0.76,
  unit: 'share',
}

test('a control chart marks signals by triangles, open weeks by rings, and leaves out what is too thin', () => {
  const html = renderToString(<ControlChart {...chart} />)
  const drawings = 2
  assert.equal(count(html, 'class="pt-i"'), drawings)
  assert.equal(count(html, 'class="pt-c"'), drawings, 'an open week never carries a signal')
  assert.equal(count(html, 'class="pt-p"'), drawings)
  assert.equal(count(html, 'class="pt"'), 10 * drawings)
  assert.equal(count(html, 'class="ser"'), drawings)
  for (const words of ['upper limit 80', 'lower limit 50', 'baseline mean 65', 'target 76', 'upper 80']) {
    assert.ok(html.includes(words), words)
  }
})

test('the table under a control chart has the same numbers, a row a period', () => {
  const html = renderToString(<ControlChart {...chart} />)
  const table = html.slice(html.indexOf('<tbody>'))
  assert.equal(count(table, '<tr'), chart.points.length)
  assert.ok(table.includes('Improvement signal'))
  assert.ok(table.includes('Open: not counted'))
  assert.ok(table.includes('Too few: not counted'))
  assert.match(table, /week 12<\/th><td class="num">3<\/td><td class="num"><span class="mut">not shown/)
})

test('with too few points nothing is promised: no line, no limits, no mean, only rings', () => {
  const points = chart.points.slice(0, 6).map((point) => ({ ...point, signal: 'concern' as const }))
  const html = renderToString(
    <ControlChart {...chart} points={points} mean={null} lower={null} upper={null} />,
  )
  const drawn = html.slice(0, html.indexOf('<details'))
  assert.doesNotMatch(drawn, /class="(ser|band|lim|mean|pt|pt-c)"/)
  assert.equal(count(drawn, 'class="pt-p"'), 12)
  assert.equal(count(html, 'Too few points'), 6)
  assert.doesNotMatch(html, /No signal|Concern signal/)
})

test('an empty chart is drawn without a mark and without a broken number', () => {
  const html = renderToString(
    <ControlChart {...chart} points={[]} mean={null} lower={null} upper={null} target={null} />,
  )
  assert.doesNotMatch(html, /NaN|Infinity|undefined/)
})

test('the level strip draws each source apart, the level agreed, the level needed and the gap between', () => {
  const html = renderToString(
    <LevelStrip
      id="s"
      title="Handling complaints"
      required={4}
      agreed={3}
      sources={[
        { source: 'self', value: 4 },
        { source: 'leader', value: 3 },
        { source: 'feedback', value: null, why: 'held back' },
      ]}
    />,
  )
  assert.match(
    html,
    /aria-label="Handling complaints: role needs 4; agreed 3; self 4; team leader 3; 360 feedback held back\."/,
  )
  assert.match(html, /fill="url\(#s-hatch\)" x="50%" y="50" width="22.5%"/)
  assert.match(html, /class="agr" cx="50%"/)
  assert.match(html, /class="req" x1="72.5%"/)
  assert.match(html, />S</)
  assert.match(html, />L</)
  assert.doesNotMatch(html, />F</)
  assert.doesNotMatch(html, />K</)
})

test('no gap is hatched where the level is met, or where nobody has agreed one', () => {
  for (const agreed of [4, 5, null]) {
    const html = renderToString(<LevelStrip id="s" title="T" required={4} agreed={agreed} sources={[]} />)
    assert.doesNotMatch(html, /hatch/)
  }
})

test('an interval strip says its figure, its interval and its target', () => {
  const html = renderToString(
    <IntervalStrip title="Reopened" value={0.26} low={0.2} high={0.34} target={0.18} unit="share" />,
  )
  assert.match(html, /aria-label="Reopened: 26%, interval 20 to 34%, target 18%\."/)
  const none = renderToString(
    <IntervalStrip title="Reply" value={90} low={null} high={null} target={null} unit="seconds" max={300} />,
  )
  assert.doesNotMatch(none, /class="iv"|class="req"/)
  assert.match(none, /Reply: 1 min 30 s\./)
})

test('dots stand only for days within the months shown, and a broken line says there are none', () => {
  const shown = renderToString(
    <MonthsDots from="2025-11-17" to="2026-11-17" days={['2025-11-16', '2026-05-01']} />,
  )
  assert.equal(count(shown, '<circle'), 1)
  const none = renderToString(<MonthsDots from="2025-11-17" to="2026-11-17" days={[]} />)
  assert.match(none, /class="lim"/)
})

test('the plan in time shows done, planned and late actions, a draft, and a date that is only proposed', () => {
  const plan: TimelineProps = {
    id: 't',
    title: 'The plan in time',
    meaning: 'One objective.',
    from: '2026-09-14',
    to: '2027-03-31',
    today: '2026-11-17',
    reviews: [
      { day: '2026-11-24', name: 'Review 3', short: 'R3' },
      { day: '2028-01-01', name: 'Review 9', short: 'R9' },
    ],
    objectives: [
      {
        ref: 'O-15',
        title: 'Fewer complaints reopened',
        meta: 'O-15, draft',
        start: '2026-09-14',
        due: '2026-12-18',
        proposed: '2027-01-29',
        draft: true,
        actions: [
          { day: '2026-10-01', state: 'done' },
          { day: '2026-11-10', state: 'late' },
          { day: '2026-12-01', state: 'planned' },
        ],
      },
    ],
  }
  const html = renderToString(<Timeline {...plan} />)
  const drawn = html.slice(0, html.indexOf('<ul class="key'))
  assert.equal(count(drawn, 'class="agr"'), 2)
  assert.equal(count(drawn, 'class="tl-late"'), 2)
  assert.equal(count(drawn, 'class="pt-p"'), 2)
  assert.equal(count(drawn, 'class="tl-draft"'), 2)
  assert.ok(drawn.includes('29 Jan proposed'))
  assert.ok(drawn.includes('Today, 17 Nov'))
  assert.ok(!drawn.includes('Review 9'))
})

test('marks that would stand on each other are set apart, in their order, and as near as can be', () => {
  assert.deepEqual(spread([100, 100], 20), [90, 110])
  assert.deepEqual(spread([0, 100], 20), [0, 100])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }), (wanted) => {
      const placed = spread(wanted, 25)
      const inOrder = [...placed].sort((a, b) => a - b)
      for (const [index, at] of inOrder.entries()) {
        if (index > 0) assert.ok(at - (inOrder[index - 1] ?? 0) >= 25 - 1e-6)
      }
      const mean = (list: readonly number[]) => list.reduce((sum, at) => sum + at, 0) / (list.length || 1)
      assert.ok(Math.abs(mean(placed) - mean(wanted)) < 1e-6)
    }),
  )
})

test('an axis has two to five round values that hold the range', () => {
  assert.deepEqual(ticksOf(0.56, 0.8, 'share'), [0.5, 0.6, 0.7, 0.8])
  assert.deepEqual(ticksOf(55, 170, 'seconds'), [0, 60, 120, 180])
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 5000, noNaN: true }),
      fc.double({ min: 0.001, max: 5000, noNaN: true }),
      (low, span) => {
        for (const unit of ['score', 'seconds'] as const) {
          const ticks = ticksOf(low, low + span, unit)
          assert.ok(ticks.length >= 2 && ticks.length <= 6)
          assert.ok(
            (ticks[0] ?? Infinity) <= low + 1e-6 * (1 + low) &&
              (ticks.at(-1) ?? 0) >= low + span - 1e-6 * (1 + low + span),
          )
        }
      },
    ),
  )
})

test('figures are said as a person would say them', () => {
  assert.equal(rangeText(0.69, 0.79, 'share'), '69 to 79%')
  assert.equal(rangeText(79, 91, 'score'), '79 to 91')
  assert.equal(rangeText(45, 226, 'seconds'), '45 s to 3 min 46 s')
})
