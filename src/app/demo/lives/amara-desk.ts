import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { listPriorities, markAction } from '../../plans/plans.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { actionOf } from './telling.ts'

/** What is said of a need besides its words. */
type About = Pick<Parameters<typeof makeNeed>[2], 'priority' | 'from' | 'sharing'> & { kind?: 'both' }

type Holder = ReturnType<typeof keep<Id>>

/** What her evidence gives her plan to build on. */
export type Records = {
  certificate: Holder
  calm: Holder
  reopened: Holder
  complaint: Holder
  card: Holder
  silence: Holder
  notes: Holder
  observed: Holder
  /** The figures kept in the weeks before the plan. */
  often: Holder
  reopening: Holder
}

/** What the parts of her plan share: the needs and objectives they make, and how they make them. */
export type Desk = ReturnType<typeof openDesk>

export function openDesk(company: Company) {
  const { who, today, skill } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const ago = (days: number) => workingDay(today, days)
  const ahead = (days: number) => workingDayAhead(today, days)
  const needs = {
    typing: keep<Id>(),
    closing: keep<Id>(),
    told: keep<Id>(),
    coach: keep<Id>(),
    speak: keep<Id>(),
  }
  const plan = {
    typing: keep<Id>(),
    closing: keep<Id>(),
    told: keep<Id>(),
    coach: keep<Id>(),
    speak: keep<Id>(),
  }

  const need =
    (
      holder: Holder,
      code: string,
      title: string,
      why: string,
      more: { evidenceIds?: () => readonly Id[]; rest?: About } = {},
    ): Moment['run'] =>
    async (tx, day) =>
      holder.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill(code),
              title,
              kind: 'professional',
              why,
              evidenceIds: more.evidenceIds?.() ?? [],
              ...more.rest,
            },
            day,
          ),
        ),
      )
  const finished =
    (holder: Holder, starts: string): Moment['run'] =>
    async (tx, day) =>
      markAction(
        tx,
        me,
        {
          personId,
          objectiveId: holder.get(),
          actionId: await actionOf(tx, me, holder.get(), starts, day),
          done: true,
        },
        day,
      )
  const serves = async (tx: Parameters<Moment['run']>[0], title: string) =>
    (await listPriorities(tx)).find((one) => one.title === title)?.priorityId ?? null

  return { me, ben, personId, ago, ahead, needs, plan, need, finished, serves }
}
