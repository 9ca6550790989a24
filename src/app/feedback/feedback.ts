export {
  type Answer,
  type Asking,
  answerRequest,
  askedOf,
  cannotAnswer,
  type Opened,
  openRequest,
  orgOfAnswer,
} from './answering.ts'
export { clashesOf } from './clashes.ts'
export { inviteAll } from './jobs.ts'
export { launch, mayLaunch } from './launching.ts'
export { adjust, type Changed, discard, nominate, planRound, proposedCompetencies } from './planning.ts'
export {
  type Feedback,
  feedbackOf,
  findRound,
  type Held,
  levelsFrom360,
  linksToHandOver,
  listRounds,
  type Reading,
  shareWithAssessor,
  type Texts,
} from './reading.ts'
export { closeRounds, releaseDue } from './releasing.ts'
export type { AskedGroup, AskedRater } from './rules/asking.ts'
export type {
  Adjustment,
  Group,
  Level,
  Mode,
  OpenQuestion,
  OtherGroup,
  Question,
  Rater,
  RaterGroup,
  Round,
  RoundState,
} from './rules/round.ts'
export { OPEN_QUESTIONS, OTHER_GROUPS } from './rules/round.ts'
export { type Shown, shownWords } from './rules/shown.ts'
export { telltale } from './rules/telltale.ts'
export { isUseful } from './rules/useful.ts'
