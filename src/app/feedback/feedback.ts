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
export { askToInvite } from './jobs.ts'
export { launch, mayLaunch } from './launching.ts'
export { adjust, type Changed, discard, nominate, planRound, proposedCompetencies } from './planning.ts'
export {
  clashesOf,
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
export { type AskedGroup, type AskedRater, LIMITS } from './rules/asking.ts'
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
export { isOtherGroup, OPEN_QUESTIONS, OTHER_GROUPS } from './rules/round.ts'
export { endsOf, levelOf, type Shown, shownWords } from './rules/shown.ts'
export { telltale } from './rules/telltale.ts'
export { isUseful } from './rules/useful.ts'
