import { competency } from './write.ts'

/** Raising the service beyond one's own contacts. Source: mission.md A5, A14. */
export const COACHING = competency(
  'CS-02',
  'e2da82e6-d189-4f24-8cc7-2842540ac6ad',
  'Coaching others',
  { kind: 'skill', soft: true },
  'You help a colleague get better at the work: you observe, ask, give feedback they can use, and come back to see what changed.',
  [
    'I know what coaching is for, and how it differs from telling somebody what to do.',
    'With my leader near, I show a new colleague one task and answer questions about it.',
    'I sit with a colleague, name one thing I saw and what it led to, and ask what they would try next. We write it down.',
    'I hold one-to-ones that go from goal to next step, also with somebody who sees no need. Next time we look at what came of it.',
    'I coach people who coach. I plan who needs what, compare practice before and after, and change the approach where nothing moved.',
  ],
  'coach, mentor, train a colleague, buddy, shadow, feedback to, one-to-one, observ, develop others, new starter, grow model, new starters, passes on what, shows others, helping hand',
)

export const STANDARDS = competency(
  'CS-14',
  'eda10102-5016-48be-8daf-897ef6354d83',
  'Service standards',
  { kind: 'skill' },
  'You work to agreed standards of service, help to make them fair and observable, and say with facts when one serves nobody.',
  [
    'I know the standards for my work, such as how soon we reply and what a good note holds.',
    'I work to the standards with reminders, and ask when two of them pull against each other.',
    'I keep to our standards in an ordinary week, notice when I do not, and put it right before I am told.',
    'I hold the standard when it is hard: in peaks, with new systems, with difficult customers. I say with facts when a standard serves nobody.',
    'I agree standards with the team from what customers need, word them so that they can be observed, observe fairly and review them.',
  ],
  'standard, service level, sla, quality, audit, qa score, checklist, calibrat, consisten, reply time, adherence, wait, queue, hold music, on hold, picked up, pick up, picks up, hours, hrs, mins, minutes, ages, straight away, straight through, fast, quick, prompt, same day, same afternoon, no answer, nobody answered, reply, replie, staffing, more staff, slow, double-check',
)

export const CULTURE = competency(
  'CS-15',
  'd6d31976-f4c7-4279-8b9f-fc21fd291cfe',
  'Customer-centric culture',
  { kind: 'behaviour' },
  'You bring the customer’s side of the question into decisions, and help the organisation to do so.',
  [
    'I can say who our customers are and what they expect of us.',
    'When prompted, I ask how a change would look to a customer.',
    'I bring up what customers tell me, with examples, and suggest a better way to the person who can change it.',
    'I speak for the customer when it is unwelcome, weigh that honestly against cost and rules, and follow it until there is an answer.',
    'I make customers part of how the team decides: their words in our meetings, thanks that say what was done well, changes traced back to them.',
  ],
  'customer first, culture, voice of the customer, improvement, suggest, idea, survey, customer-centric, compliment, thank, champion',
)

export const MEASURES = competency(
  'CS-18',
  '2fab1e77-3062-4c09-94e9-d8eeefac6a42',
  'Reading and explaining measures',
  { kind: 'skill' },
  'You read figures such as first contact resolution and customer satisfaction for what they say, what they rest on and what they leave out.',
  [
    'I can say what first contact resolution and customer satisfaction count.',
    'With help, I read my own figures and see how many contacts they rest on.',
    'I explain my own figures: what is signal, what is noise, and what they leave out.',
    'I test a claim against its definition, count and interval, look for other causes, and say when there are too few points.',
    'I choose measures that can’t be met by serving customers worse, explain them to the team, and teach others to question them.',
  ],
  'measure, figure, kpi, csat, statistic, dashboard, report, trend, chart, data analysis, interval, average, spreadsheet',
)
