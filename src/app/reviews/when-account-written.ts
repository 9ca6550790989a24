import { aboutAsked } from '../reflections/reflections.ts'
import { listReviews } from './reviews.ts'

/** Tells an account of a review which one it is. */
export function listen(): void {
  aboutAsked.listen(async (tx, question) => {
    const { personId, viewer, about } = question
    if (about.kind !== 'review') return
    const one = (await listReviews(tx, personId, viewer)).find(({ reviewId }) => reviewId === about.id)
    if (one) question.found = { words: `Review ${one.number}`, measure: null, since: one.heldOn }
  })
}
