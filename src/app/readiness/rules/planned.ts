import type { Day } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { type Case, type Finding, finding, nothing, type Objective } from './case.ts'
import { canBeJudged, saysNothing } from './words.ts'

const plan = (text: string) => ({ text, page: 'plan' as const })

/**
 * What an objective lacks of what an assessor asks of it, in words. Whether it is in reach is no longer asked once its
 * date has passed or it is closed. Source: mission.md A6.
 */
function lacksOf(objective: Objective, needIds: ReadonlySet<string>, today: Day): string[] {
  const { needId, resources, due, success, actions, agreed, closedAs } = objective
  const over = closedAs !== null || (due !== null && due < today)
  const unmet = objective.unmet.filter((letter) => !(over && letter === 'Achievable'))
  return [
    !agreed && 'is not agreed',
    unmet.length > 0 && `does not read as ${listing(unmet.map((letter) => letter.toLowerCase()))}`,
    (needId === null || !needIds.has(needId)) && 'is linked to no need',
    saysNothing(resources) && 'names no resources',
    (due === null || actions === 0) && 'has no timeline: a date, and an action',
    !canBeJudged(success) && 'has no success criterion that can be judged',
  ].filter((lack): lack is string => Boolean(lack))
}

/** 7: every objective is SMART, linked to a need, with resources, timeline and success criterion. Source: mission.md readiness 7. */
export function wholeObjectives({ needs, objectives, today }: Case): Finding {
  const asked = objectives.filter(({ closedAs }) => closedAs !== 'no longer needed')
  if (asked.length === 0)
    return nothing('No objective yet', 'An objective that closes a gap', {
      text: 'Write an objective',
      page: 'new objective',
    })
  const ids = new Set(needs.map(({ needId }) => needId))
  const lacking = asked.flatMap((objective) => {
    const lacks = lacksOf(objective, ids, today)
    return lacks.length > 0 ? [{ objective, lacks }] : []
  })
  const [first] = lacking
  const whole = asked.length - lacking.length
  return finding(
    `${whole} of ${count(asked.length, 'objective')} ${asked.length === 1 ? 'is' : 'are'} whole`,
    lacking.map(({ objective, lacks }) => `${objective.ref} ${listing(lacks)}`),
    first
      ? { text: `Finish ${first.objective.ref}`, page: 'objective', id: first.objective.objectiveId }
      : plan('Objectives'),
  )
}

/**
 * 13: objectives serve the organisation's priorities and the person's aspiration. A priority counts that was in force
 * while the objective was open. Source: mission.md readiness 13, A12.
 */
export function serves({ objectives, aspiration, priorities }: Case): Finding {
  const asked = objectives.filter(
    ({ kind, agreed, closedAs }) => kind === 'professional' && agreed && closedAs !== 'no longer needed',
  )
  if (asked.length === 0)
    return nothing(
      'No professional objective is agreed',
      'An agreed objective that serves both',
      plan('Plan'),
    )
  const named = asked.filter(({ priority }) => priority?.inForce)
  const ended = asked.filter(({ priority }) => priority && !priority.inForce)
  const loose = asked.filter(({ priority }) => priority === null)
  const toward = objectives.filter(({ servesAspiration }) => servesAspiration)
  const refs = (some: readonly Objective[]) => listing(some.map(({ ref }) => ref))
  const name = (some: readonly Objective[]) => (some.length === 1 ? 'names' : 'name')
  return finding(
    `${named.length} of ${count(asked.length, 'professional objective')} ${name(asked)} a priority${toward.length > 0 ? `; ${refs(toward)} ${toward.length === 1 ? 'serves' : 'serve'} the aspiration` : ''}`,
    [
      loose.length > 0 &&
        (priorities === 0
          ? 'the organisation has set no priority'
          : `${refs(loose)} ${name(loose)} no priority`),
      ended.length > 0 && `${refs(ended)} ${name(ended)} a priority that is no longer in force`,
      saysNothing(aspiration ?? '') && 'where the person wants to go is not written down',
      toward.length === 0 && 'no objective serves the aspiration',
    ],
    plan('Priorities and aspiration'),
  )
}
