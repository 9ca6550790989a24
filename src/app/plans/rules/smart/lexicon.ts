/** Word lists of the SMART rules. They are hints: no list decides a letter by itself (domain.md 5). */
const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/))

/** Verbs that name a direction or a wish and no act; fine with a thing and a number. */
export const LOOSE_VERBS = words(`
  achieve advance aim be become becoming being bettering boost boosting bring build building cut cutting deliver
  delivering develop developing do doing drive embed empower enable encourage encouraging enhance enhancing ensure
  ensuring excel facilitate firm focus foster get getting give giving grow growing have help improve improving
  increase increasing keep keeping know land learn leave lift look looking lower maintain make making manage
  managing maximise maximize minimise minimize move moving offer offering optimise optimize polish progress promote
  provide show think providing raise raising reduce reducing refine sharpen strengthen strive succeed support supporting tidy
  try understand work`)

/** Things so wide that a verb of direction with them says nothing. */
export const WIDE = words(`
  anything awareness box commitment courtesy empathy enthusiasm everything excellence initiative journey kindness mindset motivation patience
  politeness profile resilience respect responsibilities responsibility soft something strengths stress weaknesses
  abilities ability approach area areas attitude attitudes back basis best better bit business caller callers calls
  career cash client clients colleague colleagues communication communications company confidence consumer costs
  culture customer customers dealing department development effectiveness efficiency email emails engagement
  everybody everyone experience experiences general good great growth guest guests handling happiness high impact
  income issues job jobs knowledge leadership less level levels life lot lots low management manage managing manner
  matters money more morale myself new office organisation organization others outcome outcomes overall people
  performance performances person personal phone potential practice practices problems process processes
  productivity professional professionally profit profits progress quality relationship relationships reputation
  results revenue role sales satisfaction self service services skill skills spend spending staff standard standards
  stuff success support team teams teamwork things time top training turnover understanding user users way ways
  wellbeing whole work`)

/** Words that join others and carry no deed or thing. */
export const FUNCTION = words(`
  a about across against all also always am an and any are as at been between but by can consistently constantly
  continually could did does every for from generally had has he how i i'd i'll in into is it its just many may me
  might much must my never no not of off on onto or our out over possible really should so some than that the their
  them then these they this those through to truly under up us very was we we'd we'll were what when where which who
  will with within would you your his her`)
