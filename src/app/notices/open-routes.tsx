import { createHash } from 'node:crypto'
import { dayIn } from '../../kernel/day.ts'
import { paths } from '../paths.ts'
import { findOrganisation, findPerson, orgOfToken } from '../people/people.ts'
import { type Answer, type Caller, found, type OpenRoute, page } from '../visit.ts'
import { stopKind } from './choosing.ts'
import { feedOf } from './notices.ts'
import { StopPage, StoppedPage } from './pages/stop-page.tsx'
import { KIND_WORDS } from './rules/kinds.ts'
import { readStop } from './unsubscribing.ts'

/** Runs for whoever a mail's link was written to. */
async function withStop(
  { house, params }: Caller,
  run: (
    stop: { token: string; orgName: string } & NonNullable<Awaited<ReturnType<typeof readStop>>>,
  ) => Answer,
  stopping: boolean,
): Promise<Answer> {
  const token = params.token ?? ''
  const stop = found(await readStop(house.keys, token))
  return house.db.inOrg(stop.orgId, async (tx) => {
    const org = found(await findOrganisation(tx))
    found(await findPerson(tx, stop.personId))
    if (stopping) await stopKind(tx, stop.personId, stop.kind)
    return run({ ...stop, token, orgName: org.name })
  })
}

const askToStop = (caller: Caller) =>
  withStop(
    caller,
    ({ token, kind, orgName }) =>
      page({ title: 'Stop mails of this kind?', guestOf: orgName }, <StopPage token={token} kind={kind} />),
    false,
  )

/** The button of the page, and the one click of a mail program, which sends no more than that it was pressed. Source: RFC 8058. */
const stop = (caller: Caller) =>
  withStop(
    caller,
    ({ kind, personId, orgName }) =>
      page(
        {
          title: 'These mails have stopped',
          lead: `“${KIND_WORDS[kind].title}” is off for you from now on.`,
          guestOf: orgName,
        },
        <StoppedPage personId={personId} />,
      ),
    true,
  )

/** Somebody's calendar; unchanged since last time where its mark is still the same. */
async function calendar({ house, params }: Caller): Promise<Answer> {
  const token = params.token ?? ''
  const orgId = found(orgOfToken(token))
  const file = await house.db.inOrg(orgId, async (tx) => {
    const { zone } = found(await findOrganisation(tx))
    return feedOf(tx, token, house.config, dayIn(tx.now, zone), zone)
  })
  const bytes = found(file)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  return {
    kind: 'file',
    name: 'goldthread.ics',
    type: 'text/calendar; charset=utf-8',
    bytes,
    inline: true,
    etag,
  }
}

export const openRoutes: OpenRoute[] = [
  { method: 'GET', path: paths.unsubscribe(':token'), run: askToStop },
  { method: 'POST', path: paths.unsubscribe(':token'), run: stop },
  { method: 'GET', path: paths.calendar(':token'), run: calendar },
]
