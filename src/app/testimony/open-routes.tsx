import { type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { CLIENT_ADDRESS } from '../../shell/identity.ts'
import { countTry, hasTriesLeft, type TryLimit } from '../../shell/tries.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { findOrganisation, type Organisation, orgOfToken } from '../people/people.ts'
import { type Answer, type Caller, goTo, type OpenRoute, page } from '../visit.ts'
import { answer, decline, type Opened, openLink } from './answering.ts'
import { deadPage, endedPage, ownLinkPage, tooManyPage } from './pages/ended.tsx'
import { headingFor, TellPage } from './pages/tell-page.tsx'
import { checkAnswer } from './rules/answer.ts'
import { markOpened } from './store/requests.ts'
import { answerIn, askAbout, cleaned, cleaner, type Found, foundIn, wordsOf } from './typed.ts'

/** Wrong links from one address, and sendings of one link: ten an hour of each. */
const LIMIT: TryLimit = { most: 10, minutes: 60 }

type Call = { caller: Caller; tx: OrgTx; org: Organisation; today: Day; opened: Opened; mayTry: boolean }

/** How a link was found to be before anything is done with it; what is counted here stays counted. */
type Gate = 'dead' | 'too many' | { mayTry: boolean }

async function passGate(caller: Caller, orgId: Id, token: string, sends: boolean): Promise<Gate> {
  const address = `address ${caller.headers.get(CLIENT_ADDRESS) ?? ''}`
  return caller.house.db.inOrg(orgId, async (tx) => {
    const org = await findOrganisation(tx)
    if (!org) return 'dead'
    if (!(await hasTriesLeft(tx, address, LIMIT))) return 'too many'
    const opened = await openLink(tx, token, dayIn(tx.now, org.zone))
    if (!opened) {
      await countTry(tx, address, LIMIT)
      return 'dead'
    }
    const { requestId } = opened.request
    return { mayTry: !sends || (await countTry(tx, `request ${requestId}`, LIMIT)) }
  })
}

/** Runs with what the link of the address opens. A link that opens nothing, or nothing more, is answered here. */
async function throughLink(
  caller: Caller,
  sends: boolean,
  run: (call: Call) => Promise<Answer>,
): Promise<Answer> {
  const { house, headers, params, form, path } = caller
  const token = params.token ?? ''
  const orgId = orgOfToken(token)
  if (!orgId) return deadPage()
  const gate = await passGate(caller, orgId, token, sends)
  if (gate === 'dead') return deadPage()
  if (gate === 'too many') return tooManyPage(path, form.texts)
  const signedIn = await house.identity.whoIs(headers)
  return house.db.inOrg(orgId, async (tx) => {
    const org = await findOrganisation(tx)
    const today = dayIn(tx.now, org?.zone ?? 'Europe/London')
    const opened = await openLink(tx, token, today)
    if (!org || !opened) return deadPage()
    const { state, request } = opened
    if (state !== 'waiting' && state !== 'opened') return endedPage(state, org.name, form.texts)
    if (signedIn?.personId === request.personId) return ownLinkPage(org.name)
    return run({ caller, tx, org, today, opened, mayTry: gate.mayTry })
  })
}

const TOO_OFTEN: Refusal = {
  message: 'This was sent ten times within an hour. Nothing is lost: wait an hour, then send it again.',
}

async function tellPage(call: Call, refusals: readonly Refusal[], found: readonly Found[]): Promise<Answer> {
  const { caller, tx, org, opened, mayTry } = call
  const token = caller.params.token ?? ''
  const { competencyIds } = opened.request
  const all = await listCompetencies(tx)
  return page(
    {
      title: headingFor(opened),
      h1: null,
      guestOf: org.name,
      refusals,
      status: mayTry ? undefined : 429,
    },
    <TellPage
      opened={opened}
      org={org.name}
      competencies={competencyIds.flatMap((id) => all.find(({ competencyId }) => competencyId === id) ?? [])}
      values={caller.form.values}
      found={found}
      refusals={refusals}
      action={paths.tell(token)}
      refusalAction={paths.tellRefusal(token)}
    />,
  )
}

async function show(call: Call): Promise<Answer> {
  await markOpened(call.tx, call.opened.request.requestId, call.today)
  return tellPage(call, [], [])
}

async function send(call: Call): Promise<Answer> {
  const { caller, tx, org, opened, today, mayTry } = call
  const { form } = caller
  const { request } = opened
  const { answer: said, refusals: days } = answerIn(form, request)
  const found = foundIn(wordsOf(said), form)
  if (!mayTry) return tellPage(call, [TOO_OFTEN], found)
  const whose = request.kind === 'customer' ? 'you or somebody else' : 'a customer'
  const clean = cleaned(said, cleaner(found))
  const wrongDay = new Set(days.map(({ field }) => field))
  const refusals = [
    ...days,
    ...checkAnswer(clean, today).filter(({ field }) => !wrongDay.has(field)),
    ...askAbout(found, whose),
  ]
  if (refusals.length > 0) return tellPage(call, refusals, found)
  const outcome = await answer(tx, request.requestId, clean, today)
  if (outcome.ok) return goTo(paths.tell(caller.params.token ?? ''))
  const now = await openLink(tx, caller.params.token ?? '', today)
  if (now && now.state !== 'waiting' && now.state !== 'opened')
    return endedPage(now.state, org.name, form.texts)
  return tellPage(call, outcome.refusals, found)
}

async function refuse({ caller, tx, opened, today }: Call): Promise<Answer> {
  const how = caller.form.text('how') === 'not for me' ? 'not for me' : 'cannot say'
  await decline(tx, opened.request.requestId, how, today)
  return goTo(paths.tell(caller.params.token ?? ''))
}

const open = (method: 'GET' | 'POST', path: string, run: (call: Call) => Promise<Answer>): OpenRoute => ({
  method,
  path,
  run: (caller) => throughLink(caller, method === 'POST', run),
})

export const openRoutes: OpenRoute[] = [
  open('GET', paths.tell(':token'), show),
  open('POST', paths.tell(':token'), send),
  open('POST', paths.tellRefusal(':token'), refuse),
]
