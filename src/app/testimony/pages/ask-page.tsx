import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField, UnitField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Columns } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { DAYS, MOST_COMPETENCIES } from '../rules/request.ts'
import type { Found } from '../typed.ts'
import { PersonalData } from './personal-data.tsx'

/** Asking somebody, by a link that works once. */
export function AskPage(props: {
  action: string
  /** The person's name; null where they ask about their own work. */
  name: string | null
  mail: boolean
  values: Readonly<Record<string, string>>
  competencyIds: readonly string[]
  /** The item asked about. */
  item: { evidenceId: string; ref: string; title: string } | null
  competencies: readonly Competency[]
  found: readonly Found[]
  refusals: readonly Refusal[]
}) {
  const { action, name, mail, values, competencyIds, item, competencies, found, refusals } = props
  const error = (field: string) => errorFor(refusals, field)
  const date = (name: string) => ({
    day: values[`${name}-day`] ?? '',
    month: values[`${name}-month`] ?? '',
    year: values[`${name}-year`] ?? '',
  })
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <Form action={action} keep="testimony">
          {item && (
            <>
              <Hidden name="evidence" value={item.evidenceId} />
              <p class="s ink2">
                About {item.ref}: {item.title}. Whoever answers sees the occasion below, not the item.
              </p>
            </>
          )}
          <Choices
            name="kind"
            label="As what do you ask?"
            error={error('kind')}
            value={values.kind ?? null}
            choices={[
              {
                value: 'witness',
                text: 'A witness',
                hint: 'Somebody who saw it: a colleague, a supervisor, somebody of another team',
              },
              {
                value: 'expert witness',
                text: 'An expert witness',
                hint: 'A witness who knows this work and assesses or evaluates people. Agree it with the assessor first',
              },
              {
                value: 'customer',
                text: 'A customer',
                hint: 'A short form. Their name is left out unless they allow their first name',
              },
            ]}
          />
          <TextField
            name="name"
            label="Whom do you ask?"
            hint="A customer’s name is forgotten when they have answered, or the link has ended."
            value={values.name}
            error={error('name')}
          />
          <TextField
            name="email"
            label="Their e-mail address"
            hint={
              mail
                ? 'The link is sent there, and a reminder at most. Leave it empty to hand the link over yourself.'
                : 'No mail server is set here, so you hand the link over yourself.'
            }
            type="email"
            value={values.email}
            error={error('email')}
          />
          <TextField
            name="relationship"
            label={`What are they to ${name ?? 'you'}?`}
            hint="As you see it. They say it in their own words."
            value={values.relationship}
            error={error('relationship')}
          />
          <TextField
            name="about"
            label="What did they see?"
            hint="One occasion, in a few words. No customer’s name or number: they read this before they answer."
            value={values.about}
            error={error('about')}
          />
          <DateFields
            name="happened"
            label="When was it?"
            hint="Leave it empty if you are not sure."
            value={date('happened')}
            error={error('happened')}
          />
          <TextArea
            name="purpose"
            label="What is it for?"
            hint="They decide by it whether to answer."
            rows={2}
            value={values.purpose}
            error={error('purpose')}
          />
          <Choices
            name="competency"
            label="Which competencies may it bear on?"
            hint={`At most ${MOST_COMPETENCIES}. A witness is asked about each, and may leave any of them out.`}
            many
            columns
            error={error('competency')}
            value={competencyIds}
            choices={competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title }))}
          />
          <UnitField
            name="days"
            label="How long does the link work?"
            hint={`${DAYS.least} to ${DAYS.most} days.`}
            unit="days"
            value={values.days ?? DAYS.usual}
            error={error('days')}
          />
          <PersonalData found={found} whose="a customer" />
          <Buttons>
            <Button>Ask them</Button>
          </Buttons>
        </Form>
        <div class="stick">
          <SummaryList
            items={[
              { term: 'No account', value: 'The link opens one form, once, on any device.' },
              {
                term: 'Not anonymous',
                value: 'They are told so, and who reads it, before the first question.',
              },
              {
                term: 'Yours to ask, theirs to say',
                value: 'What they write becomes evidence. Nobody here can change a word of it.',
              },
              {
                term: 'Only what was seen',
                value: 'Not what somebody is like: a character reference is no evidence.',
              },
            ]}
          />
        </div>
      </Columns>
    </>
  )
}
