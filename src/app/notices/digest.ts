import { type Day, longDay, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { count } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { paths } from '../paths.ts'
import { findPerson, listPeople, type Organisation } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { listReviews, openQuestions } from '../reviews/reviews.ts'
import { staleBelow, staleOf } from '../staleness/staleness.ts'
import type { House } from '../visit.ts'
import { type Line, offerLines, yearLine } from './lines.ts'
import { digestDue } from './rules/digest-day.ts'
import { claimDigest } from './store/choices.ts'
import { lockWaiting, markTold } from './store/notices.ts'
import { digestChoice, postLines, type Reader, readerOf } from './telling.ts'

/** Sends each person whose digest is due what waits for them; nothing where nothing does. Each digest goes once. */
export async function postDigests(house: House, org: Organisation, today: Day): Promise<void> {
  const people = await house.db.inOrg(org.orgId, listPeople, { readOnly: true })
  for (const { personId, state, email } of people) {
    if (state !== 'active' || email === null) continue
    await house.db.inOrg(org.orgId, async (tx) => {
      const reader = await readerOf(tx, personId, org.zone)
      if (!reader || reader.choice.off.includes('digest')) return
      const day = digestDue(tx.now, digestChoice(reader))
      if (day === null || !(await claimDigest(tx, personId, day))) return
      const lines = await digestOf(tx, reader, today)
      await postLines(house, tx, reader, 'digest', lines)
      if (lines.length > 0) await markTold(tx, await idsOfStale(tx, personId))
    })
  }
}

/** What has waited for a while and nobody was told yet: the digest says it. */
async function idsOfStale(tx: OrgTx, personId: Id): Promise<Id[]> {
  const waiting = await lockWaiting(tx, personId)
  return waiting.flatMap(({ kind, noticeId }) => (kind === 'stale' ? [noticeId] : []))
}

/** What waits for somebody, most pressing first. Nothing counts people or compares them. */
async function digestOf(tx: OrgTx, reader: Reader, today: Day): Promise<Line[]> {
  const waiting = [...(await ownLines(tx, reader, today)), ...(await ledLines(tx, reader, today))]
  if (waiting.length === 0) return []
  const { personId } = reader.actor
  const { nextReviewOn } = await planOf(tx, personId, reader.actor, today)
  if (nextReviewOn === null || nextReviewOn < today) return waiting
  const words = `Your next development review is on ${longDay(nextReviewOn)}.`
  return [...waiting, { words, lead: 'Open your reviews', path: paths.reviews(personId) }]
}

async function ownLines(tx: OrgTx, { actor, person }: Reader, today: Day): Promise<Line[]> {
  const { personId } = actor
  const year = await yearLine(tx, person, actor, today)
  const { objectives } = await planOf(tx, personId, actor, today)
  const questions = await openQuestions(tx, personId, actor)
  const first = questions[0]
  return [
    ...objectives.flatMap(({ state, ref, objectiveId }): Line[] =>
      state === 'questioned'
        ? [
            {
              words: `Your objective ${ref} came back with a question.`,
              lead: `Answer about ${ref}`,
              path: paths.objective(personId, objectiveId),
            },
          ]
        : [],
    ),
    ...(year ? [year] : []),
    ...(await offerLines(tx, personId, today)),
    ...(first
      ? [
          {
            words: `${count(questions.length, 'objective')} of your plan may no longer fit: keep, change or close?`,
            lead: 'Say so',
            path: first.href,
          },
        ]
      : []),
    ...(await staleOf(tx, personId, actor, today)).map(({ kind, ref, since, href, mend }) => ({
      words: `${STALE_WORDS[kind]}${ref && ` (${ref})`}, since ${plainDay(since)}.`,
      ...(mend.post ? { lead: 'Open it', path: href } : { lead: mend.text, path: mend.href }),
    })),
  ]
}

/** What waits in the plans of those whom somebody leads. */
async function ledLines(tx: OrgTx, { actor }: Reader, today: Day): Promise<Line[]> {
  const lines: Line[] = []
  for (const personId of actor.leads) {
    const person = await findPerson(tx, personId)
    if (!person || person.state === 'left') continue
    const { objectives } = await planOf(tx, personId, actor, today)
    for (const { state, ref, objectiveId } of objectives)
      if (state === 'proposed')
        lines.push({
          words: `${person.name} proposes ${ref} to you.`,
          lead: `Read ${ref}`,
          path: paths.objective(personId, objectiveId),
        })
    const year = await yearLine(tx, person, actor, today)
    if (year) lines.push(year)
    for (const { state, number, reviewId } of await listReviews(tx, personId, actor))
      if (state === 'signed by one')
        lines.push({
          words: `${person.name} has signed review ${number}. It waits for your signature.`,
          lead: `Open review ${number}`,
          path: paths.review(personId, reviewId),
        })
  }
  const below = await staleBelow(tx, actor, today)
  const names = [...new Set(below.map(({ name }) => name))]
  for (const name of names)
    lines.push({
      words: `Something in the plan of ${name} has waited for a while.`,
      lead: 'See what waits in the team',
      path: paths.team,
    })
  return lines
}

const STALE_WORDS = {
  'no review': 'No review was held in the usual time',
  'deadline passed': 'An objective’s day has passed',
  'action late': 'An action’s day has passed',
  'need without objective': 'A need has no objective yet',
  'objective without action': 'An objective has no action yet',
} as const
