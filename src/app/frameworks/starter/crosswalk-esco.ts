import type { Item, Recognised } from './crosswalk.ts'

const SKILL = 'http://data.europa.eu/esco/skill/'

/** A skill whose URI is known: the code is the URI's last part. */
const known = (title: string, uuid: string, ours: string[], relation?: Item['relation']): Item => {
  return { code: uuid, title, ours, address: `${SKILL}${uuid}`, relation }
}
/** A skill known by its preferred label alone. */
const label = (title: string, ours: string[], relation?: Item['relation']): Item => {
  return { code: '', title, ours, relation }
}

/**
 * ESCO 1.2.0 skills: preferred labels, and the URI where one could be read.
 * Source: interop.md 10. This service uses the ESCO classification of the European Commission.
 */
export const ESCO: Recognised[] = [
  {
    framework: 'ESCO skills',
    publisher: 'European Commission',
    version: '1.2.0',
    address: 'https://esco.ec.europa.eu',
    source: 'ESCO 1.2.0, English preferred labels',
    items: [
      label('listen actively', ['CS-01']),
      label("identify customer's needs", ['CS-01']),
      label('coach employees', ['CS-02'], 'exactMatchOf'),
      label('give constructive feedback', ['CS-02']),
      known('instruct others', '699e7c26-6502-4e78-a823-3656ff5a5b8b', ['CS-02']),
      label('respond to inquiries in written form', ['CS-03']),
      known('draft corporate emails', 'ec0bbf39-0edd-4015-a2c3-82ad563ce3a8', ['CS-03']),
      label('characteristics of products', ['CS-04']),
      label('characteristics of services', ['CS-04']),
      known('knowledge base', '38da3c60-4b7c-4698-9256-574e4ee4e93b', ['CS-04']),
      known('manage time', 'd9013e0e-e937-43d5-ab71-0e917ee882b8', ['CS-05']),
      known('meet commitments', '113b4428-0a31-4199-8496-070af7854b91', ['CS-05', 'CS-13']),
      label('manage schedule of tasks', ['CS-05']),
      label('create solutions to problems', ['CS-06']),
      label('provide customer follow-up services', ['CS-06', 'CS-13']),
      known('solve problems', 'adc6dc11-3376-467b-96c5-9b0a21edc869', ['CS-06']),
      label('handle customer complaints', ['CS-07'], 'exactMatchOf'),
      label('apply conflict management', ['CS-07']),
      label('perform escalation procedure', ['CS-07']),
      known('data protection', 'a4346013-a967-4a58-a533-6b32ad1364c5', ['CS-08']),
      known('information confidentiality', 'a56dec32-05ef-45de-a256-ee6741f356db', ['CS-08']),
      known('respect confidentiality obligations', 'e37d64dc-0f05-4ee8-b065-bf76f70d8f5c', ['CS-08']),
      known('show empathy', '77b636e8-fab3-41a8-8022-1e0a354059dc', ['CS-09']),
      label('establish customer rapport', ['CS-09']),
      label('show diplomacy', ['CS-09']),
      label('communicate by telephone', ['CS-10']),
      label('communicate with customers', ['CS-10']),
      known('work in teams', '60c78287-22eb-4103-9c8c-28deaa460da0', ['CS-11'], 'exactMatchOf'),
      known('accept criticism and guidance', '05aa7c09-46e7-433f-a81b-92841f4551e7', ['CS-12']),
      known('exercise self-reflection', '409a0245-0e6c-4aac-ba16-0920ecb76a8d', ['CS-12']),
      known('demonstrate willingness to learn', '9bf266a6-188b-4d17-a22f-2f266d76832b', ['CS-12']),
      label('identify stress points of customer interaction', ['CS-13']),
      label('manage the customer experience', ['CS-13']),
      label('follow company standards', ['CS-14']),
      label('maintain high quality of calls', ['CS-14']),
      label('ensure client orientation', ['CS-15']),
      label('guarantee customer satisfaction', ['CS-15']),
      label('assist clients with special needs', ['CS-16']),
      known('respect the diversity of cultural values and norms', '5ca953f7-541d-4f67-bc55-7721348366cf', [
        'CS-16',
      ]),
      label('manage health and safety standards', ['CS-17']),
      known('protect the health of others', '4cde32b5-fc2f-4257-a8b9-5b15a67ee3e5', ['CS-17']),
      known('cope with stress', '7a147904-22b3-498a-b4d9-7bceeb86b45d', ['CS-17']),
      label('manage key performance indicators of call centres', ['CS-18']),
      label('measure customer feedback', ['CS-18']),
      known('perform data analysis', '2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f', ['CS-18']),
    ],
  },
]
