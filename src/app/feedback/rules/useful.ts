const words = (text: string) => text.trim().split(/\s+/)

/** Things that somebody beside the person can see or hear them do. */
const DEEDS = words(`
  admit admits admitted agree agreed agrees answer answered answers apologise apologised apologises argue argued argues
  arrange arranged arranges ask asked asks asking book booked books bring brings brought call called calls calling chase
  chased chases chasing check checked checking checks close closed closes closing confirm confirmed confirms correct corrected
  corrects cut cuts demonstrate demonstrated demonstrates document documented documents draw draws drew email emailed emails
  e-mail e-mailed escalate escalated escalates escalating explain explained explaining explains finish finished finishes fix
  fixed fixes flag flagged flags follow followed following follows forget forgets forgot forward forwarded forwards found finds
  greet greeted greets hand handed hands handing hang hangs hung hurried hurries hurry hurrying ignore ignored ignores interrupt
  interrupted interrupting interrupts introduce introduced introduces join joined jump jumped jumps laugh laughed laughs leave
  leaves leaving left listen listened listening listens log logged logging logs message messaged messages miss missed misses
  mute muted name named names note noted notes notice noticed notices offer offered offering offers pass passed passes passing
  pause paused pauses phone phoned phones post posted posts promise promised promises propose proposed proposes put puts
  question questioned questions quote quoted quotes raise raised raises read reads reading record recorded records refund
  refunded refunds refuse refused refuses remember remembered remembers remind reminded reminds repeat repeated repeating
  repeats reply replied replies replying rephrase rephrased report reported reports rang ring ringing rings rush rushed rushes
  rushing said say saying says send sends sending sent set share shared shares sharing shout shouted shouts show showed showing
  shows sigh sighed sighs sit sits sat slow slowed slows solve solved solves speak speaks speaking spoke spell spelled spelt spot
  spotted spots stay stayed staying stays step stepped steps stop stopped stopping stops suggest suggested suggests sum summed
  sums summarise summarised summarises summing take takes taking took talk talked talking talks taught teach teaches tell telling
  tells test tested tests thank thanked thanks told train trained trains transfer transferred transferring transfers translate
  translated turn turned turns type typed types update updated updates updating use used uses using volunteer volunteered wait
  waited waiting waits walk walked walks walking warn warned warns write writes writing wrote keeps kept keep let lets letting
  give gives gave giving
`)

/** Deeds so general that they say little unless it is said when, or of what. */
const GENERAL = new Set(
  words(`give gives gave giving keep keeps kept let lets letting put puts set take takes taking took show shows showed
  showing use used uses using bring brings brought turn turns turned stay stays stayed staying agree agrees agreed`),
)

const DEED = new Set(DEEDS)

/** What such verbs are part of when nothing was done: "gives 100%", "takes pride", "keeps up the good work". */
const IDLE =
  /\b(?:giv(?:es?|ing)|gave) (?:it )?(?:100|110|a hundred|(?:his|her|their|your|its) (?:all|best))|\b(?:tak(?:es?|ing)|took) (?:pride|care of (?:everything|things)|initiative|part)|\bkeep(?:s|ing)? (?:it up|up (?:the|this)|on|going|doing|being|calm|positive|smiling)|\bkept (?:going|calm)|\bstay(?:s|ed|ing)? (?:positive|calm|cool|focused|professional|motivated)|\bset(?:s)? (?:a|an) (?:good|great|fine|excellent|bad) example|\bshows? (?:initiative|commitment|enthusiasm|leadership|respect|potential|willing)|\bbring(?:s)? (?:energy|positivity|a lot|so much)|\b(?:use|uses|using) (?:his|her|their|your) (?:initiative|head)|\bsay(?:s|ing)? no more|\b(?:no|little) (?:question|complaint)s?\b|\bcall of duty|\b(?:good|great|excellent|poor|bad|strong|written|verbal) (?:listening|speaking|reading|writing|questioning|talking) skills|\bon time\b/giu

/** A moment or a reason, which makes even a general deed one that can be pictured. */
const SCENE =
  /\b(?:when|whenever|after|before|while|during|until|once|if|because|so that|instead of|by \w+ing|without \w+ing|so the)\b|[“"‘]\w|\d/iu

/**
 * Whether a comment says something that was done or said, or could be, so that whoever reads it knows what to keep or
 * change; false for what only says how somebody is ("a team player", "meets expectations"). A hint, never a verdict.
 * Source: domain.md 6 (Situation-Behaviour-Impact).
 */
export function isUseful(text: string): boolean {
  const said = text.replace(IDLE, ' ').toLowerCase()
  const tokens = said.match(/[\p{L}’'-]+/gu) ?? []
  const deeds = tokens.filter((token) => DEED.has(token))
  const plain = (text.match(/[\p{L}\d’'-]+/gu) ?? []).length
  if (plain < 5 || deeds.length === 0) return false
  const clear = deeds.filter((deed) => !GENERAL.has(deed))
  return clear.length > 0 ? plain >= 5 : SCENE.test(said) && plain >= 8
}
