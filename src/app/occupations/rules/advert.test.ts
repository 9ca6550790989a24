import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposeFrom } from './advert.ts'

const COMPLAINTS = '00000000-0000-4000-8000-000000000001'
const COACHING = '00000000-0000-4000-8000-000000000002'

/** Points at complaints by "manager" and "complaint", at coaching by "coach". */
function suggest(part: string) {
  const words = (...wanted: string[]) => wanted.filter((word) => part.toLowerCase().includes(word)).length
  return [
    { competencyId: COMPLAINTS, words: words('manager', 'complaint') },
    { competencyId: COACHING, words: words('coach') },
  ].filter((one) => one.words > 0)
}

const propose = (advert: string, skills: { title: string; competencyId: string }[] = []) =>
  proposeFrom(advert, suggest, skills)

test('the name of the job does not ask for anything by one word alone', () => {
  assert.deepEqual(propose('Assistant Store Manager\n\n• Coach the weekend team'), [
    { competencyId: COACHING, because: ['Coach the weekend team'] },
  ])
  assert.deepEqual(
    propose('Complaints manager\nWe open at nine.').map(({ competencyId }) => competencyId),
    [COMPLAINTS],
    'two words say more than a title does',
  )
})

test('a first line that is a sentence, a point of a list, a linked skill or all there is counts as any other', () => {
  const first = (advert: string, skills?: { title: string; competencyId: string }[]) =>
    propose(advert, skills)[0]?.because
  assert.deepEqual(first('Report to the manager.\nStart in May.'), ['Report to the manager.'])
  assert.deepEqual(first('• Report to the manager\n• Start in May'), ['Report to the manager'])
  assert.deepEqual(first('Report to the manager'), ['Report to the manager'])
  assert.deepEqual(first('Shop floor lead\nMay', [{ title: 'shop floor', competencyId: COACHING }]), [
    'Shop floor lead',
  ])
})

test('a part that speaks of what the employer gives asks for nothing, and three parts are quoted at most', () => {
  assert.deepEqual(propose('We coach.\nBenefits: your own coach.\nCoach one.\nCoach two.\nCoach three.'), [
    { competencyId: COACHING, because: ['We coach.', 'Coach one.', 'Coach two.'] },
  ])
})
