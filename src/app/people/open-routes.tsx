import { dayIn } from '../../kernel/day.ts'
import { type Refusal, refused } from '../../kernel/outcome.ts'
import { postMail } from '../../shell/outbox.ts'
import { Gallery } from '../../ui/gallery.tsx'
import { insidePath, paths } from '../paths.ts'
import { type Answer, type Caller, goTo, type OpenRoute, page, readForm } from '../visit.ts'
import { join } from './joining.tsx'
import {
  AccessibilityPage,
  AppearancePage,
  FindLinkPage,
  ForgottenPage,
  HelpPage,
  KeptPage,
} from './pages/about.tsx'
import { expiredPage, resumePage } from './pages/refusals.tsx'
import { SetUp, SignIn, Welcome } from './pages/welcome.tsx'
import { listOrganisations, makeForgottenLink, makeOrganisation } from './people.ts'

const KINDS = {
  team: 'Set up a team',
  centre: 'Set up a college or training provider',
  me: 'Set up for yourself',
} as const
type Kind = keyof typeof KINDS

const WAIT = 'Too many tries from this address. Wait a minute, then try again.'

const kindOf = (text: string): Kind => (text === 'centre' || text === 'me' ? text : 'team')

async function welcome({ house, headers }: Caller): Promise<Answer> {
  if (await house.identity.whoIs(headers)) return goTo(paths.start)
  const empty = (await listOrganisations(house.db)).every((org) => org.demo)
  return page({ title: 'Welcome', h1: null }, <Welcome demo={house.config.demo} empty={empty} />)
}

/** Setting up asks for the code of the start log unless the caller sits at the machine itself. */
const needsCode = ({ house, local }: Caller) => !(house.config.loopback && local)

/** The way back from a page that helps somebody to sign in. */
const beside = (text: string) => [{ text: 'Sign in', href: paths.signIn }, { text }]

function setUpPage(caller: Caller, kind: Kind, refusals: readonly Refusal[]): Answer {
  const zones = [
    'Europe/London',
    'Europe/Dublin',
    'UTC',
    ...Intl.supportedValuesOf('timeZone').filter((zone) => !/^Europe\/(London|Dublin)$/.test(zone)),
  ]
  return page(
    {
      title: KINDS[kind],
      lead:
        kind === 'me'
          ? 'A place for your own development. Others can join later.'
          : 'You become its first administrator.',
      refusals,
      crumbs: [{ text: 'Welcome', href: paths.welcome }, { text: KINDS[kind] }],
    },
    <SetUp
      kind={kind}
      needsCode={needsCode(caller)}
      values={caller.form.values}
      refusals={refusals}
      zones={zones}
    />,
  )
}

/** Why the code for setting up is not taken; null where it is. Beyond the limit the right one has to wait too. */
async function refuseCode({ house, form, headers }: Caller): Promise<string | null> {
  if (!(await house.identity.mayTryCode(headers))) return WAIT
  return form.text('code') === house.setUpCode
    ? null
    : 'The set-up code is not the one printed in the start log. Copy it from there.'
}

async function setUp(caller: Caller): Promise<Answer> {
  const { house, form } = caller
  const kind = kindOf(form.text('kind'))
  const codeRefused = needsCode(caller) ? await refuseCode(caller) : null
  const founder = { name: form.text('name'), email: form.text('email'), password: form.values.password ?? '' }
  const zone = form.text('zone') || 'Europe/London'
  const asked = {
    name: kind === 'me' ? `${founder.name}, on my own` : form.text('organisation'),
    kind,
    zone,
    today: dayIn(house.db.now(), zone),
  }
  const outcome = codeRefused
    ? refused({ field: 'code', message: codeRefused })
    : await makeOrganisation(house.db, house.identity, asked, founder)
  if (!outcome.ok) return setUpPage(caller, kind, outcome.refusals)
  const cookies = outcome.value.userId
    ? await house.identity.signInAs(outcome.value.userId, caller.headers)
    : []
  const flash =
    kind === 'me'
      ? 'Everything is ready. Begin by looking at your role.'
      : `${asked.name} is ready. Add the first person.`
  return { kind: 'go', path: kind === 'me' ? paths.home : paths.people, flash, cookies }
}

