import { competency } from './write.ts'

/** What the law asks of everybody who serves customers. Source: mission.md B10. */
export const DATA_PROTECTION = competency(
  'CS-08',
  '7850555c-4c58-4561-8700-e12c14e94bbd',
  'Data protection and vulnerable customers',
  { kind: 'skill', legal: true },
  'You use personal data only as the law and our rules allow (UK GDPR, Data Protection Act 2018), and notice when a customer may be vulnerable and needs more care.',
  [
    'I know that the law protects customers’ details, and whom I ask before I share any.',
    'I check identity by the script and record only what the case needs. I fetch help when a customer seems to be struggling.',
    'I check identity every time and keep notes to facts. I pass on a request for a copy of data, or a suspected breach, the same day. I change pace and wording for a customer who needs it.',
    'I deal with the awkward cases: a relative who asks on somebody’s behalf, a customer in danger or distress, data sent to the wrong person. I protect first, then record and report.',
    'I check how the team treats data and vulnerable customers, explain the reasons, and get weak spots in the process mended.',
  ],
  'data protection, gdpr, privacy, personal data, confidential, identity, security question, breach, vulnerab, consent, subject access, safeguard, bereave, security check, details to',
)

export const EQUALITY = competency(
  'CS-16',
  '3eaff1aa-5e74-4e46-9d75-c5aa8236e7d4',
  'Equality and inclusive service',
  { kind: 'behaviour', legal: true },
  'You treat each customer and colleague fairly and as an individual, and make the adjustments that the Equality Act 2010 asks for.',
  [
    'I know that the law protects people from unfair treatment, and where to look up on which grounds.',
    'I follow our steps for adjustments, such as large print or a relay call, and ask when I am unsure.',
    'I ask customers how they would like to be served and do not guess. I make usual adjustments at once, and record them so that nobody has to ask twice.',
    'I find an adjustment where the usual ones do not fit, and challenge unfair treatment calmly, whoever it comes from.',
    'I find out who has the hardest time using our service, involve them, and get barriers removed. Colleagues come to me with what they are unsure of.',
  ],
  'equal, equality, divers, inclusi, disab, adjustment, discriminat, accessib, accent, language, culture, religion, fair, unfair, interpreter, hearing',
)

export const SAFETY = competency(
  'CS-17',
  'cf77735b-f2c9-49c4-b5f2-aa428f2cdce5',
  'Health, safety and wellbeing',
  { kind: 'behaviour', legal: true },
  'You keep yourself, colleagues and customers safe and well, on site, at home and on the telephone.',
  [
    'I know the exits, the first aider, how to set up my desk and screen, and to whom I report a hazard.',
    'I follow the safety steps for my work, and take my breaks when somebody reminds me.',
    'I set up my own place of work, here or at home, report hazards and near misses, and look after myself after a hard contact.',
    'I act on a threat, an accident or a customer at risk by the agreed steps: people first, then a record of the facts.',
    'I go through the risks with the team, strain and abuse included, act on what reports show, and make it normal to speak up.',
  ],
  'health, safety, hazard, accident, risk, first aid, wellbeing, stress, workstation, screen break, near miss, threat, evacuat, lone work, gas, smell, danger, unsafe, injur',
)
