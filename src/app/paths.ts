import type { Id } from '../kernel/id.ts'

const of = (person: Id) => `/people/${person}`

/** A text as an address of this site, or null: other sites, and what a browser would read as one, are none. */
export function insidePath(text: string): string | null {
  const here = 'http://goldthread.invalid'
  if (!text.startsWith('/') || !URL.canParse(text, here)) return null
  const { origin, pathname, search, hash } = new URL(text, here)
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : null
}

/** Every URL of the product. A person's records all live below the person, so that one guard serves them. */
export const paths = {
  welcome: '/',
  setUp: (kind?: 'team' | 'centre' | 'me') => (kind ? `/set-up?kind=${kind}` : '/set-up'),
  signIn: '/sign-in',
  signOut: '/sign-out',
  forgotten: '/forgotten',
  link: (token: string) => `/join/${token}`,
  findLink: '/join',
  settings: '/settings',
  appearance: '/appearance',
  kept: '/what-we-keep',
  accessibility: '/accessibility',
  help: '/help',
  components: '/components',

  /** Leads to where this person begins: their team, their development, or the people. */
  start: '/start',
  home: '/home',
  team: '/team',
  people: '/people',
  person: of,
  personChange: (person: Id) => `${of(person)}/change`,
  work: (person: Id) => `${of(person)}/work`,
  measure: (person: Id, measure: string) => `${of(person)}/work/${measure}`,
  contacts: (person: Id, measure: string, from: string, to: string) =>
    `${of(person)}/work/${measure}/contacts?from=${from}&to=${to}`,
  tallies: (person: Id) => `${of(person)}/tallies`,
  tallyEntries: (person: Id, tally: Id) => `${of(person)}/tallies/${tally}/entries`,
  tallyEntryRemoval: (person: Id, tally: Id, entry: Id) =>
    `${of(person)}/tallies/${tally}/entries/${entry}/removal`,
  evidence: (person: Id) => `${of(person)}/evidence`,
  evidenceNew: (person: Id) => `${of(person)}/evidence/new`,
  evidenceItem: (person: Id, evidence: Id) => `${of(person)}/evidence/${evidence}`,
  evidenceChange: (person: Id, evidence: Id) => `${of(person)}/evidence/${evidence}/change`,
  evidenceFile: (person: Id, evidence: Id, file: Id) =>
    `${of(person)}/evidence/${evidence}/files/${file}`,
  evidenceLinks: (person: Id, evidence: Id) => `${of(person)}/evidence/${evidence}/links`,
  evidenceFigures: (person: Id) => `${of(person)}/evidence/figures`,
  reflections: (person: Id) => `${of(person)}/reflections`,
  reflection: (person: Id, reflection: Id) => `${of(person)}/reflections/${reflection}`,
  reflectionNew: (person: Id, model?: 'gibbs' | 'kolb', about?: string) =>
    `${of(person)}/reflections/new${model ? `?model=${model}${about ? `&about=${about}` : ''}` : ''}`,
  reflectionEvidence: (person: Id, reflection: Id) => `${of(person)}/reflections/${reflection}/evidence`,
  assessments: (person: Id) => `${of(person)}/assessments`,
  assessment: (person: Id, assessment: Id) => `${of(person)}/assessments/${assessment}`,
  gaps: (person: Id) => `${of(person)}/gaps`,
  plan: (person: Id) => `${of(person)}/plan`,
  planVersion: (person: Id, version: number) => `${of(person)}/plan/versions/${version}`,
  gapNeeds: (person: Id) => `${of(person)}/gaps/needs`,
  agreement: (person: Id, assessment: Id) => `${of(person)}/assessments/${assessment}/agreement`,
  needs: (person: Id) => `${of(person)}/needs`,
  needNew: (person: Id) => `${of(person)}/needs/new`,
  need: (person: Id, need: Id) => `${of(person)}/needs/${need}`,
  objective: (person: Id, objective: Id) => `${of(person)}/objectives/${objective}`,
  objectiveNew: (person: Id, need?: Id) => `${of(person)}/objectives/new${need ? `?need=${need}` : ''}`,
  reviews: (person: Id) => `${of(person)}/reviews`,
  review: (person: Id, review: Id) => `${of(person)}/reviews/${review}`,
  account: (person: Id) => `${of(person)}/account`,

  imports: '/imports',
  import: (batch: Id) => `/imports/${batch}`,
  importNames: (batch: Id) => `/imports/${batch}/names`,
  importRejects: (batch: Id) => `/imports/${batch}/rejects`,
  importUndoing: (batch: Id) => `/imports/${batch}/undoing`,
  priorities: '/priorities',
  frameworks: '/frameworks',
  competency: (competency: Id) => `/frameworks/${competency}`,
  roles: '/roles',
  role: (role: Id) => `/roles/${role}`,

  demo: '/demo',
  characters: '/demo/characters',
  tour: (step: number) => `/demo/tour/${step}`,
} as const
