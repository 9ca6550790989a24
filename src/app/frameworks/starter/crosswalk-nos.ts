import type { Recognised } from './crosswalk.ts'

/**
 * National Occupational Standards for customer service and management, and the qualification units built on
 * them: codes and titles only. Source: domain.md 1.4, 2.3, and the contents pages named in each `source`.
 */
export const NATIONAL_STANDARDS: Recognised[] = [
  {
    framework: 'National Occupational Standards, Customer Service',
    publisher: 'Skills CFA (Instructus)',
    version: 'February 2013',
    address: 'https://studylib.net/doc/11667966',
    source: 'Contents page of the February 2013 suite',
    items: [
      { code: 'CFACSA1', title: 'Maintain a positive and customer-friendly attitude', ours: ['CS-09'] },
      { code: 'CFACSA3', title: 'Communicate effectively with customers', ours: ['CS-01', 'CS-10'] },
      { code: 'CFACSA6', title: 'Process information about customers', ours: ['CS-08'] },
      {
        code: 'CFACSA7',
        title: 'Live up to the brand promise when delivering customer service',
        ours: ['CS-13'],
      },
      { code: 'CFACSA8', title: 'Make customer service personal', ours: ['CS-09', 'CS-16'] },
      { code: 'CFACSA11', title: 'Deal with incoming telephone calls from customers', ours: ['CS-10'] },
      { code: 'CFACSA13', title: 'Deal with customers in writing or electronically', ours: ['CS-03'] },
      { code: 'CFACSA16', title: 'Build a customer service knowledge base', ours: ['CS-04'] },
      { code: 'CFACSA17', title: 'Champion customer service', ours: ['CS-15'] },
      { code: 'CFACSB1', title: 'Do your job in a customer-friendly way', ours: ['CS-15'] },
      {
        code: 'CFACSB10',
        title: 'Organise the delivery of reliable customer service',
        ours: ['CS-05', 'CS-06'],
      },
      { code: 'CFACSB11', title: 'Improve the customer relationship', ours: ['CS-13'] },
      {
        code: 'CFACSB12',
        title: 'Maintain and develop a healthy and safe customer service environment',
        ours: ['CS-17'],
      },
      { code: 'CFACSB14', title: 'Review the quality of customer service', ours: ['CS-14', 'CS-18'] },
      { code: 'CFACSB16', title: 'Deliver seamless customer service with a team', ours: ['CS-06', 'CS-11'] },
      {
        code: 'CFACSD3',
        title: 'Develop personal performance through delivering customer service',
        ours: ['CS-12'],
        confidence: 'from memory',
      },
    ],
  },
  {
    framework: 'Customer Service units of assessment',
    publisher: 'Skills CFA (Instructus)',
    version: 'February 2010',
    address: 'https://studylib.net/doc/11667968',
    source: 'Contents page of the February 2010 units',
    items: [
      { code: 'B4', title: 'Recognise diversity when delivering customer service', ours: ['CS-16'] },
      { code: 'B5', title: 'Deal with customers across a language divide', ours: ['CS-16'] },
      { code: 'B6', title: 'Use questioning techniques when delivering customer service', ours: ['CS-01'] },
      { code: 'B8', title: 'Maintain customer service through effective handover', ours: ['CS-11'] },
    ],
  },
  {
    framework: 'Regulated customer service units',
    publisher: 'Skills CFA (Instructus), on the Ofqual register',
    version: '2014 structures',
    address: 'https://studylib.net/doc/11668009',
    source: 'Structures of the Level 1, 3 and 4 customer service qualifications, 2014',
    items: [
      { code: 'R/506/2151', title: 'Resolve customers’ complaints', ours: ['CS-07'] },
      { code: 'K/506/2169', title: 'Resolve customers’ problems', ours: ['CS-06', 'CS-07'] },
      {
        code: 'K/506/2172',
        title: 'Monitor the quality of customer service interactions',
        ours: ['CS-14'],
      },
      { code: 'D/506/2170', title: 'Gather, analyse and interpret customer feedback', ours: ['CS-18'] },
      { code: 'D/506/2153', title: 'Champion customer service', ours: ['CS-15'] },
      { code: 'T/506/2126', title: 'Communicate with customers in writing', ours: ['CS-03'] },
      { code: 'H/506/1795', title: 'Manage time and workload', ours: ['CS-05'] },
      { code: 'T/506/2952', title: 'Manage personal and professional development', ours: ['CS-12'] },
      {
        code: 'L/601/1581',
        title: 'Plan and organise the development of customer service staff',
        ours: ['CS-02'],
        address: 'http://register.ofqual.gov.uk/Unit/Details/L_601_1581',
      },
    ],
  },
  {
    framework: 'National Occupational Standards, Management and Leadership',
    publisher: 'Skills CFA (Instructus)',
    version: 'version not stated',
    address: 'https://studylib.net/doc/11668009',
    source: 'Named in the guidance of the Level 2 unit L/506/1788',
    items: [
      { code: 'CFAM&LAA1', title: 'Manage yourself', ours: ['CS-05'] },
      {
        code: 'CFAM&LAA2',
        title: 'Develop your knowledge, skills and competence',
        ours: ['CS-12'],
        confidence: 'from memory',
      },
      {
        code: 'CFAM&LAA3',
        title: 'Develop and maintain professional networks',
        ours: ['CS-11'],
        confidence: 'from memory',
      },
    ],
  },
]
