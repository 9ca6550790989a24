import { ESCO, essential, helpful, ONET, STEADY, type StarterRole, VERSION } from './starter-role.ts'

export const PLANNER: StarterRole = {
  roleId: 'd66a9d56-92b8-430b-862d-56c39e871748',
  title: 'Workforce planner',
  track: 'Planning and insight',
  responsibility: 3,
  version: VERSION,
  jobs: [
    'planning analyst',
    'resource planner',
    'workforce analyst',
    'real time analyst',
    'scheduler',
    'forecaster',
  ],
  asks: [
    essential('CS-18', 4, 5),
    essential('CS-05', 5, 4),
    essential('CS-14', 3, 3),
    essential('CS-11', 4, 3),
    essential('CS-08', 3, 3),
    essential('CS-10', 3, 2),
    essential('CS-12', 3, 2),
    essential('CS-03', 3, 2),
    essential('CS-01', 3, 2),
    essential('CS-04', 3, 2),
    essential('CS-16', 3, 2),
    essential('CS-17', 3, 1),
    helpful('CS-15', 3),
    helpful('CS-13', 3),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience as an adviser, or with figures elsewhere. Employers ask for spreadsheets, for forecasting how many contacts will come and how many people they need, and for staying calm when the day turns out otherwise.',
  sources: [
    {
      title:
        'O*NET 29.2, 13-1199.00 Business Operations Specialists, All Other, which planners of service work fall under',
      address: `${ONET}13-1199.00`,
    },
  ],
}

export const INSIGHT_ANALYST: StarterRole = {
  roleId: '9ae53489-205b-43dc-b544-048f9919ed1b',
  title: 'Insight analyst',
  track: 'Planning and insight',
  responsibility: 4,
  version: VERSION,
  jobs: [
    'customer insight analyst',
    'data analyst',
    'reporting analyst',
    'customer experience analyst',
    'call centre analyst',
  ],
  asks: [
    essential('CS-18', 5, 5),
    essential('CS-14', 4, 4),
    essential('CS-15', 4, 4),
    essential('CS-05', 5, 3),
    essential('CS-03', 4, 3),
    essential('CS-10', 4, 3),
    essential('CS-12', 4, 3),
    essential('CS-08', 4, 3),
    essential('CS-11', 4, 2),
    essential('CS-01', 4, 2),
    essential('CS-04', 4, 2),
    essential('CS-13', 4, 2),
    essential('CS-16', 4, 2),
    essential('CS-17', 3, 1),
    helpful('CS-02', 3),
    helpful('CS-09', 3),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience in planning or quality with figures that others acted on. Employers ask for a reporting tool, sound survey practice and enough statistics to say what a figure cannot show.',
  sources: [
    {
      title: 'ESCO 1.2.0, 3341.1 call centre analyst',
      address: `${ESCO}30ca97f4-a4fd-4189-a781-ac08f6b09b78`,
    },
  ],
}
