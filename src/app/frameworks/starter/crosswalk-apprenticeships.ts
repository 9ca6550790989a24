import type { Recognised } from './crosswalk.ts'

/** Headings of English apprenticeship standards; headings carry no codes of their own. Source: domain.md 2.1, 2.2. */
export const APPRENTICESHIPS: Recognised[] = [
  {
    framework: 'Customer Service Practitioner, Level 2 (ST0072)',
    publisher: 'Institute for Apprenticeships and Technical Education (now Skills England)',
    version: 'as read in November 2026',
    address: 'https://occupational-maps.instituteforapprenticeships.org/maps/occupation/OCC0072',
    source: 'Headings as an assessment organisation lists them, and the occupation page OCC0072',
    items: [
      { code: 'ST0072 Know', title: 'Knowing your customers', ours: ['CS-01', 'CS-15'] },
      {
        code: 'ST0072 Know',
        title: 'Meeting regulations and legislation',
        ours: ['CS-08', 'CS-16', 'CS-17'],
      },
      { code: 'ST0072 Know', title: 'Your role and responsibility', ours: ['CS-14'] },
      { code: 'ST0072 Know', title: 'Customer experience', ours: ['CS-13'] },
      { code: 'ST0072 Know', title: 'Product and service knowledge', ours: ['CS-04'] },
      { code: 'ST0072 Do', title: 'Interpersonal skills', ours: ['CS-09'] },
      { code: 'ST0072 Do', title: 'Communication', ours: ['CS-01', 'CS-03', 'CS-10'] },
      { code: 'ST0072 Do', title: 'Personal organisation', ours: ['CS-05'] },
      { code: 'ST0072 Do', title: 'Dealing with customer conflict and challenge', ours: ['CS-07', 'CS-09'] },
      { code: 'ST0072 Behave', title: 'Developing self', ours: ['CS-12'] },
      { code: 'ST0072 Behave', title: 'Being open to feedback', ours: ['CS-12'], relation: 'isRelatedTo' },
      { code: 'ST0072 Behave', title: 'Team working', ours: ['CS-11'] },
      {
        code: 'ST0072 Behave',
        title: 'Equality, treating all customers as individuals',
        ours: ['CS-16'],
      },
      { code: 'ST0072 Behave', title: 'Right first time', ours: ['CS-06'] },
    ],
  },
  {
    framework: 'Customer Service Specialist, Level 3 (ST0071)',
    publisher: 'Institute for Apprenticeships and Technical Education (now Skills England)',
    version: 'not checked',
    address: 'https://occupational-maps.instituteforapprenticeships.org/maps/occupation/OCC0071',
    source: 'Occupation page OCC0071; its headings have not been checked',
    items: [
      {
        code: 'ST0071 Knowledge',
        title: 'Customer journey knowledge',
        ours: ['CS-13'],
        confidence: 'from memory',
      },
      {
        code: 'ST0071 Knowledge',
        title: 'Customer service culture and environment awareness',
        ours: ['CS-15'],
        confidence: 'from memory',
      },
      {
        code: 'ST0071 Skills',
        title: 'Customer service performance',
        ours: ['CS-14', 'CS-18'],
        confidence: 'from memory',
      },
      { code: 'ST0071 Skills', title: 'Service improvement', ours: ['CS-15'], confidence: 'from memory' },
      {
        code: 'ST0071 Behaviours',
        title: 'Ownership/responsibility',
        ours: ['CS-06', 'CS-07'],
        confidence: 'from memory',
      },
    ],
  },
  {
    framework: 'Team Leader or Supervisor, Level 3 (ST0384)',
    publisher: 'Institute for Apprenticeships and Technical Education (now Skills England)',
    version: 'as read in November 2026',
    address: 'https://skillsandlearningace.com',
    source: 'Headings as a training provider lists them',
    items: [
      { code: 'ST0384', title: 'Leading people', ours: ['CS-02'] },
      { code: 'ST0384', title: 'Managing people', ours: ['CS-02', 'CS-14'] },
      { code: 'ST0384', title: 'Building relationships', ours: ['CS-11'] },
    ],
  },
]
