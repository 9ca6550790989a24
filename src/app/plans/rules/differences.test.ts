import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeLines, changesOf, diffPlans } from './diff.ts'
import { type Compared, differences, PARTS, SETTLED } from './differences.ts'
import type { Action, Objective } from './objective.ts'
import { someAction, someObjective } from './some-objective.ts'

const before = someObjective({
  title: 'Ring back',
  measure: 'fcr',
  measureName: 'Resolved first time',
  baseline: 0.7,
  target: 0.76,
  due: '2026-12-18',
})

/** Every field of an objective as it could be after a change, one part of it at a time. */
const CHANGED: Record<string, Partial<Objective>[]> = {
  state: [{ state: 'closed', closedAs: 'not met', closedOn: '2026-12-18' }],
  unmet: [{ unmetReason: 'We try it for a month.' }],
  name: [{ title: 'Ring back on the day' }],
  objective: [{ text: 'Ring back every customer by 18 January 2027.' }, { text: '' }],
  kind: [{ kind: 'personal' }],
  sharing: [
    { sharing: 'leader', private: false },
    { sharing: 'me', private: true },
  ],
  why: [{ why: 'Customers ask for it.' }],
  need: [{ needId: '0190aaaa-0000-7000-8000-000000000001' }],
  measure: [
    { measure: 'csat', measureName: 'Satisfaction', unit: 'share', basis: null },
    { measure: null, measureName: null },
  ],
  baseline: [{ baseline: 0.68 }, { baseline: null }],
  target: [{ target: 0.8 }, { target: null }],
  due: [{ due: '2027-01-18' }, { due: null }],
  resources: [{ resources: 'An hour with Priya Nair' }],
  budget: [
    {
      budget: {
        amount: 300,
        purpose: 'a course on complaints',
        state: 'asked',
        reason: '',
        decidedBy: null,
        decidedOn: null,
      },
    },
    {
      budget: {
        amount: 49.5,
        purpose: 'a headset',
        state: 'approved',
        reason: 'There is money left.',
        decidedBy: 'Ben Hughes',
        decidedOn: '2026-11-17',
      },
    },
  ],
  success: [{ success: 'Nobody asks where my call is.' }],
  bands: [{ bands: { partly: '74%', met: '76%', exceeded: '' } }],
  after: [{ afterId: '0190aaaa-0000-7000-8000-000000000002', after: 'O-2' }],
  priority: [{ priorityId: '0190aaaa-0000-7000-8000-000000000003', priority: 'Settled in one call' }],
  aspiration: [{ servesAspiration: true }],
}

/** Fields that say which record it is, when and by whom; nothing that a plan promises. */
const NOT_SAID: (keyof Objective)[] = [
  'objectiveId',
  'ref',
  'personId',
  'reading',
  'version',
  'madeOn',
  'proposedOn',
  'agreedOn',
  'amendedOn',
  'declined',
  'agreedAlone',
  'cause',
  'causeReason',
  'changedAt',
  'changedBy',
]

