import type { Wanted } from './year-acts.ts'

/** The objective on call-backs. */
export const COMPLAINTS: Wanted = {
  text: 'Ring back every customer with a complaint on the day I promised, logged in the diary, so that call-backs kept rise from 14 to 19 of 20 by 31 July 2026.',
  why: 'My role asks for complaints to be settled.',
  due: '2026-07-31',
  action: 'Put every promised call in the diary while the customer is on the line',
  by: '2026-02-13',
  from: '14',
  to: '19',
}
/** The objective on letters. */
export const LETTERS: Wanted = {
  text: 'Write 10 replies that settle a complaint in one letter, with the plain-words sheet, and have Ben Hughes read each, by 18 December 2026.',
  why: 'My role asks for a matter to be settled the first time.',
  due: '2026-12-18',
  action: 'Write two replies a month with the sheet beside me',
  by: '2026-12-11',
  from: '0',
  to: '10',
}

/** Amara's account of a call that was promised and missed. */
export const GIBBS = {
  stages: {
    Description:
      'On Friday 6 February a man rang about a bill that was charged twice. I promised to ring back on Monday, wrote it on a note and not in the diary, and rang on Wednesday.',
    Feelings:
      'I was sure that I would remember. When I saw the note on Wednesday I felt ashamed, and rang before I took my coat off.',
    Evaluation:
      'He was calm and thanked me for the call. What was bad is that he had rung twice meanwhile and had to explain it all again.',
    Analysis:
      'The note was lost under other notes because I write promises where nobody looks. The diary opens by itself each morning, so what is in it is seen; a note is only seen when I move it.',
    Conclusion:
      'I could have put it in the diary while he was on the line. A promise that is not in the diary is a guess.',
    'Action plan':
      'From 16 February I will put every promised call in the diary before I hang up, and read the day aloud to the customer.',
  },
  impact: 'Callers no longer ring to ask when I will ring.',
}
/** Amara's account of a letter that was short. */
export const KOLB = {
  stages: {
    'Concrete experience':
      'On 4 May I wrote to a customer about a refund. I used the plain-words sheet and cut the letter from a page to nine lines.',
    'Reflective observation':
      'I was afraid that it was too short. She answered the next day and thanked me for a letter that she could follow.',
    'Abstract conceptualisation':
      'A short letter is read to its end because the reader finds what they must do in the second line; long ones hide it.',
    'Active experimentation':
      'By 30 June I will write four more replies with the sheet, and ask Ben to time how long he takes to find the step.',
  },
  impact: 'Customers answer letters that they used to ring about.',
}
