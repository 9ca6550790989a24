import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Priority } from '../store/priorities.ts'

/** What the organisation wants, and for who may change it, the form to add to it. */
export function PrioritiesPage(props: {
  priorities: readonly Priority[]
  measures: readonly { key: string; name: string }[]
  mayChange: boolean
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { priorities, measures, mayChange, today, values, refusals } = props
  const error = (field: string) => errorFor(refusals, field)
  const day = (name: string) => ({
    day: values[`${name}-day`] ?? '',
    month: values[`${name}-month`] ?? '',
    year: values[`${name}-year`] ?? '',
  })
  const over = (one: Priority) => one.to !== null && one.to < today
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="all" title="Priorities" fact="Objectives can serve them">
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
              { head: 'Priority', cell: (one) => one.title },
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
                      cell: (one: Priority) =>
                        one.to === null && (
                          <PostButton
                            action={`${paths.priorities}/${one.priorityId}/ending`}
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
      {mayChange && (
        <Section id="add" title="Add a priority">
          <Form action={paths.priorities} keep="priority">
            <TextField
              name="title"
              label="What the organisation wants"
              hint="Such as: winter billing settled in one call."
              value={values.title}
              error={error('title')}
            />
            <TextField name="owner" label="Who answers for it" value={values.owner} error={error('owner')} />
            <DateFields name="from" label="From" value={day('from')} error={error('from')} />
            <DateFields
              name="to"
              label="To"
              hint="Leave it empty where no end is set."
              value={day('to')}
              error={error('to')}
            />
            <Select
              name="measure"
              label="The measure it shows in"
              value={values.measure}
              error={error('measure')}
              options={[
                { value: '', text: 'None' },
                ...measures.map(({ key, name }) => ({ value: key, text: name })),
              ]}
            />
            <Buttons flush>
              <Button>Add the priority</Button>
            </Buttons>
          </Form>
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
