import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Cards, Columns, Panel, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'

type Kind = 'team' | 'centre' | 'me'

const WAYS: { kind: Kind; title: string; who: string; points: string[]; button: string }[] = [
  {
    kind: 'team',
    title: 'A team',
    who: 'For a team leader and the people they coach.',
    points: [
      'Ready-made competencies and role profiles',
      'Import from your helpdesk',
      'Plans, reviews and observations',
    ],
    button: 'Set up a team',
  },
  {
    kind: 'centre',
    title: 'A college or training provider',
    who: 'For learners, tutors and assessors.',
    points: [
      'A tutor or placement supervisor stands where the leader stands',
      'Tallies and observations where there is no helpdesk',
      'The account of each learner, ready to print',
    ],
    button: 'Set up a centre',
  },
  {
    kind: 'me',
    title: 'Just me',
    who: 'For your own development. Nobody else sees it.',
    points: [
      'Self-assessment against a real role',
      'Objectives that close the gap',
      'A printed account to take with you',
    ],
    button: 'Set up for yourself',
  },
]

function SignInFields({ email = '', refusals = [] }: { email?: string; refusals?: readonly Refusal[] }) {
  return (
    <>
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autocomplete="username"
        value={email}
        error={errorFor(refusals, 'email')}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autocomplete="current-password"
        error={errorFor(refusals, 'password')}
      />
    </>
  )
}

/** The first page of an installation. */
export function Welcome({ demo, empty }: { demo: boolean; empty: boolean }) {
  return (
    <>
      <Columns split="8-4">
        <div>
          <h1>Development in customer service that argues its case</h1>
          <p class="lead mt3">
            Goldthread links what happens at work to what a person needs to learn, to a plan that changes, and
            to the impact it has: one thread, from evidence to decision.
          </p>
          {demo && (
            <div class="mt5">
              <Panel id="demo" title="Explore the demo" fact="No account, ready in half a minute">
                <p class="prose">
                  Larkfield Energy is made up: two teams, about 20 people, two years of contacts. You start as
                  Amara Okafor, an adviser whose complaints come back, and can go on as her team leader, her
                  assessor or the administrator.
                </p>
                <form action={paths.demo} method="post">
                  <Buttons>
                    <Button>Explore the demo as Amara</Button>
                  </Buttons>
                </form>
              </Panel>
            </div>
          )}
        </div>
        <Section id="signin" title="Sign in">
          <Form action={paths.signIn}>
            <SignInFields />
            <Buttons flush>
              <Button kind="secondary">Sign in</Button>
              <ButtonLink kind="quiet" href={paths.findLink}>
                I have an invitation link
              </ButtonLink>
            </Buttons>
          </Form>
          <p class="s mt3">
            <a href={paths.forgotten}>I have forgotten my password</a>
          </p>
        </Section>
      </Columns>
      <Section
        id="set-up"
        title={empty ? 'Set up your own' : 'Set up another organisation'}
        fact="About 3 minutes. You can change every answer later"
      >
        <Cards>
          {WAYS.map((way) => (
            <article class="kpi" key={way.kind}>
              <h3>{way.title}</h3>
              <p class="s ink2">{way.who}</p>
              <ul class="check">
                {way.points.map((point) => (
                  <li key={point}>
                    <Icon name="tick" />
                    <span>{point}</span>
                  </li>
                ))}
              </ul>
              <p class="mt2">
                <ButtonLink kind="secondary" href={paths.setUp(way.kind)}>
                  {way.button}
                </ButtonLink>
              </p>
            </article>
          ))}
        </Cards>
      </Section>
    </>
  )
}

export function SetUp(props: {
  kind: Kind
  needsCode: boolean
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
  zones: string[]
}) {
  const { kind, needsCode, values, refusals, zones } = props
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.setUp()} hidden={{ kind }}>
        {needsCode && (
          <TextField
            name="code"
            label="Set-up code"
            hint="Printed in the log when Goldthread started. It shows that you run this installation."
            width="m"
            value={values.code}
            error={error('code')}
          />
        )}
        {kind !== 'me' && (
          <TextField
            name="organisation"
            label={
              kind === 'team' ? 'What is the organisation called?' : 'What is the college or provider called?'
            }
            hint="As it should stand on a printed account. You can change it later."
            value={values.organisation}
            error={error('organisation')}
          />
        )}
        <TextField
          name="name"
          label="Your name"
          autocomplete="name"
          value={values.name}
          error={error('name')}
        />
        <TextField
          name="email"
          label="Your e-mail address"
          hint="You sign in with it."
          type="email"
          autocomplete="username"
          value={values.email}
          error={error('email')}
        />
        <TextField
          name="password"
          label="A password"
          hint="At least 12 characters. Three or four words in a row are easy to remember."
          type="password"
          autocomplete="new-password"
          error={error('password')}
        />
        <Select
          name="zone"
          label="Time zone"
          hint="Your days and weeks begin in it, and times in a helpdesk’s export are read in it."
          width="l"
          value={values.zone ?? 'Europe/London'}
          options={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
          error={error('zone')}
        />
        <Buttons>
          <Button>{kind === 'me' ? 'Set up and begin' : 'Set up and add people'}</Button>
        </Buttons>
      </Form>
    </>
  )
}

export function SignIn({
  email,
  refusals,
  next,
}: {
  email: string
  refusals: readonly Refusal[]
  next: string
}) {
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.signIn} hidden={next ? { next } : {}}>
        <SignInFields email={email} refusals={refusals} />
        <Buttons>
          <Button>Sign in</Button>
          <ButtonLink kind="quiet" href={paths.findLink}>
            I have an invitation link
          </ButtonLink>
        </Buttons>
      </Form>
      <p class="s mt3">
        <a href={paths.forgotten}>I have forgotten my password</a>
      </p>
    </>
  )
}

export function Join(props: {
  name: string
  purpose: 'join' | 'reset'
  email: string | null
  action: string
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { purpose, email, action, values, refusals } = props
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={action}>
        {email ? (
          <p>
            You sign in as <b>{email}</b>.
          </p>
        ) : (
          <TextField
            name="email"
            label="Your e-mail address"
            hint="You sign in with it."
            type="email"
            autocomplete="username"
            value={values.email}
            error={error('email')}
          />
        )}
        <TextField
          name="password"
          label={purpose === 'join' ? 'Choose a password' : 'Choose a new password'}
          hint="At least 12 characters. Three or four words in a row are easy to remember."
          type="password"
          autocomplete="new-password"
          error={error('password')}
        />
        <TextField
          name="again"
          label="The same password again"
          type="password"
          autocomplete="new-password"
          error={error('again')}
        />
        <Buttons>
          <Button>{purpose === 'join' ? 'Join' : 'Set the password and sign in'}</Button>
        </Buttons>
      </Form>
    </>
  )
}
