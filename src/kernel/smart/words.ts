import type { Letter, SmartReading, Span } from './reading.ts'

const NAMES = { S: 'Specific', M: 'Measurable', A: 'Achievable', R: 'Relevant', T: 'Time-bound' } as const
const LETTERS = ['S', 'M', 'A', 'R', 'T'] as const

/** The state of a letter in the words of the page. */
function stateOf(letter: Letter | null): 'found' | 'partly found' | 'not found' | 'your judgement' {
  if (letter === null) return 'your judgement'
  if (letter.partly) return 'partly found'
  return letter.found ? 'found' : 'not found'
}

/** "3 of 5 found": letters wholly found, of those that could be read. */
export function summaryOf(reading: SmartReading): string {
  const read = LETTERS.map((name) => reading.letters[name]).filter((letter) => letter !== null)
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

function item(name: (typeof LETTERS)[number], reading: SmartReading): string {
  const letter = reading.letters[name]
  const state = stateOf(letter)
  const box = state === 'found' ? 'let-full' : state === 'partly found' ? 'let-part' : 'let-none'
  const said = letter
    ? marked(letter.because, reading.text, letter.spans)
    : escaped(name === 'A' || name === 'R' ? UNREAD[name] : '')
  return `<li><span class="let ${box}" aria-hidden="true">${name}</span><div><h3>${NAMES[name]} <span>${state}</span></h3><p>${said}</p></div></li>`
}

/**
 * The reading as an HTML list, the same in the browser and on the server: a letter each, its state, and why, with
 * the words found as marks; then the advice. Everything that was typed is escaped.
 */
export function renderReading(reading: SmartReading): string {
  const advice = reading.advice.map((line) => `<li>${escaped(line)}</li>`).join('')
  const list = `<ul class="smart">${LETTERS.map((name) => item(name, reading)).join('')}</ul>`
  return advice ? `${list}<ul class="smart-advice">${advice}</ul>` : list
}
