import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { ageRules } from './ageing.ts'
import { type By, findReadable } from './read.ts'
import { type AskedJudgement, checkJudgements } from './rules/judgement.ts'
import { type LetterReading, readVacsr } from './rules/vacsr.ts'
import { listBearing, sourceOf } from './store/beside.ts'
import { copiesOf } from './store/copies.ts'
import { type KeptLink, namesOf, type Stored } from './store/items.ts'
import {
  type EndedLink,
  type Judgement,
  listEndedLinks,
  listJudgements,
  saveJudgements,
} from './store/judgements.ts'

/** One link of an item: what the machine sees of it, letter by letter, and what people judged. */
export type LinkCase = {
  link: KeptLink & { madeByName: string }
  title: string
  letters: LetterReading[]
  judgements: Judgement[]
}

/** A link that no longer holds and was judged while it did. */
export type EndedCase = EndedLink & { title: string; judgements: Judgement[] }

const EARLIER = 'A competency of an earlier framework'

/** The case of every link of an item, in the framework's order, and of those that were taken back after somebody judged them. */
export async function linkCasesOf(
  tx: OrgTx,
  item: Stored,
  today: Day,
): Promise<{ cases: LinkCase[]; ended: EndedCase[]; sameAs: string[] }> {
  const competencies = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one]))
  const titleOf = (id: Id) => competencies.get(id)?.title ?? EARLIER
  const copies = await copiesOf(tx, item)
  const beside = await listBearing(
    tx,
    item.personId,
    item.links.map(({ competencyId }) => competencyId),
  )
  const judgements = await listJudgements(tx, item.evidenceId)
  const names = await namesOf(
    tx,
    item.links.map(({ madeBy }) => madeBy),
  )
  const personName = (await findPerson(tx, item.personId))?.name ?? ''
  const ruleOf = await ageRules(tx)
  const places = [...competencies.keys()]
  const links = item.links.toSorted((a, b) => places.indexOf(a.competencyId) - places.indexOf(b.competencyId))
  const cases = links.map((link): LinkCase => {
    const madeByName = names.get(link.madeBy) ?? ''
    const judged = judgements.filter(({ linkId }) => linkId === link.linkId)
    const seen = {
      personName,
      item: {
        ...item,
        ...copies,
        ...sourceOf({ ...item, counted: item.by === 'helpdesk' }),
        bearing: link.bearing,
      },
      link: { ...link, madeByName },
      competency: {
        title: titleOf(link.competencyId),
        kind: competencies.get(link.competencyId)?.kind ?? ('skill' as const),
      },
      rule: ruleOf(link.competencyId),
      others: beside.filter(
        (one) => one.competencyId === link.competencyId && one.evidenceId !== item.evidenceId,
      ),
      judgements: judged,
    }
    return {
      link: { ...link, madeByName },
      title: seen.competency.title,
      letters: readVacsr(seen, today),
      judgements: judged,
    }
  })
  const ended = (await listEndedLinks(tx, item.evidenceId)).map((link) => ({
    ...link,
    title: titleOf(link.competencyId),
    judgements: judgements.filter(({ linkId }) => linkId === link.linkId),
  }))
  return { cases, ended: ended.filter((link) => link.judgements.length > 0), sameAs: copies.sameAs }
}

/**
 * Keeps what an assessor or a leader judged of a link: one or more letters, each with its words. What was judged before
 * stays. Answers the link's id. Source: domain.md 1.6; mission.md C2.
 */
export async function judgeLink(
  tx: OrgTx,
  actor: By,
  asked: { personId: Id; evidenceId: Id; linkId: Id; judgements: readonly AskedJudgement[] },
  today: Day,
): Promise<Outcome<Id>> {
  const item = await findReadable(tx, asked.personId, asked.evidenceId, actor)
  const link = item?.links.find(({ linkId }) => linkId === asked.linkId)
  if (!item || !link || item.draft) return refused({ message: 'This link is not here.' })
  if (actor.personId === asked.personId)
    return refused({ message: 'Nobody judges their own evidence. Ask your leader or your assessor.' })
  const said = asked.judgements.map((one) => ({ ...one, words: one.words.trim() }))
  const refusals = checkJudgements(said)
  if (refusals.length > 0) return refused(...refusals)
  const judged = said.flatMap(({ letter, verdict, words }) =>
    verdict
      ? [
          {
            linkId: link.linkId,
            letter,
            verdict,
            words,
            judgedBy: actor.personId,
            judgedOn: today,
            itemVersion: item.version,
          },
        ]
      : [],
  )
  await saveJudgements(tx, judged)
  await record(tx, {
    kind: 'evidence.judged',
    actor,
    personId: asked.personId,
    recordId: item.evidenceId,
    payload: {
      ref: item.ref,
      linkId: link.linkId,
      competencyId: link.competencyId,
      version: item.version,
      judged: judged.map(({ letter, verdict, words }) => ({ letter, verdict, words })),
    },
  })
  return done(link.linkId)
}
