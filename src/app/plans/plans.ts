export { agree, amendPlan, noteReview, previewChanges, type ReviewChange } from './agree.ts'
export { addPriority, endPriority, listPriorities } from './priorities.ts'
export { findObjective, type Plan, planAt, planOf } from './read.ts'
export { CAUSE_WORDS, changeLines, diffPlans, type ObjectiveDiff, type PlanChange } from './rules/diff.ts'
export { figureWords, SIGNS, storedFigure, typedFigure } from './rules/figures.ts'
export {
  type Action,
  CAUSES,
  type Cause,
  isCause,
  lateBy,
  type Objective,
  type ObjectiveState,
  type ObjectiveUnit,
  stageOf,
  stateWords,
  unmetLetters,
} from './rules/objective.ts'
export { checkGoal, renderReading, type SmartReading, summaryOf } from './rules/smart.ts'
export { staleFor } from './rules/waiting.ts'
export type { PlannedReview, PlanVersion } from './store/plan.ts'
export type { Priority } from './store/priorities.ts'
export {
  closeOwn,
  markAction,
  propose,
  question,
  saveDraft,
  sayAspiration,
  takeBackChange,
} from './write.ts'
