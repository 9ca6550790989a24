import type { Refusal } from '../../../kernel/outcome.ts'
import { FORM_LIMITS, type Unreadable } from '../../../shell/bodies.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { type Answer, type Form as Posted, page } from '../../visit.ts'

/** What somebody typed in a form that could not be taken just then, and where it was going. */
export type Unsent = { path: string; form: Posted | null }

const HIDDEN = /^(once|resume-.*|.*password.*|again)$/

/** The typed fields as hidden ones of the form's own names, and readable below. */
function typedOf(form: Posted | null): [string, string][] {
  return (form?.texts ?? []).filter(([name]) => !HIDDEN.test(name))
}

/** Whether somebody wrote it, rather than a form by itself: marks and identifiers are one word. */
const isWritten = ([, value]: [string, string]) => value.trim().length > 20 && /\s/.test(value.trim())

function Typed({ fields }: { fields: [string, string][] }) {
  const shown = fields.filter(isWritten)
  if (shown.length === 0) return null
  return (
    <Section id="typed" title="What you typed">
      {shown.map(([name, value]) => (
        <p key={name} class="prose mt3">
          {value}
        </p>
      ))}
    </Section>
  )
}

/** The way out of a page that says no: to where whoever reads it begins. */
function ToStart() {
  return (
    <Buttons>
      <ButtonLink href={paths.start}>Go to your first page</ButtonLink>
    </Buttons>
  )
}

/** No record at an address; what was typed for one that went meanwhile can be read and copied. */
export function notFoundPage(form: Posted | null = null): Answer {
  const fields = typedOf(form)
  return page(
    {
      title: 'This page is not here',
      status: 404,
      lead: `The address may be mistyped, or the record may have gone.${
        fields.some(isWritten) ? ' Nothing was saved: copy what you typed before you leave.' : ''
      }`,
    },
    <>
      <ToStart />
      <Typed fields={fields} />
    </>,
  )
}

export function notYoursPage(name: string): Answer {
  return page(
    {
      title: 'This page is not open to you',
      status: 403,
      lead: `Only ${name}, the people who lead or assess them, and those the record names may see this. Ask ${name}, or an administrator.`,
    },
    <ToStart />,
  )
}

/** A form whose sender is another site, or does not say which. */
export function foreignPage(): Answer {
  return page(
    { title: 'This form came from another site', status: 403 },
    <p class="lead">
      Nothing was changed. Open Goldthread by its own address and send the form from there. If this is its own
      address, the person who runs it can name it with GOLDTHREAD_URL.
    </p>,
  )
}

/** Somebody who has left, and whose sign-in still stood. */
export function leftPage(): Answer {
  return page(
    { title: 'You are no longer part of this organisation', status: 403 },
    <>
      <p class="lead">Your records are kept. Ask an administrator there if you should be able to sign in.</p>
      <Form action={paths.signOut}>
        <Buttons>
          <Button kind="secondary">Sign out</Button>
        </Buttons>
      </Form>
    </>,
  )
}

const UNREADABLE: Record<Unreadable['why'], { title: string; status: number; next: string }> = {
  broken: {
    title: 'The form did not arrive whole',
    status: 400,
    next: 'Go back: what you typed is still in the form. Then send it again.',
  },
  'too long': {
    title: 'That is more text than a form can hold',
    status: 413,
    next: 'Go back, shorten what you typed to less than a million characters, or attach it as a file. Then send it again.',
  },
  'too large': {
    title: 'The file is too large',
    status: 413,
    next: `Go back: what you typed is still in the form. Choose a file of less than ${FORM_LIMITS.bytes / 1024 / 1024} MB, or split it and send the parts one by one.`,
  },
}

/** A form that cannot be read as one, or holds more than a form can. */
export function unreadablePage(why: Unreadable['why']): Answer {
  const { title, status, next } = UNREADABLE[why]
  return page({ title, status }, <p class="lead">Nothing was changed. {next}</p>)
}

/** The session ended while a form was open: sign in here, and what was typed is still there. */
export function expiredPage(unsent: Unsent, refusals: readonly Refusal[] = []): Answer {
  const fields = typedOf(unsent.form)
  return page(
    { title: 'Sign in to go on', status: 401 },
    <>
      <ErrorSummary refusals={refusals} />
      <Note title="Your session had ended, so nothing was saved yet.">
        Sign in, and what you typed is still here to save.
      </Note>
      <Form
        action={paths.signIn}
        hidden={{ 'resume-path': unsent.path, 'resume-fields': JSON.stringify(fields) }}
      >
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="username"
          error={errorFor(refusals, 'email')}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
          error={errorFor(refusals, 'password')}
        />
        <Buttons>
          <Button>Sign in and go on</Button>
        </Buttons>
      </Form>
      <Typed fields={fields} />
    </>,
  )
}

/** After signing in again: one button sends the form that was interrupted. */
export function resumePage(path: string, fields: [string, string][]): Answer {
  return page(
    { title: 'You are signed in again' },
    <>
      <p class="lead">What you typed was kept. Save it now, or leave it.</p>
      <form action={path} method="post">
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Buttons>
          <Button>Save what I typed</Button>
          <ButtonLink kind="quiet" href={paths.home}>
            Leave it
          </ButtonLink>
        </Buttons>
      </form>
      <Typed fields={fields} />
    </>,
  )
}

/** Something broke here. Where a form was posted, it can be sent again from this page. */
export function faultPage(databaseLost: boolean, unsent: Unsent | null): Answer {
  const fields = typedOf(unsent?.form ?? null)
  return page(
    {
      title: databaseLost ? 'The database cannot be reached' : 'Something went wrong here',
      status: databaseLost ? 503 : 500,
    },
    <>
      <p class="lead">
        {databaseLost
          ? 'Nothing was saved. Wait a moment, and try again.'
          : 'Nothing was saved. Try again; if it happens twice, tell the person who runs this installation.'}
      </p>
      {unsent && fields.length > 0 && (
        <form action={unsent.path} method="post">
          {fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <Buttons>
            <Button>Try again with what I typed</Button>
          </Buttons>
        </form>
      )}
      <Typed fields={fields} />
    </>,
  )
}
