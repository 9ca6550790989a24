import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { fc } from '../../../../test/property.ts'
import type { Answers } from './mapping.ts'
import { fits, type Proposal, propose } from './propose.ts'
import { type Reading, read } from './read.ts'
import { rejectsCsv } from './rejects.ts'

const TODAY = '2026-11-17'
const LONDON = 'Europe/London'

const proposed = (text: string | Uint8Array, saved?: Answers): Proposal => {
  const outcome = propose(Buffer.from(text), LONDON, TODAY, saved)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
const whyNot = (text: string | Uint8Array): string => {
  const outcome = propose(Buffer.from(text), LONDON, TODAY)
  return outcome.ok ? 'read' : (outcome.refusals[0]?.message ?? '')
}
const reading = (text: string | Uint8Array, saved?: Answers): Reading => {
  const { mapping, questions } = proposed(text, saved)
  assert.deepEqual(questions, [])
  const outcome = read(Buffer.from(text), mapping, LONDON, TODAY)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  assert.equal(
    outcome.value.accepted + outcome.value.rejected.length + outcome.value.duplicates,
    outcome.value.rows,
  )
  return outcome.value
}

const CALLS =
  'call_id,agent,date,time,topic,answered (Y/N),resolved,speed_of_answer_in_seconds,AvgTalkDuration,SatisfactionRating'
/** Calls to Amara and Ben from 1 October on; every fifth one nobody answered, with a name all the same. */
const calls = (n: number): string[] =>
  Array.from({ length: n }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0')
    const head = `C${at},${at % 2 ? 'Amara' : 'Ben'},${day}/10/2026,09:12:${String(at % 60).padStart(2, '0')},Billing`
    return at % 5 === 4 ? `${head},N,N,,,` : `${head},Y,${at % 3 ? 'Y' : 'N'},${at},00:02:23,${1 + (at % 5)}`
  })
const file = (...rows: string[]): string => `${[CALLS, ...rows].join('\n')}\n`

test('a telephone export is understood without a question, and unanswered calls count against no one', () => {
  const { mapping, decisions, sample, notes } = proposed(file(...calls(100)))
  assert.deepEqual(mapping.columns, {
    call_id: 'id',
    agent: 'person',
    date: 'date',
    time: 'time',
    topic: 'topic',
    'answered (Y/N)': 'answered',
    resolved: 'outcome',
    speed_of_answer_in_seconds: 'replySeconds',
    AvgTalkDuration: 'handleTime',
    SatisfactionRating: 'rating',
  })
  assert.deepEqual(decisions.dateOrder, {
    value: 'dmy',
    how: 'proved',
    because: 'Line 14: 13/10/2026 can only be day first.',
  })
  assert.equal(sample.says, 'Lines 2 to 5, and line 6: the first call nobody answered')
  assert.ok(notes.some(({ lead }) => lead === '20 calls nobody answered'))
  assert.ok(notes.some(({ lead }) => lead === 'No customer column,'))
  const { contacts, rows, accepted, unanswered, unansweredNamed } = reading(file(...calls(100)))
  assert.deepEqual([rows, accepted, contacts.length, unanswered, unansweredNamed], [100, 100, 100, 20, 20])
  assert.deepEqual(
    contacts.filter(
      (contact) => !contact.answered && (contact.agentName ?? contact.outcome ?? contact.rating) !== null,
    ),
    [],
  )
  const { rowHash, ...first } = contacts[1] ?? { rowHash: '' }
  assert.match(rowHash, /^[0-9a-f]{64}$/)
  assert.deepEqual(first, {
    externalId: 'C1',
    line: 3,
    rows: 1,
    agentName: 'Amara',
    customer: null,
    topic: 'Billing',
    openedAt: new Date('2026-10-02T08:12:01Z'),
    day: '2026-10-02',
    firstReplyAt: null,
    replySeconds: 1,
    solvedAt: null,
    outcome: 'solved',
    answered: true,
    rating: 2,
    handleSeconds: 143,
  })
})

