import type { AskedReflection } from '../../reflections/reflections.ts'

type Account = Omit<AskedReflection, 'personId' | 'saidOn'>

/** Her first account: whole, and its action was asked about at the second review. */
export const SILENCE_ACCOUNT: Account = {
  model: 'gibbs',
  about: { kind: 'none', id: null, words: 'The call that went silent' },
  sharing: 'leader',
  impact: 'Nobody has asked me “Are you still there?” since I say what I am doing while I look something up.',
  stages: {
    description:
      'A customer rang about two final bills. I had to open three systems to see both addresses. It took me almost two minutes, and I said nothing. She asked whether I was still there, and then whether I knew what I was doing.',
    feelings:
      'I felt hurried, and a little hurt, because I was working hard for her and she could not see it.',
    evaluation:
      'The answer was right and she thanked me in the end. The two minutes of silence cost her trust.',
    analysis:
      'She could not see my screen, so silence meant to her that nothing happened. I go quiet when I concentrate because I was trained on written tickets, where nobody waits on the line.',
    conclusion:
      'I could have said what I was opening and why. Ten seconds of silence are long when you wait for your own money.',
    action:
      'Whenever I look something up for longer than ten seconds, I will say what I am doing and how long it takes.',
  },
}

/** Her second: a way of working she tried. Its action is asked about at the review in progress. */
export const CARD_ACCOUNT: Account = {
  model: 'kolb',
  about: { kind: 'none', id: null, words: 'Three weeks with the check-back card' },
  sharing: 'assessor',
  impact: 'Customers leave the call knowing the amount, the step and the day.',
  stages: {
    experience:
      'After Ben’s observation I wrote four lines on a card and put it beside my screen. For three weeks I asked each customer on a bill to say back what we had agreed before I closed.',
    observation:
      'It felt like an exam for the customer at first. It went better when I said that I was checking myself. About one in six had understood something else than I had said.',
    concept:
      'A call is not over when I have explained, but when the customer can say what happens next. That holds for every call because only the customer knows what they heard.',
    experiment:
      'I will use the check-back card on every billing call, and count with Ben at our next review whether it shows.',
  },
}

/** What she added to it when her figure could say something. */
export const CARD_IMPACT =
  'Customers leave the call knowing the amount, the step and the day, and fewer come back about the same bill. I chose the figure because it was low, so some of the rise may be chance; the weeks before were much like each other, and Ben saw the card at work.'

/** Her third, in the review in progress: four stages of six. */
export const CALL_BACK_ACCOUNT = {
  description:
    'A customer rang about a bill that had doubled. I explained the estimate and promised to ring her back within two days. The reading came in the next morning, when I was on leave, and I had told nobody. Five days later she rang again and complained.',
  feelings:
    'I felt embarrassed, then defensive, because the answer itself had been right. Later I felt sorry that she had to tell it all again.',
  evaluation:
    'The explanation was clear, and she said so. The promise failed, because it lived in my head and not in the diary.',
  analysis:
    'I make promises to end a hard call kindly, and I do not ask myself how they will be kept. Nobody could step in because nobody knew. Ben’s observation says the same: I close well, and do not hand over.',
}
