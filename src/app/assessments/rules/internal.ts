/** What somebody is, can or does: words for oneself. */
const SELF =
  /\b(i|i'm|i’m|i've|i’ve|i'd|i’d|me|myself|skills?|confidence|confident|knowledge|experience|motivation|enthusiasm|habits?|fears?|anxiety|nervous|shy|temper|patience|impatien\w*|health|discipline|self-\w+|procrastinat\w*|ambition|ambitious|attention to|time ?keeping|tendency|tend|attitude|strengths?|weakness\w*|spelling|typing|assertive\w*|organised|listener|listening|perfectionis\w*|disorganis\w*|forget\w*|criticism|laziness|lazy)\b/gi

/** A quality of oneself, where nobody else is named. */
const QUALITY = /^(poor|weak|strong|good|lack of|not enough|improving|becoming|being|better)\b/i

const OWN_WORK =
  /\bmy (own )?(?!manager|leader|team|boss|colleague|employer|company|contract|tutor|mentor|assessor|friend|family|partner|role\b|job\b|post\b)\w+/gi

/** What happens around somebody: others who act, and what changes without them. */
const WORLD =
  /\b(market|law|regulat\w*|ofgem|vacan\w*|post|role|jobs?|contract|compan(y|ies)|employer|manager|leader|colleagues?|team|office|budget|redundanc\w*|outsourc\w*|systems?|software|chatbot|app|college|course|scheme|funding|apprenticeships?|supplier|competit\w*|customers|prices?|union|council|offered|offers|opening|retir\w*|replaced|move|moving|changing|changes|cut|goes live|comes in|shortage|short of staff|award|service)\b/gi

export type InternalHint = { words: string[] }

/**
 * Whether an entry under opportunities or threats speaks of the person rather than of the world around: the words that
 * say so, or null. "A course is offered" is outside; "I want to take a course" is inside. A hint, never a block.
 * Source: domain.md 4 (SWOT: the typical misuse), mission.md B4.
 */
export function internalUnder(text: string): InternalHint | null {
  const find = (pattern: RegExp) => [...text.matchAll(pattern)].map(([word]) => word)
  const inside = [...find(SELF), ...find(OWN_WORK), ...find(new RegExp(QUALITY, 'gi'))]
  const subject = /^(i|i'm|i’m|i'd|i’d|i've|i’ve|my)\b/i.test(text.trim()) ? 2 : 0
  const outside = find(WORLD)
  if (inside.length === 0 || inside.length + subject <= outside.length) return null
  return { words: [...new Set(inside)] }
}
