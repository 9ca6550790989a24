import { Button, Buttons } from '../../../ui/button.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { type Answer, page } from '../../visit.ts'
import type { RequestState } from '../rules/request.ts'

/** A link that nobody made, as far as anybody is told who has no right one. */
export function deadPage(): Answer {
  return page(
    {
      title: 'This link does not work',
      status: 410,
    },
    <p class="lead">Copy the whole address, or ask whoever gave it to you for another.</p>,
  )
}

const ENDED: Record<
  Exclude<RequestState, 'waiting' | 'opened'>,
  { title: string; lead: string; status: number }
> = {
  answered: {
    title: 'This link has been answered',
    lead: 'Thank you. The answer was sent, and this link shows nothing of it. There is nothing more to do.',
    status: 200,
  },
  'cannot say': {
    title: 'Thank you for saying so',
    lead: 'It is noted that nothing could be said about it. No reminder follows.',
    status: 200,
  },
  'not for me': {
    title: 'Thank you for saying so',
    lead: 'It is noted that this was not meant for you. No reminder follows.',
    status: 200,
  },
  ended: {
    title: 'This link has ended',
    lead: 'If you still want to answer, ask whoever gave it to you for another.',
    status: 410,
  },
  revoked: {
    title: 'This link was taken back',
    lead: 'Nothing is asked of you any more.',
    status: 410,
  },
}

/** A link that works no longer; what was answered is never shown. */
export function endedPage(
  state: keyof typeof ENDED,
  org: string,
  unsent: readonly [string, string][],
): Answer {
  const { title, lead, status } = ENDED[state]
  return page(
    { title, status, guestOf: org },
    <div>
      <p class="lead">{lead}</p>
      <Unsent texts={unsent} />
    </div>,
  )
}

/** Somebody who opens the link about their own work. */
export function ownLinkPage(org: string): Answer {
  return page(
    {
      title: 'This link is for somebody else',
      status: 403,
      guestOf: org,
    },
    <p class="lead">
      It asks about your own work, and you are signed in. Give the link to the person you asked, on their own
      device.
    </p>,
  )
}

/** Too many wrong links from one address. What was typed is kept, and can be sent again from here. */
export function tooManyPage(path: string, typed: readonly [string, string][]): Answer {
  return page(
    {
      title: 'Too many tries from here',
      status: 429,
    },
    <div>
      <p class="lead">Links were opened from your address that nobody made. Wait an hour, then try again.</p>
      <Unsent texts={typed} />
      {typed.length > 0 && (
        <Form action={path}>
          {typed.map(([name, value], index) => (
            <Hidden key={index} name={name} value={value} />
          ))}
          <Buttons>
            <Button kind="secondary">Send it again</Button>
          </Buttons>
        </Form>
      )}
    </div>,
  )
}

/** What somebody had written when it could not be sent: to copy. */
function Unsent({ texts }: { texts: readonly [string, string][] }) {
  const written = texts.filter(([name, value]) => value.length > 20 && !/^(once|offered|redact)$/.test(name))
  if (written.length === 0) return null
  return (
    <>
      <h2>What you had written</h2>
      {written.map(([, value], index) => (
        <p key={index} class="prose any">
          {value}
        </p>
      ))}
    </>
  )
}
