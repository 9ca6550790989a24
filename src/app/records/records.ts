export { recordRatesOf } from './rates.ts'
export type { RecordRate } from './rules/rate.ts'
