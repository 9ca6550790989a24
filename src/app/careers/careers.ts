export {
  type Aspiration,
  aspirationChanged,
  chooseRoute,
  findAspiration,
  sayAspiration,
  setTarget,
} from './aspiration.ts'
export { listComparisons, saveComparison } from './comparison.ts'
export {
  compareSources,
  keepSourcesAsEvidence,
  listComparedSources,
  listNotes,
  saveNote,
} from './research.ts'
export { routesFor, routeTo } from './routing.ts'
export { speaksOfGrowth, tracksOf } from './rules/comparison.ts'
export type { Route, RouteStep } from './rules/routes.ts'
export { confirmTarget, keepAdvert, roleWantedBy } from './targets.ts'
