import {
  ESCO,
  essential,
  helpful,
  MAPS,
  ONET,
  PRACTISED,
  STEADY,
  type StarterRole,
  VERSION,
} from './starter-role.ts'

/**
 * The role that a person has where nothing else is known.
 * Levels and weights are Goldthread's own proposal; the sources say what the work consists of. Source: mission.md
 * B1, B2; domain.md 2.1 to 2.6.
 */
export const ADVISER: StarterRole = {
  roleId: '88872114-8d48-44ff-90be-c845fb661873',
  title: 'Customer service adviser',
  track: 'Line',
  responsibility: 2,
  version: VERSION,
  jobs: [
    'adviser',
    'advisor',
    'agent',
    'customer service representative',
    'customer service assistant',
    'call handler',
  ],
  asks: [
    essential('CS-07', 4, 5),
    essential('CS-06', 4, 4),
    essential('CS-08', 4, 4),
    essential('CS-01', 4, 3),
    essential('CS-09', 3, 3),
    essential('CS-04', 3, 2),
    essential('CS-03', 3, 2),
    essential('CS-05', 3, 2),
    essential('CS-13', 3, 2),
    essential('CS-16', 3, 2),
    essential('CS-17', 3, 1),
    helpful('CS-02', 2),
  ],
  sector: null,
  mastery: PRACTISED,
  entry:
    'No set qualifications. Some employers ask for English and maths at GCSE. A Level 2 apprenticeship is a usual way in, and a Level 3 one follows.',
  sources: [
    {
      title: 'ESCO 1.2.0, 4225.1 customer service representative',
      address: `${ESCO}13d1b2b4-99dd-44da-9734-c9f74bae18f7`,
    },
    {
      title: 'O*NET 29.2, 43-4051.00 Customer Service Representatives, job zone 2',
      address: `${ONET}43-4051.00`,
    },
    {
      title: 'Apprenticeship standard ST0072, Customer service practitioner, Level 2',
      address: `${MAPS}OCC0072`,
    },
  ],
}

export const SENIOR_ADVISER: StarterRole = {
  roleId: '5be9888e-a2d2-44e7-b34a-a44ff7cae388',
  title: 'Senior adviser',
  track: 'Line',
  responsibility: 3,
  version: VERSION,
  jobs: ['senior', 'senior adviser', 'senior advisor', 'senior agent', 'customer service specialist'],
  asks: [
    essential('CS-07', 4, 5),
    essential('CS-06', 4, 4),
    essential('CS-08', 4, 4),
    essential('CS-02', 3, 4),
    essential('CS-01', 4, 3),
    essential('CS-09', 4, 3),
    essential('CS-04', 4, 3),
    essential('CS-18', 3, 3),
    essential('CS-05', 4, 2),
    essential('CS-03', 3, 2),
    essential('CS-13', 4, 2),
    essential('CS-11', 3, 2),
    essential('CS-12', 3, 2),
    essential('CS-16', 3, 2),
    essential('CS-17', 3, 1),
    helpful('CS-14', 3),
    helpful('CS-15', 3),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Steady practice at an adviser’s levels for six months to a year, and some months of doing part of this work already. A Level 3 apprenticeship takes about 15 months.',
  sources: [
    {
      title: 'Apprenticeship standard ST0071, Customer service specialist, Level 3',
      address: `${MAPS}OCC0071`,
    },
    {
      title: 'O*NET 29.2, 43-4051.00 Customer Service Representatives, job zone 2',
      address: `${ONET}43-4051.00`,
    },
  ],
}

export const TEAM_LEADER: StarterRole = {
  roleId: '2e14f228-cb86-4cdf-9d41-80676a781725',
  title: 'Team leader',
  track: 'Line',
  responsibility: 4,
  version: VERSION,
  jobs: ['team leader', 'team manager', 'team lead', 'supervisor', 'shift leader'],
  asks: [
    essential('CS-02', 4, 5),
    essential('CS-07', 5, 4),
    essential('CS-14', 4, 4),
    essential('CS-18', 4, 4),
    essential('CS-15', 4, 3),
    essential('CS-12', 4, 3),
    essential('CS-11', 4, 3),
    essential('CS-08', 4, 3),
    essential('CS-06', 4, 2),
    essential('CS-01', 4, 2),
    essential('CS-09', 4, 2),
    essential('CS-10', 4, 2),
    essential('CS-05', 4, 2),
    essential('CS-16', 4, 2),
    essential('CS-17', 4, 2),
    essential('CS-13', 4, 2),
    essential('CS-04', 4, 1),
    essential('CS-03', 3, 1),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience as a senior adviser or in a specialist role, with part of a leader’s work done before the post: one-to-ones, observations, a rota. The Level 3 team leader apprenticeship takes 15 to 18 months.',
  sources: [
    {
      title: 'ESCO 1.2.0, 3341.3 call centre supervisor',
      address: `${ESCO}6aa78e46-ce22-421f-8a75-e915ac63c9d0`,
    },
    {
      title:
        'O*NET 29.2, 43-1011.00 First-Line Supervisors of Office and Administrative Support Workers, job zone 3',
      address: `${ONET}43-1011.00`,
    },
    {
      title: 'Apprenticeship standard ST0384, Team leader or supervisor, Level 3',
      address: 'https://skillsandlearningace.com',
    },
  ],
}

export const TRAINEE: StarterRole = {
  roleId: '0044f161-8fa7-4ca9-bfd2-80b3031bd036',
  title: 'Trainee adviser',
  track: 'Line',
  responsibility: 1,
  version: VERSION,
  jobs: [
    'trainee',
    'trainee advisor',
    'trainee customer service adviser',
    'trainee customer service advisor',
    'apprentice adviser',
  ],
  asks: [
    essential('CS-01', 3, 4),
    essential('CS-08', 3, 4),
    essential('CS-06', 2, 4),
    essential('CS-04', 2, 3),
    essential('CS-07', 2, 3),
    essential('CS-09', 2, 3),
    essential('CS-05', 2, 2),
    essential('CS-03', 2, 2),
    essential('CS-13', 2, 2),
    essential('CS-16', 2, 2),
    essential('CS-17', 2, 2),
  ],
  sector: null,
  mastery: null,
  entry:
    'No experience is asked for. Employers look for somebody who listens, can use a keyboard and a screen at once, and wants to learn; a Level 2 apprenticeship begins here.',
  sources: [
    {
      title: 'ESCO 1.2.0, 4222.1 customer contact centre information clerk',
      address: `${ESCO}b7b75eb6-34bc-462d-b412-eed393cc1397`,
    },
    {
      title: 'Apprenticeship standard ST0072, Customer service practitioner, Level 2',
      address: `${MAPS}OCC0072`,
    },
  ],
}
