import type { May } from '../kernel/actor.ts'
import { may as assessments } from './assessments/may.ts'
import { may as frameworks } from './frameworks/may.ts'
import { may as measures } from './measures/may.ts'
import { may as people } from './people/may.ts'
import { may as roles } from './roles/may.ts'

/** Who may do what: the one table, composed of every capability's part. Routes, pages and the API ask it. */
export const MAY: Readonly<Record<string, May>> = {
  ...people,
  ...frameworks,
  ...measures,
  ...roles,
  ...assessments,
}
