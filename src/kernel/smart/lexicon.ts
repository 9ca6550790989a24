/** Word lists of the SMART rules. They are hints: no list decides a letter by itself (domain.md 5). */
const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/))

const LOOSE = words(`
  achieve adopt advance aim be become better boost bring build champion commit communicate contribute
  cultivate cut deal deliver develop do drive embed embrace empower enable encourage engage enhance
  ensure exceed excel explore facilitate firm focus foster get give grow handle have help improve
  increase instil keep know land learn leave lift look lower maintain make manage maximise maximize
  minimise minimize move nurture offer optimise optimize polish progress promote provide raise reduce
  refine serve sharpen show sort strengthen strive succeed support think tidy treat try understand
  uphold work`)

/** Verbs that wish a quality or a state and move nothing by themselves: with a thing but no figure they stay open. */
const WISHING = words(`
  achieve adopt advance aim be become better champion commit contribute cultivate embed embrace empower
  enable encourage enhance ensure exceed excel explore facilitate firm focus foster help improve instil
  keep know maintain manage maximise maximize minimise minimize nurture optimise optimize polish
  progress promote refine sharpen strengthen strive succeed support think try understand uphold work`)

const WIDE = words(`
  ability anything approach area attitude awareness back backlog basis best better bit box business call
  caller career cash client colleague commitment communication company confidence consumer cost courtesy
  culture customer dealing delight department development different difficult effectiveness efficiency
  email empathy engagement enquiry enthusiasm everybody everyone everything excellence expectation
  experience fair feedback general good great growth guest handling happiness high impact income
  initiative issue job journey kindness knowledge leadership less level life lot low loyalty management
  manner matter mindset money morale more motivation myself new office organisation organization other
  outcome overall patience people performance person personal phone politeness potential practice
  problem process productivity professional professionally profile profit promise quality relationship
  reputation resilience respect responsibility result revenue role sales satisfaction self service share
  skill soft something spend spending staff standard strength stress stuff success talent team teamwork
  thing time top touchpoint training turnover understanding user way weakness wellbeing whole`)

/** Words that join others and carry no deed or thing. */
const JOINING = words(`
  a about across after again against all along also always am an and any are around as at because been
  before between both but by can consistently constantly continually could did does during each every
  for from generally had has he her his how i i'd i'll in into is it its just many may me might much
  must my never no not of off on onto or our out over per possible really should since so some than that
  the their them then these they this those through to toward towards truly under until up us very
  via was we we'd we'll were what when where which while who will with within without would you your`)

/** Whether a list has a verb, as it stands or with an ending ("improving", "helps", "moved"). */
function holdsVerb(list: Set<string>, verb: string): boolean {
  if (list.has(verb)) return true
  const bare = verb.endsWith('ing') ? verb.slice(0, -3) : verb
  return list.has(bare) || list.has(`${bare}e`) || list.has(bare.slice(0, -1))
}

/** A verb that names a direction or a wish and no act ("improve", "giving"); fine with a thing and a number. */
export function isLoose(verb: string): boolean {
  return holdsVerb(LOOSE, verb)
}

/** A verb that wishes a quality or a state ("ensure", "improving"), apart from those that move or make something. */
export function isWishing(verb: string): boolean {
  return holdsVerb(WISHING, verb)
}

const NOT_MANNER = words('apply assembly early daily family july monthly rely reply supply weekly')

/** A word that says how and not what ("quickly"). */
export function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !NOT_MANNER.has(word)
}

/** A thing so wide that a verb of direction with it says nothing ("customers", "quality"). */
export function isWide(thing: string): boolean {
  if (WIDE.has(thing)) return true
  if (!thing.endsWith('s')) return false
  const one = thing.slice(0, -1)
  return (
    WIDE.has(one) ||
    (one.endsWith('e') && (WIDE.has(one.slice(0, -1)) || WIDE.has(thing.replace(/ies$/, 'y'))))
  )
}

export function isJoining(word: string): boolean {
  return JOINING.has(word)
}
