import type { May } from '../kernel/actor.ts'
import { may as assessments } from './assessments/may.ts'
import { may as careers } from './careers/may.ts'
import { may as contacts } from './contacts/may.ts'
import { may as decisions } from './decisions/may.ts'
import { may as demo } from './demo/may.ts'
import { may as evidence } from './evidence/may.ts'
import { may as feedback } from './feedback/may.ts'
import { may as frameworks } from './frameworks/may.ts'
import { may as home } from './home/may.ts'
import { may as measures } from './measures/may.ts'
import { may as notices } from './notices/may.ts'
import { may as occupations } from './occupations/may.ts'
import { may as people } from './people/may.ts'
import { may as plans } from './plans/may.ts'
import { may as portfolio } from './portfolio/may.ts'
import { may as reflections } from './reflections/may.ts'
import { may as reviews } from './reviews/may.ts'
import { may as roles } from './roles/may.ts'
import { may as staleness } from './staleness/may.ts'
import { may as testimony } from './testimony/may.ts'

/** Who may do what: the one table, composed of every capability's part. Routes, pages and the API ask it. */
export const MAY: Readonly<Record<string, May>> = {
  ...demo,
  ...people,
  ...frameworks,
  ...contacts,
  ...measures,
  ...roles,
  ...occupations,
  ...evidence,
  ...testimony,
  ...reflections,
  ...feedback,
  ...assessments,
  ...careers,
  ...plans,
  ...reviews,
  ...staleness,
  ...notices,
  ...decisions,
  ...portfolio,
  ...home,
}
