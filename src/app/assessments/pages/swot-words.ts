import type { Quarter } from '../rules/swot.ts'

/** How a quarter reads: its heading, what belongs there, and one example. */
export const QUARTER_WORDS: Record<
  Quarter,
  { heading: string; one: string; belongs: string; example: string }
> = {
  strength: {
    heading: 'Strengths',
    one: 'Strength',
    belongs: 'In you: what you do well, and what shows it.',
    example: 'I calm angry callers: the compliment of 13 November says so.',
  },
  weakness: {
    heading: 'Weaknesses',
    one: 'Weakness',
    belongs: 'In you: what you do less well, or cannot do yet.',
    example: 'I close calls without saying the next step.',
  },
  opportunity: {
    heading: 'Opportunities',
    one: 'Opportunity',
    belongs: 'Around you: what opens, changes or is offered.',
    example: 'A team leader post falls vacant in spring.',
  },
  threat: {
    heading: 'Threats',
    one: 'Threat',
    belongs: 'Around you: what could get in the way.',
    example: 'The training budget was cut.',
  },
}
