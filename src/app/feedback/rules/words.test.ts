import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { telltale } from './telltale.ts'
import { isUseful } from './useful.ts'
import { tidy } from './words.ts'

/** Comments that say something done, said or to be done. */
const USEFUL = [
  'On the Hartley complaint she rang back on the day she had named, and the customer thanked her.',
  'When a caller shouts he lowers his own voice and lets them finish.',
  'Sums up what was agreed before every call ends, so nobody rings twice.',
  'She wrote the steps for the refund screen down and shared them with the team.',
  'Could ask one open question before offering a fix.',
  'Answers for other people in team talks; let them finish first.',
  'He told the customer it would take two days and then forgot to ring.',
  'Closes tickets before the customer has replied.',
  'After the outage he messaged every customer who had been waiting.',
  'Please pass the case on with notes, so the customer need not repeat it all.',
  'She noticed that the customer was struggling to pay and explained the hardship fund.',
  'Interrupts when people speak slowly.',
  'I would like you to check the address before you send the engineer.',
  'Explained the tariff to my mother twice, without a sigh.',
  'Reads the earlier tickets first, so I never had to explain again.',
  'He transferred me without saying why.',
  'Offers to take the difficult calls when somebody is new.',
  'Copies the whole policy into e-mails: quote the one line that answers the question.',
  'Apologised once, clearly, and moved on to what happens next.',
  'She shows new people how to search the knowledge base instead of telling them the answer.',
  'Goes quiet when challenged; say what you think and ask for a minute if you need it.',
  'He spotted the double charge and refunded it before I had asked.',
  'Follow up on the promises you make on chat.',
  'Rang me at four as he said he would.',
]

/** Comments that only say how somebody is, or that all is well. */
const USELESS = [
  'A real team player.',
  'Meets expectations',
  'Always positive and happy to help!',
  'Great colleague, keep it up.',
  'Nothing to add.',
  'Very professional at all times',
  'She is a lovely person and a pleasure to work with.',
  'Needs more confidence.',
  'Good communication skills.',
  'Has the right attitude and works hard.',
  'Could be more proactive',
  'Brilliant, no complaints',
  'n/a',
  'He is reliable, friendly and organised.',
  'Gives 100% every day.',
  'Shows commitment and takes pride in the work.',
  'Should improve time management.',
  'An asset to the department, one of the best we have.',
  'Keep up the good work!',
  'Attitude problem.',
  'Sometimes a bit negative about things.',
  'Excellent customer service, really excellent.',
  'Goes above and beyond the call of duty.',
  'Better listening skills.',
]

test('what was done is told from what somebody is like', () => {
  const missed = USEFUL.filter((text) => !isUseful(text))
  const passed = USELESS.filter((text) => isUseful(text))
  assert.deepEqual(missed, [])
  assert.deepEqual(passed, [])
})

test('phrases that tell who wrote are quoted as they stand', () => {
  const quotes: [string, string[]][] = [
    ['In the huddle about estimates she answered for Ellie.', ['In the huddle', 'Ellie']],
    ['When I was your buddy you asked good questions.', ['When I was your buddy you asked']],
    ['On Tuesday you rang the customer back.', ['On Tuesday']],
    ['As your mentor I saw you grow.', ['As your mentor']],
    ['You helped me with my first week on the phones.', ['helped me', 'my first week']],
    ['I’m the only one on the night shift who hears it.', ['I’m the only one', 'on the night shift']],
    ['You sit next to me and never complain.', ['sit next to me']],
    ['Since I joined in March you have changed.', ['Since I joined in March you', 'in March']],
    ['As I said in the one-to-one, slow down.', ['As I said in the one-to-one', 'in the one-to-one']],
  ]
  for (const [text, expected] of quotes) {
    const found = telltale(text, ['Ellie Marsh'])
    assert.equal(found[0], expected[0], text)
    for (const phrase of found) assert.ok(text.includes(phrase), phrase)
  }
})

test('plain comments about the work are left alone', () => {
  for (const text of [
    'She says what happens next and when.',
    'He lets customers finish before he answers.',
    'Ask whether there is anything else before the call ends.',
    'May I suggest one open question first?',
    'They march through the script too fast.',
    'The customer was told twice.',
    '',
  ])
    assert.deepEqual(telltale(text, ['Ellie Marsh', 'Jo Ng']), [], text)
})

test('no more than five phrases are quoted, none of them twice, whatever is written', () => {
  assert.equal(telltale('On Monday, on Tuesday, on Monday, on Friday').length, 3)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.string()), (text, names) => {
      const found = telltale(text, names)
      assert.ok(found.length <= 5 && found.every((phrase) => text.includes(phrase)))
      assert.equal(typeof isUseful(text), 'boolean')
    }),
  )
})

test('a text is kept with plain spaces, and nothing that a keyboard leaves in it', () => {
  assert.equal(tidy('  two  spaces \r\n\r\n\r\n and\ttabs\u200b '), 'two spaces\n\nand tabs')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const tidied = tidy(text)
      assert.equal(tidy(tidied), tidied)
      assert.doesNotMatch(tidied, /[^\P{Cc}\n]|\p{Cf}| {2}|^\s|\s$/u)
    }),
  )
})
