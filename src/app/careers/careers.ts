export {
  type Aspiration,
  aspirationChanged,
  findAspiration,
  sayAspiration,
} from './aspiration.ts'
export { listComparisons } from './comparison.ts'
export { listComparedSources, listNotes } from './research.ts'
export { routesFor, routeTo } from './routing.ts'
export { tracksOf } from './rules/comparison.ts'
export type { Route, RouteStep } from './rules/routes.ts'
export { roleWantedBy } from './targets.ts'
