import type { Letter, SmartReading, Span } from './reading.ts'

const NAMES = {
  S: 'Specific',
  M: 'Measurable',
  A: 'Achievable',
  R: 'Relevant',
  T: 'Time-bound',
  E: 'Evaluated',
  R2: 'Reviewed',
} as const
type Name = keyof typeof NAMES
const LETTERS = ['S', 'M', 'A', 'R', 'T', 'E', 'R2'] as const

/** The letters of a reading's set, each with its name: A is Agreed where the organisation asks that of it. */
function lettersOf({ letters, set }: SmartReading): { key: Name; name: string; letter: Letter | null }[] {
  return LETTERS.flatMap((key) => {
    const letter = letters[key]
    const name = key === 'A' && set?.a === 'agreed' ? 'Agreed' : NAMES[key]
    return letter === undefined ? [] : [{ key, name, letter }]
  })
}

/** The letters that were read and not found, by name. */
export function unmetNames(reading: SmartReading): string[] {
  return lettersOf(reading).flatMap(({ name, letter }) => (letter?.found === false ? [name] : []))
}

/** The state of a letter in the words of the page. */
function stateOf(letter: Letter | null): 'found' | 'partly found' | 'not found' | 'your judgement' {
  if (letter === null) return 'your judgement'
  if (letter.partly) return 'partly found'
  return letter.found ? 'found' : 'not found'
}

/** "3 of 5 found": letters wholly found, of those that could be read. */
export function summaryOf(reading: SmartReading): string {
  const read = lettersOf(reading).flatMap(({ letter }) => letter ?? [])
  return `${read.filter((letter) => stateOf(letter) === 'found').length} of ${read.length} found`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** The sentence with the words it quotes from the goal as marks instead of in quotation marks. */
function marked(because: string, text: string, spans: readonly Span[]): string {
  let html = escaped(because)
  for (const [start, end] of spans) {
    const words = escaped(text.slice(start, end))
    html = html.replace(`“${words}”`, () => `<mark>${words}</mark>`)
  }
  return html
}

const UNREAD = {
  A: 'No wording can show that it is within reach. The measure, your past figures and the resources can.',
  R: 'No wording can show that it matters. Link it to a need, a priority or where you want to go.',
}

function item({ key, name, letter }: ReturnType<typeof lettersOf>[number], text: string): string {
  const state = stateOf(letter)
  const box = state === 'found' ? 'let-full' : state === 'partly found' ? 'let-part' : 'let-none'
  const said = letter
    ? marked(letter.because, text, letter.spans)
    : escaped(key === 'A' || key === 'R' ? UNREAD[key] : '')
  const lack = letter?.lack ? `<p><span class="b">To complete it:</span> ${escaped(letter.lack)}</p>` : ''
  return `<li><span class="let ${box}" aria-hidden="true">${key.charAt(0)}</span><div><h3>${name} <span>${state}</span></h3><p>${said}</p>${lack}</div></li>`
}

/**
 * The reading as an HTML list, the same in the browser and on the server: a letter each, its state, why, with the
 * words found as marks, and what would complete it; then what else is advised. Everything that was typed is escaped.
 */
export function renderReading(reading: SmartReading): string {
  const all = lettersOf(reading)
  const lacks = all.map(({ letter }) => letter?.lack)
  const advice = reading.advice
    .filter((line) => !lacks.includes(line))
    .map((line) => `<li>${escaped(line)}</li>`)
    .join('')
  const list = `<ul class="smart">${all.map((one) => item(one, reading.text)).join('')}</ul>`
  return advice ? `${list}<ul class="smart-advice">${advice}</ul>` : list
}
