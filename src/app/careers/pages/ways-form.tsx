import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { PathwayComparison } from '../rules/comparison.ts'
import { SharingField } from './sharing.tsx'

export type WaysTyped = {
  suits: string
  why: string
  progression: string
  sharing: string
  revision: number | null
}

/** The person's own words on ways to go: which suits them, why, and why it is progression. */
export function WaysForm(props: {
  person: Person
  options: readonly { roleId: string; title: string }[]
  typed: WaysTyped
  changing: PathwayComparison | null
  refusals: readonly Refusal[]
}) {
  const { person, options, typed, changing, refusals } = props
  const { personId } = person
  return (
    <div class="mt5 no-print">
      <Form
        action={
          changing
            ? paths.careerComparison(personId, changing.comparisonId)
            : paths.careerComparisons(personId)
        }
        keep={`career-ways-${changing?.comparisonId ?? 'new'}`}
        hidden={changing ? { revision: typed.revision ?? 0 } : undefined}
        label="Your own words on them"
      >
        {!changing && options.map(({ roleId }) => <Hidden key={roleId} name="role" value={roleId} />)}
        <Choices
          name="suits"
          label="Which of them suits you best today?"
          value={typed.suits}
          error={errorFor(refusals, 'suits')}
          choices={options.map(({ roleId, title }) => ({ value: roleId, text: title }))}
        />
        <TextArea
          name="why"
          label="Why does it suit you, and the others less?"
          hint="From your skills, what you like and what you have tried."
          value={typed.why}
          error={errorFor(refusals, 'why')}
        />
        <TextArea
          name="progression"
          label="Why is it progression, and more than another job?"
          hint="Say what you would answer for there that you do not answer for now, at once or as a step to it."
          value={typed.progression}
          error={errorFor(refusals, 'progression')}
        />
        <SharingField value={typed.sharing} refusals={refusals} />
        <Buttons>
          <Button>{changing ? 'Save the change' : 'Save the comparison'}</Button>
        </Buttons>
      </Form>
    </div>
  )
}
