import { competency } from './write.ts'

/** Talking, listening and writing with customers. Source: mission.md A15, B8. */
export const LISTENING = competency(
  'CS-01',
  'e3bf8a99-c628-4dce-aaa5-0ad8fb3d5b37',
  'Listening and questioning',
  { kind: 'skill', soft: true },
  'You find out what the customer needs: you listen to the end, ask open and closed questions in a useful order, and check what you understood before you act.',
  [
    'I let the customer finish before I answer. I can say what an open and a closed question are for.',
    'With prompts beside me, I ask what a usual enquiry needs and write down the answers.',
    'I start wide and then narrow. I say back what I heard in my own words, and customers seldom have to tell me twice.',
    'When a customer is upset, unclear or short of words, I slow down, change my questions, and still find the need behind them.',
    'I go through calls with colleagues and show the question that would have found the need sooner. What they ask afterwards changes.',
  ],
  'listen, question, ask, asked, understand, understood, clarif, probe, need, interrupt, repeat back, misunderst, attention, took notice, takes in, heard, hear me, have their say, ignor, rush, hurried, hurrying',
)

export const WRITING = competency(
  'CS-03',
  '2ba99b3d-f0b1-43bf-bd86-37c7ca915085',
  'Written communication',
  { kind: 'skill', soft: true },
  'You write messages, letters and case notes that answer the question, can be followed at first reading, and let a colleague carry on from them.',
  [
    'I use our templates, and check names, dates and amounts before I send.',
    'I fit a template to the customer’s question. Somebody reads it first when the matter is unusual.',
    'I answer every point in plain words and in an order the reader can follow. A colleague can carry on from my notes without asking me.',
    'I write the letter nobody likes to write: a refusal, a mistake of ours, a dispute. It is honest, kind and correct, and seldom brings a further question.',
    'I improve the templates and guides the team writes from, and help others edit their own drafts.',
  ],
  'write, writing, written, email, e-mail, letter, chat, message, note, grammar, spelling, template, wording, plain english, in writing, webchat, typed, text said, replies on chat',
)

export const EMPATHY = competency(
  'CS-09',
  '01e643ca-9097-4bf9-854f-005dbd13545f',
  'Empathy and rapport',
  { kind: 'behaviour', soft: true },
  'You notice how a customer feels, show it in words that fit, and stay calm and warm when they are not.',
  [
    'I greet customers in a friendly way, and notice when one is upset.',
    'I say that I understand, and mean it. When a customer is angry I know when to bring somebody in.',
    'I put into words what the matter means for this customer, choose a tone that fits, and stay calm when they raise their voice.',
    'I bring a distressed or hostile customer back to a talk in which we can solve something, and set a polite limit where behaviour is abusive.',
    'Colleagues learn from how I do it. I help them recover after hard contacts, and we talk about what they felt and did.',
  ],
  'empath, feel, felt, upset, angry, anger, calm, rude, distress, kind, warm, tone, rapport, patient, patience, polite, friendly, hostile, pleasant, lovely, courte, respect, cheerful, nasty, manners, caring, cared, compassion, considerate, thoughtful, smile, smiling, nice, understanding, level-headed, keeps his cool, keeps her cool, screamed, attitude, treated',
)

export const SPEAKING = competency(
  'CS-10',
  '8533b59d-8d21-43af-b069-4d23de5793ae',
  'Speaking and explaining',
  { kind: 'skill', soft: true },
  'You say things so that the customer understands them the first time, by voice or face to face.',
  [
    'I speak clearly, at a pace people can follow, and leave out our own jargon.',
    'I explain a usual process from notes, and ask whether it was clear.',
    'I explain a step, a bill or a decision in everyday words, check that it was understood, and sum up what each of us does next.',
    'I give unwelcome news straight and kindly, explain tangled matters with an example, and adapt to limits of hearing, language or technology.',
    'I show others how to explain what customers find hardest, and change scripts that confuse.',
  ],
  'explain, speak, spoke, voice, telephone, jargon, clear, unclear, confus, script, summar, pace, news, easy to follow, easy to understand, communicat, puts things across, put things across, talked through, simply, in plain, followed what, recap, made clear, talks',
)
