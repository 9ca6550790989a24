import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  beginPass,
  gapsOf,
  handIn,
  listAssessments,
  listNeeds,
  rate,
} from '../src/app/assessments/assessments.ts'
import { listEvidence } from '../src/app/evidence/evidence.ts'
import { planAt, planOf } from '../src/app/plans/plans.ts'
import { commands as account } from '../src/app/portfolio/commands.ts'
import { listReflections } from '../src/app/reflections/reflections.ts'
import {
  answerAsked,
  listReviews,
  sayNoChanges,
  sayProgress,
  signReview,
  viewReview,
} from '../src/app/reviews/reviews.ts'
import { roleOf } from '../src/app/roles/roles.ts'
import { type Battlefield, make, openBattlefield } from './battlefield.ts'
import { as, got } from './developed.ts'
import { crawl } from './fuzzing.ts'
import type { Character } from './world.ts'

let field: Battlefield
let guessed: string[]
before(async () => {
  field = await openBattlefield()
  guessed = await keepSecrets()
})

/** Rates every competency of Amara's role with an example that says the word; hands the pass in, or not. */
async function rateSecretly(
  who: Character,
  word: string,
  evidenceIds: string[],
  finish: boolean,
): Promise<void> {
  const { world, amara } = field
  const { personId } = amara
  const actor = await as(world, who)
  await world.inOrg(async (tx) => {
    const role = await roleOf(tx, personId, world.today)
    assert.ok(role)
    const assessmentId = got(await beginPass(tx, actor, { personId, roleId: role.roleId }, world.today))
    for (const { competencyId } of role.requirements) {
      const example = {
        when: `${word} day`,
        who: `${word} caller`,
        did: `${word} deed`,
        followed: `${word} end`,
      }
      const rating = {
        competencyId,
        level: 4 as const,
        noExample: false,
        example,
        evidenceIds,
        changed: '',
        note: '',
      }
      got(await rate(tx, actor, { personId, assessmentId, rating }))
    }
    if (finish) got(await handIn(tx, actor, { personId, assessmentId }, world.today))
  })
}

/** An account with every stage done. */
const YURT = {
  description:
    'On 2 September a Yurt customer rang about a bill that had doubled, and I promised to ring her back on Friday.',
  feelings: 'I felt embarrassed, then defensive, because the Yurt answer had been right.',
  evaluation:
    'The explanation was clear and she said so. The Yurt promise failed because nobody else knew of it.',
  analysis:
    'It failed because the Yurt promise was only in my head, and nobody could see it while I was away.',
  conclusion: 'I could have put the Yurt promise into the team diary with a name beside it.',
  action: 'I will use the Yurt card on every billing call from 21 September.',
}

