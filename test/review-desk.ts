import assert from 'node:assert/strict'
import { makeNeed } from '../src/app/assessments/assessments.ts'
import { listCompetencies } from '../src/app/frameworks/frameworks.ts'
import { actorOf } from '../src/app/people/people.ts'
import { agree, planOf, propose, saveDraft } from '../src/app/plans/plans.ts'
import { listReviews, openCauses, openQuestions } from '../src/app/reviews/reviews.ts'
import { roleOf } from '../src/app/roles/roles.ts'
import { type Character, openWorld } from './world.ts'

export const TODAY = '2026-09-29'
export const REVIEW_DAY = '2026-11-24'
/** Where the reviews of somebody lie. */
export const reviewsAt = (who: Character) => `/people/${who.personId}/reviews`
/** A day as the fields of a form hold it. */
export const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** The value of a hidden field of a form, by the form's address. */
export const hidden = (html: string, form: string, name: string): string => {
  const from = html.indexOf(`action="${form}"`)
  assert.ok(from >= 0, `no form for ${form}`)
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(from))?.[1] ?? ''
}

/** A change to an objective's date, as its form holds it, and a cause with what happened. */
export const DATE = { what: 'due', ...on('due', '2027-01-29') }
export const WINTER = { cause: 'organisation priority', reason: 'Winter billing doubles billing contacts.' }

