import { ButtonLink } from '../button.tsx'
import { DiffTable } from '../diff.tsx'
import { Empty } from '../empty.tsx'
import { Facts } from '../facts.tsx'
import { Guide } from '../guide.tsx'
import { BigDate } from '../kpi.tsx'
import { Case, Stages } from '../lists.tsx'
import { Rows } from '../rows.tsx'
import { More, Panel } from '../section.tsx'
import { SummaryList } from '../summary-list.tsx'
import { Sub, Table } from '../table.tsx'
import { Late, Tag } from '../tag.tsx'
import type { ExampleGroup } from './example.ts'

const REVIEWS = [
  { name: 'Review 2', held: '29 September 2026', changes: 4 },
  { name: 'Review 1', held: '4 August 2026', changes: 0 },
]

export const recordExamples: ExampleGroup = {
  id: 'records',
  title: 'Rows, tables, summaries and empty states',
  fact: 'Rows, not boxes',
  roomy: true,
  examples: [
    {
      name: 'Facts across the page',
      wide: true,
      show: (
        <Facts
          facts={[
            { term: 'Short of the level', value: '2 of 8', detail: '1 level each' },
            { term: 'Level met', value: '5 of 8', detail: '1 on old evidence' },
            { term: 'Not yet agreed', value: '1 of 8', detail: 'only your own rating' },
          ]}
        />
      ),
    },
    {
      name: 'What waits',
      show: (
        <Rows
          items={[
            {
              title: 'Listen in on two complaint calls with Priya Nair',
              href: '#records',
              meta: 'Action for O-15. Was due 10 November',
              side: <Late days={7} />,
            },
            {
              title: 'Agree or question the plan change Ben Hughes proposed',
              href: '#records',
              meta: 'Version 2 to 3. Cause: organisation priority',
              side: <Tag>4 days</Tag>,
            },
          ]}
        />
      ),
    },
    {
      name: 'What a record says',
      show: (
        <SummaryList
          items={[
            {
              term: 'Objective',
              value: 'Resolve billing contacts first time',
              change: { href: '#records', about: 'the objective' },
            },
            {
              term: 'Target date',
              value: 'Friday 29 January 2027',
              change: { href: '#records', about: 'the target date' },
            },
            { term: 'Priority 1', value: 'Winter billing: settled in one call', side: 'O-14' },
          ]}
        />
      ),
    },
    {
      name: 'Table that stacks',
      show: (
        <>
          <Table
            caption="Reviews held"
            rows={REVIEWS}
            columns={[
              {
                head: 'Review',
                cell: (review) => (
                  <>
                    <a href="#records">{review.name}</a>
                    <Sub>With Ben Hughes</Sub>
                  </>
                ),
              },
              { head: 'Held', cell: (review) => review.held },
              { head: 'Changes', numeric: true, cell: (review) => review.changes },
            ]}
          />
          <More summary="Why does review 1 show no change?">
            <p class="s">The plan was two weeks old. A first review may leave it as it is.</p>
          </More>
        </>
      ),
    },
    {
      name: 'Table of figures that scrolls',
      show: (
        <Table
          caption="Measures in use as evidence"
          wide="scroll"
          rows={[
            { measure: 'First-contact resolution', value: '74%', count: '227/306', interval: '69 to 79%' },
          ]}
          columns={[
            { head: 'Measure', cell: (row) => row.measure },
            { head: 'Value', numeric: true, cell: (row) => row.value },
            { head: 'Count', numeric: true, cell: (row) => row.count },
            { head: '95% interval', numeric: true, cell: (row) => row.interval },
          ]}
        />
      ),
    },
    {
      name: 'What changes in a plan',
      show: (
        <DiffTable
          caption="Differences between plan version 2 and 3"
          rows={[
            {
              item: 'O-14 target date',
              parts: [
                { kind: 'removed', text: '18 December 2026' },
                { kind: 'added', text: '29 January 2027' },
              ],
              cause: 'Organisation priority',
            },
          ]}
        />
      ),
    },
    {
      name: 'The case for a level',
      show: (
        <Case
          lines={[
            { term: 'For', text: 'Observation OB-41: heard the customer out in all 3 calls.' },
            { term: 'Against', text: '26% of complaints reopened (37 of 140): concern signal.' },
            { term: 'Oldest item', text: '11 September, 10 weeks ago' },
            { term: 'Missing', text: 'Audit. No complaint file has been checked.', missing: true },
          ]}
        />
      ),
    },
    {
      name: 'Nothing here yet',
      show: (
        <Empty
          level={4}
          title="No audit yet"
          belongs="An audit is somebody checking finished work, such as a complaint file."
          helps="It is the one kind of source you do not have."
          action={
            <ButtonLink kind="secondary" small href="#records">
              Ask for an audit
            </ButtonLink>
          }
        />
      ),
    },
    {
      name: 'A box, for what can be signed or waits',
      show: (
        <Panel id="x-next" title="Next review" level={4}>
          <BigDate date={24} rest="November, Tuesday at 10:00" meta="With Ben Hughes, in 7 days" />
        </Panel>
      ),
    },
    {
      name: 'Stages of a reflective account',
      wide: true,
      show: (
        <Stages
          stages={[
            { title: 'Description', href: '#records', state: 'done', words: 'done, 74 words' },
            { title: 'Feelings', href: '#forms', state: 'done', words: 'done, 31 words' },
            { title: 'Analysis', href: '#marks', state: 'part', words: 'thin: says what, not yet why' },
            { title: 'Conclusion', href: '#notices', state: 'none', words: 'empty' },
          ]}
        />
      ),
    },
    {
      name: 'Guide',
      wide: true,
      show: (
        <Guide
          open
          good="The objective says what you will do, so that somebody else could see you do it."
          mistake="Writing the result that you hope for and leaving out what you will do to get it."
          example="“I tell every customer the next step and ring back on the day promised; reopened complaints go from 26% to 18% by 29 January.”"
        />
      ),
    },
  ],
}
