import { addDays, shortDay } from '../../kernel/day.ts'
import { ControlChart } from '../charts/control-chart.tsx'
import { IntervalStrip, Ranges } from '../charts/interval-strip.tsx'
import { LevelKey, LevelStrip } from '../charts/level-strip.tsx'
import { EvidenceSources } from '../charts/months-dots.tsx'
import type { ChartPoint } from '../charts/points.tsx'
import { Spark } from '../charts/spark.tsx'
import { Timeline } from '../charts/timeline.tsx'
import { Columns } from '../section.tsx'
import type { ExampleGroup } from './example.ts'

const SHARES = [
  66, 73, 68, 61, 74, 70, 66, 67, 75, 67, 59, 69, 66, 74, 68, 63, 71, 73, 73, 76, 74, 76, 76, 74,
]

const WEEKS: readonly ChartPoint[] = SHARES.map((share, index) => {
  const from = addDays('2026-06-01', 7 * index)
  return {
    label: shortDay(from, '2026-11-17'),
    from,
    value: share / 100,
    n: 44,
    numerator: Math.round((44 * share) / 100),
    open: index === SHARES.length - 1,
    signal: index >= 16 ? 'improvement' : index === 10 ? 'concern' : null,
    low: Math.max(0, share / 100 - 0.13),
    high: Math.min(1, share / 100 + 0.12),
  }
})

const FEW = WEEKS.slice(0, 6).map((point) => ({ ...point, signal: null }))

export const chartExamples: ExampleGroup = {
  id: 'charts',
  title: 'Charts',
  fact: 'Labels on the marks; interval always drawn; the same numbers in a table',
  roomy: true,
  examples: [
    {
      name: 'Control chart',
      wide: true,
      show: (
        <ControlChart
          id="x-control"
          title="First-contact resolution, billing"
          meaning="Weekly share since June: mean 68%, then seven weeks above it. The last week is provisional."
          noteLine="Per cent a week, rule version 3, 1 June to 15 November"
          points={WEEKS}
          mean={0.68}
          lower={0.58}
          upper={0.78}
          target={0.76}
          unit="share"
          changes={[{ day: '2026-09-21', text: 'Check-back card starts' }]}
        />
      ),
    },
    {
      name: 'Control chart, too few points',
      wide: true,
      show: (
        <Columns split="8-4">
          <ControlChart
            id="x-few"
            room="column"
            title="Time to first reply"
            meaning="Six weeks between 59 seconds and 75 seconds. Twelve are needed before limits are drawn."
            noteLine="Median, a week, rule version 1"
            points={FEW.map((point) => ({
              ...point,
              value: (point.value ?? 0) * 100,
              low: null,
              high: null,
              numerator: null,
            }))}
            mean={null}
            lower={null}
            upper={null}
            target={null}
            unit="seconds"
          />
        </Columns>
      ),
    },
    {
      name: 'Small: signal',
      show: (
        <Spark
          points={WEEKS}
          mean={0.68}
          lower={0.58}
          upper={0.78}
          unit="share"
          label="Weekly share, improvement signal"
        />
      ),
    },
    {
      name: 'Small: too few points',
      show: (
        <Spark
          points={FEW}
          mean={null}
          lower={null}
          upper={null}
          unit="share"
          label="Six points, no limits"
        />
      ),
    },
    { name: 'Key to the marks', wide: true, show: <LevelKey bands /> },
    {
      name: 'Level strip with a gap',
      show: (
        <LevelStrip
          id="x-gap"
          title="Handling complaints"
          required={4}
          agreed={3}
          sources={[
            { source: 'self', value: 4 },
            { source: 'leader', value: 3 },
            { source: 'feedback', value: 2.6 },
          ]}
        />
      ),
    },
    {
      name: 'Level strip, sources that agree',
      show: (
        <LevelStrip
          id="x-same"
          title="Written communication"
          required={3}
          agreed={3}
          sources={[
            { source: 'self', value: 3 },
            { source: 'leader', value: 3 },
            { source: 'feedback', value: 3.4 },
            { source: 'measure', value: 3 },
          ]}
        />
      ),
    },
    {
      name: 'Level strip, self only',
      show: (
        <LevelStrip
          id="x-self"
          title="Data protection"
          required={4}
          agreed={null}
          sources={[
            { source: 'self', value: 4 },
            { source: 'feedback', value: null, why: 'held back' },
          ]}
        />
      ),
    },
    {
      name: 'Interval with target',
      show: (
        <IntervalStrip
          title="Complaints reopened"
          value={0.26}
          low={0.2}
          high={0.34}
          target={0.18}
          unit="share"
        />
      ),
    },
    {
      name: 'Ranges of one measure',
      show: (
        <Ranges
          title="Complaints reopened: you now, your best, the team’s middle"
          unit="share"
          target={0.18}
          rows={[
            { label: 'You now', value: 0.26, low: 0.2, high: 0.34 },
            { label: 'Your best 8 weeks', value: 0.16, low: 0.1, high: 0.26 },
            { label: 'Middle half of team', value: null, low: 0.14, high: 0.22 },
          ]}
        />
      ),
    },
    {
      name: 'Where evidence comes from',
      show: (
        <EvidenceSources
          caption="Evidence by source in the last 12 months"
          span="Nov 2025 to Nov 2026"
          from="2025-11-17"
          to="2026-11-17"
          sources={[
            { name: 'Compliment', days: ['2026-02-28', '2026-05-20', '2026-10-03'], latest: '3 Oct' },
            { name: 'Observation', days: ['2026-01-28', '2026-09-11'], latest: '11 Sep' },
            { name: 'Audit', days: [], latest: null },
          ]}
        />
      ),
    },
    {
      name: 'The plan in time',
      wide: true,
      show: (
        <Timeline
          id="x-plan"
          title="Timeline of the plan"
          meaning="Three objectives from September 2026 to March 2027 with their actions, and reviews every 8 weeks. Two actions are late."
          from="2026-09-14"
          to="2027-03-31"
          today="2026-11-17"
          reviews={[
            { day: '2026-09-29', name: 'Review 2', short: 'R2' },
            { day: '2026-11-24', name: 'Review 3', short: 'R3' },
            { day: '2027-01-19', name: 'Review 4', short: 'R4' },
            { day: '2027-03-16', name: 'Review 5', short: 'R5' },
          ]}
          objectives={[
            {
              ref: 'O-14',
              title: 'Resolve billing contacts first time',
              meta: 'O-14, professional',
              start: '2026-09-14',
              due: '2026-12-18',
              proposed: '2027-01-29',
              actions: [
                { day: '2026-09-21', state: 'done' },
                { day: '2026-10-09', state: 'done' },
                { day: '2026-11-10', state: 'late' },
                { day: '2026-12-04', state: 'planned' },
              ],
            },
            {
              ref: 'O-15',
              title: 'Fewer complaints reopened',
              meta: 'O-15, professional, draft',
              start: '2026-09-14',
              due: '2027-01-29',
              draft: true,
              actions: [
                { day: '2026-11-10', state: 'late' },
                { day: '2026-12-18', state: 'planned' },
              ],
            },
            {
              ref: 'O-17',
              title: 'Speak at a community evening',
              meta: 'O-17, personal, only you',
              start: '2026-09-29',
              due: '2027-03-31',
              actions: [
                { day: '2026-10-20', state: 'done' },
                { day: '2027-03-15', state: 'planned' },
              ],
            },
          ]}
        />
      ),
    },
  ],
}
