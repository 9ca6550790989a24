import type { Actor } from '../kernel/actor.ts'
import { type Link, Page, renderPage } from '../ui/layout.tsx'
import { Head } from '../ui/section.tsx'
import type { DemoLine } from './demo/demo.ts'
import { ADMINISTRATION, paths } from './paths.ts'
import { STANDING_SHORT } from './people/people.ts'
import type { Answer, Crumb, Visit } from './visit.ts'

/**
 * The navigation of a person: at most six plain words, by how they stand. Who has six without it finds their career beside
 * their name.
 */
function navOf(actor: Actor): Link[] {
  const own: Link[] = [
    { href: paths.home, text: 'My development' },
    { href: paths.evidence(actor.personId), text: 'Evidence' },
    { href: paths.gaps(actor.personId), text: 'Gaps' },
    { href: paths.plan(actor.personId), text: 'Plan' },
    { href: paths.reviews(actor.personId), text: 'Reviews' },
  ]
  const has = (standing: Actor['standings'][number]) => actor.standings.includes(standing)
  if (has('leader') || actor.leads.length > 0) return [{ href: paths.team, text: 'Team' }, ...own]
  if (has('adviser'))
    return [
      ...own,
      has('administrator')
        ? { href: paths.people, text: 'Administration' }
        : { href: paths.career(actor.personId), text: 'Career' },
    ]
  if (has('administrator')) {
    return [...ADMINISTRATION, { href: paths.components, text: 'Components' }]
  }
  return [
    { href: paths.team, text: 'People' },
    { href: paths.frameworks, text: 'Frameworks' },
    { href: paths.roles, text: 'Roles' },
  ]
}

/** The way to a page, in the reader's own words: the page of the people they look after is called as in their navigation. */
function crumbsFor(actor: Actor, crumbs: readonly Crumb[]): Crumb[] {
  const team = navOf(actor).find(({ href }) => href === paths.team)?.text ?? 'People'
  return crumbs.map((crumb) => (crumb.href === paths.team ? { ...crumb, text: team } : crumb))
}

/** For somebody who has no sign-in: what happens to what they write, and that all can read it. */
const GUEST_FOOTER: Link[] = [
  { href: paths.kept, text: 'What we keep and for how long' },
  { href: paths.accessibility, text: 'Accessibility' },
]

/**
 * What whoever has development of their own reaches beside their name: evidence is written down from anywhere, and the
 * career and the administration stand there where the six words of the navigation are others.
 */
function actsOf(actor: Actor): Link[] {
  const has = (address: string) => navOf(actor).some(({ href }) => href === address)
  if (!has(paths.evidence(actor.personId))) return []
  const career = { href: paths.career(actor.personId), text: 'Career' }
  const add = { href: paths.evidenceNew(actor.personId), text: 'Add evidence' }
  const people = { href: paths.people, text: 'Administration' }
  return [
    ...(actor.standings.includes('administrator') && !has(people.href) ? [people] : []),
    ...(has(career.href) ? [] : [career]),
    add,
  ]
}

const FOOTER: Link[] = [
  { href: paths.kept, text: 'What we keep and for how long' },
  { href: paths.help, text: 'Help to get started' },
  { href: paths.accessibility, text: 'Accessibility' },
  { href: paths.appearance, text: 'Appearance' },
]

export type Chrome = { asset: (path: string) => string; theme: 'light' | 'dark' | null; flash: string | null }

/** The whole document of a page's answer. */
export function frame(
  answer: Extract<Answer, { kind: 'page' }>,
  chrome: Chrome,
  visit: Visit | null,
  demo: DemoLine | null,
): string {
  const { options, body, failed } = answer
  const { actor, org } = visit ?? {}
  const standing = actor && STANDING_SHORT[actor.standings[0] ?? 'adviser']
  const place = visit && actor && visit.own && visit.person.team ? `, ${visit.person.team}` : ''
  return renderPage(
    <Page
      title={options.title}
      failed={failed}
      homeHref={visit ? paths.start : paths.welcome}
      nav={actor ? navOf(actor) : []}
      current={options.nav}
      user={
        actor && standing
          ? {
              name: actor.name,
              standing: `${standing}${place}`,
              signOutAction: paths.signOut,
              acts: visit?.own ? actsOf(actor) : [],
            }
          : null
      }
      signInHref={visit || options.guestOf ? undefined : paths.signIn}
      guest={options.guestOf !== undefined}
      crumbs={actor && options.crumbs ? crumbsFor(actor, options.crumbs) : options.crumbs}
      demo={demo ?? undefined}
      flash={chrome.flash ? { kind: 'done', title: chrome.flash } : null}
      org={
        options.guestOf
          ? `Sent by ${options.guestOf} with Goldthread`
          : org
            ? `${org.name}, on Goldthread`
            : 'Goldthread. Nothing leaves this machine'
      }
      footer={
        actor
          ? [
              { href: paths.settings, text: 'Your sign-in' },
              { href: paths.notices(actor.personId), text: 'Your mail and calendar' },
              ...FOOTER,
            ]
          : options.guestOf
            ? GUEST_FOOTER
            : FOOTER
      }
      theme={chrome.theme}
      asset={chrome.asset}
      scripts={['/assets/main.js', ...(options.scripts ?? []).map((name) => `/assets/${name}`)]}
      refreshSeconds={options.refreshSeconds}
    >
      {options.h1 !== null && (
        <Head title={options.h1 ?? options.title} lead={options.lead} actions={options.actions} />
      )}
      {body}
    </Page>,
  )
}
