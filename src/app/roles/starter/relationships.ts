import { ESCO, essential, helpful, ONET, STEADY, type StarterRole, VERSION } from './starter-role.ts'

export const ACCOUNT_ADVISER: StarterRole = {
  roleId: 'dbf08884-4bfb-49e9-aab3-258b8240fc41',
  title: 'Account adviser',
  track: 'Customer relationships',
  responsibility: 3,
  version: VERSION,
  jobs: ['account advisor', 'account handler', 'account executive', 'client adviser', 'client advisor'],
  asks: [
    essential('CS-04', 4, 5),
    essential('CS-13', 4, 4),
    essential('CS-01', 4, 4),
    essential('CS-10', 4, 3),
    essential('CS-09', 4, 3),
    essential('CS-06', 4, 3),
    essential('CS-08', 4, 3),
    essential('CS-07', 4, 3),
    essential('CS-03', 4, 3),
    essential('CS-05', 4, 2),
    essential('CS-15', 3, 2),
    essential('CS-12', 3, 2),
    essential('CS-16', 3, 2),
    essential('CS-17', 3, 1),
    helpful('CS-11', 3),
    helpful('CS-18', 3),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience as an adviser who keeps promises over weeks and not only within one call. Employers ask for knowledge of the product and care with a customer’s whole account.',
  sources: [
    {
      title: 'O*NET 29.2, 41-3091.00 Sales Representatives of Services, job zone 2',
      address: `${ONET}41-3091.00`,
    },
    {
      title: 'ESCO 1.2.0, 4225.1 customer service representative',
      address: `${ESCO}13d1b2b4-99dd-44da-9734-c9f74bae18f7`,
    },
  ],
}

export const SUCCESS_MANAGER: StarterRole = {
  roleId: 'b776818b-4c10-4b31-aadb-0924380954e2',
  title: 'Customer success manager',
  track: 'Customer relationships',
  responsibility: 4,
  version: VERSION,
  jobs: ['client relations manager', 'account manager', 'customer relationship manager'],
  asks: [
    essential('CS-04', 5, 5),
    essential('CS-13', 5, 4),
    essential('CS-10', 5, 4),
    essential('CS-01', 5, 3),
    essential('CS-18', 4, 3),
    essential('CS-15', 4, 3),
    essential('CS-09', 4, 3),
    essential('CS-06', 4, 2),
    essential('CS-07', 4, 2),
    essential('CS-03', 4, 2),
    essential('CS-05', 4, 2),
    essential('CS-08', 4, 2),
    essential('CS-12', 4, 2),
    essential('CS-11', 4, 2),
    essential('CS-16', 4, 2),
    essential('CS-17', 3, 1),
    helpful('CS-02', 3),
    helpful('CS-14', 3),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience with accounts: plans agreed with customers, newcomers brought in, renewals. Employers ask for commercial sense beside service.',
  sources: [
    {
      title: 'ESCO 1.2.0, 2431.6 client relations manager',
      address: `${ESCO}725090a7-9943-4dae-8079-a6999d21ddba`,
    },
    {
      title: 'O*NET 29.2, 41-3091.00 Sales Representatives of Services, job zone 2',
      address: `${ONET}41-3091.00`,
    },
  ],
}