async function signIn(caller: Caller): Promise<Answer> {
  const { house, form, headers } = caller
  const email = form.text('email')
  const outcome = await house.identity.signIn(email, form.values.password ?? '', headers)
  const resume = form.text('resume-path')
  if ('cookies' in outcome) {
    if (!resume)
      return { kind: 'go', path: insidePath(form.text('next')) ?? paths.start, cookies: outcome.cookies }
    return {
      ...(resumePage(insidePath(resume) ?? paths.start, readFields(form.values['resume-fields'])) as Extract<
        Answer,
        { kind: 'page' }
      >),
      cookies: outcome.cookies,
    }
  }
  const message =
    outcome.refused === 'too-many'
      ? WAIT
      : 'The e-mail address and the password do not belong together. Try again, or set a new password.'
  const refusals = [{ field: 'password', message }]
  if (resume) {
    const fields = readFields(form.values['resume-fields'])
    return expiredPage({ path: insidePath(resume) ?? paths.start, form: readForm(fields) }, refusals)
  }
  return signInPage(email, refusals, form.text('next'))
}

function readFields(text: string | undefined): [string, string][] {
  try {
    const fields: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(fields)) return []
    return fields.filter(
      (field): field is [string, string] =>
        Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string'),
    )
  } catch {
    return []
  }
}

function signInPage(email: string, refusals: readonly Refusal[], next: string): Answer {
  return page({ title: 'Sign in', refusals }, <SignIn email={email} refusals={refusals} next={next} />)
}

/** Posts a link where the address is known and mail is set; answers the same words for every address, known or not. */
async function forgotten({ house, form }: Caller): Promise<Answer> {
  const user = await house.identity.findUser(form.text('email'))
  if (user && house.mail.configured)
    await house.db.inOrg(user.orgId, async (tx) => {
      const token = await makeForgottenLink(tx, user.personId)
      if (!token) return
      await postMail(house, tx, {
        kind: 'password',
        aboutId: user.personId,
        to: form.text('email'),
        subject: 'Set a new password for Goldthread',
        text: `Follow this link within a day to set a new password. It works once.\n\n${house.config.publicUrl}${paths.link(token)}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
      })
    })
  const flash = house.mail.configured
    ? 'If somebody signs in with that address, a link is on its way. It works once, within a day.'
    : 'No mail server is set here. Ask an administrator for a new link: they can make one on the People page.'
  return goTo(paths.signIn, flash)
}

function appearance({ form, headers, house }: Caller): Answer {
  const theme = form.text('theme')
  const value = theme === 'light' || theme === 'dark' ? theme : ''
  const back = headers.get('referer')
  const secure = house.config.publicUrl.startsWith('https:') ? '; Secure' : ''
  const path = (back && URL.canParse(back) && insidePath(new URL(back).pathname)) || paths.appearance
  return {
    kind: 'go',
    path,
    flash: 'Saved on this device.',
    cookies: [
      `goldthread.theme=${value}; Path=/; Max-Age=${value ? 31_536_000 : 0}; HttpOnly; SameSite=Lax${secure}`,
    ],
  }
}

const open = (method: 'GET' | 'POST', path: string, run: OpenRoute['run']): OpenRoute => ({
  method,
  path,
  run,
})

export const openRoutes: OpenRoute[] = [
  open('GET', paths.welcome, welcome),
  open('GET', paths.setUp(), (caller) => setUpPage(caller, kindOf(caller.query.get('kind') ?? ''), [])),
  open('POST', paths.setUp(), setUp),
  open('GET', paths.signIn, ({ query }) => signInPage('', [], query.get('next') ?? '')),
  open('POST', paths.signIn, signIn),
  open('POST', paths.signOut, async ({ house, headers }) => ({
    kind: 'go',
    path: paths.welcome,
    flash: 'You are signed out.',
    cookies: await house.identity.signOut(headers),
  })),
  open('GET', paths.findLink, () =>
    page({ title: 'Use an invitation link', crumbs: beside('Invitation link') }, <FindLinkPage />),
  ),
  open('POST', paths.findLink, ({ form }) =>
    goTo(`/join/${encodeURIComponent(form.text('link').split('/').at(-1) ?? '')}`),
  ),
  open('GET', '/join/:token', join),
  open('POST', '/join/:token', join),
  open('GET', paths.forgotten, () =>
    page({ title: 'Set a new password', crumbs: beside('Set a new password') }, <ForgottenPage />),
  ),
  open('POST', paths.forgotten, forgotten),
  open('GET', paths.appearance, () => page({ title: 'Appearance' }, <AppearancePage />)),
  open('POST', paths.appearance, appearance),
  open('GET', paths.kept, () =>
    page(
      {
        title: 'What we keep and for how long',
        lead: 'Everything stays in this installation. Nothing is sent to anybody else.',
      },
      <KeptPage />,
    ),
  ),
  open('GET', paths.accessibility, () => page({ title: 'Accessibility' }, <AccessibilityPage />)),
  open('GET', paths.help, () =>
    page(
      {
        title: 'Help to get started',
        lead: 'The shortest way through, from an empty installation to a first signed review.',
      },
      <HelpPage />,
    ),
  ),
  open('GET', paths.components, () => page({ title: 'Components', h1: null }, <Gallery />)),
]
