import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Hidden } from './form.tsx'
import { Note, type NoteKind } from './note.tsx'

export type Link = { href: string; text: string }

export type PageProps = {
  /** The document's title; "- Goldthread" follows it. */
  title: string
  /** A form was refused: "Error: " comes before the title. */
  failed?: boolean
  /** Where the mark leads. */
  homeHref?: string
  /** At most six plain words, by role. `current` is the href of the page's own. */
  nav?: readonly Link[]
  current?: string
  /** Who is signed in; null for a page that anybody may see. */
  user?: {
    name: string
    standing: string
    signOutAction?: string
    /** What they reach from anywhere of their own: "Career" where the navigation has no room for it, "Add evidence". */
    acts?: readonly Link[]
  } | null
  /** For a page that anybody may see. */
  signInHref?: string
  /** For a page that a link opens: it says that no account is needed. */
  guest?: boolean
  crumbs?: readonly { href?: string; text: ComponentChildren }[]
  /** The demo's line at the top of every page. */
  demo?: {
    name: string
    standing: string
    /** Go on as the one whose turn it is. */
    next?: { action: string; text: string; hidden?: Record<string, string> }
    links: readonly Link[]
    leaveAction?: string
  }
  /** What the last form did, once: plain words for what was done, or a notice of another kind. */
  flash?: string | { kind: NoteKind; title?: ComponentChildren; text?: ComponentChildren } | null
  /** Loads the page again after so many seconds, for work in progress; with or without JavaScript. */
  refreshSeconds?: number
  /** At the left of the footer: "Larkfield Energy, centre copy of Goldthread". */
  org?: string
  footer?: readonly Link[]
  /** The person's own choice; the device's where left out. */
  theme?: 'light' | 'dark' | null
  /** Sent with the forms of the page's frame: sign out, go on as. */
  hidden?: Record<string, string>
  /** Turns `/assets/app.css` into an address that changes with the file. */
  asset?: (path: string) => string
  scripts?: readonly string[]
  children?: ComponentChildren
}

/** Where the footer leads unless told otherwise. */
const FOOTER: readonly Link[] = [
  { href: '/what-we-keep', text: 'What we keep and for how long' },
  { href: '/accessibility', text: 'Accessibility' },
  { href: '/appearance', text: 'Appearance' },
]

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28' fill='none' stroke='%23b07f10' stroke-width='2.6' stroke-linecap='round'%3E%3Cpath d='M2 20.5c5.5 0 7-3.2 8.6-7.2C12.3 9 14.5 7 17.3 7a4.7 4.7 0 1 1 0 9.4c-3.6 0-5-3-9.3-3'/%3E%3Ccircle cx='23.5' cy='20.5' r='2.7'/%3E%3C/svg%3E"

function Mark({ href }: { href: string }) {
  return (
    <a class="mark" href={href}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <path d="M2 20.5c5.5 0 7-3.2 8.6-7.2C12.3 9 14.5 7 17.3 7a4.7 4.7 0 1 1 0 9.4c-3.6 0-5-3-9.3-3" />
        <circle cx="23.5" cy="20.5" r="2.7" />
      </svg>
      Goldthread
    </a>
  )
}

/** A POST form of one button that looks like a link. */
function LinkForm({
  action,
  hidden,
  text,
}: {
  action: string
  hidden?: Record<string, string>
  text: string
}) {
  return (
    <form class="one" action={action} method="post">
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <button class="link" type="submit">
        {text}
      </button>
    </form>
  )
}

function DemoLine({
  demo,
  hidden,
}: {
  demo: NonNullable<PageProps['demo']>
  hidden?: Record<string, string>
}) {
  const { name, standing, next, links, leaveAction } = demo
  return (
    <section class="demo" aria-label="Demo">
      <div class="wrap">
        <p class={next ? undefined : 'push'}>
          Demo. You are <b>{name}</b>, {standing}
        </p>
        {next && (
          <span class="push">
            <LinkForm action={next.action} hidden={{ ...hidden, ...next.hidden }} text={next.text} />
          </span>
        )}
        {links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.text}
          </a>
        ))}
        {leaveAction && <LinkForm action={leaveAction} hidden={hidden} text="Leave demo" />}
      </div>
    </section>
  )
}

