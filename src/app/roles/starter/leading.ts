import { ESCO, essential, ONET, SENIOR, type StarterRole, VERSION } from './starter-role.ts'

export const CENTRE_MANAGER: StarterRole = {
  roleId: '1ccfe295-790f-4c80-a9f9-b3c99c3b41b9',
  title: 'Contact-centre manager',
  track: 'Line',
  responsibility: 5,
  version: VERSION,
  jobs: [
    'contact centre manager',
    'call centre manager',
    'customer service manager',
    'customer services manager',
    'operations manager',
  ],
  asks: [
    essential('CS-02', 5, 5),
    essential('CS-14', 5, 5),
    essential('CS-18', 5, 5),
    essential('CS-15', 5, 4),
    essential('CS-11', 5, 4),
    essential('CS-07', 5, 3),
    essential('CS-08', 5, 3),
    essential('CS-10', 5, 3),
    essential('CS-05', 5, 3),
    essential('CS-12', 4, 2),
    essential('CS-16', 5, 2),
    essential('CS-17', 5, 2),
    essential('CS-06', 4, 2),
    essential('CS-01', 4, 2),
    essential('CS-09', 4, 2),
    essential('CS-13', 4, 2),
    essential('CS-04', 4, 1),
    essential('CS-03', 4, 1),
  ],
  sector: null,
  mastery: SENIOR,
  entry:
    'Usually some years of leading a team, or a graduate scheme. Part of the work done before the post: a budget, a rota for several teams, a change carried through.',
  sources: [
    {
      title: 'ESCO 1.2.0, 1439.3 contact centre manager',
      address: `${ESCO}f5166c6b-3467-4fc4-9343-d12e870d9def`,
    },
    {
      title: 'O*NET 29.2, 11-1021.00 General and Operations Managers, job zone 4',
      address: `${ONET}11-1021.00`,
    },
  ],
}

export const HEAD: StarterRole = {
  roleId: '16c41614-fcca-4ad5-b949-e5fa761b73c6',
  title: 'Head of customer service',
  track: 'Line',
  responsibility: 6,
  version: VERSION,
  jobs: [
    'head of customer services',
    'head of service',
    'head of customer experience',
    'head of customer operations',
    'director of customer service',
  ],
  asks: [
    essential('CS-15', 5, 5),
    essential('CS-14', 5, 5),
    essential('CS-18', 5, 5),
    essential('CS-02', 5, 4),
    essential('CS-10', 5, 4),
    essential('CS-11', 5, 4),
    essential('CS-12', 5, 4),
    essential('CS-03', 5, 3),
    essential('CS-05', 5, 3),
    essential('CS-08', 5, 3),
    essential('CS-16', 5, 3),
    essential('CS-17', 5, 3),
    essential('CS-07', 5, 2),
    essential('CS-01', 5, 2),
    essential('CS-09', 5, 2),
    essential('CS-13', 5, 2),
    essential('CS-06', 4, 1),
    essential('CS-04', 4, 1),
  ],
  sector: null,
  mastery: SENIOR,
  entry:
    'A department led well for some years, on the line or for quality. Employers ask for results over a whole year, a budget held, and service changed across departments.',
  sources: [
    {
      title: 'ESCO 1.2.0, 2431.8 customer experience manager',
      address: `${ESCO}9c9752b7-3e3b-4a08-8553-b63a013f8072`,
    },
    {
      title: 'O*NET 29.2, 11-1021.00 General and Operations Managers, job zone 4',
      address: `${ONET}11-1021.00`,
    },
  ],
}
