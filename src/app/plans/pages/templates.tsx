import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Template } from '../store/templates.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Every template of the organisation, and the month in which its plan years begin. */
export function TemplatesPage(props: {
  templates: readonly Template[]
  roles: ReadonlyMap<string, string>
  /** 1 January to 12 December. */
  firstMonth: number
  mayChangeYears: boolean
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { templates, roles, firstMonth, mayChangeYears, values, refusals } = props
  const write = (
    <ButtonLink kind="secondary" small icon="plus" href={paths.templateNew()}>
      Write a template
    </ButtonLink>
  )
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="all" title="Templates">
        {templates.length === 0 ? (
          <Empty
            title="No template yet"
            belongs="A few objectives that people of one role, or who begin together, start from."
            helps="You can also make one of a plan that worked: open a version of it."
            action={write}
          />
        ) : (
          <>
            <Table
              caption="Plan templates"
              hideCaption
              rows={templates}
              columns={[
                { head: 'Template', cell: (one) => <a href={paths.template(one.templateId)}>{one.name}</a> },
                { head: 'Role', cell: (one) => (one.roleId ? roles.get(one.roleId) : 'Any role') },
                { head: 'For whom', cell: (one) => one.cohort || 'Anybody' },
                { head: 'Objectives', numeric: true, cell: (one) => one.items.length },
                { head: 'State', cell: (one) => (one.putAwayOn ? 'put away' : 'in use') },
              ]}
            />
            <p class="mt3">{write}</p>
          </>
        )}
      </Section>
      {mayChangeYears && (
        <Section id="years" title="The plan year">
          <Form action={paths.planYears}>
            <Select
              name="month"
              label="Plan years begin in"
              hint="From eight weeks before a year ends, people can close it: what is open is carried over or closed."
              value={values.month ?? String(firstMonth)}
              error={errorFor(refusals, 'month')}
              options={MONTHS.map((text, at) => ({ value: String(at + 1), text }))}
            />
            <Buttons flush>
              <Button kind="secondary">Save the month</Button>
            </Buttons>
          </Form>
        </Section>
      )}
      <div class="mt5">
        <Guide
          good="Three or four objectives that nearly everybody in the role needs first, each with a competency, so that it joins the need that is there."
          mistake="One plan for all: what is copied and never changed closes nobody’s gap."
          example="New starters, January: “Answer billing calls alone, at least 8 of 10 without a transfer, by [in 12 weeks].” Week 2: sit beside a colleague for two shifts."
        />
      </div>
    </>
  )
}
