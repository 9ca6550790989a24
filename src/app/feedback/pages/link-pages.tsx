import { paths } from '../../paths.ts'
import { type Answer, page } from '../../visit.ts'

/** After sending, and whenever the link is opened again: what becomes of the answer. Nothing of it is shown. */
export function answeredPage(name: string, org: string): Answer {
  return page(
    {
      title: 'Thank you: your answers are in',
      lead: `They are about ${name}.`,
      guestOf: org,
    },
    <div class="prose">
      <p>
        Nobody sees anything before the round has closed. From then on your answers stand with those of your
        group, or with your name where you answered by name.
      </p>
      <p>
        They cannot be changed or taken back, and this link shows nothing of them. You can close this page.
      </p>
      <p>
        <a href={paths.kept}>What we keep and for how long</a>
      </p>
    </div>,
  )
}

export function cannotPage(name: string, org: string): Answer {
  return page(
    { title: 'You said that you can’t answer', lead: `That is an answer too.`, guestOf: org },
    <div class="prose">
      <p>
        {name} does not learn that it was you, and no reminder follows. There is nothing more to do: you can
        close this page.
      </p>
    </div>,
  )
}

export function closedPage(name: string, org: string): Answer {
  return page(
    {
      title: 'This round has closed',
      status: 410,
      lead: `No more answers about ${name} are taken.`,
      guestOf: org,
    },
    <div class="prose">
      <p>What was sent in time counts. If something important is missing, tell {name} in person.</p>
    </div>,
  )
}

export function wrongLinkPage(): Answer {
  return page(
    { title: 'This link does not work', status: 404, lead: 'Nobody here made it, or it was cut off.' },
    <div class="prose">
      <p>Copy the whole address from the message that you got, and try again. Long addresses break easily.</p>
    </div>,
  )
}

export function tooManyPage(): Answer {
  return page(
    {
      title: 'Too many links that do not work',
      status: 429,
      lead: 'They all came from your address. Wait ten minutes, then copy the whole link and try again.',
    },
    <p>Nothing is lost: a link that works goes on working.</p>,
  )
}
