/** Words that stand in the labels and descriptions of any classification, and say nothing of what a skill is about. */
const SAY_NOTHING = `
  a an and any are as at be been by can could do does for from had has have how if in into is it its may more most must
  no not of on or other others out own per such than that the their them then there they this those through to under up
  upon us via was we what when where which while who whom whose will with within without would you your i me my he
  him his she her our so also very both each every all some many much few one two first about after before off only
  during between among across over against according regard related towards else again anybody somebody nobody

  job require knowledge skill ability competence know understand include involve various several different specific
  certain general basic overall particular relevant appropriate necessary given base use make take get keep put give
  provide ensure perform carry apply implement develop manage maintain support create improve work follow show set deal
  handle conduct undertake process principle method technique strategy approach activity practice procedure aspect system
  thing way area field order term type form kind level need come go say tell let ask act part point help
  well good better new high low best great long short effective efficient proper correct clear usual whole same
  day time year end real plan process report information inform production produce decision meeting fix organisation
  organisational organization business company corporate enterprise person people individual target goal objective result
  improvement development contact change professional
`

/**
 * What means the same in this field, one meaning a line, with commas between its words: each also stands for its longer
 * forms. Gathered from how ESCO and O*NET word what frameworks of customer service say otherwise; for any framework.
 */
const ONE_MEANING = `
  staff, employee, colleague, personnel, subordinate, co-worker
  client, customer, guest, consumer, passenger, service user
  coach, mentor, tutor, train, teach, instruct, educat, constructive feedback, give feedback, giving feedback, provide feedback, feedback on, feedback to
  feedback, criticism
  writing, write, written, email, e-mail, letter, correspond, chat, draft, mails
  telephone, phone, incoming call
  enquiry, enquir, inquir, question, quer
  product, tariff, price
  goods, product or service, products or services, products and services, product and service
  policy, policies, regulation, rules, guideline, legislation
  confidential, privacy, private, data protection, personal data, data security, information security, personal information, gdpr
  inclusion, equal, inclusi, accessib, disab, intercultural, cultures, cultural, diverse, special need, ethnic, foreign
  complaint, complain, disput, reconcil, negotia, conflict, dissatisf, disagree
  refund, redress, compensat, reimburse
  solving, solution, solve, resol, troubleshoot, problem, root cause, incident
  empathy, empath, compassion, sensitive, tactful, perceptive, feelings, emotion
  calm, patien, composur, temper, self-control, anger
  rapport, trust
  measures, measure, statistic, figures, indicator, kpi, quantitative, data analysis, analyse data, survey, trend, spreadsheet, chart, dashboard
  time management, prioriti, schedul, diar, deadline, workload, multiple tasks, shifts, tasks
  teamwork, team, cooperat, collaborat, coordinat, liais, cross-department
  safety, hazard, hygien, injur, health
  stress, under pressure
  journey, customer experience, customer interaction, follow-up, follow up
  customer-centric, client orientation, customer orientation, customer insight, customer-oriented, service orientation
  standard, quality
  explain, speak, talk, communicat, convey, voice, oral
  listen, attention, paraphras, interrupt
  learning, learn, self-evaluat, reflect
  detail, attention to detail
`

/** A word without the endings of its forms: "waited" and "waiting" are one. */
function formless(word: string): string {
  return word
    .replace(/(?:’s|'s|’|')$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed|(?<=\p{L}{4})ly|e)$/u, '')
    .replace(/(?<=\p{L}{2})([bdgklmnprt])\1$/u, '$1')
    .replace(/iz(?=$|at)/, 'is')
}

/** The root of a word: "confidential" and "confidentiality" have one. */
const rootOf = (word: string): string =>
  formless(word).replace(/(?<=\p{L}{4})(?:ation|at|ion|ment|ity|ness|al|iv|y)$/u, '')

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter(Boolean)

/** A text as its words in small letters, with a space before and after each. */
export const plainly = (text: string): string => ` ${wordsOf(text).join(' ')} `

/** The words of a plain text that begin with a term, where it stands first; null where it does not. */
export function beginning(plain: string, term: string): string | null {
  const at = plain.indexOf(` ${term}`)
  return at < 0 ? null : plain.slice(at + 1, plain.indexOf(' ', at + 1 + term.length))
}

const EMPTY = new Set(wordsOf(SAY_NOTHING).map(formless))

/** Whether a word says nothing of what a skill is about. */
export const saysNothing = (word: string): boolean => word.length < 3 || EMPTY.has(formless(word))

type Term = { term: string; meaning: string }

/** Longest first, so that what is said more exactly counts. */
const TERMS: readonly Term[] = ONE_MEANING.trim()
  .split('\n')
  .map((line) => line.split(',').map((term) => term.trim()))
  .flatMap((line) => line.map((term) => ({ term, meaning: line[0] ?? '' })))
  .sort((a, b) => b.term.length - a.term.length)

const PHRASES = TERMS.filter(({ term }) => term.includes(' '))

const START = 3
const BY_START = Map.groupBy(
  TERMS.filter(({ term }) => !term.includes(' ')),
  ({ term }) => term.slice(0, START),
)

/** Whether a text is one word, or one of the phrases that have a meaning of their own. */
export const isOneTerm = (text: string): boolean =>
  !text.includes(' ') || PHRASES.some(({ term }) => term === text)

/** What a word means, for comparing it with others; '' where it says nothing. */
function meaningOf(word: string): string {
  if (saysNothing(word)) return ''
  const found = BY_START.get(word.slice(0, START))?.find(({ term }) => word.startsWith(term))
  return found?.meaning ?? rootOf(word)
}

/** The meanings in a text, each with the first words that have it. */
export function meaningsIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  const add = (meaning: string, said: string) => {
    if (meaning && !found.has(meaning)) found.set(meaning, said)
  }
  let rest = plainly(text)
  for (const { term, meaning } of PHRASES) {
    const said = beginning(rest, term)
    if (said === null) continue
    add(meaning, said)
    rest = rest.replace(` ${said} `, ' ')
  }
  for (const word of rest.trim().split(' ')) add(meaningOf(word), word)
  return found
}
