import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import {
  beginDraft,
  findDraft,
  frameworkInForce,
  listCompetencies,
  publishDraft,
  putInForce,
  retireItem,
  rewordItem,
} from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { roleOf } from '../roles/roles.ts'
import {
  agreeLevels,
  beginPass,
  completenessOf,
  gapsOf,
  handIn,
  listAssessments,
  type RatedLevel,
  rate,
} from './assessments.ts'

let world: World
let dana: Character
let ben: Character
let amara: Character
let grace: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader' })
  amara = await world.add({ name: 'Amara Okafor', leader: 'Ben Hughes' })
  grace = await world.add({ name: 'Grace Lim', leader: 'Ben Hughes' })
})

const asked = (person: Character) =>
  world.inOrg(async (tx) => {
    const role = await roleOf(tx, person.personId, world.today)
    assert.ok(role)
    return { roleId: role.roleId, ids: role.requirements.map(({ competencyId }) => competencyId) }
  })

/** Rates all that the role asks about a person at one level; hands it in unless it is to stay open. */
async function passOf(who: Character, about: Character, level: RatedLevel, stays: 'in' | 'open' = 'in') {
  const by = await as(world, who)
  const { personId } = about
  const { roleId, ids } = await asked(about)
  return world.inOrg(async (tx) => {
    const assessmentId = got(await beginPass(tx, by, { personId, roleId }, world.today))
    const example = { when: 'May', who: 'a caller', did: 'rang back', followed: 'thanks' }
    const said = { level, noExample: false, example, evidenceIds: [], changed: '', note: '' }
    for (const competencyId of ids)
      got(await rate(tx, by, { personId, assessmentId, rating: { competencyId, ...said } }))
    if (stays === 'in') got(await handIn(tx, by, { personId, assessmentId }, world.today))
    return assessmentId
  })
}

async function agree(level: RatedLevel): Promise<void> {
  const by = await as(world, ben)
  const { ids } = await asked(amara)
  const { personId } = amara
  await world.inOrg(async (tx) => {
    const round = (await listAssessments(tx, personId, by))[0]?.round ?? 0
    const levels = ids.map((competencyId) => ({ competencyId, level, note: '' }))
    got(await agreeLevels(tx, by, { personId, round, levels, together: true, finish: true }, world.today))
  })
}

const gapOf = async (competencyId: Id) => {
  const viewer = await as(world, amara)
  const found = await world.inOrg((tx) => gapsOf(tx, amara.personId, world.today, viewer))
  const gap = found?.gaps.find(({ competency }) => competency.competencyId === competencyId)
  assert.ok(gap)
  return gap
}

/** Publishes a next version: the words, one level, the kind and the name of a competency are others, and one is replaced. */
async function nextVersion(
  change: Record<'reworded' | 'levelled' | 'kinded' | 'renamed' | 'replaced' | 'by', Id>,
): Promise<string> {
  return world.inOrg(async (tx) => {
    const { frameworkId } = await frameworkInForce(tx)
    got(await beginDraft(tx, dana.actor, { frameworkId }))
    const items = (await findDraft(tx, frameworkId))?.items ?? []
    const called = (itemId: Id) => {
      const item = items.find((each) => each.itemId === itemId)
      assert.ok(item)
      return item
    }
    const { levels } = called(change.levelled)
    const anew = levels.map((each) =>
      each.level === 4 ? { ...each, anchor: 'I settle the hard ones' } : each,
    )
    for (const [itemId, fields] of [
      [change.reworded, { statement: 'You settle what customers complain of, and tell them so.' }],
      [change.levelled, { levels: anew }],
      [change.kinded, { kind: called(change.kinded).kind === 'skill' ? 'behaviour' : 'skill' }],
      [change.renamed, { title: 'A new name' }],
    ] as const) {
      const item = called(itemId)
      const { revision } = item
      got(await rewordItem(tx, dana.actor, { frameworkId, itemId, revision, fields: { ...item, ...fields } }))
    }
    const retired = { frameworkId, itemId: change.replaced, replacedBy: change.by }
    got(await retireItem(tx, dana.actor, retired))
    return got(await publishDraft(tx, dana.actor, { frameworkId, because: 'Reworded.' }, world.today))
  })
}

