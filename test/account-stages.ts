/** A whole account after Gibbs, by the keys of its stages. */
export const STAGES = {
  description:
    'On 2 September a customer rang about a bill that had doubled, and I promised to ring her back on Friday with the reading.',
  feelings: 'I felt embarrassed, then defensive, because the answer had been right.',
  evaluation: 'The explanation was clear and she said so. The promise failed because nobody else knew of it.',
  analysis: 'It failed because the promise was only in my head, and nobody could see it while I was away.',
  conclusion: 'I could have put the promise into the team diary with a name beside it.',
  action: 'I will use the check-back card on every billing call from 21 September.',
}
