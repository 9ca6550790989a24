import { examples, recognisedTool, selfAssessment } from './assessed.ts'
import type { Case, Finding } from './case.ts'
import { beyondSelf, outsideSources, recognisedFramework, softSkills, toldApart } from './needed.ts'
import { reflectiveAccount, regularReviews, route, serves, wholeObjectives } from './planned.ts'

/** The thirteen checks, in order. Source: mission.md, Readiness. */
export const CHECKS: readonly { title: string; find: (all: Case) => Finding }[] = [
  { title: 'Self-assessment complete against the role profile in force', find: selfAssessment },
  { title: 'Needs rest on evidence beyond self-perception', find: beyondSelf },
  { title: 'Needs name a recognised framework’s competency', find: recognisedFramework },
  { title: 'At least two kinds of outside source', find: outsideSources },
  { title: 'Personal and professional told apart, with reasons', find: toldApart },
  { title: 'Soft skills covered', find: softSkills },
  {
    title: 'Every objective is SMART and linked to a need, with resources, timeline, success criterion',
    find: wholeObjectives,
  },
  { title: 'Reviews regular and documented, changes with causes', find: regularReviews },
  { title: 'A complete reflective account with impact on practice', find: reflectiveAccount },
  { title: 'A target role and a route of growing responsibility, with cited sources', find: route },
  { title: 'A recognised self-assessment tool used', find: recognisedTool },
  { title: 'Concrete examples behind ratings', find: examples },
  { title: 'Objectives serve the organisation’s priorities and the person’s aspiration', find: serves },
]
