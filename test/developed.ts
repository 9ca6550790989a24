import assert from 'node:assert/strict'
import { contactsOf } from '../seeds/contacts.ts'
import { TELEPHONE } from '../seeds/larkfield.ts'
import {
  agreeLevels,
  beginPass,
  handIn,
  listAssessments,
  makeNeed,
  rate,
} from '../src/app/assessments/assessments.ts'
import { sayAspiration } from '../src/app/careers/careers.ts'
import { addEvidence } from '../src/app/evidence/evidence.ts'
import { listCompetencies } from '../src/app/frameworks/frameworks.ts'
import { actorOf } from '../src/app/people/people.ts'
import { addPriority, agree, planOf, propose, saveDraft } from '../src/app/plans/plans.ts'
import { saveReflection } from '../src/app/reflections/reflections.ts'
import {
  addChange,
  answerAsked,
  linkAccount,
  sayProgress,
  signReview,
  startReview,
  viewReview,
} from '../src/app/reviews/reviews.ts'
import { roleOf } from '../src/app/roles/roles.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Day } from '../src/kernel/day.ts'
import type { Id } from '../src/kernel/id.ts'
import type { Outcome } from '../src/kernel/outcome.ts'
import type { OrgTx } from '../src/shell/db.ts'
import { STAGES } from './account-stages.ts'
import { putContacts } from './imported.ts'
import type { Character, World } from './world.ts'

/** The value of something done, or a failing test that says why it was not. */
export function got<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

/** Somebody as they act now. */
export function as(world: World, who: Character): Promise<Actor> {
  return world.inOrg(async (tx) => {
    const acting = await actorOf(tx, who.personId)
    assert.ok(acting)
    return acting.actor
  })
}

