import type { Id } from '../kernel/id.ts'

const of = (person: Id) => `/people/${person}`
const named = (version: string) => (version === ':version' ? version : encodeURIComponent(version))

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
  /** Puts the objectives in the order of the route to the target. */
  planAlongRoute: (person: Id) => `${of(person)}/plan/along-route`,
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
  /** The person's career: where they want to go and the ways there. */
  career: (person: Id, asked: { role?: Id; focus?: Id; kind?: string } = {}) => {
    const query = new URLSearchParams(Object.entries(asked)).toString()
    return `${of(person)}/career${query && `?${query}`}`
  },
  /** Which of the routes is the person's own choice. */
  careerRoute: (person: Id) => `${of(person)}/career/route`,
  /** Somebody tries on a role: what it asks of them, the next step's needs first. */
  careerRole: (person: Id, role: Id) => `${of(person)}/career/roles/${role}`,
  /** Makes a need of what a role asks, and leads on to its objective. */
  careerNeeds: (person: Id, role: Id) => `${of(person)}/career/roles/${role}/needs`,
  /** Where somebody says how far they are in what an advert asks. */
  careerOwnLevels: (person: Id, target: Id) => `${of(person)}/career/roles/${target}/levels`,
  /** Where the target is chosen, with why and by when. */
  careerTarget: (person: Id, role?: Id) => `${of(person)}/career/target${role ? `?role=${role}` : ''}`,
  /** Sources looked at; `?note=` changes one. */
  careerResearch: (person: Id, note?: Id) =>
    `${of(person)}/career/research${note ? `?note=${note}#write` : ''}`,
  careerNoteRemoval: (person: Id, note: Id) => `${of(person)}/career/research/${note}/removal`,
  /** Where two sources are set against each other. */
  careerSources: (person: Id) => `${of(person)}/career/research/sources`,
  careerSourcesEvidence: (person: Id, comparison: Id) =>
    `${of(person)}/career/research/sources/${comparison}/evidence`,
  /** Ways to go beside each other; `?role=` twice or more shows those roles. */
  careerComparisons: (person: Id, roles: readonly Id[] = []) =>
    `${of(person)}/career/comparisons${roles.length > 0 ? `?${roles.map((role) => `role=${role}`).join('&')}` : ''}`,
  careerComparison: (person: Id, comparison: Id) => `${of(person)}/career/comparisons/${comparison}`,
  /** Roles of job adverts that the person keeps. */
  careerAdverts: (person: Id) => `${of(person)}/career/adverts`,
  careerAdvert: (person: Id, target: Id) => `${of(person)}/career/adverts/${target}`,
  careerAdvertRemoval: (person: Id, target: Id) => `${of(person)}/career/adverts/${target}/removal`,
  /** The best example for each thing a role asks, to take to an interview. */
  careerInterview: (person: Id, role?: Id) => `${of(person)}/career/interview${role ? `?role=${role}` : ''}`,
  account: (person: Id) => `${of(person)}/account`,

  /** Where a witness or a customer says what they saw, without an account. */
  tell: (token: string) => `/testimony/${token}`,
  tellRefusal: (token: string) => `/testimony/${token}/refusal`,

  /** Where a colleague or customer answers for a round of feedback, without an account. */
  answer: (token: string) => `/feedback/${token}`,
  answerCannot: (token: string) => `/feedback/${token}/cannot`,

  /** Every mail that no server has confirmed. */
  outbox: '/mail',
  mailSending: (mail: Id) => `/mail/${mail}/sending`,
  mailEnd: (mail: Id) => `/mail/${mail}/end`,
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
  /** Every framework that the organisation keeps, and its versions. */
  library: '/frameworks/library',
  frameworkNew: '/frameworks/library/new',
  framework: (framework: Id) => `/frameworks/library/${framework}`,
  frameworkVersion: (framework: Id, version: string) =>
    `/frameworks/library/${framework}/versions/${named(version)}`,
  frameworkDifference: (framework: Id, from?: string, to?: string) =>
    `/frameworks/library/${framework}/difference${from && to ? `?from=${named(from)}&to=${named(to)}` : ''}`,
  /** Where everybody is moved to a version. */
  frameworkMoving: (framework: Id, version: string) =>
    `/frameworks/library/${framework}/versions/${named(version)}/moving`,
  frameworkSharing: (framework: Id) => `/frameworks/library/${framework}/sharing`,
  frameworkImport: '/frameworks/library/import',
  /** What a file that was laid aside holds, and where it is kept from. */
  frameworkImportFile: (held?: { hash: string; name: string; format?: string }) =>
    `/frameworks/library/import/file${held ? `?file=${held.hash}&name=${named(held.name)}&format=${held.format ?? ''}` : ''}`,
  frameworkExport: (framework: Id, version: string, format: string) =>
    `/frameworks/library/${framework}/versions/${named(version)}/export/${format}`,
  /** The next version of a framework while it is written. */
  draft: (framework: Id) => `/frameworks/library/${framework}/draft`,
  /** One press: up, down, in or out. */
  draftSteps: (framework: Id) => `/frameworks/library/${framework}/draft/steps`,
  draftItemNew: (framework: Id, under?: Id) =>
    `/frameworks/library/${framework}/draft/new${under ? `?under=${under}` : ''}`,
  draftItem: (framework: Id, item: Id) => `/frameworks/library/${framework}/draft/items/${item}`,
  draftPlace: (framework: Id, item: Id) => `/frameworks/library/${framework}/draft/items/${item}/place`,
  draftSplit: (framework: Id, item: Id) => `/frameworks/library/${framework}/draft/items/${item}/split`,
  draftRetirement: (framework: Id, item: Id) =>
    `/frameworks/library/${framework}/draft/items/${item}/retirement`,
  draftReturn: (framework: Id, item: Id) => `/frameworks/library/${framework}/draft/items/${item}/return`,
  /** Items of another framework are taken into the draft. */
  draftDrawing: (framework: Id, from?: Id) =>
    `/frameworks/library/${framework}/draft/drawing${from ? `?from=${from}` : ''}`,
  draftPublishing: (framework: Id) => `/frameworks/library/${framework}/draft/publishing`,
  draftName: (framework: Id) => `/frameworks/library/${framework}/draft/name`,
  draftEnd: (framework: Id) => `/frameworks/library/${framework}/draft/end`,
  /** The units of qualifications that people can work towards. */
  units: '/units',
  unit: (unit: Id) => `/units/${unit}`,
  unitWording: (unit: Id) => `/units/${unit}/wording`,
  /** A unit as a file: case, moodle-csv or csv. */
  unitExport: (unit: Id, format: string) => `/units/${unit}/export/${format}`,
  /** Where a unit's text is chosen: as a new unit, or over one that is here. */
  unitImport: (over?: Id) => `/units/import${over ? `?over=${over}` : ''}`,
  /** What a text that was laid aside, or a framework of the library, says of a unit, and where it is kept from. */
  unitImportText: (from?: Record<string, string>) =>
    `/units/import/text${from ? `?${new URLSearchParams(from)}` : ''}`,
  roles: '/roles',
  role: (role: Id) => `/roles/${role}`,
  roleNew: '/roles/new',
  /** Adds the starter roles that are missing. */
  roleStarters: '/roles/starters',
  /** Where the next version of what a role asks is published. */
  roleProfile: (role: Id) => `/roles/${role}/profile`,
  /** What each level of one competency looks like in a role. */
  roleLevels: (role: Id, competency: Id) => `/roles/${role}/levels/${competency}`,
  /** Where people come from to a role, and where they go on to. */
  roleMoves: (role: Id) => `/roles/${role}/moves`,
  roleRetirement: (role: Id) => `/roles/${role}/retirement`,
  roleReturn: (role: Id) => `/roles/${role}/return`,
  /** Occupations of ESCO and O*NET. */
  occupations: '/occupations',
  occupation: (occupation: Id) => `/occupations/${occupation}`,
  /** A role as an occupation suggests it; of a starter pack, in the pack's words. */
  occupationRole: (occupation: Id, of?: { pack: string; role: number }) =>
    `/occupations/${occupation}/role${of ? `?pack=${of.pack}&role=${of.role}` : ''}`,
  /** Where classifications are loaded. */
  occupationLoading: '/occupations/loading',
  occupationLoad: (load: Id) => `/occupations/loading/${load}`,
  /** One loaded version of a classification: to remove it. */
  occupationRelease: (scheme: string, version: string) => `/occupations/releases/${scheme}/${named(version)}`,
  occupationPack: (name: string) => `/occupations/packs/${name}`,
  /** What their skills have to do with our competencies. */
  occupationMapping: (asked: { occupation?: Id; about?: string; page?: string } = {}) => {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString()
    return `/occupations/mapping${query && `?${query}`}`
  },
  /** The positions that a person has held. */
  positions: (person: Id) => `/people/${person}/positions`,

  demo: '/demo',
  characters: '/demo/characters',
  tour: (step: number) => `/demo/tour/${step}`,
} as const

/** Where an administrator works, in the words of their navigation. */
export const ADMINISTRATION: readonly { href: string; text: string }[] = [
  { href: paths.people, text: 'People' },
  { href: paths.imports, text: 'Helpdesk import' },
  { href: paths.frameworks, text: 'Frameworks' },
  { href: paths.roles, text: 'Roles' },
  { href: paths.priorities, text: 'Priorities' },
]
