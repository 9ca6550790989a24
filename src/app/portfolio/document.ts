import type { Thread } from './portfolio.ts'

/** A thread as the command line and the API give it: one document, every knot by name. */
export function threadDocument({ objective, need, competency, evidence, reviews, accounts, impact }: Thread) {
  return {
    evidence: evidence.map(({ ref, kind, title, happenedOn, addedOn, by, snapshot }) => ({
      ref,
      kind,
      title,
      happenedOn,
      addedOn,
      by,
      figure: snapshot?.figure ?? null,
    })),
    need: need && {
      ref: need.ref,
      title: need.title,
      kind: need.kind,
      why: need.why,
      competency: competency?.title ?? null,
      madeOn: need.madeOn,
    },
    objective: {
      ref: objective.ref,
      title: objective.title,
      text: objective.text,
      kind: objective.kind,
      state: objective.state,
      measure: objective.measure,
      unit: objective.unit,
      baseline: objective.baseline,
      target: objective.target,
      due: objective.due,
      resources: objective.resources,
      success: objective.success,
      priority: objective.priority,
      agreedOn: objective.agreedOn,
      verdict: objective.reading.verdict,
    },
    actions: objective.actions.map(({ what, owner, by, state, doneOn }) => ({
      what,
      owner,
      by,
      state,
      doneOn,
    })),
    reviews: reviews.map(({ review, where, impact: said, changes }) => ({
      number: review.number,
      state: review.state,
      heldOn: review.heldOn,
      where,
      impact: said,
      changes: changes.map(({ words, before, after, cause, reason }) => ({
        words,
        before,
        after,
        cause,
        reason,
      })),
      signatures: review.signatures.map(({ name, as, at }) => ({ name, as, at: at.toISOString() })),
      account: accounts.find(({ reflectionId }) => reflectionId === review.reflectionId)?.ref ?? null,
    })),
    impact,
    /** Decisions of assessors come with criteria. */
    decisions: [],
  }
}