function Header({ homeHref = '/', nav = [], current, user, signInHref, guest, hidden }: PageProps) {
  const signOut = (text: string) =>
    user?.signOutAction && <LinkForm action={user.signOutAction} hidden={hidden} text={text} />
  const linked = (link: Link) => (
    <a key={link.href} href={link.href} aria-current={link.href === current ? 'page' : undefined}>
      {link.text}
    </a>
  )
  const links = nav.map(linked)
  const acts = (user?.acts ?? []).map(linked)
  return (
    <header class="top">
      <div class="wrap">
        <Mark href={homeHref} />
        {links.length > 0 && (
          <nav class="nav" aria-label="Main">
            {links}
          </nav>
        )}
        {user && (
          <div class="who">
            <span>
              {user.name}, {user.standing}
            </span>
            {acts}
            {signOut('Sign out')}
          </div>
        )}
        {!user && guest && (
          <p class="who who-open who-guest">
            <span>No account needed</span>
          </p>
        )}
        {!user && signInHref && (
          <p class="who who-open">
            <a href={signInHref}>Sign in</a>
          </p>
        )}
        {(links.length > 0 || user) && (
          <details class="menu">
            <summary>Menu</summary>
            <nav aria-label="Main">
              <ul>
                {[...links, ...acts].map((link, index) => (
                  <li key={index}>{link}</li>
                ))}
                {user?.signOutAction && <li>{signOut(`Sign out (${user.name})`)}</li>}
              </ul>
            </nav>
          </details>
        )}
      </div>
    </header>
  )
}

function Crumbs({ crumbs }: { crumbs: NonNullable<PageProps['crumbs']> }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol class="crumbs">
        {crumbs.map((crumb, index) => (
          <li key={index} aria-current={crumb.href ? undefined : 'page'}>
            {crumb.href ? <a href={crumb.href}>{crumb.text}</a> : crumb.text}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Flash({ flash }: { flash: NonNullable<PageProps['flash']> }) {
  const { kind, title, text } =
    typeof flash === 'string' ? { kind: 'done' as const, title: flash } : { ...flash }
  return (
    <div class="flash">
      <Note kind={kind} title={title} live>
        {text}
      </Note>
    </div>
  )
}

/** A whole page. `children` are what `main` holds: a `Head`, an `ErrorSummary` where there is one, and sections. */
export function Page(props: PageProps) {
  const { title, failed, crumbs, demo, flash, refreshSeconds, org, theme, hidden, children } = props
  const { asset = (path) => path, scripts = ['/assets/main.js'], footer = FOOTER } = props
  return (
    <html lang="en-GB" data-theme={theme ?? undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${failed ? 'Error: ' : ''}${title} - Goldthread`}</title>
        <link
          rel="preload"
          href={asset('/assets/atkinson-next.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={asset('/assets/app.css')} />
        <link rel="icon" href={ICON} />
        {scripts.map((script) => (
          <script key={script} type="module" src={asset(script)} />
        ))}
        {refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the main content
        </a>
        {demo && <DemoLine demo={demo} hidden={hidden} />}
        <Header {...props} />
        <main id="main" class="wrap" data-refresh={refreshSeconds}>
          {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
          {flash && <Flash flash={flash} />}
          {children}
        </main>
        <footer class="foot">
          <div class="wrap">
            {org && <span>{org}</span>}
            {footer.map((link) => (
              <a key={link.href} href={link.href}>
                {link.text}
              </a>
            ))}
          </div>
        </footer>
      </body>
    </html>
  )
}

/** The document's text, as the server sends it. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${renderToString(page)}`
}