test('moved to a new version, levels count on where the wording is the same; elsewhere Amara reads that it changed', async () => {
  await passOf(amara, amara, 4)
  await passOf(ben, amara, 3)
  await agree(3)
  const openPass = await passOf(grace, grace, 4, 'open')
  const { ids } = await asked(amara)
  const [reworded, renamed, replaced, by, same, levelled, kinded] = ids
  assert.ok(reworded && renamed && replaced && by && same && levelled && kinded)
  assert.equal((await gapOf(reworded)).agreed, 3)
  const old = (await world.inOrg(listCompetencies)).find((one) => one.competencyId === reworded)
  const before = await world.inOrg(frameworkInForce)
  const version = await nextVersion({ reworded, levelled, kinded, renamed, replaced, by })
  assert.equal((await gapOf(reworded)).agreed, 3, 'publishing alone moves nobody')
  const { frameworkId } = before
  const move = (because: string, who = dana) =>
    world.inOrg((tx) => putInForce(tx, who.actor, { frameworkId, version, because }, world.today))
  assert.ok(!(await move('Mine', amara)).ok)
  const silent = await move(' ')
  assert.deepEqual(silent.ok ? [] : silent.refusals.map(({ field }) => field), ['because'])
  const diff = got(await move('The words are those of the institute.'))
  assert.deepEqual([diff.reworded.length, diff.removed.length, diff.added.length], [4, 1, 0])
  assert.match(JSON.stringify(await move('Again')), /is in force already/)

  assert.equal((await gapOf(same)).agreed, 3)
  assert.equal((await gapOf(renamed)).agreed, 3)
  assert.equal((await gapOf(levelled)).agreed, null, 'one level says something else')
  assert.equal((await gapOf(kinded)).agreed, null, 'it is something else to know than to do')
  const gap = await gapOf(reworded)
  assert.deepEqual([gap.agreed, gap.state, gap.levels], [null, 'not rated', []])
  assert.deepEqual(
    gap.earlier.map(({ source, level }) => [source, level]),
    [
      ['self', 4],
      ['leader', 3],
      ['agreed', 3],
    ],
  )
  const { text } = await amara.session.get(paths.gaps(amara.personId))
  assert.match(
    text,
    /The wording has changed since level 3 was agreed on 17 November 2026\. What was said of the old/,
  )
  const viewer = await as(world, amara)
  const whole = await world.inOrg((tx) => completenessOf(tx, amara.personId, viewer, world.today))
  assert.match(JSON.stringify(whole), new RegExp(old?.title ?? 'nothing'), 'and the self-assessment lacks it')
  const kept = await world.inOrg((tx) => listAssessments(tx, amara.personId, viewer))
  const agreed = kept.find(({ pass }) => pass === 'agreed')
  assert.deepEqual(
    agreed?.ratings
      .filter((one) => one.reworded)
      .map(({ competencyId, level }) => [competencyId, level])
      .toSorted(),
    [
      [reworded, 3],
      [levelled, 3],
      [kinded, 3],
      [replaced, 3],
    ].toSorted(),
  )
  const round = await amara.session.get(paths.assessment(amara.personId, agreed?.assessmentId ?? ''))
  assert.match(round.text, new RegExp(`${old?.title}.*Agreed 3`), 'what was agreed reads as it was')

  const open = (await world.inOrg((tx) => listAssessments(tx, grace.personId, grace.actor))).find(
    ({ assessmentId }) => assessmentId === openPass,
  )
  const levelOf = (id: Id) => open?.ratings.find(({ competencyId }) => competencyId === id)
  assert.deepEqual([levelOf(same)?.level, levelOf(reworded)?.level], [4, null])
  assert.equal(levelOf(reworded)?.example?.did, 'rang back', 'nothing that Grace typed is lost')
})

test('assessed again in the new words, the level counts, and the old one is told no more', async () => {
  const { ids } = await asked(amara)
  await passOf(amara, amara, 4)
  await passOf(ben, amara, 4)
  await agree(4)
  for (const id of ids) {
    const gap = await gapOf(id)
    assert.deepEqual([gap.agreed, gap.earlier], [4, []])
  }
})