/** What Amara keeps for herself, each with a word that stands nowhere else. */
async function keepSecrets(): Promise<string[]> {
  const { amara, ben } = field
  const at = `/people/${amara.personId}`
  const need = await make(amara, `${at}/needs`, {
    kind: 'personal',
    private: 'yes',
    title: 'Zanzibar need',
    why: 'Zanzibar why',
  })
  const objective = await make(amara, `${at}/objectives`, {
    do: 'draft',
    kind: 'personal',
    need,
    title: 'Quokka objective',
    text: 'I will quokka twice a week by 31 March 2026.',
    why: 'Quokka why',
    'a0-what': 'Quokka action',
    'a0-owner': 'Amara Okafor',
    'a0-by-day': '21',
    'a0-by-month': '1',
    'a0-by-year': '2026',
    actions: '1',
  })
  const seen = await amara.session.get(`${at}/objectives/${objective}`)
  const version = /name="version" value="(\d+)"/.exec(seen.html)?.[1] ?? '1'
  await amara.session.post(`${at}/objectives/${objective}/agreement`, {
    version,
    [`unmet-${objective}`]: 'Quokka reason',
  })
  const evidence = await make(amara, `${at}/evidence`, {
    kind: 'compliment',
    text: 'Xylophone compliment of a private kind.',
    private: 'yes',
    'happened-day': '5',
    'happened-month': '1',
    'happened-year': '2026',
    'd-giver': 'Xylophone customer',
    'd-quote': 'Xylophone words',
    [`reason-${field.competencyId}`]: 'Xylophone reason',
    competency: field.competencyId,
    file: new File(['xylophone file'], 'xylophone.txt'),
  })
  const item = await amara.session.get(`${at}/evidence/${evidence}`)
  const file = /\/people\/[0-9a-f-]+\/evidence\/[0-9a-f-]+\/files\/[0-9a-f-]+/.exec(item.html)?.[0] ?? ''
  assert.ok(file)
  await amara.session.post(`${at}/evidence`, { do: 'later', text: 'Walrus draft about a call.' })
  const drafts = await amara.session.get(`${at}/evidence`)
  const draft = /evidence\/([0-9a-f-]{36})\/change/.exec(drafts.html)?.[1] ?? ''
  assert.ok(draft)
  const mine = await make(amara, `${at}/reflections`, {
    model: 'gibbs',
    'about-words': 'Yurt account',
    ...YURT,
    sharing: 'me',
  })
  const leaders = await make(amara, `${at}/reflections`, {
    model: 'gibbs',
    'about-words': 'Kestrel account',
    description: 'Kestrel words for my leader.',
    sharing: 'leader',
  })
  const review = field.openReviewId
  await amara.session.post(`${at}/reviews/${review}/account/link`, { reflection: mine })
  await amara.session.post(`${at}/reviews/${review}/progress`, {
    objective,
    where: 'going to plan',
    impact: 'Quokka impact',
    version: '0',
  })
  await rateSecretly(amara, 'Narwhal', [evidence], true)
  await ben.session.post(`${at}/assessments`, {})
  await rateSecretly(ben, 'Pelican', [], false)
  return [
    `${at}/needs/${need}`,
    `${at}/objectives/${objective}`,
    `${at}/objectives/${objective}?change=yes`,
    `${at}/objectives/new?need=${need}`,
    `${at}/evidence/${evidence}`,
    file,
    `${at}/evidence/${evidence}/change`,
    `${at}/evidence/${draft}`,
    `${at}/evidence/${draft}/change`,
    `${at}/reflections/${mine}`,
    `${at}/reflections/${leaders}`,
    `${at}/assessments/${field.selfPassId}`,
    `${at}/reviews/${review}`,
  ]
}

const ONLY_AMARA = /zanzibar|quokka|xylophone|walrus|yurt|narwhal/i
const NOT_OUTSIDE_THE_TEAM = /kestrel/i

test('nobody reads on any page, or by a guessed address, what Amara keeps for herself or what is blind', async () => {
  const { amara, ben, chidi, efua, dana, grace } = field
  const own = await amara.session.get(guessed[1] ?? '')
  assert.match(own.text, /Quokka action/, 'the secrets are there to be found')
  const ends = [
    '',
    '/work',
    '/evidence',
    '/gaps',
    '/plan',
    '/reviews',
    '/assessments',
    '/reflections',
    '/needs',
    '/account',
    '/account?only-you=yes',
    '/plan/versions/1',
    '/plan/versions/3',
    '/objectives/new',
    '/needs/new',
  ]
  for (const who of [ben, chidi, efua, dana, grace]) {
    const starts = [
      '/start',
      '/home',
      '/team',
      '/people',
      '/imports',
      ...ends.map((end) => `/people/${amara.personId}${end}`),
      ...guessed,
    ]
    const { pages } = await crawl(who, starts, 70)
    for (const [path, html] of pages) {
      const hit = ONLY_AMARA.exec(html)
      assert.equal(hit?.[0], undefined, `${who.person.name} reads it on ${path}`)
      if (who !== ben) assert.doesNotMatch(html, NOT_OUTSIDE_THE_TEAM, `${who.person.name} on ${path}`)
    }
    for (const path of guessed.slice(0, 10)) {
      const { status } = await who.session.get(path)
      assert.ok(status === 404 || status === 403, `${who.person.name} gets ${status} from ${path}`)
    }
  }
  assert.match(
    (await ben.session.get(guessed[10] ?? '')).text,
    /Kestrel words/,
    'what is shared with Ben he reads',
  )
})

