import { routes as assessments } from './assessments/routes.tsx'
import { routes as careers } from './careers/routes.tsx'
import { routes as contacts } from './contacts/routes.tsx'
import { routes as decisions } from './decisions/routes.tsx'
import { openRoutes as demoOpen } from './demo/open-routes.tsx'
import { routes as demo } from './demo/routes.tsx'
import { routes as evidence } from './evidence/routes.tsx'
import { openRoutes as feedbackOpen } from './feedback/open-routes.tsx'
import { routes as feedback } from './feedback/routes.tsx'
import { openRoutes as frameworksOpen } from './frameworks/open-routes.ts'
import { routes as frameworks } from './frameworks/routes.tsx'
import { routes as home } from './home/routes.tsx'
import { routes as measures } from './measures/routes.tsx'
import { openRoutes as noticesOpen } from './notices/open-routes.tsx'
import { routes as notices } from './notices/routes.tsx'
import { routes as occupations } from './occupations/routes.tsx'
import { openRoutes as peopleOpen } from './people/open-routes.tsx'
import { routes as people } from './people/routes.tsx'
import { routes as plans } from './plans/routes.tsx'
import { routes as portfolio } from './portfolio/routes.tsx'
import { routes as records } from './records/routes.tsx'
import { routes as reflections } from './reflections/routes.tsx'
import { routes as reviews } from './reviews/routes.tsx'
import { routes as roles } from './roles/routes.tsx'
import { routes as staleness } from './staleness/routes.tsx'
import { openRoutes as testimonyOpen } from './testimony/open-routes.tsx'
import { routes as testimony } from './testimony/routes.tsx'
import type { OpenRoute, Route } from './visit.ts'

/** Every address for signed-in people, each guarded by an entry of the table. */
export const ROUTES: readonly Route[] = [
  ...people,
  ...contacts,
  ...measures,
  ...frameworks,
  ...roles,
  ...occupations,
  ...feedback,
  ...assessments,
  ...careers,
  ...evidence,
  ...testimony,
  ...records,
  ...reflections,
  ...plans,
  ...reviews,
  ...staleness,
  ...notices,
  ...decisions,
  ...portfolio,
  ...home,
  ...demo,
]

/** Every address that anybody may ask for. */
export const OPEN_ROUTES: readonly OpenRoute[] = [
  ...peopleOpen,
  ...testimonyOpen,
  ...feedbackOpen,
  ...noticesOpen,
  ...frameworksOpen,
  ...demoOpen,
]