/** Every record of a thread, for one adviser and the leader: from imported contacts to two signed reviews. */
export async function developFully(
  world: World,
  who: Character,
  leader: Character,
): Promise<{ objectiveId: Id }> {
  await putContacts(world, contactsOf(TELEPHONE), { 'Amara Okafor': who.personId })
  const [own, ben] = [await as(world, who), await as(world, leader)]
  const { personId } = who
  const at = async <T>(day: Day, work: (tx: OrgTx) => Promise<T>): Promise<T> => {
    world.setToday(day)
    return world.inOrg(work)
  }
  const competencies = await world.inOrg(listCompetencies)
  const soft = competencies.find((one) => one.soft)
  assert.ok(soft)
  const { competencyId } = soft

  await at('2025-07-01', async (tx) => {
    const admin: Actor = { ...ben, standings: ['administrator'] }
    const priority = {
      title: 'Winter billing',
      owner: 'Dana Price',
      from: '2025-01-01',
      to: null,
      measure: null,
    }
    got(await addPriority(tx, admin, priority))
    got(await sayAspiration(tx, own, { personId, words: 'Team leader within two years' }, '2025-07-01'))
    const links = [{ competencyId, reason: 'It shows how I listen.', bearing: 'for' as const }]
    for (const kind of ['compliment', 'observation'] as const)
      got(
        await addEvidence(
          tx,
          kind === 'observation' ? ben : own,
          {
            personId,
            kind,
            title: `The ${kind} of June`,
            text: `What happened in June: a ${kind}.`,
            happenedOn: '2025-06-20',
            links,
            detail:
              kind === 'observation'
                ? { observer: 'Ben Hughes, team leader', done: 'Let the customer finish.' }
                : { giver: 'A customer, by letter', quote: 'She let me finish.' },
          },
          '2025-07-01',
        ),
      )
    const role = await roleOf(tx, personId, '2025-07-01')
    assert.ok(role)
    for (const actor of [own, ben]) {
      const assessmentId = got(await beginPass(tx, actor, { personId, roleId: role.roleId }, '2025-07-01'))
      for (const ask of role.requirements) {
        const title = competencies.find((one) => one.competencyId === ask.competencyId)?.title ?? ''
        const did = `I asked twice and wrote down what it showed: ${title}`
        const example = { when: 'Friday', who: 'a caller', did, followed: 'it was settled' }
        const rating = {
          competencyId: ask.competencyId,
          level: 3 as const,
          noExample: false,
          example,
          evidenceIds: [],
          changed: '',
          note: '',
        }
        got(await rate(tx, actor, { personId, assessmentId, rating }))
      }
      got(await handIn(tx, actor, { personId, assessmentId }, '2025-07-01'))
    }
    const [newest] = await listAssessments(tx, personId, ben)
    const levels = role.requirements.map((ask) => ({
      competencyId: ask.competencyId,
      level: 3 as const,
      note: '',
    }))
    const agreed = { personId, round: newest?.round ?? 1, levels, together: true, finish: true }
    got(await agreeLevels(tx, ben, agreed, '2025-07-01'))
  })

  const objectiveId = await at('2025-07-07', async (tx) => {
    const needId = got(
      await makeNeed(
        tx,
        own,
        {
          personId,
          competencyId,
          title: 'Check understanding before closing',
          kind: 'professional',
          why: 'Callers ring again about the same bill.',
          evidenceIds: [],
        },
        '2025-07-07',
      ),
    )
    const { priorities } = await planOf(tx, personId, own, '2025-07-07')
    const fields = {
      title: 'Resolve billing contacts first time',
      text: 'I will resolve 76% of billing contacts at first contact by 31 March 2026, up from 68%, with the check-back card and two hours with Priya.',
      kind: 'professional' as const,
      why: 'The job asks for it on every billing call.',
      private: false,
      measure: 'fcr',
      unit: 'share' as const,
      baseline: 0.68,
      target: 0.76,
      due: '2026-03-31',
      resources: 'Two hours with Priya',
      success: 'Fewer callers ring again within a week',
      priorityId: priorities[0]?.priorityId ?? null,
      servesAspiration: true,
      needId,
      actions: [
        { actionId: null, what: 'Write the check-back card', owner: '', by: '2025-09-01', drop: false },
        { actionId: null, what: 'Listen in on two calls', owner: '', by: '2026-01-15', drop: false },
      ],
    }
    const asked = { personId, objectiveId: null, version: null, cause: null, causeReason: '' }
    const saved = got(await saveDraft(tx, own, { ...asked, fields }, '2025-07-07'))
    got(await propose(tx, own, { personId, objectiveId: saved, words: '' }, '2025-07-07'))
    const plan = await planOf(tx, personId, own, '2025-07-07')
    const version = plan.objectives.find((one) => one.objectiveId === saved)?.version ?? 0
    const items = [{ objectiveId: saved, version, reason: 'Both think it is within reach.' }]
    got(await agree(tx, ben, { personId, items }, '2025-07-07'))
    return saved
  })

  await review('2025-09-01', '2025-11-03', '2026-04-30')
  await review('2025-11-03', '2026-01-12', '2026-05-31')
  return { objectiveId }

  async function review(day: Day, next: Day, due: Day): Promise<void> {
    await at(day, async (tx) => {
      const reviewId = got(await startReview(tx, own, { personId, heldOn: day }, day))
      const which = { personId, reviewId }
      const said = {
        objectiveId,
        where: 'going to plan',
        impact: 'Callers hear the next step twice.',
        version: 0,
      }
      got(await sayProgress(tx, own, { ...which, ...said }, day))
      const about = { kind: 'objective' as const, id: objectiveId, words: 'the promised call' }
      const reflectionId = got(
        await saveReflection(tx, own, {
          personId,
          model: 'gibbs',
          about,
          stages: STAGES,
          impact: 'Fewer of my callers ring again.',
          sharing: 'assessor',
          saidOn: day,
        }),
      )
      got(await linkAccount(tx, own, { ...which, reflectionId }))
      const typed = {
        what: 'due',
        target: null,
        due,
        text: '',
        action: '',
        by: null,
        as: '',
        cause: 'organisation priority',
        reason: 'Winter billing came early.',
      }
      got(await addChange(tx, ben, { ...which, objectiveId, typed }, day))
      if ((await viewReview(tx, personId, reviewId, own, day))?.asked)
        got(await answerAsked(tx, own, { ...which, answer: 'yes', words: '' }))
      for (const actor of [own, ben]) {
        const row = (await viewReview(tx, personId, reviewId, actor, day))?.row
        got(await signReview(tx, actor, { ...which, version: row?.version ?? 0, next }, day))
      }
    })
  }
}
