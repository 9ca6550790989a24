import { addDays, addMonths, type Day, plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { lateBy, type Objective, standing } from './objective.ts'

type Drawn = {
  ref: string
  title: string
  meta: string
  start: Day
  due: Day
  draft: boolean
  actions: { day: Day; state: 'done' | 'planned' | 'late' }[]
}

type Drawing = {
  title: string
  meaning: string
  from: Day
  to: Day
  reviews: { day: Day; name: string; short: string }[]
  objectives: Drawn[]
}

/** The furthest that the drawing reaches back and forward, in months, so that no one far date flattens the rest. */
const REACH = 12

const earlier = (one: Day, other: Day): Day => [one, other].sort()[0] ?? one
const later = (one: Day, other: Day): Day => [one, other].sort()[1] ?? one

/**
 * The plan in time: objectives with a due date, their actions and the reviews, over the months that they span.
 * Null where nothing has a date.
 */
export function timelineOf(
  objectives: readonly Objective[],
  reviews: readonly { number: number; day: Day }[],
  today: Day,
): Drawing | null {
  const drawn = objectives.flatMap((objective): Drawn[] => {
    if (!objective.due) return []
    const { ref, title, kind, state } = objective
    const start = objective.agreedOn ?? objective.proposedOn ?? objective.madeOn
    return [
      {
        ref,
        title,
        meta: [
          ref,
          kind,
          ...(state === 'agreed' ? [] : [state]),
          ...(objective.private ? ['only you'] : []),
        ].join(', '),
        start: earlier(start, objective.due),
        due: objective.due,
        draft: state !== 'agreed',
        actions: standing(objective.actions).flatMap((action) => {
          const day = action.doneOn ?? action.by
          if (!day) return []
          const late = lateBy(action, today) > 0
          return [{ day, state: action.state === 'done' ? 'done' : late ? 'late' : 'planned' } as const]
        }),
      },
    ]
  })
  if (drawn.length === 0) return null
  const days = [
    today,
    ...drawn.flatMap(({ start, due, actions }) => [start, due, ...actions.map(({ day }) => day)]),
    ...reviews.map(({ day }) => day),
  ].sort()
  const from = later(days[0] ?? today, addMonths(today, -REACH))
  const to = earlier(days.at(-1) ?? today, addMonths(today, REACH))
  const dates = drawn.map(({ ref, due }) => `${ref} due ${plainDay(due)}`)
  return {
    title: 'The plan in time',
    meaning: `${count(drawn.length, 'objective')} with actions and due dates: ${listing(dates)}. The same dates are in the tables below.`,
    from,
    to: to > from ? to : addDays(from, 31),
    reviews: reviews.map(({ number, day }) => ({ day, name: `Review ${number}`, short: `R${number}` })),
    objectives: drawn,
  }
}
