import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'

/** Begins a framework of the organisation's own. */
export function NewPage(props: {
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}): VNode {
  const { values, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.frameworkNew} keep="framework" label="A new framework">
        <TextField
          name="title"
          label="Title of the framework"
          hint="Such as “Handling complaints at Larkfield”."
          value={values.title}
          maxlength={200}
          error={errorFor(refusals, 'title')}
        />
        <Buttons>
          <Button>Begin the draft</Button>
          <ButtonLink kind="quiet" href={paths.library}>
            Back to the library
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
