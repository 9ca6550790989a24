import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listAssessments, listNeeds } from '../src/app/assessments/assessments.ts'
import { listDecisions } from '../src/app/decisions/decisions.ts'
import { listEvidence } from '../src/app/evidence/evidence.ts'
import { paths } from '../src/app/paths.ts'
import { listPeople } from '../src/app/people/people.ts'
import { lateBy, planOf, templatesFor, unmetLetters } from '../src/app/plans/plans.ts'
import { readinessOf } from '../src/app/readiness/readiness.ts'
import { listReflections } from '../src/app/reflections/reflections.ts'
import {
  cadenceFor,
  listReviews,
  openCauses,
  openQuestions,
  rhythmFor,
  viewReview,
} from '../src/app/reviews/reviews.ts'
import { staleBelow } from '../src/app/staleness/staleness.ts'
import { type Larkfield, who } from './larkfield.ts'

/** What the demo's plans, reviews and decisions show. */
export function plansAreTold(larkfield: Larkfield): void {
  const { inDemo, as } = larkfield

  test('Amara’s plan has three versions, each change with its cause, and two objectives that not everybody reads', async () => {
    await inDemo(async (tx) => {
      const [amara, ben] = [await who(tx, 'Amara Okafor'), await who(tx, 'Ben Hughes')]
      const plan = await planOf(tx, amara.personId, amara, larkfield.world.today)
      assert.equal(plan.version, 3)
      const changes = plan.versions[0]?.changes ?? []
      assert.deepEqual(changes.map(({ cause }) => cause).sort(), ['feedback', 'target met'])
      assert.deepEqual(plan.objectives.map(({ state }) => state).sort(), [
        'agreed',
        'agreed',
        'agreed',
        'agreed',
        'closed',
        'draft',
      ])
      const chidi = await who(tx, 'Chidi Eze')
      const readBy = async (viewer: typeof amara) =>
        (await planOf(tx, amara.personId, viewer, larkfield.world.today)).objectives
          .filter(({ kind }) => kind === 'personal')
          .map(({ title, sharing }) => [title, sharing])
      const sleep = ['Asleep by midnight after a late shift', 'leader']
      assert.deepEqual(await readBy(amara), [sleep, ['Speak at a community evening', 'me']])
      assert.deepEqual(await readBy(ben), [sleep])
      assert.deepEqual(await readBy(chidi), [])
      const priya = await who(tx, 'Priya Nair')
      const { objectives } = await planOf(tx, priya.personId, chidi, larkfield.world.today)
      assert.ok(objectives.some(({ kind, sharing }) => kind === 'personal' && sharing === 'assessor'))
      assert.ok(!(await listNeeds(tx, amara.personId, ben)).some((one) => one.private))
      const first = plan.objectives.find(({ measure }) => measure === 'fcr')
      assert.ok(first)
      assert.deepEqual(unmetLetters(first.reading), [])
    })
  })

  test('Amara has two signed reviews and one in progress with an account at four of six stages', async () => {
    await inDemo(async (tx) => {
      const amara = await who(tx, 'Amara Okafor')
      const [open, ...signed] = await listReviews(tx, amara.personId, amara)
      assert.deepEqual([open?.state, ...signed.map(({ state }) => state)], ['open', 'closed', 'closed'])
      assert.ok(signed.every(({ signatures }) => signatures.length === 2))
      const view = open && (await viewReview(tx, amara.personId, open.reviewId, amara, larkfield.world.today))
      assert.deepEqual([view?.accountState?.done, view?.accountState?.of], [4, 6])
    })
  })

  test('Yusuf’s plan is stale, Grace’s review waits for Ben, Hannah’s passes are blind', async () => {
    await inDemo(async (tx) => {
      const ben = await who(tx, 'Ben Hughes')
      const yusuf = await who(tx, 'Yusuf Demir')
      assert.equal((await rhythmFor(tx, yusuf.personId, ben, larkfield.world.today)).state, 'stale')
      const grace = await who(tx, 'Grace Lim')
      assert.equal((await listReviews(tx, grace.personId, ben))[0]?.state, 'signed by one')
      const hannah = await who(tx, 'Hannah Boyle')
      const leah = await who(tx, 'Leah Coleman')
      assert.deepEqual(
        (await listAssessments(tx, hannah.personId, leah)).map(({ pass, withheld }) => [pass, withheld]),
        [['self', true]],
      )
    })
  })

  test('Yusuf’s plan alone lies still: nobody else has an action that is more than two weeks late', async () => {
    const late = await inDemo(async (tx) => {
      const found: string[] = []
      for (const { personId, name } of await listPeople(tx)) {
        const seen = await who(tx, name)
        const { objectives } = await planOf(tx, personId, seen, larkfield.world.today)
        for (const { state, actions } of objectives)
          for (const action of actions)
            if (state !== 'closed' && lateBy(action, larkfield.world.today) > 14)
              found.push(`${name}: ${action.what}`)
      }
      return found
    })
    assert.deepEqual(late, ['Yusuf Demir: Rewrite the first five'])
  })

  test('Amara’s plan says each figure with its count and interval, where it began, and which need is met', async () => {
    const session = await as('Amara Okafor')
    const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
    const plan = await session.get(paths.plan(personId))
    assert.match(
      plan.text,
      /\d+% of \d+, interval \d+ to \d+%, since [\w ]+: (too few points|(improvement|concern|no) signal); target 76%/,
    )
    assert.match(plan.text, /from 31, target 50/)
    assert.match(plan.text, /Met with O-\d+\./)
    const home = await session.get(paths.home)
    assert.match(home.text, /\d+% of \d+, interval \d+ to \d+%, since 25 May; target 76%/)
    assert.match(home.text, /Self-assessment\s*, agreed on \d+ \w+ 202\d/)
  })

  test('Amara’s account names what is missing: a need on her word only, and an objective that is not agreed', async () => {
    const checks = await inDemo(async (tx) => {
      const amara = await who(tx, 'Amara Okafor')
      return readinessOf(tx, amara.personId, amara, larkfield.world.today)
    })
    assert.equal(checks.length, 13)
    const missing = checks.filter(({ state }) => state === 'missing').map(({ check }) => check)
    for (const check of [2, 7]) assert.ok(missing.includes(check), `${check}`)
    for (const check of [1, 3, 4, 5, 6, 9, 12, 13]) assert.ok(!missing.includes(check), `${check}`)
  })

  test('Ben approved the money for Amara’s coaching, and declined four sessions more with a reason that both read', async () => {
    const { personId, coach } = await inDemo(async (tx) => {
      const amara = await who(tx, 'Amara Okafor')
      const { objectives } = await planOf(tx, amara.personId, amara, larkfield.world.today)
      const found = objectives.find(({ title }) => title.startsWith('Coach'))
      assert.ok(found)
      return { personId: amara.personId, coach: found }
    })
    assert.deepEqual([coach.budget?.amount, coach.budget?.state, coach.target], [140, 'approved', 6])
    assert.ok(coach.budget?.reason)
    assert.match(coach.declined?.asked ?? '', /target moved from 6 to 10/)
    assert.ok(coach.actions.some(({ withWhom, way }) => withWhom === 'Ellie Marsh' && way === 'experience'))
    assert.ok(coach.actions.some(({ way }) => way === 'course'))
    for (const name of ['Amara Okafor', 'Ben Hughes']) {
      const page = await (await as(name)).get(paths.objective(personId, coach.objectiveId))
      assert.match(page.text, /Ten hours off the phones do not fit/, name)
      assert.match(page.text, /Exceeded\s*Ellie passes on/, name)
      assert.match(page.text, /Ellie found the mistake herself/, name)
    }
  })

  test('Amara’s draft comes after her first objective, and what she notes of a private one is hers alone', async () => {
    const { personId, plan } = await inDemo(async (tx) => {
      const amara = await who(tx, 'Amara Okafor')
      const found = await planOf(tx, amara.personId, amara, larkfield.world.today)
      return { personId: amara.personId, plan: found }
    })
    assert.deepEqual(
      plan.objectives.flatMap(({ ref, after, state }) => (after ? [[ref, after, state]] : [])),
      [['O-6', 'O-2', 'draft']],
    )
    assert.match((await (await as('Amara Okafor')).get(paths.plan(personId))).text, /I looked up twice/)
    assert.doesNotMatch((await (await as('Ben Hughes')).get(paths.plan(personId))).text, /I looked up twice/)
  })

  test('a changed priority asks “still relevant?”: Sofia and Ben have answered, Amara’s review and Yusuf wait', async () => {
    await inDemo(async (tx) => {
      const asked = async (name: string) => {
        const person = await who(tx, name)
        return (await openQuestions(tx, person.personId, person)).map(({ ref, cause }) => [ref, cause])
      }
      assert.deepEqual(await asked('Amara Okafor'), [['O-2', 'organisation priority']])
      assert.deepEqual(await asked('Yusuf Demir'), [['O-1', 'organisation priority']])
      assert.deepEqual(await asked('Sofia Rossi'), [])
      assert.deepEqual(await asked('Grace Lim'), [])
      const yusuf = await who(tx, 'Yusuf Demir')
      assert.equal((await openCauses(tx, yusuf.personId)).length, 1)
      const amara = await who(tx, 'Amara Okafor')
      assert.deepEqual(await openCauses(tx, amara.personId), [])
    })
  })

  test('Tom’s need has come to Ben, Yusuf’s plan to Ruth, who asked and reads nothing of what it says', async () => {
    const shown = await inDemo(async (tx) => {
      const below = async (name: string) => staleBelow(tx, await who(tx, name), larkfield.world.today)
      return { ben: await below('Ben Hughes'), ruth: await below('Ruth Adeyemi') }
    })
    const named = (things: typeof shown.ben) => things.map(({ name, kind, step }) => [name, kind, step])
    assert.deepEqual(named(shown.ben), [
      ['Amara Okafor', 'need without objective', 1],
      ['Tom Walsh', 'need without objective', 1],
      ['Yusuf Demir', 'deadline passed', 2],
      ['Yusuf Demir', 'no review', 2],
    ])
    assert.deepEqual(named(shown.ruth), [
      ['Yusuf Demir', 'deadline passed', 2],
      ['Yusuf Demir', 'no review', 2],
    ])
    assert.ok(shown.ben.every(({ name, asked }) => (name === 'Yusuf Demir') === (asked.length === 1)))
    assert.doesNotMatch(JSON.stringify(shown.ruth), /Letters|second call/)
  })

  test('Amara’s plan is reviewed every ten weeks, Ellie’s every six, everybody else’s every twelve', async () => {
    await inDemo(async (tx) => {
      const others = await cadenceFor(tx, (await who(tx, 'Tom Walsh')).personId)
      assert.deepEqual(others, { weeks: 12, setFor: 'usual' })
      for (const [name, weeks] of [
        ['Amara Okafor', 10],
        ['Ellie Marsh', 6],
      ] as const)
        assert.deepEqual(await cadenceFor(tx, (await who(tx, name)).personId), { weeks, setFor: 'person' })
    })
  })

  test('Amara’s account of the card shows her figure before and after: higher, with the rows it was counted from', async () => {
    await inDemo(async (tx) => {
      const chidi = await who(tx, 'Chidi Eze')
      const amara = await who(tx, 'Amara Okafor')
      const shown = (await listReflections(tx, amara.personId, chidi)).flatMap(({ shown }) => shown ?? [])
      assert.deepEqual(
        shown.map(({ measure, says }) => [measure, says]),
        [['fcr', 'higher']],
      )
      assert.ok(shown.every(({ sources }) => sources.length > 0))
    })
  })

  test('Chidi awarded four criteria on evidence that others gave, referred one with a day, and Amara reads why', async () => {
    const { personId, decisions, items } = await inDemo(async (tx) => {
      const { personId } = await who(tx, 'Amara Okafor')
      return {
        personId,
        decisions: await listDecisions(tx, personId),
        items: await listEvidence(tx, personId),
      }
    })
    assert.deepEqual(decisions.map(({ code, verdict }) => `${code} ${verdict}`).sort(), [
      '1.1 refer',
      '1.3 award',
      '2.3 award',
      '2.6 not yet',
      '3.2 award',
      '3.3 award',
    ])
    for (const { code, verdict, actBy, cited } of decisions) {
      const given = items.filter(({ evidenceId }) => cited.some((one) => one.evidenceId === evidenceId))
      if (verdict === 'award')
        assert.ok(
          given.some(({ addedBy }) => addedBy !== personId),
          code,
        )
      assert.equal(actBy !== null && actBy > larkfield.world.today, verdict === 'refer', code)
    }
    const page = await (await as('Amara Okafor')).get(paths.decisions(personId))
    assert.match(page.text, /one of them from somebody who sells nothing/)
  })

  test('Ben offers Kofi a template for new starters, which waits on Kofi’s plan', async () => {
    const kofi = await inDemo((tx) => who(tx, 'Kofi Mensah'))
    const fitting = await inDemo((tx) => templatesFor(tx, kofi.personId, larkfield.world.today))
    assert.deepEqual(
      fitting.map(({ template, offer }) => [template.cohort, template.items.length, offer?.offeredByName]),
      [['New starters', 2, 'Ben Hughes']],
    )
    const page = await (await as('Kofi Mensah')).get(paths.plan(kofi.personId))
    assert.match(page.text, /Ben Hughes offers you a template/)
  })
}
