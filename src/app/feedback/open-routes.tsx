import { type Day, dayIn } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { CLIENT_ADDRESS } from '../../shell/identity.ts'
import { countTry, type TryLimit } from '../../shell/tries.ts'
import { paths } from '../paths.ts'
import { findOrganisation, findPerson, listPeople, type Organisation } from '../people/people.ts'
import { type Answer, type Caller, goTo, type OpenRoute, page } from '../visit.ts'
import {
  type Asking,
  answerRequest,
  cannotAnswer,
  type Opened,
  openRequest,
  orgOfAnswer,
} from './feedback.ts'
import { AnswerPage } from './pages/answer-page.tsx'
import { answeredPage, cannotPage, closedPage, tooManyPage, wrongLinkPage } from './pages/link-pages.tsx'
import { type Hints, hintsFor, readAnswer } from './posted.ts'
import { orgNamedIn } from './sealing.ts'

/** Wrong links from one address, before it waits. */
const LIMIT: TryLimit = { most: 30, minutes: 10 }

type Call = { caller: Caller; tx: OrgTx; org: Organisation; today: Day; token: string; asking: Asking }

/** Runs with the request that the link of the address opens; a link that opens none is answered here. */
async function withRequest(caller: Caller, run: (call: Call) => Promise<Answer> | Answer): Promise<Answer> {
  const { house } = caller
  const token = caller.params.token ?? ''
  const orgId = await orgOfAnswer(house.keys, token)
  const answer =
    orgId &&
    (await house.db.inOrg(orgId, async (tx) => {
      const org = await findOrganisation(tx)
      if (!org) return null
      const today = dayIn(tx.now, org.zone)
      const opened = await openRequest(tx, house.keys, token, today)
      if (!opened) return null
      if (opened.state !== 'open') return endedPage(opened, org.name)
      return run({ caller, tx, org, today, token, asking: opened.asking })
    }))
  return answer || wrongLink(caller, token)
}

/**
 * Counts a link that opens nothing. Only such links wait, since a right one needs a seal of 128 bits: whoever shares an
 * address with somebody who guesses is not locked out.
 */
async function wrongLink({ house, headers }: Caller, token: string): Promise<Answer> {
  const orgId = orgNamedIn(token)
  if (!orgId) return wrongLinkPage()
  const address = `feedback address ${headers.get(CLIENT_ADDRESS) ?? ''}`
  const mayTry = await house.db.inOrg(
    orgId,
    async (tx) => !(await findOrganisation(tx)) || (await countTry(tx, address, LIMIT)),
  )
  return mayTry ? wrongLinkPage() : tooManyPage()
}

function endedPage({ state, name }: Exclude<Opened, { state: 'open' }>, org: string): Answer {
  if (state === 'answered') return answeredPage(name, org)
  return state === 'cannot' ? cannotPage(name, org) : closedPage(name, org)
}

function answerPage(
  { caller, org, token, asking }: Call,
  refusals: readonly Refusal[],
  hints: Hints | null,
): Answer {
  return page(
    {
      title: asking.own ? 'Feedback about yourself' : `Feedback for ${asking.name}`,
      h1: null,
      refusals,
      guestOf: org.name,
      scripts: ['feedback.js'],
    },
    <AnswerPage
      asking={asking}
      values={caller.form.values}
      refusals={refusals}
      hints={hints}
      action={paths.answer(token)}
      cannotAction={paths.answerCannot(token)}
    />,
  )
}

/**
 * The names that could tell who wrote: of everybody in the team of the person it is about. None for customers: a link
 * that quotes them back would tell an outsider who works here.
 */
async function namesAround(tx: OrgTx, { personId, group }: Asking): Promise<string[]> {
  if (group === 'customers') return []
  const about = await findPerson(tx, personId)
  const people = await listPeople(tx)
  return people
    .filter((one) => one.personId !== personId && one.teamId !== null && one.teamId === about?.teamId)
    .map(({ name }) => name)
}

async function send(call: Call): Promise<Answer> {
  const { caller, tx, today, token, asking } = call
  const read = readAnswer(caller.form, asking.competencies)
  if (!read.ok) return answerPage(call, read.refusals, null)
  const names = await namesAround(tx, asking)
  const hints = hintsFor(caller.form, read.value, asking.anonymous, names)
  if (hints) return answerPage(call, [], hints)
  const outcome = await answerRequest(tx, caller.house.keys, token, read.value, today)
  if (!outcome.ok) return answerPage(call, outcome.refusals, null)
  return goTo(paths.answer(token))
}

async function refuse(call: Call): Promise<Answer> {
  const { caller, tx, today, token } = call
  const outcome = await cannotAnswer(tx, caller.house.keys, token, today)
  if (!outcome.ok) return answerPage(call, outcome.refusals, null)
  return goTo(paths.answer(token))
}

const open = (method: 'GET' | 'POST', path: string, run: Parameters<typeof withRequest>[1]): OpenRoute => ({
  method,
  path,
  run: (caller) => withRequest(caller, run),
})

export const openRoutes: OpenRoute[] = [
  open('GET', paths.answer(':token'), (call) => answerPage(call, [], null)),
  open('POST', paths.answer(':token'), send),
  open('POST', paths.answerCannot(':token'), refuse),
]
