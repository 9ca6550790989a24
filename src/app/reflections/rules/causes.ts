/** Words that tie a cause to what came of it. A few of the commonest, never a test of English. */
const TIES: readonly RegExp[] = [
  /\b(?:because|therefore|hence|so that|due to|owing to|thanks to|as a result|result(?:s|ed)? (?:from|in))\b/i,
  /\b(?:led|leads?|leading) (?:\w+ )?to\b/i,
  /(?<!\b(?:ever|long) )\bsince (?!then\b|last\b|this\b|that (?:day|call|time)\b|(?:the|my|our|her|his) \w+(?: (?:of|on|in|at)\b| (?:i|we|he|she|they|you)\b|[.,;:!?]|$)|i (?:joined|started|began|came)\b|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|january|february|march|april|may\b|june|july|august|september|october|november|december|yesterday|christmas|easter)/i,
  /(?:[,;] (?:and )?so|\band so) (?:i|you|he|she|it|we|they|the|my|her|his|their|our|that|nobody|no one|everybody)\b/i,
  /(?<!\bno )\bcause[sd]?\b/i,
  /\b(?:the|one|another|main|real|my|her|his|their) reasons? (?:was|is|were|are|for|why|that|behind|to)\b/i,
  /(?:^|[.;:!?]\s+)by \w+ing\b[^.;!?]*\b(?:i|we|he|she|they|it)\b/i,
  /\b(?:is|was|explains?|explained) why\b/i,
  /(?<!\b(?:i|you|he|she|we|they|all|no|any) )\bmean(?:s|t) (?!to\b|a lot\b)/i,
  /\bmade (?:me|you|him|her|it|us|them|people) (?!an?\b|the\b|aware\b)\w+/i,
  /\bmakes? (?:me|you|him|her|it|us|them|people) (?!an?\b|the\b)\w+/i,
  /\b(?:(?:a|the) (?:result|consequence|effect) of|play(?:s|ed) (?:a|its|their|his|her|my) (?:\w+ )?part)\b/i,
  /, as (?!(?:i|we|he|she|they|it) (?:was|were|am|is|are) (?:on|in|at|about|just|typing|looking|reading|writing|speaking|talking|going|leaving|putting|transferring|checking|opening|ringing|walking|taking|finishing|telling|explaining|saying|closing)\b)(?!i (?:said|told|wrote|mentioned)\b)(?:i|he|she|it|we|they|the|my|her|his|their|nobody|there)\b/i,
  /\bif (?!possible\b|needed\b|necessary\b|i can\b)[^.;:!?,]*, (?:i|he|she|it|we|they|the|you|people|customers?|nobody|\w+s)\b/i,
  /\b(?:comes?|came|stem(?:s|med)|arose|arises) from\b/i,
  /\b(?:is|was|were|came|comes) down to\b/i,
  /\b(?:contributed to|depend(?:s|ed) on|triggered|prompted|hindered|got in the way)\b/i,
  /\b(?:(?:this|that|it) (?:is|was) what \w+|what (?:let|held|put|threw|stopped|slowed|saved|helped)\b[^.;!?]*\b(?:was|is)|(?:at )?the root of)\b/i,
  /(?<!\b(?:i|we|he|she|they)(?: \w+)? )\bput (?:me|you|him|her|it|us|them) (?:in|off|on|under|out)\b/i,
  /(?<!\b(?:i|we|he|she|they)(?: \w+)? )\b(?:helped|stopped|kept) (?:me|you|him|her|it|us|them)\b/i,
  /\b(?:if (?:i|we|he|she|they|somebody|nobody|the)|had (?:i|we|he|she|they|the))\b[^.;!?]*\bwould(?:n[’']t)?\b/i,
  /\bwithout\b[^.;!?]*\bwould(?:n[’']t)?\b/i,
  // Where the fault is laid.
  /\b(?:to blame|at fault|(?:the|my|our|their) (?:fault|mistake|error|problem|trouble) (?:was|is|lay|lies)|(?:it|things|that) (?:all )?(?:went wrong|goes back to|comes back to|went back to)|went wrong:|hence|consequently)\b/i,
  /\bit was (?:the|my|her|his|our|their) [\w ]+, (?:and )?not\b|\bnot (?:the|my|her|his|our) [\w ]+ but (?:the|my|her|his|our)\b/i,
  // Something left undone, or a mistaken belief, told of the past.
  /\b(?:i|we|he|she|they|nobody|no one|somebody|someone|the \w+) (?:had not|hadn't|had never|did not|didn't|failed to|forgot|missed) (?!(?:know|see|understand) why\b|mean\b|like\b|want\b|feel\b|sleep\b|enjoy\b|(?:get|have|take) (?:the|a|any|much) (?:chance|opportunity)\b|(?:go|end|do) (?:\w+ )?(?:well|badly)\b|work out\b|(?:come|ring|call|write) (?:back|again)\b|reply\b|thank\b|return\b|mind\b|complain\b|say (?:much|goodbye|more|a word)\b)\w+/i,
  /\b(?:nobody|no one) had \w+/i,
  /\b(?:i|we|he|she|they)(?: had| was| were| just| simply| only)* (?:assum(?:ed|ing)|presum(?:ed|ing)|rush(?:ed|ing)|forg(?:ot|otten)|misread|misheard|misunderstood|mistook|mistaken|overlook(?:ed|ing)|ignor(?:ed|ing)|panick(?:ed|ing)|trust(?:ed|ing)|took \w+ to mean|was trying to|were trying to|trying to)\b/i,
  // The state of things that it came from.
  /(?:^|[.;:!?]\s+)(?:being|having (?:been|had|no|never|only|just|so|too|little|few|more|other|to)\b|not \w+ing|knowing|thinking|expecting|fearing|had (?:i|we|he|she|they))\b[^.;!?]*,/i,
  /\bwith (?:no|so many|so few|so little|only one|nobody|nothing) \w+/i,
  /\bwithout (?:\w+ )?(?!saying|doubt|waiting|thanking)\w+ing\b/i,
  /\b(?:as if|as though)\b/i,
  /\bas (?!(?:i|we|he|she|they|it) (?:was|were|am|is|are) (?:on|in|at|about|just|typing|looking|reading|writing|speaking|talking|going|leaving|putting|transferring|checking|opening|ringing|walking|taking|finishing|telling|explaining|saying|closing)\b)(?:i|he|she|it|we|they|nobody|the \w+) (?:was|were|had|did|could|am|is|are|has)\b/i,
  /: (?:i|he|she|it|we|they|you|nobody|no one|there|the \w+) (?:had|has|have|was|were|is|are|did not|didn't|do not|don't|does not|doesn't|could not|couldn't|cannot|never|only|always|asks?|says?|thought|wanted|believed|expected|forgot|assumed)\b/i,
  // What people do with what they meet.
  /\b(?:react(?:s|ed)?|respond(?:s|ed)?) to (?:that|it|this)\b|\b(?:people|customers?|callers?|they|he|she) (?:hears?|heard|notices?|noticed|senses?|sensed|feels?|felt) (?:that|it|this)\b/i,
  /\b(?:people|customers|callers|those|anyone|anybody|everyone) who\b[^.;!?]*, (?:whatever|however|even if)\b|\bwhatever (?:i|we|you) (?:say|said|do|did)\b/i,
]

/** Words that look like a cause and name none, with what they say instead. */
const SEEMING: readonly { pattern: RegExp; says: string }[] = [
  {
    pattern:
      /\b(?:(?:do|did)(?: not|n[’']t) (?:know|see|understand)|(?:not|un) ?sure|no idea|cannot say|can[’']t say|wonder(?:ed|ing)?|asked (?:me|her|him|them|myself)) why\b/i,
    says: 'asks for a cause and leaves it open',
  },
  { pattern: /\bno idea\b/i, says: 'asks for a cause and leaves it open' },
  { pattern: /\bfor (?:some|whatever|no) reason\b/i, says: 'says that there is a cause, not which' },
  { pattern: /\bsince (?:\w+)/i, says: 'says since when, not why' },
  { pattern: /\bso (?:\w+)/i, says: 'says how much, not why' },
  { pattern: /\b(?:i|you|he|she|we|they) meant (?:to )?\w+/i, says: 'tells an intention, not a cause' },
]

/**
 * Whether a text names a cause: something that was so because of something else. Words of time (“since Monday”),
 * of degree (“so cross”) and an open question (“no idea why”) are none. Source: domain.md 4 (Gibbs 1988: analysis).
 */
export function namesCause(text: string): boolean {
  const plain = text.replaceAll('’', "'")
  return TIES.some((tie) => tie.test(plain))
}

/** The first words of a text that look like a cause and are none; null where there are none such. */
export function seemingCause(text: string): { words: string; says: string } | null {
  for (const { pattern, says } of SEEMING) {
    const words = pattern.exec(text)?.[0]
    if (words) return { words, says }
  }
  return null
}
