/** What stands where something should be said, and says nothing. */
const PLACEHOLDER =
  /^(?:x+|tb[acd]|to be (?:agreed|confirmed|decided|done)|to ?do|n\/?a|not applicable|none|nothing|no|yes|ok(?:ay)?|fine|good|bad|same|some|various|as (?:above|before)|see (?:above|below)|unknown|later|(?:i )?(?:do(?: not|n't) know|(?:am )?not sure)(?: yet)?)$/

/** Words that name a kind or the work as such: alone they give no reason. */
const FILLER = new Set(
  (
    'it is be are am was because since as this that these an the my our me we of for to in on at and or with both ' +
    'personal professional personally professionally work working job need needs objective objectives goal reason ' +
    'development important'
  ).split(' '),
)

const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s.!…]+$/u, '')
    .trim()

/** Whether a field holds nothing, or only what one types to fill it: "tbc", "n/a", "-". */
export function saysNothing(text: string): boolean {
  const plain = plainOf(text)
  return PLACEHOLDER.test(plain) || !/\p{L}{2}|\d/u.test(plain)
}

/**
 * Whether a text gives a reason: at least two words, and one beyond those that only name the kind or the work.
 * "Because it is professional" gives none. Source: mission.md A9.
 */
export function givesReason(text: string): boolean {
  const words = plainOf(text).match(/[\p{L}\d%][\p{L}\d'-]*/gu) ?? []
  return !saysNothing(text) && words.length > 1 && words.some((word) => word.length > 2 && !FILLER.has(word))
}

/** Words of the work, and of what lies outside it. A few of the commonest: they tell a slip, never a motive. */
const WORK =
  /\b(?:customers?|callers?|guests?|role|jobs?|at work|team|advisers?|clerks?|profile|level \d|colleagues?|leader|shifts?|desk|contacts|calls|chats|complaints|employer|company)\b/i
const HOME =
  /\b(?:home|family|children|sons?|daughters?|father|mother|partner|health|hobby|holidays?|garden|weekends?|evenings?|friends?|for me|for myself|own (?:sake|time|pleasure)|peace of mind|private life)\b/i

/**
 * Whether a reason speaks plainly of the other kind: a personal one of the work alone, a professional one of home
 * alone. Where both are named, or neither, nothing is said. Source: mission.md A9; domain.md 1.4.
 */
export function speaksOfOther(kind: 'personal' | 'professional' | 'both', why: string): boolean {
  const [work, home] = [WORK.test(why), HOME.test(why)]
  return (kind === 'personal' && work && !home) || (kind === 'professional' && home && !work)
}

/** What one feels or hopes, in the place of what somebody could look at. */
const FELT =
  /\b(?:feel(?:s|ing)?|felt|happ(?:y|ier)|confiden(?:t|ce)|better|good|nicer|friendlier|satisfied with myself|comfortable|improved?)\b/i
const LOOKED_AT =
  /\d|\b(?:none|no|all|each|every|both|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|fewer|less|more|lower|higher|without|first|certificates?|signed|passed|notes?|lists?|records?|cards?|agreed by|seen by|read by|would use)\b/i

/** Whether a success criterion can be judged: it says more than a feeling, and something to look at. Source: mission.md A6. */
export function canBeJudged(success: string): boolean {
  return !saysNothing(success) && (LOOKED_AT.test(success) || !FELT.test(success))
}