test('no door hands out what is only Amara’s to anybody else, in plans, versions, reviews, counts or by command', async () => {
  const { world, amara, ben, chidi, efua, dana, grace } = field
  const { personId } = amara
  for (const who of [ben, chidi, efua, dana, grace]) {
    const viewer = await as(world, who)
    const all = await world.inOrg(async (tx) => {
      const plan = await planOf(tx, personId, viewer, world.today)
      return JSON.stringify([
        plan,
        await Promise.all(plan.versions.map(({ version }) => planAt(tx, personId, version, viewer))),
        await listReviews(tx, personId, viewer),
        await viewReview(tx, personId, field.openReviewId, viewer, world.today),
        await gapsOf(tx, personId, world.today, viewer),
        await listNeeds(tx, personId, viewer),
        await listEvidence(tx, personId),
        await listReflections(tx, personId, viewer),
        await listAssessments(tx, personId, viewer),
      ])
    })
    assert.equal(ONLY_AMARA.exec(all)?.[0], undefined, who.person.name)
  }
  const [command] = account
  let said = ''
  await command?.run({
    house: world.house,
    orgId: world.orgId,
    today: world.today,
    positionals: ['Amara Okafor'],
    options: {},
    answer: (document: unknown, words: string) => {
      said = JSON.stringify(document) + words
    },
  } as never)
  assert.match(said, /Resolve billing/)
  assert.equal(ONLY_AMARA.exec(said)?.[0], undefined)
})

test('what a shared item said while it was only Amara’s stays with her', async () => {
  const { amara, ben } = field
  const at = `/people/${amara.personId}/evidence`
  const said = {
    kind: 'compliment',
    'd-giver': 'A customer',
    'd-quote': 'Thank you',
    [`reason-${field.competencyId}`]: 'It shows it.',
    competency: field.competencyId,
  }
  const when = { 'happened-day': '5', 'happened-month': '1', 'happened-year': '2026' }
  const id = await make(amara, at, { ...said, ...when, text: 'Ocelot words, for me.', private: 'yes' })
  await make(amara, `${at}/${id}`, { ...said, ...when, text: 'A customer thanked me.', version: '1' })
  assert.match((await amara.session.get(`${at}/${id}`)).text, /Ocelot/)
  const seen = await ben.session.get(`${at}/${id}`)
  assert.match(seen.text, /A customer thanked me/)
  assert.doesNotMatch(seen.html, /ocelot/i)
})

test('a review that both have signed shows the leader nothing of what was only Amara’s in it', async () => {
  const { world, amara, ben, chidi } = field
  const { personId } = amara
  const which = { personId, reviewId: field.openReviewId }
  const [own, his] = [await as(world, amara), await as(world, ben)]
  const { today } = world
  await world.inOrg(async (tx) => {
    const { objectives } = await planOf(tx, personId, his, today)
    for (const { objectiveId, state } of objectives) {
      if (state !== 'agreed') continue
      const said = { objectiveId, where: 'going to plan', impact: 'Calls end sooner.', version: 0 }
      got(await sayProgress(tx, own, { ...which, ...said }, today))
    }
    got(await sayNoChanges(tx, own, { ...which, nothing: true }))
    if ((await viewReview(tx, personId, which.reviewId, own, today))?.asked)
      got(await answerAsked(tx, own, { ...which, answer: 'no', words: 'It came late.' }))
    for (const actor of [own, his]) {
      const version = (await viewReview(tx, personId, which.reviewId, actor, today))?.row.version ?? 0
      got(await signReview(tx, actor, { ...which, version, next: '2026-03-20' }, today))
    }
  })
  const address = `/people/${personId}/reviews/${which.reviewId}`
  assert.match((await amara.session.get(address)).html, /Quokka impact/)
  for (const who of [ben, chidi]) {
    const page = await who.session.get(address)
    assert.equal(page.status, 200)
    const viewer = await as(world, who)
    const view = await world.inOrg((tx) => viewReview(tx, personId, which.reviewId, viewer, today))
    assert.equal(ONLY_AMARA.exec(JSON.stringify(view))?.[0], undefined, who.person.name)
    assert.equal(ONLY_AMARA.exec(page.html)?.[0], undefined, who.person.name)
    assert.doesNotMatch((await who.session.get(`/people/${personId}/account`)).html, ONLY_AMARA)
  }
})
