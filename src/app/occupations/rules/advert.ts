import type { Id } from '../../../kernel/id.ts'
import { clip } from '../../../kernel/text.ts'

/** A competency that an advert may ask for, with the parts of the advert that say so. */
export type AdvertProposal = { competencyId: Id; because: string[] }

/** Parts quoted for each competency at most, and their length. */
const QUOTED = 3
const LONGEST = 140

/** An advert line by line and sentence by sentence, without its bullets. */
function partsOf(advert: string): string[] {
  return advert
    .split(/\r?\n|(?<=[.!?;])\s+/)
    .map((part) => part.replace(/^[\s•·*–—-]+/, '').trim())
    .filter((part) => part.length > 2)
}

/** Words that the name of a job has at most. */
const TITLE = 8

/** The name of the job, where an advert begins with it: a short line that is no sentence and no point of a list. */
function titleOf(advert: string): string | null {
  const [first = '', ...more] = advert.split(/\r?\n/).filter((line) => line.trim() !== '')
  const line = first.trim()
  const named = /^[\p{L}\p{N}]/u.test(line) && !/[.!?;:]$/.test(line) && line.split(/\s+/).length <= TITLE
  return named && more.length > 0 ? line : null
}

/** Parts that speak of what the employer gives, or of how to apply: nobody is asked for it. */
const GIVES =
  /\b(salary|per annum|pension|holidays?|annual leave|discount|benefits?|we offer|you(?:'|’)?ll get|apply (?:by|now|today|online)|closing date|equal opportunit\w*|£\s?\d)/i

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * The competencies that an advert seems to ask for, those with the most parts first. A part speaks for a competency
 * where it holds the whole label of a skill that is linked to it, or where the competency's own words suggest it; in the
 * name of the job one such word is not enough ("Assistant Store Manager" says nothing of complaints that go to a manager).
 * A proposal only: a person decides. Source: mission.md B8.
 * @param suggest the competencies that a text points at, strongest first, with how many words do; of a part the first
 * counts, and the second where more than one word does
 * @param skills labels of skills, each with the competency it was linked to
 */
export function proposeFrom(
  advert: string,
  suggest: (part: string) => readonly { competencyId: Id; words: number }[],
  skills: readonly { title: string; competencyId: Id }[],
): AdvertProposal[] {
  const labels = skills.map(({ title, competencyId }) => ({ label: plain(title), competencyId }))
  const found = new Map<Id, string[]>()
  const title = titleOf(advert)
  for (const part of partsOf(advert)) {
    if (GIVES.test(part)) continue
    const text = plain(part)
    const labelled = labels
      .filter(({ label }) => text.includes(label))
      .map(({ competencyId }) => competencyId)
    const suggested = suggest(part)
      .slice(0, 2)
      .filter(({ words }, at) => (at === 0 && part !== title) || words > 1)
      .map(({ competencyId }) => competencyId)
    for (const competencyId of new Set([...labelled, ...suggested]))
      found.set(competencyId, [...(found.get(competencyId) ?? []), clip(part, LONGEST)])
  }
  return [...found]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([competencyId, because]) => ({ competencyId, because: [...new Set(because)].slice(0, QUOTED) }))
}
