import { dayIn } from '../../kernel/day.ts'
import { type Refusal, refused } from '../../kernel/outcome.ts'
import { postLetter } from '../../shell/outbox.ts'
import { Gallery } from '../../ui/gallery.tsx'
import { insidePath, paths } from '../paths.ts'
import { type Answer, type Caller, goTo, type OpenRoute, page, readForm } from '../visit.ts'
import {
  AccessibilityPage,
  AppearancePage,
  FindLinkPage,
  ForgottenPage,
  HelpPage,
  KeptPage,
} from './pages/about.tsx'
import { expiredPage, resumePage } from './pages/refusals.tsx'
import { Join, SetUp, SignIn, Welcome } from './pages/welcome.tsx'
import {
  findOrganisation,
  followLink,
  listOrganisations,
  makeForgottenLink,
  makeOrganisation,
  openLink,
  orgOfToken,
} from './people.ts'

const KINDS = {
  team: 'Set up a team',
  centre: 'Set up a college or training provider',
  me: 'Set up for yourself',
} as const
type Kind = keyof typeof KINDS

const kindOf = (text: string): Kind => (text === 'centre' || text === 'me' ? text : 'team')

async function welcome({ house, headers }: Caller): Promise<Answer> {
  if (await house.identity.whoIs(headers)) return goTo(paths.start)
  const empty = (await listOrganisations(house.db)).every((org) => org.demo)
  return page({ title: 'Welcome', h1: null }, <Welcome demo={house.config.demo} empty={empty} />)
}

/** Setting up asks for the code of the start log unless the caller sits at the machine itself. */
const needsCode = ({ house, local }: Caller) => !(house.config.loopback && local)

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
      lead: 'You become its first administrator.',
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

async function setUp(caller: Caller): Promise<Answer> {
  const { house, form } = caller
  const kind = kindOf(form.text('kind'))
  const wrongCode = needsCode(caller) && form.text('code') !== house.setUpCode
  const founder = { name: form.text('name'), email: form.text('email'), password: form.values.password ?? '' }
  const zone = form.text('zone') || 'Europe/London'
  const asked = {
    name: kind === 'me' ? `${founder.name}, on my own` : form.text('organisation'),
    kind,
    zone,
    today: dayIn(house.db.now(), zone),
  }
  const outcome = wrongCode
    ? refused({
        field: 'code',
        message: 'The set-up code is not the one printed in the start log. Copy it from there.',
      })
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
      ? 'Too many tries from this address. Wait a minute, then try again.'
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

const ENDED = {
  used: 'This link has been used. Sign in with the password you chose, or ask for a new link.',
  withdrawn: 'This link was replaced by a newer one, or withdrawn. Ask for a new one.',
  ended: 'This link has ended. Ask for a new one.',
}

function deadLink(why: string): Answer {
  return page({ title: 'This link does not work', status: 410, lead: why }, <FindLinkPage />)
}

async function join(caller: Caller): Promise<Answer> {
  const { house, params, form, headers, path } = caller
  const token = params.token ?? ''
  const orgId = orgOfToken(token)
  const posted = form.values.password !== undefined
  if (!orgId) return deadLink('The address is not whole. Copy all of it.')
  return house.db.inOrg(orgId, async (tx) => {
    const opened = await openLink(tx, token, true)
    const org = await findOrganisation(tx)
    if (!opened || !org) return deadLink('Nobody here made this link. Copy all of it, or ask for a new one.')
    if (opened.state !== 'works') return deadLink(ENDED[opened.state])
    const { person, link } = opened
    const outcome = posted
      ? await followLink(tx, house.identity, token, {
          email: form.text('email'),
          password: form.values.password ?? '',
          again: form.values.again ?? '',
        })
      : null
    if (outcome?.ok)
      return {
        kind: 'go',
        path: paths.start,
        flash:
          link.purpose === 'join'
            ? `Welcome, ${person.name}.`
            : 'Your new password is set. Everywhere else you are signed out.',
        cookies: await house.identity.signInAs(outcome.value.userId, headers),
      }
    const refusals = outcome ? outcome.refusals : []
    const title = link.purpose === 'join' ? `Join ${org.name}` : 'Set a new password'
    const email = person.state === 'active' ? person.email : null
    return page(
      { title, lead: `This link is for ${person.name} alone, and works once.`, refusals },
      <Join
        name={person.name}
        purpose={link.purpose}
        email={email}
        action={path}
        values={{ email: person.email ?? '', ...form.values }}
        refusals={refusals}
      />,
    )
  })
}

/** Posts a link where the address is known and mail is set; answers the same words for every address, known or not. */
async function forgotten({ house, form }: Caller): Promise<Answer> {
  const user = await house.identity.findUser(form.text('email'))
  if (user && house.mail.configured)
    await house.db.inOrg(user.orgId, async (tx) => {
      const token = await makeForgottenLink(tx, user.personId)
      if (!token) return
      await postLetter(house, tx, {
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
  open('GET', paths.findLink, () => page({ title: 'Use an invitation link' }, <FindLinkPage />)),
  open('POST', paths.findLink, ({ form }) =>
    goTo(`/join/${encodeURIComponent(form.text('link').split('/').at(-1) ?? '')}`),
  ),
  open('GET', '/join/:token', join),
  open('POST', '/join/:token', join),
  open('GET', paths.forgotten, () => page({ title: 'Set a new password' }, <ForgottenPage />)),
  open('POST', paths.forgotten, forgotten),
  open('GET', paths.appearance, () => page({ title: 'Appearance' }, <AppearancePage />)),
  open('POST', paths.appearance, appearance),
  open('GET', paths.kept, () => page({ title: 'What we keep and for how long' }, <KeptPage />)),
  open('GET', paths.accessibility, () => page({ title: 'Accessibility' }, <AccessibilityPage />)),
  open('GET', paths.help, () => page({ title: 'Help to get started' }, <HelpPage />)),
  open('GET', paths.components, () => page({ title: 'Components', h1: null }, <Gallery />)),
]
