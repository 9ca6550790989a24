/** What Leah, who leads the other team, told her. */
export const TALK = {
  kind: 'person spoken to',
  title: 'Leah, team leader at Quayside: half an hour about her week',
  address: 'in her office, with a page of notes that we both kept',
  learnt:
    'Of five days, one and a half go to one-to-ones and observations, one to the rota and sickness, and most of Thursday to figures that she explains to Ruth. She answers for the work of her whole team, and speaks to a customer herself only when a complaint has come back twice. She was a senior adviser for two years, and held one-to-ones in the second.',
  reliance: 'with care',
  relianceWhy:
    'She does the job now and had nothing to sell me. It is one person, in a team of written tickets, and she warned me herself that Ben’s week looks different.',
}

/** What ESCO says of the same job, and the two beside each other. */
export const BESIDE = {
  page: {
    kind: 'occupation page',
    title: 'ESCO 1.2.0, 3341.3 call centre supervisor',
    address: 'http://data.europa.eu/esco/occupation/6aa78e46-ce22-421f-8a75-e915ac63c9d0',
    learnt:
      'Reading what the telephone system counts, presenting reports, forecasting how much work comes, measuring the quality of calls and training people are what it calls essential. Complaints are not in its list, and managing staff is only optional. Nothing in it says how long people worked before.',
    reliance: 'with care',
    relianceWhy:
      'Many employers in many countries stand behind it, and it carries a version and a date. It is wide: it describes no centre that I know, and says nothing of how well one must do each thing.',
  },
  words:
    'Both say that a team leader reads figures and explains them, and I had not counted that among what I lack. They differ on complaints: Leah takes those herself that came back twice, ESCO names none, perhaps because a bigger centre has a desk for them. For what the job asks in general I trust ESCO more; for how a week goes here, and what I should do before I apply, I trust Leah.',
}

/** Two ways on from senior adviser, on different tracks. */
export const WAYS = {
  why: 'Both ways ask me to coach. The learning lead does it in courses, by plan, for people they seldom see again. I want to see in March what came of what we agreed in January, because that is the part I am learning with Ellie. Learning lead is two levels of product knowledge away from me besides, and a course would not close those.',
  progression:
    'Now I answer for my own contacts. As a team leader I would answer for the work of nine people: who needs what, whether their promises are kept, and what the figures say of the team. I would decide the rota and sign off what we say to a customer whose complaint is upheld. It would be more than another job at better pay, because others’ work would be mine to answer for.',
}

/** An advert that she found and has shown to nobody. */
export const ADVERT = {
  title: 'Customer care team leader',
  source: {
    title: 'Ouse Valley Water, its own careers page',
    address: 'https://careers.ousevalley.example/214',
  },
  sector: 'Utilities',
  advert: `Customer care team leader, Fenborough

You will lead a team of nine advisers who help our customers with bills, leaks and moving home.

What you will do
- Coach your advisers: sit beside them, hold monthly one-to-ones and come back to what you agreed
- Take over complaints that have come back, and put right what caused them
- Explain the team’s figures on satisfaction and first contact resolution at the weekly huddle
- Keep our service standards and check quality with the other team leaders
- Plan the rota, so that every shift has cover

What we look for
- You have worked with customers for two years or more and listen before you answer
- You stay calm with people who are upset, and show others how
- You know what the rules on personal data ask of us
- Experience with spreadsheets would be an advantage`,
}

/** What Amara read out of it, by competency. */
export const ADVERT_LEVELS = {
  'CS-02': 4,
  'CS-07': 4,
  'CS-14': 4,
  'CS-01': 4,
  'CS-09': 4,
  'CS-05': 4,
  'CS-08': 3,
  'CS-18': 3,
} as const
