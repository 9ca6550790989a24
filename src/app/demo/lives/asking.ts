import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { findEvidence, judgeLink, type Letter } from '../../evidence/evidence.ts'
import {
  type AskedGroup,
  adjust,
  answerRequest,
  askedOf,
  findRound,
  launch,
  nominate,
  planRound,
} from '../../feedback/feedback.ts'
import { type Answer, answer, askFor, openLink } from '../../testimony/testimony.ts'
import type { House } from '../../visit.ts'
import { type Company, must } from '../moments.ts'

/** What somebody says in a round: a level by competency code, or null for "I can't answer this". */
export type SaidInRound = {
  levels: Readonly<Record<string, number | null>>
  keep?: string
  change?: string
}

/** A round as the person hands it to their leader. Answers its id. */
export async function nominated(
  tx: OrgTx,
  house: House,
  company: Company,
  asked: { of: Actor; purpose: string; codes: readonly string[]; groups: readonly AskedGroup[] },
): Promise<Id> {
  const { of, purpose, groups } = asked
  const which = { personId: of.personId, purpose, competencyIds: asked.codes.map(company.skill) }
  const roundId = must(await planRound(tx, of, which))
  const version = await versionOf(tx, of, of, roundId)
  must(await nominate(tx, of, { ...which, roundId, version, groups, send: true }, house))
  return roundId
}

async function versionOf(tx: OrgTx, viewer: Actor, of: Actor, roundId: Id): Promise<number> {
  const round = await findRound(tx, of.personId, roundId, viewer)
  if (!round) throw new Error('No such round')
  return round.version
}

/** The leader changes whom to ask, and says why. */
export async function adjusted(
  tx: OrgTx,
  leader: Actor,
  asked: { of: Actor; roundId: Id; groups: readonly AskedGroup[]; reason: string },
  today: Day,
): Promise<void> {
  const { of, roundId, groups, reason } = asked
  const version = await versionOf(tx, leader, of, roundId)
  must(await adjust(tx, leader, { personId: of.personId, roundId, version, groups, reason }, today))
}

/** The leader launches a round, open to the end of a day. */
export async function launched(
  tx: OrgTx,
  house: House,
  leader: Actor,
  asked: { of: Actor; roundId: Id; closesOn: Day },
  today: Day,
): Promise<void> {
  const { of, roundId, closesOn } = asked
  const version = await versionOf(tx, leader, of, roundId)
  must(await launch(tx, leader, { personId: of.personId, roundId, version, closesOn }, today, house))
}

/** Answers a link of a round. */
export async function saidInRound(
  tx: OrgTx,
  { keys }: House,
  company: Company,
  token: string,
  said: SaidInRound,
  today: Day,
): Promise<void> {
  const levels = Object.fromEntries(
    Object.entries(said.levels).map(([code, level]) => [company.skill(code), level]),
  )
  const { keep = '', change = '' } = said
  must(await answerRequest(tx, keys, token, { levels, keep, change, signed: false }, today))
}

/** A colleague answers what waits on their own page about somebody. */
export async function colleagueSays(
  tx: OrgTx,
  house: House,
  company: Company,
  asked: { by: string; about: string; said: SaidInRound },
  today: Day,
): Promise<void> {
  const waiting = await askedOf(tx, house.keys, company.who(asked.by).personId, today)
  const request = waiting.find(({ name }) => name === asked.about)
  if (!request) throw new Error(`Nobody asks ${asked.by} about ${asked.about}`)
  await saidInRound(tx, house, company, request.token, asked.said, today)
}

type AskedByLink = Parameters<typeof askFor>[2]

/** Asks somebody outside by a link. Answers its token, as it is handed over. */
export async function askedByLink(
  tx: OrgTx,
  company: Company,
  by: Actor,
  asked: Omit<AskedByLink, 'personId' | 'evidenceId' | 'email' | 'competencyIds' | 'days'> & {
    of: Actor
    codes: readonly string[]
    days?: number
  },
  today: Day,
): Promise<string> {
  const { of, codes, days = 14, ...rest } = asked
  const request = {
    ...rest,
    personId: of.personId,
    evidenceId: null,
    email: '',
    competencyIds: codes.map(company.skill),
    days,
  }
  return must(await askFor(tx, by, request, today)).token
}

/** Somebody outside opens their link and answers. Answers the item that their words became. */
export async function answeredByLink(tx: OrgTx, token: string, said: Answer, today: Day): Promise<Id> {
  const opened = await openLink(tx, token, today)
  if (!opened) throw new Error('No such link')
  return must(await answer(tx, opened.request.requestId, said, today)).evidenceId
}

/** Judges the link of an item to a competency, letter by letter. */
export async function judged(
  tx: OrgTx,
  company: Company,
  by: Actor,
  asked: {
    of: Actor
    evidenceId: Id
    code: string
    says: readonly (readonly [letter: Letter, verdict: 'shown' | 'not yet', words: string])[]
  },
  today: Day,
): Promise<void> {
  const { personId } = asked.of
  const { evidenceId, code, says } = asked
  const item = await findEvidence(tx, personId, evidenceId)
  const link = item?.links.find(({ competencyId }) => competencyId === company.skill(code))
  if (!link) throw new Error(`No link to ${code}`)
  const judgements = says.map(([letter, verdict, words]) => ({ letter, verdict, words }))
  must(await judgeLink(tx, by, { personId, evidenceId, linkId: link.linkId, judgements }, today))
}
