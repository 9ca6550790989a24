/** One step of the tour: who acts, where, and what to look for. */
export type TourStep = {
  as: string
  page: 'work' | 'gaps' | 'objective' | 'plan' | 'review' | 'account'
  title: string
  words: string
  look: string
}

/** Six steps along the thread, from what the work shows to a printed account. */
export const TOUR: readonly TourStep[] = [
  {
    as: 'Amara Okafor',
    page: 'work',
    title: 'What the work shows',
    words:
      'Amara has two years of calls. Each figure carries its n, its interval and one of four verdicts. Most weeks are ordinary variation; one of hers is not.',
    look: 'Open first-contact resolution: the triangles are a signal, the open circles are weeks still open. Every figure leads to the contacts behind it.',
  },
  {
    as: 'Amara Okafor',
    page: 'gaps',
    title: 'The gap argues its case',
    words:
      'Her own rating, her leader’s and the agreed level stand side by side with what is for it, against it, old or missing. Nothing is averaged.',
    look: 'Handling complaints is a blind spot: she rates herself above everybody else. Career, in the menu, sets the same levels against the roles she could go on to.',
  },
  {
    as: 'Amara Okafor',
    page: 'objective',
    title: 'An objective that can be checked',
    words:
      'The objective keeps the chain to its need, with what would count as met, agreed beforehand. The hints quote the words they found and never stop you saving.',
    look: 'How it goes is a figure with its interval, and her own notes. Further down her plan, O-3 holds a change that Ben declined, with his reason.',
  },
  {
    as: 'Ben Hughes',
    page: 'plan',
    title: 'Two people agree a plan',
    words:
      'Ben is Amara’s team leader. Her plan shows who waits for whom, every version, and why each change was made. One of her goals is for Ben’s eyes and hers; another he does not see at all.',
    look: 'Compare two versions: the difference is said in words, with its cause. On his Team page Ben finds what has waited too long.',
  },
  {
    as: 'Ben Hughes',
    page: 'review',
    title: 'A review that changes something',
    words:
      'It opens with what changed since the last one: a priority did, so it asks of her objective “Still relevant?”. It asks whether the last reflection’s action happened, too. Both sign; the plan becomes a new version.',
    look: 'Progress is a verdict with its interval, not a percentage, beside what both agreed would count as met.',
  },
  {
    as: 'Amara Okafor',
    page: 'account',
    title: 'The account, printed',
    words:
      'The whole thread of each objective, and thirteen readiness checks, from her first rating to the routes she compared: what is there, what is missing, and where. No score, no tick. Chidi, her assessor, has awarded four criteria and referred one.',
    look: 'Print it: every gap in the thread is said, not hidden. In “Three weeks with the check-back card” her figure stands before and after.',
  },
]
