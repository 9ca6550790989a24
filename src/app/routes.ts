import { routes as frameworks } from './frameworks/routes.tsx'
import { openRoutes as peopleOpen } from './people/open-routes.tsx'
import { routes as people } from './people/routes.tsx'
import { routes as roles } from './roles/routes.tsx'
import type { OpenRoute, Route } from './visit.ts'

/** Every address for signed-in people, each guarded by an entry of the table. */
export const ROUTES: readonly Route[] = [...people, ...frameworks, ...roles]

/** Every address that anybody may ask for. */
export const OPEN_ROUTES: readonly OpenRoute[] = [...peopleOpen]
