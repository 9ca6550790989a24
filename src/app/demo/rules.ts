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
    look: 'Handling complaints is a blind spot: she rates herself above everybody else.',
  },
  {
    as: 'Amara Okafor',
    page: 'objective',
    title: 'An objective that can be checked',
    words:
      'The objective keeps the chain to its need. The hints quote the words they found and never stop you saving.',
    look: 'Change the words, and press “Check the wording”.',
  },
  {
    as: 'Ben Hughes',
    page: 'plan',
    title: 'Two people agree a plan',
    words:
      'Ben is Amara’s team leader. Her plan shows who waits for whom, every version, and why each change was made.',
    look: 'Compare two versions: the difference is said in words, with its cause.',
  },
  {
    as: 'Ben Hughes',
    page: 'review',
    title: 'A review that changes something',
    words:
      'It opens with what changed since the last one, and asks whether the last reflection’s action happened. Both sign; the plan becomes a new version.',
    look: 'Progress is a verdict with its interval, not a percentage.',
  },
  {
    as: 'Amara Okafor',
    page: 'account',
    title: 'The account, printed',
    words:
      'The whole thread of each objective, and thirteen readiness checks: what is there, what is missing, and where. No score, no tick.',
    look: 'Print it: every gap in the thread is said, not hidden.',
  },
]
