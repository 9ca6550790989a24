/** Tables by name, headings first: what tests change before they write them. */
export type Tables = Record<string, string[][]>

/** O*NET's text tables with headings as its database has them, of three occupations that we made up. */
export function onetTables(): Tables {
  const ratings = ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value']
  const marks = ['Recommend Suppress', 'Not Relevant']
  return {
    'Occupation Data': [
      ['O*NET-SOC Code', 'Title', 'Description'],
      ['43-9901.00', 'Help Line Advisers', 'Answer whoever rings a help line.'],
      ['43-9902.00', 'Team Leaders of Help Lines', 'Lead those who do.'],
      ['11-9901.00', 'Directors of Help Lines', 'Answer for several teams.'],
    ],
    'Job Zones': [
      ['O*NET-SOC Code', 'Job Zone', 'Date'],
      ['43-9901.00', '2', '08/2026'],
      ['43-9902.00', '3', '08/2026'],
    ],
    'Job Zone Reference': [
      ['Job Zone', 'Name'],
      ['2', 'Job Zone Two: Some Preparation'],
      ['3', 'Job Zone Three: Medium Preparation'],
    ],
    'Alternate Titles': [
      ['O*NET-SOC Code', 'Alternate Title', 'Short Title'],
      ['43-9901.00', 'Help Line Adviser', ''],
    ],
    'Related Occupations': [
      ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
      ['43-9901.00', '43-9902.00', 'Primary-Short', '1'],
      ['43-9901.00', '43-9903.00', 'Supplemental', '11'],
    ],
    'Content Model Reference': [
      ['Element ID', 'Element Name', 'Description'],
      ['2.A.9.a', 'Listening Closely', 'To attend to what callers say.'],
    ],
    'Level Scale Anchors': [
      ['Element ID', 'Element Name', 'Scale ID', 'Anchor Value', 'Anchor Description'],
      ['2.A.9.a', 'Listening Closely', 'LV', '6', 'Hear what a frightened caller leaves out'],
      ['2.A.9.a', 'Listening Closely', 'LV', '2', 'Hear that somebody is upset'],
    ],
    Skills: [
      [...ratings, ...marks],
      ['43-9901.00', '2.A.9.a', 'Listening Closely', 'IM', '4.12', 'N', ''],
      ['43-9901.00', '2.A.9.a', 'Listening Closely', 'LV', '3.5', 'N', 'N'],
      ['43-9901.00', '2.A.9.b', 'Mending Quietly', 'IM', '1.25', 'N', ''],
      ['43-9901.00', '2.A.9.b', 'Mending Quietly', 'LV', '0', 'N', 'Y'],
      ['43-9902.00', '2.A.9.a', 'Listening Closely', 'IM', '3.9', 'N', ''],
    ],
  }
}

const ESCO = 'http://data.europa.eu/esco'
const occupation = (n: number) => `${ESCO}/occupation/00000000-0000-4000-8000-00000000000${n}`
const skill = (n: number) => `${ESCO}/skill/00000000-0000-4000-8000-00000000000${n}`

/** ESCO's CSV tables with headings as its download has them, of three occupations that we made up. */
export function escoTables(): Tables {
  return {
    occupations_en: [
      [
        'conceptType',
        'conceptUri',
        'iscoGroup',
        'preferredLabel',
        'altLabels',
        'status',
        'description',
        'code',
      ],
      [
        'Occupation',
        occupation(1),
        '5244',
        'help line agent',
        'agent at a help line\nhelp line adviser',
        'released',
        'Help line agents, by telephone,\nanswer whoever rings.',
        '5244.9',
      ],
      ['Occupation', occupation(2), '5244', 'night help line agent', '', 'released', '', '5244.9.1'],
      ['Occupation', occupation(3), '3341', 'help line supervisor', '', 'released', '', '3341.9'],
      ['Occupation', occupation(4), '3341', 'help line telegraphist', '', 'obsolete', '', '3341.8'],
    ],
    skills_en: [
      ['conceptType', 'conceptUri', 'skillType', 'preferredLabel', 'description'],
      ['KnowledgeSkillCompetence', skill(1), 'skill/competence', 'calm a caller', 'Bring somebody down.'],
      ['KnowledgeSkillCompetence', skill(2), 'knowledge', 'help line rules', ''],
      ['KnowledgeSkillCompetence', skill(3), 'skill/competence', 'plan shifts', ''],
    ],
    occupationSkillRelations_en: [
      ['occupationUri', 'relationType', 'skillType', 'skillUri'],
      [occupation(1), 'essential', 'skill/competence', skill(1)],
      [occupation(1), 'essential', 'knowledge', skill(2)],
      [occupation(1), 'optional', 'skill/competence', skill(3)],
      [occupation(2), 'essential', 'skill/competence', skill(1)],
      [occupation(3), 'essential', 'skill/competence', skill(1)],
      [occupation(3), 'essential', 'skill/competence', skill(3)],
    ],
    broaderRelationsOccPillar_en: [
      ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'],
      ['Occupation', occupation(2), 'Occupation', occupation(1)],
      ['Occupation', occupation(1), 'ISCOGroup', `${ESCO}/isco/C5244`],
    ],
    ISCOGroups_en: [
      ['conceptType', 'conceptUri', 'code', 'preferredLabel'],
      ['ISCOGroup', `${ESCO}/isco/C5244`, '5244', 'Contact centre salespersons'],
    ],
  }
}
