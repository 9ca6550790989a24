import { CLIENT_ADDRESS } from '../../shell/identity.ts'
import { countTry, hasTriesLeft, type TryLimit } from '../../shell/tries.ts'
import { paths } from '../paths.ts'
import { type Answer, type Caller, page } from '../visit.ts'
import { FindLinkPage } from './pages/about.tsx'
import { Join } from './pages/welcome.tsx'
import { findOrganisation, followLink, openLink, orgOfToken } from './people.ts'

/** Links that nobody here made, from one address, before every link from there waits. */
const LIMIT: TryLimit = { most: 20, minutes: 10 }

const NOBODY_MADE = 'Nobody here made this link. Copy all of it, or ask for a new one.'

const ENDED = {
  used: 'This link has been used. Sign in with the password you chose, or ask for a new link.',
  withdrawn: 'This link was replaced by a newer one, or withdrawn. Ask for a new one.',
  ended: 'This link has ended. Ask for a new one.',
}

function deadLink(why: string): Answer {
  return page({ title: 'This link does not work', status: 410, lead: why }, <FindLinkPage />)
}

function tooManyLinks(): Answer {
  return page(
    {
      title: 'Too many links that do not work',
      status: 429,
      lead: 'They all came from your address. Wait ten minutes, then copy the whole link and try again.',
    },
    <p>Nothing is lost: a link that works goes on working.</p>,
  )
}

/** Joins by a one-time link, or sets a new password by one. */
export async function join(caller: Caller): Promise<Answer> {
  const { house, params, form, headers, path } = caller
  const token = params.token ?? ''
  const orgId = orgOfToken(token)
  const posted = form.values.password !== undefined
  if (!orgId) return deadLink('The address is not whole. Copy all of it.')
  return house.db.inOrg(orgId, async (tx) => {
    const org = await findOrganisation(tx)
    if (!org) return deadLink(NOBODY_MADE)
    const address = `join address ${headers.get(CLIENT_ADDRESS) ?? ''}`
    if (!(await hasTriesLeft(tx, address, LIMIT))) return tooManyLinks()
    const opened = await openLink(tx, token, true)
    if (!opened) {
      await countTry(tx, address, LIMIT)
      return deadLink(NOBODY_MADE)
    }
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
