import type { Recognised } from './crosswalk.ts'

/**
 * O*NET 29.2 element identifiers and names, as its content model gives them.
 * Source: interop.md 9. CC BY 4.0, U.S. Department of Labor, Employment and Training Administration.
 */
export const ONET: Recognised[] = [
  {
    framework: 'O*NET content model',
    publisher: 'U.S. Department of Labor, Employment and Training Administration',
    version: '29.2',
    address: 'https://www.onetonline.org/link/summary/43-4051.00',
    source: 'O*NET 29.2 content model reference',
    items: [
      { code: '2.A.1.b', title: 'Active Listening', ours: ['CS-01'] },
      { code: '2.B.1.e', title: 'Instructing', ours: ['CS-02'] },
      {
        code: '4.A.4.b.5',
        title: 'Coaching and Developing Others',
        ours: ['CS-02'],
        relation: 'exactMatchOf',
      },
      { code: '2.A.1.c', title: 'Writing', ours: ['CS-03'] },
      { code: '2.A.1.a', title: 'Reading Comprehension', ours: ['CS-03', 'CS-04'] },
      { code: '2.B.5.a', title: 'Time Management', ours: ['CS-05'] },
      { code: '1.C.5.a', title: 'Dependability', ours: ['CS-05', 'CS-13'] },
      { code: '2.B.2.i', title: 'Complex Problem Solving', ours: ['CS-06'] },
      { code: '4.A.4.a.7', title: 'Resolving Conflicts and Negotiating with Others', ours: ['CS-07'] },
      { code: '2.C.8.b', title: 'Law and Government', ours: ['CS-08', 'CS-16'] },
      { code: '1.C.5.c', title: 'Integrity', ours: ['CS-08'] },
      { code: '2.B.1.a', title: 'Social Perceptiveness', ours: ['CS-09'] },
      { code: '1.C.3.b', title: 'Concern for Others', ours: ['CS-09'] },
      { code: '1.C.4.a', title: 'Self-Control', ours: ['CS-09'] },
      { code: '2.A.1.d', title: 'Speaking', ours: ['CS-10'] },
      { code: '1.C.3.a', title: 'Cooperation', ours: ['CS-11'] },
      { code: '2.B.1.b', title: 'Coordination', ours: ['CS-11'] },
      { code: '2.A.2.b', title: 'Active Learning', ours: ['CS-12'] },
      { code: '2.C.1.e', title: 'Customer and Personal Service', ours: ['CS-04', 'CS-13', 'CS-15'] },
      { code: '2.A.2.d', title: 'Monitoring', ours: ['CS-14'] },
      { code: '2.B.1.f', title: 'Service Orientation', ours: ['CS-15'] },
      { code: '2.C.8.a', title: 'Public Safety and Security', ours: ['CS-17'] },
      { code: '1.C.4.b', title: 'Stress Tolerance', ours: ['CS-17'] },
      { code: '2.A.2.a', title: 'Critical Thinking', ours: ['CS-18'] },
      { code: '2.A.1.e', title: 'Mathematics', ours: ['CS-18'] },
    ],
  },
]
