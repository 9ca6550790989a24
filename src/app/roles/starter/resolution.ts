import { essential, helpful, MAPS, STEADY, type StarterRole, VERSION } from './starter-role.ts'

export const COMPLAINTS_HANDLER: StarterRole = {
  roleId: '42bcc563-eaa2-403c-a38e-a2d49204039c',
  title: 'Complaints handler',
  track: 'Resolution',
  responsibility: 3,
  version: VERSION,
  jobs: [
    'complaint',
    'complaints',
    'complaints specialist',
    'complaints adviser',
    'complaints advisor',
    'senior complaints handler',
  ],
  asks: [
    essential('CS-07', 5, 5),
    essential('CS-03', 4, 5),
    essential('CS-08', 4, 4),
    essential('CS-04', 4, 3),
    essential('CS-09', 4, 3),
    essential('CS-01', 4, 3),
    essential('CS-13', 4, 3),
    essential('CS-16', 4, 3),
    essential('CS-05', 4, 2),
    essential('CS-06', 4, 2),
    essential('CS-12', 3, 2),
    essential('CS-17', 3, 1),
    helpful('CS-10', 4),
    helpful('CS-11', 3),
    helpful('CS-15', 3),
    helpful('CS-02', 2),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience as an adviser with written and disputed cases. Employers ask for clear written English, care in finding out what happened, and the rules of the ombudsman or regulator of their trade.',
  sources: [
    {
      title: 'Ofqual unit R/506/2151, Resolve customers’ complaints, Level 3',
      address: 'https://studylib.net/doc/11668009',
    },
    {
      title: 'Apprenticeship standard ST0071, Customer service specialist, Level 3',
      address: `${MAPS}OCC0071`,
    },
  ],
}

export const COMPLAINTS_LEAD: StarterRole = {
  roleId: 'a40abcd5-5965-4600-af97-f6ac45d6c0e1',
  title: 'Complaints lead',
  track: 'Resolution',
  responsibility: 4,
  version: VERSION,
  jobs: ['complaints manager', 'complaints team leader', 'complaints supervisor', 'head of complaints'],
  asks: [
    essential('CS-07', 5, 5),
    essential('CS-03', 5, 4),
    essential('CS-08', 5, 4),
    essential('CS-02', 4, 4),
    essential('CS-14', 4, 3),
    essential('CS-18', 4, 3),
    essential('CS-09', 5, 3),
    essential('CS-15', 4, 3),
    essential('CS-10', 4, 2),
    essential('CS-04', 4, 2),
    essential('CS-01', 4, 2),
    essential('CS-13', 4, 2),
    essential('CS-16', 4, 2),
    essential('CS-05', 4, 2),
    essential('CS-06', 4, 2),
    essential('CS-12', 4, 2),
    essential('CS-11', 4, 2),
    essential('CS-17', 4, 1),
  ],
  sector: null,
  mastery: STEADY,
  entry:
    'Experience as a complaints handler whose decisions stand when they are looked at again. Employers ask for coaching others in hard cases, and for seeing what causes complaints.',
  sources: [
    {
      title: 'Ofqual unit R/506/2151, Resolve customers’ complaints, Level 3',
      address: 'https://studylib.net/doc/11668009',
    },
    {
      title: 'Apprenticeship standard ST0384, Team leader or supervisor, Level 3',
      address: 'https://skillsandlearningace.com',
    },
  ],
}
