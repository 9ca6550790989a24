import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { checkGoal } from '../../kernel/smart.ts'
import { type Endpoint, endpoint } from '../visit.ts'
import { documentOf, goalDocument } from './goal-document.ts'

const asked = z.strictObject(
  {
    text: z
      .string({ error: 'Give the goal as "text".' })
      .max(5000, { error: 'Keep the goal under 5,000 characters.' })
      .meta({ description: 'The goal as somebody wrote it.' }),
    today: z
      .string({ error: 'Give "today" as a day such as "2027-01-31", or leave it out.' })
      .refine(isDay, { error: 'Give "today" as a day such as "2027-01-31", or leave it out.' })
      .optional()
      .meta({
        format: 'date',
        description:
          'The day from which “next March” counts; the organisation’s own day where it is left out.',
      }),
  },
  { error: 'Send an object with "text", and "today" if you like; nothing else.' },
)

export const endpoints: readonly Endpoint[] = [
  endpoint({
    path: '/goals/check',
    action: 'goals.check',
    summary: 'Reads a goal against SMART, from its words alone. Nothing is kept.',
    asks: asked,
    answers: goalDocument,
    run: ({ text, today: day }, today) => documentOf(checkGoal(text, day ?? today)),
  }),
]
