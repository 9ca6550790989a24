import { agoOf, type Day, plainDay } from '../../../kernel/day.ts'
import { count, ending, listing, possessive } from '../../../kernel/text.ts'
import type { Legal } from '../../evidence/evidence.ts'
import type { Gap } from '../gaps.ts'
import { readLevels } from '../rules/levels.ts'

/** "1 level short", "level met", "1 level above", "not yet agreed". */
export function stateWords({ state, short }: Gap): string {
  if (short === null) return state === 'not rated' ? 'not yet rated' : 'not yet agreed'
  if (short === 0) return 'level met'
  return `${count(Math.abs(short), 'level')} ${short > 0 ? 'short' : 'above'}`
}

/** What the sources say beside each other: "You rate yourself 4. Ben Hughes sees 3." Empty where there is no own pass. */
export function sourceWords(gap: Gap, name: string, own: boolean): string {
  const self = gap.levels.find(({ source }) => source === 'self')
  const others = gap.levels.filter(({ source }) => source !== 'self' && source !== 'agreed')
  const mine = self
    ? own
      ? `You rate yourself ${self.level}.`
      : `${possessive(name)} own level is ${self.level}.`
    : ''
  const theirs = others.map(({ source, by, level, words }) =>
    source === 'measure'
      ? `${by} stands at ${level} by the bands declared`
      : source === 'feedback'
        ? `360 feedback, ${by}: ${words ?? level}`
        : `${by} sees ${level}`,
  )
  return [mine, theirs.length > 0 && `${listing(theirs)}.`].filter(Boolean).join(' ')
}

/** What was said of another wording, and that it no longer counts; empty where nothing was. */
export function earlierWords({ earlier }: Pick<Gap, 'earlier'>, name: string, own: boolean): string {
  const agreed = earlier.filter(({ source }) => source === 'agreed')
  const told = (agreed.length > 0 ? agreed : earlier).map(({ source, level, on, by }) => {
    if (source === 'agreed') return `level ${level} was agreed on ${plainDay(on)}`
    if (source === 'self') return `${own ? 'you rated yourself' : `${name} said`} ${level} on ${plainDay(on)}`
    return `${by} saw ${level} on ${plainDay(on)}`
  })
  return told.length > 0
    ? `The wording has changed since ${listing(told)}. What was said of the old wording no longer counts: assess it again.`
    : ''
}

/** Whether all say exactly the same level: a mean without names is no exact level, even where it is drawn at one. */
const areEqual = (levels: Gap['levels']): boolean =>
  levels.length > 1 &&
  levels.every(({ level, words }) => level === levels[0]?.level && (words ?? `${level}`) === `${level}`)

/** One sentence on a level that is met. */
export function metWords(gap: Gap, name: string, own: boolean, today: Day): string {
  if (gap.blindSpot || gap.hiddenStrength) return sourceWords(gap, name, own)
  const agree = areEqual(gap.levels) ? 'Sources agree.' : sourceWords(gap, name, own)
  if (gap.stale && gap.newest)
    return `The newest item is from ${plainDay(gap.newest)}, ${agoOf(gap.newest, today)}.`
  const age = gap.oldest ? ` Oldest item ${agoOf(gap.oldest, today)}.` : ' No evidence is linked to it yet.'
  return (agree + age).trim()
}

/** What nobody, or nothing, says against or for: in words where no item is linked. */
export function emptySide(gap: Gap, side: 'for' | 'against', own: boolean): string {
  const self = gap.levels.some(({ source }) => source === 'self')
  if (side === 'for')
    return self ? `${own ? 'Your' : 'Their'} own rating, and no item of evidence yet.` : 'Nothing yet.'
  if (gap.selfOnly)
    return `Nobody else has seen it in practice.${gap.competency.legal ? ' A course shows attendance, not skill.' : ''}`
  return 'Nothing recorded.'
}

/** Where a competency that the law asks for stands, in a sentence. */
export function legalWords({ state, items, reason, until }: Legal): string {
  switch (state) {
    case 'evidenced':
      return `${count(items, 'item')} of evidence.`
    case 'does not apply':
      return `Said not to apply until ${until ? plainDay(until) : 'a day to come'}: ${ending(reason ?? '')}`
    case 'lapsed':
      return 'It was said not to apply, and that has run out. Show it, or say so again.'
    case 'missing':
      return 'Nothing shows it yet, and nobody has said that it does not apply.'
  }
}

/** Why a gap is worth working on, as the reason of the need that is made of it. */
export function reasonOf(gap: Gap, roleTitle: string): string {
  const needs = `${roleTitle} needs level ${gap.requirement.level}`
  // Assessors read the need, and may not read the round of feedback.
  const levels = gap.levels.filter(({ source }) => source !== 'feedback')
  const { blindSpot } = readLevels(gap.requirement.level, levels, false)
  const said = levels
    .filter(({ source }) => source !== 'agreed')
    .map(({ source, level, by }) => `${source === 'self' ? 'own rating' : by} ${level}`)
  const stands =
    gap.agreed !== null
      ? `${gap.agreed} is agreed`
      : said.length > 0
        ? `no level is agreed yet (${listing(said)})`
        : 'nobody has rated it yet'
  const figures = gap.figures
    .filter(({ verdict }) => verdict === 'concern signal')
    .map(({ name }) => `${name}: concern signal.`)
  return [
    `${needs}; ${stands}.`,
    blindSpot && 'A blind spot: own rating above every other source.',
    ...figures,
  ]
    .filter(Boolean)
    .join(' ')
}
