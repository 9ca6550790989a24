export { importRecords } from './importing.ts'
export { recordRatesOf } from './rates.ts'
export type { RecordKind } from './rules/kinds.ts'
export type { RecordRate } from './rules/rate.ts'
