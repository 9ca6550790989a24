import { plain } from './rating.ts'

/** What advisers of a usual year are agreed to stand at. */
export const USUAL = plain({
  'CS-01': 4,
  'CS-03': 3,
  'CS-04': 3,
  'CS-05': 3,
  'CS-06': 4,
  'CS-07': 3,
  'CS-08': 4,
  'CS-09': 3,
  'CS-13': 3,
  'CS-16': 3,
  'CS-17': 3,
  'CS-02': 2,
})