const readsAsASentence = (words: string) => {
  assert.match(words, /^[a-z]/, words)
  assert.doesNotMatch(
    words,
    /undefined|null|NaN|\[object|[{}]|\d{4}-\d{2}-\d{2}|0190aaaa| {2}|[,;:] ?$/,
    words,
  )
}

test('every field of an objective is said in words when it changes, or is known to be no part of the plan', () => {
  const said = [...SETTLED, ...PARTS].flatMap(({ fields }) => fields)
  // Actions are said one by one, and the place of an objective among the others by the plan.
  const known = [...said, ...NOT_SAID, 'actions', 'place']
  assert.deepEqual(Object.keys(before).sort(), [...new Set(known)].sort())
  assert.deepEqual(Object.keys(CHANGED).sort(), [...SETTLED, ...PARTS].map(({ key }) => key).sort())
})

test('each change of each field reads as a sentence, there and back again', () => {
  for (const [key, all] of Object.entries(CHANGED))
    for (const change of all) {
      const after: Compared = { ...before, ...change }
      for (const [one, other] of [
        [before, after],
        [after, before],
      ] as const) {
        const words = differences(one, other)
        assert.ok(words.length > 0, `nothing is said of ${key}`)
        assert.deepEqual([...new Set(words.map((each) => each.key))], [key])
        for (const each of words) readsAsASentence(each.words)
      }
    }
})

test('every field of an action is said in words when it changes', () => {
  const old = someAction()
  const changed: Record<keyof Action, Partial<Action> | null> = {
    actionId: null,
    what: { what: 'Listen in on four calls' },
    owner: { owner: 'Ben Hughes' },
    ownerId: null,
    withWhom: { withWhom: 'Priya Nair' },
    way: { way: 'others' },
    by: { by: '2027-01-18' },
    state: { state: 'dropped' },
    doneOn: { state: 'done', doneOn: '2026-12-01' },
  }
  assert.deepEqual(Object.keys(old).sort(), Object.keys(changed).sort())
  for (const [field, change] of Object.entries(changed)) {
    if (!change) continue
    const words = differences({ ...before, actions: [old] }, { ...before, actions: [{ ...old, ...change }] })
    assert.equal(words.length, 1, field)
    for (const each of words) readsAsASentence(each.words)
  }
  const [words] = differences(
    { ...before, actions: [old] },
    { ...before, actions: [{ ...old, withWhom: 'Priya Nair', way: 'others' }] },
  )
  assert.equal(
    words?.words,
    'action changed to “Listen in on two complaint calls”, Amara Okafor, with Priya Nair, learnt from others, by 4 December 2026',
  )
})

test('an action that is done and moved says both, and only the move needs a cause', () => {
  const old = someAction()
  const words = differences(
    { ...before, actions: [old] },
    { ...before, actions: [{ ...old, by: '2027-01-18', state: 'done', doneOn: '2026-12-01' }] },
  )
  assert.deepEqual(
    words.map(({ progress }) => progress ?? false),
    [false, true],
  )
})

test('money that is approved, declined or asked for anew is told apart', () => {
  const asked = CHANGED.budget?.[0]?.budget ?? null
  assert.ok(asked)
  const said = (one: Objective['budget'], other: Objective['budget']) =>
    differences({ ...before, budget: one }, { ...before, budget: other })[0]?.words
  const declined = {
    ...asked,
    state: 'declined' as const,
    reason: 'Not this year.',
    decidedBy: 'Ben Hughes',
    decidedOn: '2026-11-17',
  }
  assert.equal(said(null, asked), 'budget added: £300 for a course on complaints, asked, not decided yet')
  assert.equal(
    said(asked, declined),
    'budget of £300 for a course on complaints now declined by Ben Hughes on 17 November 2026: Not this year',
  )
  assert.equal(
    said(declined, { ...asked, amount: 1200 }),
    'budget changed from £300 for a course on complaints to £1,200 for a course on complaints, asked, not decided yet',
  )
})

test('objectives that change places are said; what was added or closed moves nobody', () => {
  const [one, two, three] = [1, 2, 3].map((place) => someObjective({ place }))
  assert.ok(one && two && three)
  const swapped = diffPlans(
    [one, two],
    [
      { ...one, place: 2 },
      { ...two, place: 1 },
    ],
  )
  assert.deepEqual(
    swapped.flatMap(({ differences }) => differences.map(({ words }) => words)),
    ['now comes second and not first', 'now comes first and not second'],
  )
  const added = diffPlans([two, three], [{ ...one, place: 1 }, two, three])
  assert.deepEqual(
    added.map(({ ref }) => ref),
    [one.ref],
  )
  const closed = diffPlans([one, two, three], [{ ...one, state: 'closed', closedAs: 'met' }, two, three])
  assert.deepEqual(
    closed.map(({ ref }) => ref),
    [one.ref],
  )
  const lines = changeLines(changesOf(swapped, new Map()))
  for (const { words } of lines) assert.match(words, /; because the objectives were put in another order$/)
})

test('changes of one objective with two causes are each given their own', () => {
  const [one, two] = [1, 2].map((place) => someObjective({ place, target: 0.76 }))
  assert.ok(one && two)
  const diffs = diffPlans([one, two], [{ ...one, place: 3, target: 0.8 }, two])
  const why = { cause: 'feedback' as const, reason: 'a customer said so' }
  const changes = changesOf(diffs, new Map([[one.objectiveId, why]])).map((change) =>
    change.item === 'order' ? { ...change, cause: 'other' as const, reason: 'it can wait' } : change,
  )
  assert.equal(
    changeLines(changes).find(({ objectiveId }) => objectiveId === one.objectiveId)?.words,
    'target moved from 76% to 80%; because of feedback: a customer said so; now comes second and not first; because it can wait',
  )
})
