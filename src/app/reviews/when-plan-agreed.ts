import { firstPlanAgreed } from '../plans/plans.ts'
import { cadenceFor } from './cadence.ts'
import { setNext } from './next.ts'
import { firstReviewOn } from './rules/rhythm.ts'
import { findDate } from './store/reviews.ts'

/** The first plan sets the day of the first review, unless one is booked. */
export function listen(): void {
  firstPlanAgreed.listen(async (tx, { personId, day }) => {
    if ((await findDate(tx, personId)) !== null) return
    const { weeks } = await cadenceFor(tx, personId)
    await setNext(tx, personId, firstReviewOn(day, weeks), null)
  })
}
