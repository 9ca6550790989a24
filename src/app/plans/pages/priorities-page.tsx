import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Unserved } from '../served.ts'
import type { Priority } from '../store/priorities.ts'
import { PriorityForm } from './priority-form.tsx'

/** What the organisation wants, the needs that serve none of it, and for who may change it, the form to add to it. */
export function PrioritiesPage(props: {
  priorities: readonly Priority[]
  measures: readonly { key: string; name: string }[]
  unserved: Unserved
  viewerId: string
  mayChange: boolean
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { priorities, measures, mayChange, today, values, refusals } = props
  const over = (one: Priority) => one.to !== null && one.to < today
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section
        id="all"
        title="What counts and from when"
        fact={priorities.length > 0 && count(priorities.length, 'priority', 'priorities')}
      >
        {priorities.length === 0 ? (
          <Empty
            title="No priority yet"
            belongs="Two or three things that the organisation wants in a period, in plain words."
            helps="People then show how their objectives serve them."
          />
        ) : (
          <Table
            caption="The organisation’s priorities"
            hideCaption
            rows={priorities}
            columns={[
              { head: 'Priority', cell: (one) => <a href={paths.priority(one.priorityId)}>{one.title}</a> },
              { head: 'Who answers for it', cell: (one) => one.owner },
              { head: 'From', nowrap: true, cell: (one) => plainDay(one.from) },
              {
                head: 'To',
                nowrap: true,
                cell: (one) => (one.to ? `${plainDay(one.to)}${over(one) ? ', ended' : ''}` : 'no end set'),
              },
              {
                head: 'Measure',
                cell: (one) => measures.find(({ key }) => key === one.measure)?.name ?? 'none',
              },
              ...(mayChange
                ? [
                    {
                      head: 'End',
                      hideHead: true,
                      nowrap: true,
                      cell: (one: Priority) =>
                        one.to === null && (
                          <PostButton
                            action={`${paths.priority(one.priorityId)}/ending`}
                            link
                            about={one.title}
                          >
                            End it today
                          </PostButton>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Section>
      <Unserving {...props} />
      {mayChange && (
        <Section id="add" title="Add a priority">
          <PriorityForm
            action={paths.priorities}
            measures={measures}
            values={values}
            refusals={refusals}
            version={null}
          />
        </Section>
      )}
      <div class="mt5">
        <Guide
          good="Few, plain, with somebody who answers for each and a day from which it counts."
          mistake="Words that nobody can serve, such as “excellence”, so that plans are linked to nothing the organisation wants."
          example="Winter billing: settled in one call. Answered for by the billing manager, from 2 November, shown in first contact resolution."
        />
      </div>
    </>
  )
}

function Unserving({ unserved, viewerId }: { unserved: Unserved; viewerId: string }) {
  const { needs, others } = unserved
  return (
    <Section id="none" title="Needs that serve none" fact={needs.length > 0 && count(needs.length, 'need')}>
      {needs.length === 0 ? (
        <p class="s ink2">Every professional need that you may read serves a priority, or is met.</p>
      ) : (
        <Rows
          items={needs.map(({ person, need, open }) => ({
            title: need.title,
            href: paths.need(person.personId, need.needId),
            meta: (
              <>
                {person.personId === viewerId ? 'Yours' : person.name}, <Ref>{need.ref}</Ref>.{' '}
                {open.length > 0
                  ? `${listing(open)} ${open.length === 1 ? 'serves' : 'serve'} no priority.`
                  : 'No objective yet.'}
              </>
            ),
          }))}
        />
      )}
      <p class="s ink2 mt3">
        Not every need has to: a role asks for more than this period’s priorities.
        {others !== null &&
          ` ${others === 0 ? 'No need' : count(others, 'need')} of other people ${others === 1 ? 'has' : 'have'} objectives that serve no priority. Whose they are is not shown.`}
      </p>
    </Section>
  )
}
