import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'

export function SettingsPage({ email, refusals }: { email: string | null; refusals: readonly Refusal[] }) {
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <Section id="new-password" title="Change your password" fact={email && `You sign in as ${email}`}>
          <Form action={`${paths.settings}/password`}>
            <TextField
              name="old"
              label="Your password now"
              type="password"
              autocomplete="current-password"
              error={error('old')}
            />
            <TextField
              name="password"
              label="A new password"
              hint="At least 12 characters. Three or four words in a row are easy to remember."
              type="password"
              autocomplete="new-password"
              error={error('password')}
            />
            <TextField
              name="again"
              label="The new password again"
              type="password"
              autocomplete="new-password"
              error={error('again')}
            />
            <Buttons>
              <Button>Change the password</Button>
            </Buttons>
          </Form>
        </Section>
        <Panel id="everywhere" title="Sign out everywhere">
          <p class="s ink2">Ends your sign-in on every device, this one too.</p>
          <PostButton action={`${paths.settings}/sessions/end`} kind="secondary">
            Sign out everywhere
          </PostButton>
        </Panel>
      </Columns>
    </>
  )
}