/** A world in which Ben leads, and the verbs with which tests of reviews begin: for a test file's own use. */
export async function openReviews() {
  const world = await openWorld({ today: TODAY })
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  let people = 0

  const actorIn = (who: Character, where = world) =>
    where.inOrg(async (tx) => {
      const acting = await actorOf(tx, who.personId)
      assert.ok(acting)
      return acting.actor
    })

  async function agreeObjective(
    who: Character,
    text: string,
    more: {
      private?: boolean
      measure?: string
      where?: typeof world
      fields?: Partial<Parameters<typeof saveDraft>[2]['fields']>
    } = {},
  ): Promise<string> {
    const where = more.where ?? world
    const alone = more.private || where !== world
    const own = await actorIn(who, where)
    const leader = alone ? own : await actorIn(ben)
    return where.inOrg(async (tx) => {
      const { personId } = who
      const why = { cause: 'feedback' as const, causeReason: 'It came up on calls.' }
      const asked = { personId, objectiveId: null, version: null, ...why }
      const fields = {
        title: '',
        text,
        kind: 'personal' as const,
        why: 'It is asked for in every billing call.',
        private: more.private ?? false,
        measure: more.measure ?? null,
        unit: more.measure ? ('share' as const) : null,
        baseline: null,
        target: more.measure ? 0.76 : null,
        due: '2026-12-18',
        resources: 'An hour a week',
        success: 'Fewer ring back',
        priorityId: null,
        servesAspiration: false,
        needId: null,
        actions: [
          {
            actionId: null,
            what: 'Write the check-back card',
            owner: who.person.name,
            by: '2026-10-16',
            drop: false,
          },
        ],
        ...more.fields,
      }
      const saved = await saveDraft(tx, own, { ...asked, fields }, where.today)
      assert.ok(saved.ok, JSON.stringify(saved))
      if (!alone)
        await propose(tx, own, { personId: who.personId, objectiveId: saved.value, words: '' }, where.today)
      const plan = await planOf(tx, who.personId, own, where.today)
      const version = plan.objectives.find(({ objectiveId }) => objectiveId === saved.value)?.version ?? 0
      const items = [{ objectiveId: saved.value, version, reason: 'Agreed for the test.' }]
      const agreed = await agree(tx, leader, { personId: who.personId, items }, where.today)
      assert.ok(agreed.ok, JSON.stringify(agreed))
      return saved.value
    })
  }

  /** Opens a review of the person's and answers its address. */
  async function start(who: Character, by = who, where = world): Promise<string> {
    const page = await by.session.post(reviewsAt(who), on('held', where.today))
    assert.equal(page.status, 200, page.text)
    const own = await actorIn(who, where)
    const [review] = await where.inOrg((tx) => listReviews(tx, who.personId, own))
    return `${reviewsAt(who)}/${review?.reviewId}`
  }

  /** Says where every objective of the plan is, as somebody. */
  async function answerAll(
    who: Character,
    review: string,
    where = world,
    by = who,
    place = 'going to plan',
  ): Promise<void> {
    const own = await actorIn(who, where)
    const plan = await where.inOrg((tx) => planOf(tx, who.personId, own, where.today))
    for (const { objectiveId } of plan.objectives.filter((one) => !one.private)) {
      const page = await by.session.get(`${review}?objective=${objectiveId}`)
      const version = hidden(page.html, `${review}/progress`, 'version')
      const fields = { objective: objectiveId, version, where: place, impact: 'Fewer ring back.' }
      assert.equal((await by.session.post(`${review}/progress`, fields)).status, 200)
    }
  }

  /** An adviser of Ben's with one objective agreed on 29 September, on the day of the review. */
  async function reviewed(
    name = 'Amara Okafor',
  ): Promise<{ who: Character; objectiveId: string; review: string }> {
    world.setToday(TODAY)
    people += 1
    const email = `adviser-${people}@northgate.example`
    const who = await world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes' })
    const objectiveId = await agreeObjective(
      who,
      'Resolve 76% of billing contacts first time by 18 December 2026',
    )
    world.setToday(REVIEW_DAY)
    return { who, objectiveId, review: await start(who) }
  }

  /** Fills in what is left of the sections, as the person. */
  async function complete(who: Character, review: string, where = world): Promise<void> {
    await answerAll(who, review, where)
    await who.session.post(`${review}/account/none`, { 'no-account': 'Written for the last unit.' })
    const page = await who.session.post(`${review}/nothing`, { nothing: 'yes' })
    assert.ok(page.status === 200 || page.status === 422)
  }

  /** Signs as somebody, on the page as it is now. */
  async function sign(who: Character, review: string, next?: string) {
    const version = hidden((await who.session.get(review)).html, `${review}/signature`, 'version')
    return who.session.post(`${review}/signature`, { version, ...(next ? on('next', next) : {}) })
  }

  const reviewsOf = (who: Character, viewer = who) =>
    world.inOrg(async (tx) => listReviews(tx, who.personId, await actorIn(viewer)))

  /** A review of which both have signed, with nothing changed. */
  async function closedReview() {
    const made = await reviewed()
    await complete(made.who, made.review)
    await sign(made.who, made.review)
    const closed = await sign(ben, made.review, '2027-01-19')
    assert.match(closed.text, /Plan version 1 stayed as it was/)
    return made
  }

  /** A need of somebody's on a competency that their role asks for, and an agreed professional objective that closes it. */
  async function coached(name: string, code: string) {
    world.setToday(TODAY)
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}@northgate.example`
    const who = await world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes', job: 'Adviser' })
    const own = await actorIn(who)
    const { competency, role, needId } = await world.inOrg(async (tx) => {
      const competency = (await listCompetencies(tx)).find((each) => each.code === code)
      const role = await roleOf(tx, who.personId, TODAY)
      assert.ok(competency && role)
      const { personId } = who
      const { competencyId } = competency
      const kind = 'professional' as const
      const asked = { personId, competencyId, kind, why: 'Asked for at my level.', evidenceIds: [] }
      const made = await makeNeed(tx, own, asked, TODAY)
      assert.ok(made.ok, JSON.stringify(made))
      return { competency, role, needId: made.value }
    })
    const fields = { kind: 'professional' as const, needId }
    const objectiveId = await agreeObjective(
      who,
      'Settle 8 of 10 complaints on the first call by 18 December 2026',
      {
        fields,
      },
    )
    return { who, competency, role, objectiveId }
  }

  const questionsOf = async (who: Character, viewer = who) => {
    const reader = await actorIn(viewer)
    return world.inOrg((tx) => openQuestions(tx, who.personId, reader))
  }
  const causesOf = (who: Character) => world.inOrg((tx) => openCauses(tx, who.personId))

  return {
    world,
    ben,
    actorIn,
    agreeObjective,
    coached,
    questionsOf,
    causesOf,
    start,
    answerAll,
    reviewed,
    complete,
    sign,
    reviewsOf,
    closedReview,
  }
}
