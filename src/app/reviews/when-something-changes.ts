import type { Day } from '../../kernel/day.ts'
import type { OrgTx } from '../../shell/db.ts'
import { aspirationChanged } from '../careers/careers.ts'
import { complaintsUpheld, evidenceFallen, listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listPeople, positionChanged } from '../people/people.ts'
import { listPriorities, planOf, priorityChanged } from '../plans/plans.ts'
import { holdersOf, profilePublished, requirementChanges, roleNamed } from '../roles/roles.ts'
import { raiseCause, raiseCauses, withdrawComplaints } from './causes.ts'
import { eyesOf } from './eyes.ts'
import { complaintWords, levelChanges, priorityWords } from './rules/causes.ts'
import { isSince } from './rules/opening.ts'
import { listRows } from './store/reviews.ts'
import { todayOf } from './today.ts'

/** What happens elsewhere and puts a plan in question becomes a cause, in the same transaction. Source: mission.md A7. */
export function listen(): void {
  positionChanged.listen(async (tx, { personId, before, after, by }) => {
    if (before.job === after.job && before.roleId === after.roleId) return
    const [was, is] = [await roleNamed(tx, before), await roleNamed(tx, after)]
    // A role that was chosen is told apart by its own title where the job goes on being called the same.
    const renamed = before.job !== after.job
    if (!renamed && was?.roleId === is?.roleId) return
    const name = (renamed && after.job) || is?.title || 'another job'
    const earlier = renamed ? before.job : was?.title
    const words = `Job role: ${name}${earlier ? `, before that ${earlier}` : ''}`
    const levels = levelChanges(was?.requirements ?? [], is?.requirements ?? [], await titles(tx))
    const happening = { cause: 'job role' as const, roleChanged: was?.roleId !== is?.roleId }
    await raiseCause(tx, { personId, sourceId: personId, happening, words, levels, by }, await todayOf(tx))
  })

  profilePublished.listen(async (tx, { before, after, because, by, today }) => {
    const { roleId, title, version } = after
    const levels = levelChanges(before.requirements, after.requirements, await titles(tx))
    const competencyIds = requirementChanges(before.requirements, after.requirements).map(
      (change) => change.competencyId,
    )
    const happening = { cause: 'profile changed' as const, competencyIds }
    const words = `Role profile: ${title} is now version ${version}${because ? ` (${because.replace(/[.\s]+$/, '')})` : ''}`
    // Figures that make a level ask nothing of a plan that does not rest on them.
    const onlyWhereTouched = levels.length === 0
    const asked = { sourceId: roleId, happening, words, levels, by, onlyWhereTouched }
    await raiseCauses(tx, await holdersOf(tx, roleId), asked, today)
  })

  priorityChanged.listen(async (tx, { priorityId, what, changed }) => {
    const priority = (await listPriorities(tx)).find((one) => one.priorityId === priorityId)
    const words = priority && priorityWords(what, priority.title, changed)
    if (!priority || !words) return
    const { measure } = priority
    const happening = {
      cause: 'organisation priority' as const,
      priorityId,
      measure,
      added: what === 'added',
    }
    const today = await todayOf(tx)
    const here = (await listPeople(tx)).filter(({ state }) => state !== 'left')
    const asked = { sourceId: priorityId, happening, words, by: null, onlyWhereTouched: true }
    await raiseCauses(
      tx,
      here.map(({ personId }) => personId),
      asked,
      today,
    )
  })

  aspirationChanged.listen(async (tx, { personId, before, words: said, today }) => {
    if (!before) return
    const words = said ? `Aspiration: ${said.replace(/[.\s]+$/, '')}` : 'Aspiration: taken away'
    const happening = { cause: 'aspiration' as const }
    await raiseCause(tx, { personId, sourceId: personId, happening, words, by: personId }, today)
  })

  complaintsUpheld.listen(async (tx, { personId, complaints, by, today }) => {
    const since = await lookedAt(tx, personId, today)
    const fresh = complaints.filter(({ happenedOn }) => happenedOn === null || isSince(happenedOn, since))
    const [first] = fresh.map(({ evidenceId }) => evidenceId).sort()
    if (!first) return
    const words = complaintWords(fresh.map(({ happenedOn }) => happenedOn))
    const named = new Set(fresh.map(({ evidenceId }) => evidenceId))
    const items = (await listEvidence(tx, personId)).filter(({ evidenceId }) => named.has(evidenceId))
    const competencyIds = items.flatMap(({ links }) => links.map(({ competencyId }) => competencyId))
    const happening = { cause: 'feedback' as const, competencyIds }
    const evidenceIds = [...named]
    await raiseCause(tx, { personId, sourceId: first, happening, words, by, evidenceIds }, today)
  })

  evidenceFallen.listen(async (tx, { personId, evidenceIds }) => {
    await withdrawComplaints(tx, personId, new Set(evidenceIds))
  })
}

const titles = async (tx: OrgTx) =>
  new Map((await listCompetencies(tx)).map(({ competencyId, title }) => [competencyId, title]))

/** The day on which the plan was last looked at: of the last review, else of the first agreement. */
async function lookedAt(tx: OrgTx, personId: string, today: Day): Promise<Day | null> {
  const held = (await listRows(tx, personId)).find(({ state }) => state === 'closed')?.heldOn
  return held ?? (await planOf(tx, personId, eyesOf(tx, personId), today)).versions.at(-1)?.agreedOn ?? null
}
