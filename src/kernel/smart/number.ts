const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  .concat(' sixteen seventeen eighteen nineteen')
  .split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const SMALL = ONES.slice(1).sort((a, b) => b.length - a.length)

/** A number in words, two and above ("eight", "twenty-five", "two hundred", "a dozen"): a pattern's source. */
export const NUMBER_WORD = `(?:(?:${TENS.join('|')})(?:[ -](?:${SMALL.join('|')}))?|(?:${SMALL.filter((word) => word !== 'one').join('|')})(?: hundred| thousand| dozen)?|(?:a|one) (?:dozen|hundred|thousand))`

/** A number in figures, with thousands and decimals: a pattern's source. */
export const FIGURES = '\\d[\\d,]{0,30}(?:\\.\\d{1,30})?'

/** A number in figures or words, with "a", "an" and "one" for 1: a pattern's source. */
export const NUMBER = `(?:${FIGURES}|${NUMBER_WORD}|an?|one)`

/** The number a text says, in figures or words ("twelve", "twenty-five", "a"); null where it says none. */
export function numberOf(text: string): number | null {
  const said = text.trim().toLowerCase().replace(/,/g, '')
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said)
  let sum = 0
  for (const word of said.split(/[ -]+/)) {
    if (word === 'a' || word === 'an') sum += 1
    else if (ONES.includes(word)) sum += ONES.indexOf(word)
    else if (TENS.includes(word)) sum += 20 + 10 * TENS.indexOf(word)
    else if (word === 'dozen') sum = (sum || 1) * 12
    else if (word === 'hundred') sum = (sum || 1) * 100
    else if (word === 'thousand') sum = (sum || 1) * 1000
    else return null
  }
  return sum
}
