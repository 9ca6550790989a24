import { competency } from './write.ts'

/** Knowing the matter, settling it and seeing the customer's whole way. Source: mission.md A5, A13, A15. */
export const KNOWLEDGE = competency(
  'CS-04',
  '41b18a59-3080-4071-bc78-2591af2a2e49',
  'Product and policy knowledge',
  { kind: 'knowledge' },
  'You know what we offer and the rules that go with it, and where to find what you do not know, so that what you tell a customer is right.',
  [
    'I know our main products, and where our policies are kept.',
    'I find the answer to usual questions in the knowledge base, and ask a colleague to confirm it.',
    'I answer usual questions without looking them up, look up the rest while the customer waits, and say so when I do not know.',
    'I explain exceptions, and rules that touch each other, and tell a customer which choice suits them and why.',
    'I keep the team’s knowledge right: I correct articles, brief colleagues on changes, and tell product owners what customers can’t follow.',
  ],
  'product, policy, policies, tariff, knowledge, wrong information, wrong advice, correct, rule, process, training course, quiz, article, knew their, knew his, knew her, knew what, know what they, knows the, knowledgeable, expert, guidance, advice, told me different, wrong answer, upgrade',
)

export const FIRST_CONTACT = competency(
  'CS-06',
  'f570d38a-034d-4841-a267-e59f2fe5249f',
  'Resolving at first contact',
  { kind: 'skill' },
  'You settle what the customer needs in the first contact wherever that is possible, and make sure that it stays settled.',
  [
    'I know which enquiries can be settled in one contact, and send the others to the right team.',
    'I settle simple enquiries at once, with a colleague or a checklist to hand.',
    'I settle usual enquiries in one contact, ask whether there is anything else, and check that the change was really made. Few customers come back about the same thing.',
    'I untangle cases that cross teams or have come back before. I use what I may decide myself, and bring others in while the customer is still with me.',
    'I find out why customers have to come back, get the cause mended, and show colleagues how to close a case for good.',
  ],
  'first contact, first time, resolv, solve, solved, fcr, repeat, again, reopen, call back, transfer, escalat, fix, settled, sorted, sort it, sort this, fixed, put right, passed along, passed me, passing me, passing people, pass me, nothing they can do, no help, help at last, there and then, mix up, mix-up, mixup, put through',
)

export const COMPLAINTS = competency(
  'CS-07',
  'e9f61d88-099a-4304-b4b0-930715c73adc',
  'Handling complaints',
  { kind: 'skill' },
  'You hear a complaint out, empathise, apologise for what went wrong and take action that settles it (HEAT). What it teaches is passed on.',
  [
    'I recognise a complaint, also where the customer does not call it one. I record it and say who will deal with it.',
    'I hear the customer out, empathise and apologise. Somebody helps me decide which action to take.',
    'I take an everyday complaint through all four steps of HEAT myself. The customer knows the next step and its date, and seldom has to complain again.',
    'I settle complaints that are old, heated or shared between teams. I report back on the days I named, put right what it cost the customer, and say how they can take it further.',
    'I look for what makes complaints come back and get it removed. I stand by colleagues in their hardest ones, and we write down what we learnt.',
  ],
  'complain, complaint, apolog, sorry, heat, redress, compensat, ombudsman, grievance, dissatisf, unhappy, escalat, promise, conflict, goodwill, higher up, manager, refus, let down, refund, make up for, put right what',
)

export const SERVICE_CYCLE = competency(
  'CS-13',
  '32aed93f-e2ce-4920-9830-2090832f53a3',
  'Service cycle and moments of truth',
  { kind: 'skill' },
  'You see the customer’s whole way with us, from first contact to follow-up, and notice the moments at which their opinion of us is made.',
  [
    'I can name the stages of a customer’s way with us, from first question to follow-up, and say what a moment of truth is.',
    'With help, I point to the moment in a call of mine that made up the customer’s mind.',
    'I greet, find the need, agree what happens, do it, close, and follow up as promised. I take most care at the moments that matter to this customer.',
    'I see what went wrong before me and what will come after me, mend it across stages, and win back a customer who had given up on us.',
    'I map the cycle with colleagues from customers’ own words, find the moments that cost us trust, and get the process changed there.',
  ],
  'journey, moment of truth, service cycle, follow up, follow-up, followed up, greet, welcome, handover, first impression, stage, expectation, experience, get through, got through, real person, menus, automated, in the picture, kept me told, kept me informed, keep me informed, let people know, rang me, booking it, first thing, before i could, reach anyone, transferr, website',
)
