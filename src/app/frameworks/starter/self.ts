import { competency } from './write.ts'

/** How a person runs their own work and grows in it. Source: mission.md A9, A11, B8. */
export const ORGANISING = competency(
  'CS-05',
  'f98b7a84-00b7-4c17-860d-af1198fc6aee',
  'Organising own work',
  { kind: 'skill' },
  'You plan your time and your open cases so that promises are kept, and say early when one can’t be.',
  [
    'I follow my rota, and keep a list of what I have open.',
    'I put call-backs and follow-ups in the diary. Somebody helps me choose when everything is urgent.',
    'I plan my shift around promises already made, deal with the most urgent first, and warn the customer before a date slips.',
    'When queues jump or systems fail I plan anew, keep the promises that matter most, and hand the rest over cleanly.',
    'I help the team to plan its work: shared diaries, cover, and ways to see a promise before it is broken.',
  ],
  'time management, organis, plan, diary, deadline, backlog, priorit, workload, late, punctual, rota, adherence, forgot, promised, on time, in good time, turned up, turn up, turning up, turns up, ring back, ring me back, rang back, never rang, when they said, just as they said, by noon, the day promised, missed appointment, let me know sooner, late for',
)

export const TEAMWORK = competency(
  'CS-11',
  'a9f3d636-5505-4c4c-9684-a2e34f592d33',
  'Working as a team',
  { kind: 'behaviour', soft: true },
  'You share what you know, hand work over well and settle differences, so that customers meet one organisation.',
  [
    'I know who does what in my team, and ask when I am unsure.',
    'I share what I know when asked, and hand cases over by the agreed steps.',
    'I hand over all that the next person needs, offer help when a colleague is stretched, and say openly when I need it.',
    'I work with teams whose aims differ from ours, sort out a disagreement directly, and keep the customer out of it.',
    'I shape how teams work together: agreed handovers, shared reviews, credit where it is due.',
  ],
  'team, colleague, handover, hand over, together, share, cooperat, collaborat, cover, disagree, support each other, works with, work with, helps others, helping hand, raising issues, reached out',
)

export const LEARNING = competency(
  'CS-12',
  '479e81f5-6aa3-4a59-a686-cd26f6825471',
  'Learning and openness to feedback',
  { kind: 'behaviour', soft: true },
  'You look for feedback, reflect on real contacts, and change what you do because of them.',
  [
    'I listen to feedback without arguing, and go to the training I am given.',
    'With my leader’s help, I turn feedback into one thing to try.',
    'I ask more than one source for feedback, reflect on real contacts, and can say what I changed because of it.',
    'I look for what contradicts my own view, weigh sources that disagree, and keep changing my practice until the result shows it.',
    'I make it safe to give and to hear feedback, and tell others what I got wrong and what I learnt from it.',
  ],
  'feedback, learn, reflect, development, course, qualification, improve myself, self-aware, criticism, defensive, career',
)
