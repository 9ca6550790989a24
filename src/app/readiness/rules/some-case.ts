import type { Case } from './case.ts'

export const HEARING = 'a-hearing'
export const RULES = 'b-rules'

const told = {
  when: '21 August',
  who: 'a daughter asking about her mother’s account',
  did: 'asked for the written authority first',
  followed: 'she sent it that afternoon',
  general: false,
}
const entries = ['strength', 'weakness', 'opportunity', 'threat'].map((quarter) => ({
  quarter,
  words: `what Amara says under ${quarter}`,
  linked: quarter === 'weakness',
}))

/** Amara's records with everything in them that this version can hold. */
export function whole(): Case {
  return {
    today: '2026-11-17',
    role: {
      title: 'Customer service adviser',
      version: '2026-2',
      asks: [
        { competencyId: HEARING, title: 'Listening', soft: true, level: 4 },
        { competencyId: RULES, title: 'Data protection', soft: false, level: 3 },
      ],
    },
    self: {
      assessmentId: 's-1',
      inOn: '2026-09-14',
      roleTitle: 'Customer service adviser',
      roleVersion: '2026-2',
      current: true,
      withheld: false,
      ratings: [
        { competencyId: HEARING, level: 3, example: null, occasion: true },
        { competencyId: RULES, level: 3, example: told, occasion: false },
      ],
    },
    complete: { lacking: [] },
    swot: { number: 1, beganOn: '2026-09-01', entries },
    johari: { compared: 2, feedback: 0 },
    agreed: [{ competencyId: HEARING, level: 3 }],
    competencies: [
      { competencyId: HEARING, title: 'Listening', soft: true },
      { competencyId: RULES, title: 'Data protection', soft: false },
    ],
    recognised: [{ competencyId: HEARING, framework: 'ESCO 1.2.0' }],
    evidence: [
      { evidenceId: 'e-1', source: 'Helpdesk measure', outside: true, links: [{ competencyId: HEARING }] },
      { evidenceId: 'e-2', source: 'Observation', outside: true, links: [{ competencyId: HEARING }] },
      { evidenceId: 'e-3', source: 'Reflection', outside: false, links: [{ competencyId: HEARING }] },
    ],
    needs: [
      {
        needId: 'n-1',
        ref: 'N-1',
        title: 'Check understanding',
        competencyId: HEARING,
        kind: 'professional',
        why: 'Callers ring again',
        evidenceIds: ['e-1'],
      },
    ],
    objectives: [
      {
        objectiveId: 'o-1',
        ref: 'O-1',
        kind: 'professional',
        why: 'The job asks for it',
        needId: 'n-1',
        unmet: [],
        resources: 'Two hours',
        success: 'Fewer callers ring again',
        due: '2026-12-18',
        actions: 2,
        agreed: true,
        closedAs: null,
        priority: { title: 'Winter billing', inForce: true },
        servesAspiration: true,
      },
    ],
    reviews: [
      { number: 1, heldOn: '2026-08-04', signed: 2, alone: false },
      { number: 2, heldOn: '2026-09-29', signed: 2, alone: false },
    ],
    agreedOn: '2026-06-16',
    nextReviewOn: '2026-11-24',
    cadence: { weeks: 12, setFor: 'usual' },
    changes: [{ ref: 'O-1', cause: 'feedback', reason: 'Callers asked for it' }],
    accounts: [
      {
        reflectionId: 'r-1',
        ref: 'R-1',
        about: 'the promised call',
        stages: [
          { name: 'What?', words: 24, done: true },
          { name: 'So what?', words: 30, done: true },
          { name: 'Now what?', words: 14, done: true },
        ],
        hints: [],
        impacts: ['Since then 21 of 23 promised calls were made on the day.'],
      },
    ],
    aspiration: 'Team leader',
    career: {
      target: 'Team leader',
      route: { steps: ['Senior adviser', 'Team leader'], character: 'progression' },
      sources: [
        { title: 'Lucy, team leader', learnt: 'Coaching takes most of the day', why: 'She does the job' },
        { title: 'Careers service', learnt: 'Most come from senior posts', why: 'Sells nothing, of 2026' },
      ],
      compared: ['Both speak of coaching; only Lucy says what it costs'],
      ways: [
        {
          titles: ['Team leader', 'Quality analyst'],
          tracks: 2,
          onward: true,
          why: 'I like it when a new adviser gets it',
          progression: 'I would answer for eight people',
          grows: true,
        },
      ],
    },
    priorities: 2,
  }
}
