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
  evidenceFile: (person: Id, evidence: Id, file: Id) => `${of(person)}/evidence/${evidence}/files/${file}`,
  /** Where the files of an item are added; `/end` below takes one away. */
  evidenceFiles: (person: Id, evidence: Id) => `${of(person)}/evidence/${evidence}/files`,
  /** Where a form lays a file aside before it is saved. */
  evidenceUploads: (person: Id) => `${of(person)}/evidence/uploads`,
  evidenceLinks: (person: Id, evidence: Id) => `${of(person)}/evidence/${evidence}/links`,
  /** The case of one link, letter by letter, and where somebody judges it. */
  evidenceCase: (person: Id, evidence: Id, link: Id) => `${of(person)}/evidence/${evidence}/links/${link}`,
  /** What other systems recorded about somebody: compliments, complaints, audits and observations. */
  records: (person: Id) => `${of(person)}/records`,
  legalDuties: (person: Id) => `${of(person)}/legal-duties`,
  evidenceFigures: (person: Id) => `${of(person)}/evidence/figures`,
  /** Asking witnesses and customers, and what came of it; `?evidence=` or `?competency=` leads to the form. */
  testimony: (person: Id) => `${of(person)}/testimony`,
  testimonyNew: (person: Id) => `${of(person)}/testimony/new`,
  testimonyReminder: (person: Id, request: Id) => `${of(person)}/testimony/${request}/reminder`,
  /** Shows a link to hand over, where the mail with it did not get through. */
  testimonyHanding: (person: Id, request: Id) => `${of(person)}/testimony/${request}/handing`,
  testimonyRevoking: (person: Id, request: Id) => `${of(person)}/testimony/${request}/revoking`,
  /** The witness signatory list. */
  witnesses: (person: Id) => `${of(person)}/witnesses`,
  reflections: (person: Id) => `${of(person)}/reflections`,
  reflection: (person: Id, reflection: Id) => `${of(person)}/reflections/${reflection}`,
  reflectionNew: (person: Id, model?: 'gibbs' | 'kolb' | 'driscoll' | 'rolfe' | 'era', about?: string) =>
    `${of(person)}/reflections/new${model ? `?model=${model}${about ? `&about=${about}` : ''}` : ''}`,
  reflectionEvidence: (person: Id, reflection: Id) => `${of(person)}/reflections/${reflection}/evidence`,
  feedback: (person: Id) => `${of(person)}/feedback`,
  feedbackNew: (person: Id) => `${of(person)}/feedback/new`,
  feedbackRound: (person: Id, round: Id) => `${of(person)}/feedback/${round}`,
  feedbackRaters: (person: Id, round: Id) => `${of(person)}/feedback/${round}/raters`,
  feedbackLaunch: (person: Id, round: Id) => `${of(person)}/feedback/${round}/launch`,
  feedbackSharing: (person: Id, round: Id) => `${of(person)}/feedback/${round}/sharing`,
  assessments: (person: Id) => `${of(person)}/assessments`,
  assessment: (person: Id, assessment: Id) => `${of(person)}/assessments/${assessment}`,
  gaps: (person: Id) => `${of(person)}/gaps`,
  plan: (person: Id) => `${of(person)}/plan`,
  planVersion: (person: Id, version: number) => `${of(person)}/plan/versions/${version}`,
  /** The end of a plan year. */
  year: (person: Id) => `${of(person)}/year`,
  /** The templates that somebody can start from. */
  templatesFor: (person: Id) => `${of(person)}/plan-templates`,
  gapNeeds: (person: Id) => `${of(person)}/gaps/needs`,
  agreement: (person: Id, assessment: Id) => `${of(person)}/assessments/${assessment}/agreement`,
  needs: (person: Id) => `${of(person)}/needs`,
  needNew: (person: Id) => `${of(person)}/needs/new`,
  need: (person: Id, need: Id) => `${of(person)}/needs/${need}`,
  needChange: (person: Id, need: Id) => `${of(person)}/needs/${need}/change`,
  needSharing: (person: Id, need: Id) => `${of(person)}/needs/${need}/sharing`,
  johari: (person: Id) => `${of(person)}/johari`,
  swots: (person: Id, competency?: Id) =>
    `${of(person)}/swot${competency ? `?competency=${competency}` : ''}`,
  swot: (person: Id, board: Id) => `${of(person)}/swot/${board}`,
  swotSharing: (person: Id, board: Id) => `${of(person)}/swot/${board}/sharing`,
  swotEntries: (person: Id, board: Id) => `${of(person)}/swot/${board}/entries`,
  swotEntryRemoval: (person: Id, board: Id, entry: Id) =>
    `${of(person)}/swot/${board}/entries/${entry}/removal`,
  swotEntryNeed: (person: Id, board: Id, entry: Id) => `${of(person)}/swot/${board}/entries/${entry}/need`,
  objective: (person: Id, objective: Id) => `${of(person)}/objectives/${objective}`,
  objectiveNew: (person: Id, need?: Id) => `${of(person)}/objectives/new${need ? `?need=${need}` : ''}`,
  objectiveNotes: (person: Id, objective: Id) => `${of(person)}/objectives/${objective}/notes`,
  /** The rewrite assistant, of a new objective where none is given. */
  wording: (person: Id, objective: Id | null) =>
    `${of(person)}/objectives/${objective ? `${objective}/` : ''}wording`,
  reviews: (person: Id) => `${of(person)}/reviews`,
  /** Where “Still relevant?” is answered for one objective. */
  reviewQuestion: (person: Id, question: Id) => `${of(person)}/reviews/questions/${question}`,
  reviewCadence: (person: Id) => `${of(person)}/reviews/cadence`,
  review: (person: Id, review: Id) => `${of(person)}/reviews/${review}`,
  /** What assessors decided: all of it, one unit, one criterion. */
  decisions: (person: Id) => `${of(person)}/decisions`,
  decisionUnit: (person: Id, unit: Id) => `${of(person)}/decisions/${unit}`,
  criterion: (person: Id, unit: Id, criterion: Id) => `${of(person)}/decisions/${unit}/${criterion}`,
  account: (person: Id) => `${of(person)}/account`,

  /** Where a witness or a customer says what they saw, without an account. */
  tell: (token: string) => `/testimony/${token}`,
  tellRefusal: (token: string) => `/testimony/${token}/refusal`,

  /** Where a colleague or customer answers for a round of feedback, without an account. */
  answer: (token: string) => `/feedback/${token}`,
  answerCannot: (token: string) => `/feedback/${token}/cannot`,

  /** Every mail that no server has confirmed. */
  outbox: '/letters',
  letterSending: (letter: Id) => `/letters/${letter}/sending`,
  letterEnd: (letter: Id) => `/letters/${letter}/end`,
  /** Which mails somebody gets, when, and their calendar. */
  notices: (person: Id) => `${of(person)}/notices`,
  noticesFeed: (person: Id) => `${of(person)}/notices/calendar`,
  noticeHours: '/notice-hours',
  /** Stops mails of one kind, without a sign-in. */
  unsubscribe: (token: string) => `/notices/${token}`,
  /** Somebody's calendar, by its secret address. */
  calendar: (token: string) => `/calendar/${token}`,

  imports: '/imports',
  import: (batch: Id) => `/imports/${batch}`,
  importNames: (batch: Id) => `/imports/${batch}/names`,
  importRejects: (batch: Id) => `/imports/${batch}/rejects`,
  importUndoing: (batch: Id) => `/imports/${batch}/undoing`,
  /** The steps of an import of records. */
  importReading: (batch: Id) => `/imports/${batch}/reading`,
  importPeople: (batch: Id) => `/imports/${batch}/people`,
  importCompetencies: (batch: Id) => `/imports/${batch}/competencies`,
  importEnding: (batch: Id) => `/imports/${batch}/ending`,
  priorities: '/priorities',
  priority: (priority: Id) => `/priorities/${priority}`,
  /** Templates of plans; the month in which plan years begin. */
  templates: '/plan-templates',
  templateNew: (from?: { person: Id; version: number }) =>
    `/plan-templates/new${from ? `?person=${from.person}&version=${from.version}` : ''}`,
  template: (template: Id) => `/plan-templates/${template}`,
  planYears: '/plan-templates/years',
  /** The letters that objectives are read by. */
  letters: '/priorities/letters',
  /** How often the organisation’s plans are reviewed. */
  rhythm: '/review-rhythm',
  /** When others are shown what waits in a plan. */
  staleSteps: '/review-rhythm/waiting',
  /** Asks a leader, from further up, about something that waits. */
  staleAsking: '/team/asking',
  frameworks: '/frameworks',
  /** How old evidence may be, competency by competency. */
  evidenceRules: '/evidence-rules',
  evidenceRule: (competency: Id) => `/evidence-rules/${competency}`,
  competency: (competency: Id) => `/frameworks/${competency}`,
  /** The units of qualifications that people can work towards. */
  units: '/units',
  unit: (unit: Id) => `/units/${unit}`,
  unitWording: (unit: Id) => `/units/${unit}/wording`,
  roles: '/roles',
  role: (role: Id) => `/roles/${role}`,
  /** Where the next version of what a role asks is published. */
  roleProfile: (role: Id) => `/roles/${role}/profile`,

  demo: '/demo',
  characters: '/demo/characters',
  tour: (step: number) => `/demo/tour/${step}`,
} as const