test('rows that cannot be are rejected one by one, with line, value and reason', () => {
  const { rejected, accepted, duplicates } = reading(
    file(
      ...calls(20),
      'C90,Amara,13/10/2026,10:00:00,Billing,Y,Y,5,00:01:00,9',
      'C91,Amara,31/11/2026,10:00:00,Billing,Y,Y,5,00:01:00,4',
      'C92,,13/10/2026,10:00:00,Billing,Y,Y,5,00:01:00,4',
      'C93,Amara,13/10/2026,10:00:00,Y,Y,5,00:01:00,4',
      'C94,Amara,13/12/2026,10:00:00,Billing,Y,Y,5,00:01:00,4',
      'C95,Amara,13/10/2026,10:00:00,Billing,perhaps,Y,5,00:01:00,4',
      calls(3)[2] ?? '',
      'C96,nobody,13/10/2026,10:00:00,Billing,Y,Y,5,00:01:00,4',
    ),
  )
  assert.deepEqual(
    rejected.map(({ line, says, why }) => [line, says, why]),
    [
      [22, 'SatisfactionRating 9', 'The scale is 1 to 5. Set the right scale, or mend the score'],
      [23, 'date 31/11/2026', 'November has 30 days'],
      [24, 'agent empty', 'A call needs an adviser or “nobody”'],
      [25, '9 fields', 'The header has 10. A line break or a separator inside the topic?'],
      [26, 'date 13/12/2026', 'This is in the future. Check the date, and the time zone'],
      [27, 'answered (Y/N) perhaps', 'This is neither yes nor no'],
    ],
  )
  assert.deepEqual([accepted, duplicates], [21, 1])
})

test('the downloaded rejects, mended, load as they are, and a row keeps its hash', () => {
  const bad = 'C90,Amara,13/10/2026,10:00:00,"Bill, ""late""",Y,Y,5,00:01:00,9'
  const { headings, rejected } = reading(file(...calls(20), bad))
  const mended = rejectsCsv(headings, rejected).replace('"9"\r', '"4"\r')
  const direct = reading(file(...calls(20), bad.replace(/9$/, '4'))).contacts.at(-1)
  const [contact] = reading(mended).contacts
  assert.deepEqual({ ...contact, line: 22 }, direct)
})

test('a file that does not say its date order, decimal mark or grain leaves the question to a person', () => {
  const early = [
    'C1,Amara,03/04/2026,09:00:00,Billing,Y,Y,5,00:01:00,4',
    'C2,Ben,05/06/2026,09:00:00,Billing,Y,Y,5,00:01:00,4',
  ]
  const { questions, mapping } = proposed(file(...early))
  assert.deepEqual(
    questions.map(({ key, question, choices }) => [
      key,
      question,
      choices.map(({ value, label }) => `${value}: ${label}`),
    ]),
    [
      [
        'dateOrder',
        'What day is 03/04/2026 in this file?',
        [
          'dmy: 3 April 2026. Day first, as in Britain',
          'mdy: 4 March 2026. Month first, as in the United States',
        ],
      ],
    ],
  )
  assert.equal(mapping.dateOrder, null)
  assert.equal(reading(file(...early), { dateOrder: 'mdy' }).contacts[0]?.day, '2026-03-04')

  const seconds = file(...calls(20)).replace(/^(C3,.*,N,)3,/m, '$1"1,234",')
  assert.deepEqual(
    proposed(seconds).questions.map(({ key }) => key),
    ['decimal'],
  )
  assert.equal(reading(seconds, { decimal: '.' }).contacts[3]?.replySeconds, 1234)
  assert.equal(reading(seconds, { decimal: ',' }).contacts[3]?.replySeconds, 1.234)

  const again = file(...calls(20), 'C3,Amara,14/10/2026,11:00:00,Billing,Y,Y,5,00:01:00,4')
  assert.deepEqual(
    proposed(again).questions.map(({ key }) => key),
    ['grain'],
  )
  assert.equal(reading(again, { grain: 'row' }).contacts.length, 21)
  assert.equal(reading(again, { grain: 'ticket' }).contacts.length, 20)
  const { mapping: open } = proposed(again)
  assert.equal(read(Buffer.from(again), open, LONDON, TODAY).ok, false)
})

