export { currencyOf, setAgeRule } from './ageing.ts'
export { besideEvidence } from './beside.ts'
export type { EvidenceChange } from './change.ts'
export { exempt, type Legal, legalOf } from './exempting.ts'
export { keepRecords, linkRecords, markUndone, type NewRecord } from './from-records.ts'
export { judgeLink } from './judging.ts'
export { addEvidence, keepFigure, type NewEvidence } from './keep.ts'
export { setPrivacy } from './privacy.ts'
export {
  type EvidenceDraft,
  type EvidenceItem,
  evidenceRestingOn,
  findEvidence,
  listDrafts,
  listEvidence,
} from './read.ts'
export { coverageOf, emptySources } from './rules/coverage.ts'
export { type Currency, currencyWords } from './rules/currency.ts'
export { figureWords } from './rules/figure-words.ts'
export type { Letter } from './rules/judgement.ts'
export { type EvidenceKind, KIND_WORDS } from './rules/kinds.ts'
export { findPersonalData, redact } from './rules/redaction.ts'
export { sheetText } from './rules/score-sheet.ts'
export { seenOf, seenText } from './rules/seen.ts'
export type { Bearing, EvidenceFile, EvidenceLink } from './store/items.ts'
export { listLinked } from './store/items.ts'
export { complaintsUpheld, evidenceFallen } from './upheld.ts'
