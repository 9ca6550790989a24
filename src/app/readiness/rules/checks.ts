import { count } from '../../../kernel/text.ts'
import { examples, recognisedTool, selfAssessment } from './assessed.ts'
import type { Case, Finding } from './case.ts'
import { beyondSelf, outsideSources, recognisedFramework, softSkills, toldApart } from './needed.ts'
import { serves, wholeObjectives } from './planned.ts'
import { progression } from './progression.ts'
import { reflectiveAccount, regularReviews } from './reviewed.ts'

/** A check: its name, what it asks for in words, and the predicate that is those words. */
type Check = { title: string; means: (all: Case) => string; find: (all: Case) => Finding }

const SET_FOR = {
  person: 'set for this person',
  organisation: 'set by the organisation',
  usual: 'the usual one',
} as const

/** The thirteen checks, in order. Source: mission.md, Readiness. */
export const CHECKS: readonly Check[] = [
  {
    title: 'Self-assessment complete against the role profile in force',
    means: () =>
      'One self-assessment is handed in, against the version of the role’s profile that is in force today. Each competency of that profile has a level and, beside it, evidence, an example or “no example yet”.',
    find: selfAssessment,
  },
  {
    title: 'Needs rest on evidence beyond self-perception',
    means: () =>
      'There is a need of the work, and each such need rests on at least one item from somebody else or from counted work: one that it names, or one on the same competency. Own reflections and certificates alone carry none.',
    find: beyondSelf,
  },
  {
    title: 'Needs name a recognised framework’s competency',
    means: () =>
      'There is a need of the work, and each names a competency that is matched to a published framework: its name, version and address, and the match was read at the publisher and not recalled.',
    find: recognisedFramework,
  },
  {
    title: 'At least two kinds of outside source',
    means: () =>
      'The evidence comes from at least two kinds of source besides the person. Two observations are one kind; an observation and a compliment are two.',
    find: outsideSources,
  },
  {
    title: 'Personal and professional told apart, with reasons',
    means: () =>
      'Each need and objective says which it is, with a reason that says more than the word itself and does not speak of the other kind. A need of the work names a competency.',
    find: toldApart,
  },
  {
    title: 'Soft skills covered',
    means: () =>
      'The role asks for soft skills, each of them has a level in the self-assessment, and a need is about one of them, or all are agreed to be at the level that the role asks for.',
    find: softSkills,
  },
  {
    title: 'Every objective is SMART and linked to a need, with resources, timeline, success criterion',
    means: () =>
      'Each objective, save those closed as no longer needed, is agreed, reads as SMART, is linked to a need, and names resources, a date with an action, and a success criterion that can be judged. “To be confirmed” names nothing.',
    find: wholeObjectives,
  },
  {
    title: 'Reviews regular and documented, changes with causes',
    means: ({ cadence }) =>
      `At least two reviews were held, two weeks or more apart, and signed. Regular means the cadence in force: ${count(cadence.weeks, 'week')} (${SET_FOR[cadence.setFor]}). Not longer than that went by from the first agreement to a review, between two, or since the last. Every change of the plan gives a cause and a reason.`,
    find: regularReviews,
  },
  {
    title: 'A complete reflective account with impact on practice',
    means: () =>
      'One account has something to say in every stage of its cycle, is more than description, names a cause, ends in an action that somebody could see being done, and says what changed at work since: a change or a figure, not a feeling or an intention.',
    find: reflectiveAccount,
  },
  {
    title:
      'A target role and a route of growing responsibility, with cited sources and alternatives compared',
    means: () =>
      'A target role is chosen, and a route leads to it from the present role on which responsibility grows. At least two sources say what was learnt and why they can be relied on, and two are set against each other. At least two roles besides the present one, on different tracks, are compared, with why one of them suits and what the person would answer for there. A move to the side, or a new job that answers for no more, is none.',
    find: progression,
  },
  {
    title: 'A recognised self-assessment tool used',
    means: () =>
      'A SWOT with something under each of its four headings, and at least one entry that leans on evidence, a competency or a need; or a Johari window in which 360 feedback stands. Levels alone are not enough here.',
    find: recognisedTool,
  },
  {
    title: 'Concrete examples behind ratings',
    means: () =>
      'Each rating rests on one occasion that somebody could check: an example of its own that says when, with whom, what was done and what followed, or an item of evidence that is one occasion. A figure over weeks is none. “No example yet” is honest, and leaves this open.',
    find: examples,
  },
  {
    title: 'Objectives serve the organisation’s priorities and the person’s aspiration',
    means: () =>
      'A professional objective is agreed, each agreed one names a priority that is in force, where the person wants to go is written down, and at least one objective serves it.',
    find: serves,
  },
]