test('one id at one moment for two customers is not proved to be one ticket', () => {
  const rows = ['1,Amara,R1,2026-06-01 09:00,Billing', '1,Ben,R2,2026-06-01 09:00,Meters']
  const { questions } = proposed(['Ticket ID,Agent,Requester,Created At,Topic', ...rows].join('\n'))
  assert.deepEqual(
    questions.map(({ key }) => key),
    ['grain'],
  )
})

test('a saved answer that the dates prove wrong is asked again', () => {
  const { questions } = proposed(file(...calls(30)), { dateOrder: 'mdy' })
  assert.match(
    questions[0]?.because ?? '',
    /The mapping says otherwise, but Line 14: 13\/10\/2026 can only be day first/,
  )
})

const TICKETS =
  'Ticker;Requerente;Grupo;Categoria;Data Abertura;Data Solução;Atendente;Satisfação;Data Iteração;Resolvido'
const tickets = [
  '7;REQ1;SEI;A;31/08/2021 23:05;08/09/2021 15:30;Amara;5;01/09/2021 10:00;sim',
  '7;REQ1;SEI;B;31/08/2021 23:05;08/09/2021 15:30;Amara;5;01/09/2021 10:00;sim',
  '7;REQ1;SEI;B;31/08/2021 23:05;08/09/2021 15:30;Amara;5;01/09/2021 10:00;sim',
  '8;0;SEI;-;01/09/2021 09:00;-;Ben;-;-;não',
  '9;0;SEI;Rede;02/09/2021 09:00;02/09/2021 09:30;Ben;2;-;sim',
]
const portuguese = [TICKETS, ...tickets].join('\r\n')

for (const [name, bytes] of [
  ['UTF-8 with a mark', Buffer.from(`\ufeff${portuguese}`)],
  ['Windows-1252', iconv.encode(portuguese, 'windows-1252')],
  ['CP850', iconv.encode(portuguese, 'cp850')],
] as const) {
  test(`a ticket told over several rows counts once, and so does its score: ${name}`, () => {
    const { rows, accepted, duplicates, contacts } = reading(bytes)
    assert.deepEqual([rows, accepted, duplicates, contacts.length], [5, 4, 1, 3])
    assert.deepEqual(
      contacts.map(({ externalId, agentName, customer, topic, outcome, rating }) => [
        externalId,
        agentName,
        customer,
        topic,
        outcome,
        rating,
      ]),
      [
        ['7', 'Amara', 'REQ1', null, 'solved', 5],
        ['8', 'Ben', null, null, 'unsolved', null],
        ['9', 'Ben', null, 'Rede', 'solved', 2],
      ],
    )
    assert.equal(proposed(bytes).decisions.grain.how, 'proved')
  })
}

test('the hash of a ticket does not change with the order of its rows', () => {
  const hashes = (rows: string[]) =>
    reading([TICKETS, ...rows].join('\n'))
      .contacts.map(({ rowHash }) => rowHash)
      .toSorted()
  fc.assert(
    fc.property(fc.shuffledSubarray(tickets, { minLength: 5 }), (rows) => {
      assert.deepEqual(hashes(rows), hashes(tickets))
    }),
    { numRuns: 20 },
  )
})

const DATED = 'Ticket ID,Agent,Created At,First Response Time,Time to Resolution,CSAT'
const dated = (n: number, solved: (at: number) => string): string =>
  [
    DATED,
    ...Array.from(
      { length: n },
      (_, at) => `${at},Amara,2026-06-01 09:00,2026-06-01 10:00,2026-06-01 ${solved(at)},4`,
    ),
  ].join('\n')

test('up to 2% of rows solved before their reply are rejected; above, the whole file is refused', () => {
  const few = reading(dated(200, (at) => (at < 4 ? '09:30' : '11:00')))
  assert.deepEqual([few.rejected.length, few.contacts.length], [4, 196])
  assert.equal(few.rejected[0]?.why, 'Solved before the first reply')
  assert.equal(few.contacts[0]?.replySeconds, 3600)
  const many = dated(200, (at) => (at < 5 ? '09:30' : '11:00'))
  const { mapping, refusal } = proposed(many)
  assert.match(refusal ?? '', /^5 rows of the 200 with two moments to compare \(2\.5%\)/)
  const outcome = read(Buffer.from(many), mapping, LONDON, TODAY)
  assert.equal(outcome.ok, false)
})

test('a reply in the hour that comes twice is not before the opening', () => {
  const { contacts, rejected } = reading(
    [DATED, '1,Amara,2026-10-25 01:50:00,2026-10-25 01:10:00,2026-10-25 03:00:00,5'].join('\n'),
  )
  assert.deepEqual(rejected, [])
  assert.equal(contacts[0]?.replySeconds, 20 * 60)
})

test('other scales and scores in words come to five points, and a scale nobody can tell is asked', () => {
  const scored = (scores: string[]) =>
    [DATED, ...scores.map((score, at) => `${at},Amara,2026-06-01 09:00,,,${score}`)].join('\n')
  const ten = scored(['9', '10', '8', '1', '7', '10'])
  assert.deepEqual(
    proposed(ten).questions.map(({ key, choices }) => [key, choices.map(({ value }) => value)]),
    [['ratingMax', ['10', '100']]],
  )
  assert.deepEqual(
    reading(ten, { ratingMax: 10 }).contacts.map(({ rating }) => rating),
    [4.5556, 5, 4.1111, 1, 3.6667, 5],
  )
  assert.deepEqual(
    reading(scored(['Good', 'Bad', 'Offered', 'Muito satisfeito', 'Insatisfeito'])).contacts.map(
      ({ rating }) => rating,
    ),
    [5, 1, null, 5, 2],
  )
})

test('files that hold nothing to read are refused with what to do', () => {
  assert.match(whyNot(''), /The file is empty/)
  assert.match(whyNot('\ufeff\n\n'), /The file is empty/)
  assert.match(whyNot(`${CALLS}\n`), /headings on line 1 and no rows below/)
  assert.match(whyNot('one\ntwo\n'), /only one column/)
  assert.match(
    whyNot(file(...calls(3), 'C9,"Amara,13/10/2026')),
    /Line 5 opens a quotation mark that is never closed/,
  )
})

test('a customer’s own words are never taken for a topic', () => {
  const rows = Array.from(
    { length: 120 },
    (_, at) => `${at},Amara,2026-06-01 09:00,My meter number ${at} is wrong`,
  )
  const { columns } = proposed(['Ticket ID,Agent,Created At,Subject', ...rows].join('\n'))
  assert.equal(columns.Subject?.value, 'ignore')
})

test('lines above the headings, empty lines and line breaks inside quotes do not shift the line numbers', () => {
  const text = `Report of calls\n\n${CALLS}\n${calls(14).join('\n')}\nC90,Amara,13/10/2026,10:00:00,"Bill\r\ning",Y,Y,5,00:01:00,4\n\n\nC91,Amara,14/10/2026,10:00:00,Billing,Y,Y,5,00:01:00,9\n`
  const { mapping } = proposed(text)
  const { contacts, rejected } = reading(text)
  assert.equal(mapping.headerLine, 3)
  assert.deepEqual([contacts.at(-1)?.line, contacts.at(-1)?.topic, rejected[0]?.line], [18, 'Bill ing', 22])
})

test('a saved mapping reads the next file with the same headings without asking', () => {
  const { mapping, headings } = proposed(file(...calls(100)))
  assert.ok(fits(mapping, headings))
  const next = file('C1,Amara,03/11/2026,09:00:00,Billing,Y,Y,5,00:01:00,4')
  assert.equal(proposed(next).questions.length, 1)
  const again = proposed(next, mapping)
  assert.deepEqual([again.questions, again.decisions.dateOrder.how], [[], 'saved'])
  assert.equal(again.reading?.contacts[0]?.day, '2026-11-03')
})
