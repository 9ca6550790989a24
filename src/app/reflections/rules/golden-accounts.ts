import type { HintKind } from './hints.ts'
import { isModel, type Model } from './models.ts'

/** An account in short: model, the hints that a reader would give it, and the stages' texts in their order. */
export type Golden = { name: string; model: Model; hints: HintKind[]; texts: string[] }

const KINDS: readonly HintKind[] = ['description', 'cause', 'action']

/** One account a line: its name / its model / the hints or none / its stages | ... */
function accountsOf(lines: string): Golden[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', model = '', hints = '', texts = ''] = line.split(' / ')
      if (!isModel(model)) throw new Error(`No such model: ${line}`)
      return {
        name,
        model,
        hints: KINDS.filter((kind) => hints.split(' ').includes(kind)),
        texts: texts.split('|').map((text) => text.trim()),
      }
    })
}

/** Labelled by a reader before the rules were run on them, and while the rules were written. */
export const GOLDEN = accountsOf(`
promise / driscoll / none / She rang a second time about the parcel, and I had not told anybody what I had promised. | The promise was lost because it was only in my head. | From Monday I will write every promise in the team diary.
parcel told / driscoll / description cause action / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | It was bad. | 
parcel told, planned / driscoll / description cause / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | It was a hard day for both of us. | Next time I will ring her before she rings me.
parcel told and weighed / driscoll / none / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | I made a promise that was not mine to make, so she trusted a date nobody had checked. I wanted the call to end well, and that led to a second call that was far worse. What I take from it is that a date belongs to the depot. | When a customer asks for a date I will ring the depot while she holds, and read its answer back to her.
careful / driscoll / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | I forgot it because three calls came at once. | I will be more careful in future.
soon / driscoll / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | It went wrong because I kept no note of it. | I will ask for training on the diary soon.
when without deed / driscoll / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | It went wrong because I kept no note of it. | On my next shift I will try harder to remember.
no why known / driscoll / cause / She rang a second time about the parcel, and I had not told anybody what I had promised. | I do not know why it happened. It is simply the way that day was. | Tomorrow I will ask Ben to listen to the call with me.
since Monday / era / cause / She rang a second time about the parcel, and I had not told anybody what I had promised. | I have been uneasy about it since Monday. It was not my best call. | On Friday I will ring her and apologise.
since I was tired / era / none / She rang a second time about the parcel, and I had not told anybody what I had promised. | Since I was at the end of a double shift, I stopped listening after her first sentence. | Before each call I will read the last note on the account.
so cross / era / cause / She rang a second time about the parcel, and I had not told anybody what I had promised. | She was so cross, and I was so ashamed. It stayed with me all night. | I will send her the tracking link every morning until it arrives.
so as result / era / none / She rang a second time about the parcel, and I had not told anybody what I had promised. | I spoke faster than she could follow, so she heard a script and not a person. | At the start of each call I will repeat her problem in her own words.
meant to / era / cause / She rang a second time about the parcel, and I had not told anybody what I had promised. | I meant to ring her back. I felt bad about it and I still do. | By Thursday I will put a reminder in the diary for every call-back.
empty action / era / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | My silence made her think that nobody cared. A line of text would have been enough. | 
develop / era / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | Her trust went due to my silence. | Develop my communication skills and improve my empathy.
review / era / none / She rang a second time about the parcel, and I had not told anybody what I had promised. | The script led me to answer a question she had not asked. | At our next review I will play two recordings in which I ask first.
Gibbs whole / gibbs / none / A customer rang about a doubled bill. I explained the estimate and promised to ring on Friday. I was away. | I was embarrassed, then defensive. | The explanation was clear. The promise failed. | It failed because the promise was only in my head. Our handover has no place for promises. | I could have written it in the diary. | I will write every promise in the diary and hand it over before a day off.
Gibbs all description / gibbs / description action / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | I felt bad. |  |  |  | 
Gibbs analysis retold / gibbs / cause / She rang a second time about the parcel, and I had not told anybody what I had promised. | I felt stupid in front of my team. | The tone was good. The follow-up was not. | First I looked at the tracking, then I rang the depot, then I wrote to her. In the evening she rang again. | I could have asked Priya. | On Monday I will show Priya my list of open promises.
Gibbs, long and even / gibbs / none / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | Before the second call I was calm. While she spoke I felt found out, and afterwards I was angry with the depot and with me. | The first call had warmth and she said so. The promise of a day was what spoilt it for both of us. | I promised a day because I wanted to please. The depot gives no dates before noon, which means that any date before noon is a guess of mine. | I could have said that I would know at noon. | When somebody asks for a date before noon I will tell them that I ring back at twelve.
Gibbs only feelings left / gibbs / description cause action / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | I was upset for days. | Bad. | No idea. | Do better. | Try harder.
Gibbs vague plan / gibbs / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | I felt small. | The call was polite but empty. | The reason was that I read the script aloud. | I could have put the script away. | I need to work on my confidence and make sure that I stay calm at all times.
Gibbs, if I had / gibbs / none / She rang a second time about the parcel, and I had not told anybody what I had promised. | I felt small. | The call was polite but empty. | If I had read the note first, I would have known that she had rung before. | Reading takes ten seconds. | I will open the notes before I greet anybody.
Gibbs no plan / gibbs / action / She rang a second time about the parcel, and I had not told anybody what I had promised. | I felt small and a little angry too. | The call was polite but empty. | It was empty because I read the script aloud and heard nothing. | I could have put the script away. | 
Kolb whole / kolb / none / For six weeks I asked back before I answered. Forty calls, three of them recorded. | Calls got longer at first and then shorter. Tom noticed it before me. | Asking back works because people hear themselves say what they need. | In March I will ask back in every billing call and count the second calls.
Kolb no rule / kolb / cause / For six weeks I asked back before I answered. Forty calls, three of them recorded. | Calls got longer at first and then shorter. | Asking back is good practice. It is something all of us ought to value. | By 30 April I will have recorded five more calls and shared them with Tom.
Kolb begun at the plan / kolb / none /  |  |  | From Monday I will ask back once in each call.
Kolb one stage begun / kolb / none / Two weeks on the new product line. The first calls were slow. |  |  | 
Kolb hope / kolb / action / For six weeks I asked back before I answered. | Calls got longer at first and then shorter. | People hear themselves, and that is why the second call does not come. | Hopefully I will get better at it over time when I can.
Kolb deed, no occasion / kolb / action / For six weeks I asked back before I answered. | Calls got longer at first and then shorter. | It helped me to hear what was behind the question. | I will shadow Tom and write down what he asks.
Rolfe whole / rolfe / none / I was trying to calm a man whose heating had failed twice. I offered credit; he wanted an engineer. He hung up. | I offered credit because the guidance puts it first. It taught me that I follow the order of the page and not of the person, which is why he felt unheard. | Next week I will ask Ben whether the order in the guidance can change, and on each heating call I will ask what he needs before I offer anything.
Rolfe telling / rolfe / description cause action / On Tuesday morning a customer rang about a parcel that the driver had left with a neighbour who was away. I looked at the tracking, I rang the depot, and I told her that it would be with her on Wednesday. On Wednesday it did not come and she rang again in the evening. | The guidance says to be clear. I was not clear. | I will bear it in mind going forward.
Rolfe noun call / rolfe / action / I tried to calm a man whose heating had failed twice. He hung up on me in the end. | He hung up because I talked over him. | Better quality in every call and a good record for the team.
Rolfe when-clause / rolfe / action / I tried to calm a man whose heating had failed twice. He hung up on me in the end. | He hung up because I talked over him. | When I ring somebody back I will be kinder and more patient.
Rolfe stop / rolfe / none / I tried to calm a man whose heating had failed twice. He hung up on me in the end. | I talk over people when I am nervous, and the silence after a question makes me nervous. | After every question I count to three. Ben listens to two calls on 12 March.
Rolfe some reason / rolfe / cause / I tried to calm a man whose heating had failed twice. He hung up on me in the end. | For some reason he was not happy. These things do happen in this line of work. | On Thursday I will practise two such calls with Priya.
`)

/** Labelled after the rules were written and before they were run on them, in three batches; the rules were mended after each. */
export const HELD_OUT = accountsOf(`
refund a / driscoll / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | I trusted the screen over him; the screen was a day old. | I will check the bank feed whenever a refund is disputed.
refund b / driscoll / cause action / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | I should have listened. It is important to listen to customers. | Listen more.
refund c / driscoll / description cause action / It was a Saturday and the queue was long. A man rang about a refund that our system showed as paid. I told him it was paid. He said his bank had nothing. I told him to wait three days. He asked for my manager, I put him through, and afterwards Ben told me that the payment had bounced that same morning. | I learnt a lot from it. | I will listen better from now on.
refund d / era / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | My first words sounded like an accusation and he reacted to that. | For the next ten refund calls I will start with “let me look with you”.
refund e / era / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | He rang twice since nobody had told him that the payment had bounced. | Ask finance for a list of bounced payments every morning.
refund f / era / cause action / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | I thought about it a lot on the bus home. Ben was kind. | I want to become a more empathetic adviser.
refund g / era / action / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | The pressure of the queue made me rush him. | I am going to ask for a slot off the phones to learn the finance screen.
refund h / gibbs / description cause action / It was a Saturday and the queue was long. A man rang about a refund that our system showed as paid. I told him it was paid. He said his bank had nothing. I told him to wait three days. He asked for my manager, I put him through, and afterwards Ben told me that the payment had bounced that same morning. | Hot and cross. |  | Screens can be wrong. |  | 
refund i / gibbs / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | I was cross with him, and later with me. | Handing over was right. My tone was not. | By insisting on the screen I left him no way to be right. | I could have rung his bank with him. | Role-play the disputed refund with Priya on Wednesday.
refund j / gibbs / cause / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | Cross, then ashamed. | Good: handing over. Bad: tone. | Why did it go wrong? I was not at my best, and he was not either. | I could have rung finance. | Ring finance first, the next time a screen and a customer disagree.
refund k / gibbs / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | Cross, then ashamed. | Good: handing over. Bad: tone. | What hindered was the queue on the wall: I watch it and hurry. | Turn away from the wall. | Ask Ben to seat me away from the wall by the end of the month.
refund l / gibbs / action / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | Cross, then ashamed. | Good: handing over. Bad: tone. | It was caused by an old screen. | Ask first. | To be discussed with my manager in due course.
refund m / kolb / none / Since April I have taken disputed refunds for the team, about twenty a week. | Half of them are right about their bank. | A screen is a day behind, so the customer often knows more than I do. | During May I will note each case where the customer was right and show Ben the count.
refund n / kolb / cause action / Twenty disputed refunds a week for two months. | Half of them are right. | Customers know best. Always believe them. | I shall see how it goes.
refund o / kolb / none / Twenty disputed refunds a week for two months. | Half of them are right. | Belief costs nothing while doubt costs a second call; that is the reason to start with belief. | Weekly: five recordings with Priya, from 4 May.
refund p / kolb / description action / It was a Saturday and the queue was long. A man rang about a refund that our system showed as paid. I told him it was paid. He said his bank had nothing. I told him to wait three days. He asked for my manager, I put him through, and afterwards Ben told me that the payment had bounced that same morning. |  |  | I will ring.
refund q / rolfe / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | The policy tells us to trust the system, and I held on to it because it felt safe. It teaches me that I hide behind rules when I am unsure. | I will raise the day’s delay at the Thursday huddle, and tell customers about it until it is mended.
refund r / rolfe / cause / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | It tells me that my knowledge of finance is thin. There is a course. Others have done it. | Complete the finance course by 30 June and sit with the finance team for a morning.
refund s / rolfe / cause description action / It was a Saturday and the queue was long. A man rang about a refund that our system showed as paid. I told him it was paid. He said his bank had nothing. I told him to wait three days. He asked for my manager, I put him through, and afterwards Ben told me that the payment had bounced that same morning. | The guidance is silent. I did what I could under it on a Saturday with a long queue, and I believe most would have done the same. | Nothing to do.
refund t / rolfe / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | Had I looked at the date of the screen I would have seen that it was old. | I will look at the date on the screen before I contradict anybody.
refund u / driscoll / cause / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | So many calls, so little time. I was exhausted by noon. | When I am tired I will take a breath and be nicer.
refund v / driscoll / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. | He felt called a liar, hence the manager. | Say “I believe you” in the first minute of every dispute.
refund w / driscoll / none / A man rang twice about a refund that our system showed as paid. I told him to wait, and he asked for my manager. |  | 
refund x / driscoll / none / It was a Saturday and the queue was long. A man rang about a refund that our system showed as paid. I told him it was paid. He said his bank had nothing. I told him to wait three days. He asked for my manager, I put him through, and afterwards Ben told me that the payment had bounced that same morning. | He needed someone to believe him, and nobody did, because a screen said otherwise and we obey screens. I can see his side of it now. To him I was the third person in a week to read the same line aloud. | On disputed refunds I will check with finance within the hour and ring back myself.
card a / driscoll / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | Three questions in a row feel like an interrogation because nothing is said in between. | Say why I ask before the first question of each lost-card chat.
card b / driscoll / cause action / A chat about a lost card ended with the customer leaving in the middle of my third question. | Perhaps she was in a hurry. Perhaps not. I cannot tell. | Keep an eye on it.
card c / driscoll / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | She was frightened, which is why a slow question felt like a refusal. | Block the card first; ask the rest afterwards. Starting tomorrow.
card d / driscoll / description cause action / It was ten past four. A customer came to the chat about a lost card. I greeted her, asked for her postcode, then for her date of birth, then for the last payment. She typed slowly. I waited, then typed the question a second time. At the third question she left, and the chat closed by itself after five minutes. | Not good. | Do it faster.
card e / era / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | The form asks in that order and I followed it without thinking. | I will put the order of the form on the agenda of the team meeting on 9 June.
card f / era / action / A chat about a lost card ended with the customer leaving in the middle of my third question. | Due to the new form we now ask more than we did. | Be quicker. Be clearer. Be human.
card g / era / cause / A chat about a lost card ended with the customer leaving in the middle of my third question. | She left. That is a pity. We try our best. | On each chat this week I will tell the customer how many questions are coming.
card h / era / description cause / It was ten past four. A customer came to the chat about a lost card. I greeted her, asked for her postcode, then for her date of birth, then for the last payment. She typed slowly. I waited, then typed the question a second time. At the third question she left, and the chat closed by itself after five minutes. | Too many questions. My typing is slow. | Tomorrow I will ask Tom for his saved replies.
card i / gibbs / action / A chat about a lost card ended with the customer leaving in the middle of my third question. | Impatient. | Greeting fine, questions poor. | I asked all three since the form demands them. | One would do. | I will learn to type faster.
card j / gibbs / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | Impatient. | Greeting fine, questions poor. | The form, the time of day and my typing all played a part in it. | One would do. | Use a saved reply for the three questions from Monday on.
card k / gibbs / cause / A chat about a lost card ended with the customer leaving in the middle of my third question. | Impatient. | Greeting fine, questions poor. | In the chat I asked for the postcode, the birthday and the payment. | One would do. | I will block the card as soon as a customer names it lost.
card l / gibbs / action / A chat about a lost card ended with the customer leaving in the middle of my third question. | Impatient. | Greeting fine, questions poor. | Her leaving was the result of silence on my side. | Say more. | Look into it when things are quieter.
card m / kolb / none / Thirty lost-card chats in May. | Nine left before the block. | If the block comes first, people stay, as the fear is gone. | Throughout July I block first and log who leaves.
card n / kolb / cause / Thirty lost-card chats in May. | Nine left before the block. | Blocking first is better. | Throughout July I block first and log who leaves.
card o / kolb / description action / It was ten past four. A customer came to the chat about a lost card. I greeted her, asked for her postcode, then for her date of birth, then for the last payment. She typed slowly. I waited, then typed the question a second time. At the third question she left, and the chat closed by itself after five minutes. |  |  | 
card p / rolfe / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | I was trying to be thorough. The training speaks of safety, and I took safety to mean questions. | I will share this chat at the huddle next Tuesday.
card q / rolfe / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | Fear makes people leave. The card guidance says so, and my own purse was stolen once. | Whenever a card is lost I write “I am blocking it now” as my first line.
card r / rolfe / cause action / A chat about a lost card ended with the customer leaving in the middle of my third question. | It teaches me a lot about fear and about me. | My aim is to deliver excellent service to every customer every time.
card s / driscoll / none / A chat about a lost card ended with the customer leaving in the middle of my third question. | My question came twice, and so she thought that nobody was there. | Two practice chats with Priya on Thursday.
card t / era / cause / A chat about a lost card ended with the customer leaving in the middle of my third question. | Silence reads as absence. | In a pause I will type “I am still here” every thirty seconds.
cause 1 / driscoll / none /  | The tariff had changed overnight, and that is what threw me. |
cause 2 / driscoll / none /  | I answered the e-mail I expected and not the one I got, because the subject line was the same. |
cause 3 / driscoll / cause /  | She repeated herself three times. Nobody likes that. |
cause 4 / driscoll / none /  | My tone dropped when he swore, which made him swear more. |
cause 5 / driscoll / cause /  | He was rude from the start. I stayed polite. |
cause 6 / driscoll / none /  | What let me down was my memory; I had not written the number anywhere. |
cause 7 / driscoll / none /  | I reckon the long wait had put her in that mood. |
cause 8 / driscoll / cause /  | It was an ordinary call until the end. Then it was not. |
cause 9 / driscoll / cause /  | Looking back it could have gone either way, so many things were open. |
cause 10 / driscoll / none /  | I had skipped lunch. That is no excuse, but it meant that I was short with him. |
cause 11 / driscoll / cause /  | I would do the same again, I think. The outcome was all right. |
cause 12 / driscoll / none /  | Handing over late led straight to the complaint. |
cause 13 / driscoll / none /  | We were two people short, so I took calls without reading the notes. |
cause 14 / driscoll / cause /  | Since the summer we have had more of these calls. |
cause 15 / driscoll / cause /  | I am still learning. It is a journey. |
cause 16 / driscoll / none /  | The root of it is that billing and service do not talk. |
step 1 / driscoll / none /  |  | Read the notes aloud to myself before every billing call.
step 2 / driscoll / action /  |  | Be the best version of myself.
step 3 / driscoll / none /  |  | On Monday I will swap desks with Tom.
step 4 / driscoll / action /  |  | Communicate better with the depot.
step 5 / driscoll / none /  |  | I will set a timer for each call-back.
step 6 / driscoll / action /  |  | Keep calm when somebody shouts.
step 7 / driscoll / none /  |  | By the end of June: first-aid course.
step 8 / driscoll / action /  |  | I will ask Ben.
step 9 / driscoll / action /  |  | In future I will check.
step 10 / driscoll / none /  |  | Each Friday I go through my open promises with Priya.
step 11 / driscoll / action /  |  | I hope to handle it differently next week.
step 12 / driscoll / none /  |  | Sign up for the June de-escalation workshop tomorrow.
step 13 / driscoll / none /  |  | Stop saying “policy” to customers, starting with my next shift.
step 14 / driscoll / action /  |  | More training.
step 15 / driscoll / action /  |  | Before the next review I want to understand the tariff.
step 16 / driscoll / none /  |  | If a customer asks twice, I will stop and write down the question.
`)

/**
 * Labelled before the rules of today were run on them, and split by their number: the rules were mended on what the
 * even ones show, and the odd ones tell how far they carry. Only the stage in question is told.
 */
export const LATER = accountsOf(`
later cause 1 / driscoll / none /  | I talked over him as I was already thinking about the next call in the queue. |
later cause 2 / driscoll / none /  | Being new to the desk, I did not know that deposits are protected by a scheme. |
later cause 3 / driscoll / cause /  | The call took nineteen minutes. I checked the account twice and transferred her at the end. |
later cause 4 / driscoll / none /  | Her anger had little to do with me: she had rung four times and nobody had rung back. |
later cause 5 / driscoll / cause /  | I felt awful about it all evening and could not sleep. |
later cause 6 / driscoll / none /  | The wording of our letter is to blame. It says “final demand” to people who are a day late. |
later cause 7 / driscoll / none /  | I rushed. There were eleven people waiting and the board was red. |
later cause 8 / driscoll / cause /  | Communication could have been better on both sides. |
later cause 9 / driscoll / none /  | Looking back, my silence made it sound as if I did not believe her. |
later cause 10 / driscoll / cause /  | I think the call went well overall, apart from the end. |
later cause 11 / driscoll / none /  | Had I opened the notes, the date would have been in front of me. |
later cause 12 / driscoll / none /  | No one had told the depot about the strike, hence the empty promises. |
later cause 13 / driscoll / cause /  | The customer wanted a refund and I said I would look into it. He thanked me. |
later cause 14 / driscoll / none /  | It was the tone, not the answer. I sounded bored, and people hear that. |
later cause 15 / driscoll / cause /  | Some days are like that. |
later cause 16 / driscoll / none /  | Two things went wrong: I had not saved the note, and the system logs us out after ten minutes. |
later cause 17 / driscoll / none /  | My guess is that he could not hear me, as the line was bad. |
later cause 18 / driscoll / cause /  | I need to be more patient with customers like this one. |
later cause 19 / driscoll / none /  | I had been moved from billing that morning without any training, so the menu was strange to me. |
later cause 20 / driscoll / cause /  | What happened next was a surprise to all of us. |
later cause 21 / driscoll / none /  | With no script for a bereavement I fell back on the one for closing accounts. |
later cause 22 / driscoll / cause /  | The supervisor listened to the recording and gave it 62. |
later cause 23 / driscoll / none /  | The reason I froze is that I dislike being shouted at; it takes me back to school. |
later cause 24 / driscoll / cause /  | It is difficult to say. There may have been several factors. |
later cause 25 / driscoll / none /  | I assumed that he knew our words. “Arrears” meant nothing to him. |
later cause 26 / driscoll / cause /  | Yesterday was the third time this month that it happened to me. |
later cause 27 / driscoll / none /  | It all goes back to the form: it asks for the address before the name. |
later cause 28 / driscoll / none /  | I did not ask her to spell it. That is where it went wrong. |
later cause 29 / driscoll / cause /  | As a team we have always prided ourselves on our service. |
later cause 30 / driscoll / none /  | People who have waited forty minutes arrive angry, whatever I say first. |
later step 1 / driscoll / none /  |  | Put a sticky note with the three questions on my screen before Monday's shift.
later step 2 / driscoll / action /  |  | Work on my patience.
later step 3 / driscoll / none /  |  | For the next ten complaint calls I shall count to three before I answer.
later step 4 / driscoll / action /  |  | Make sure that this does not happen again.
later step 5 / driscoll / none /  |  | Ask Priya on Thursday to sit beside me for an hour.
later step 6 / driscoll / action /  |  | I would like to improve my knowledge of tariffs going forward.
later step 7 / driscoll / none /  |  | Before I close a chat I am going to type a line that sums up what we agreed.
later step 8 / driscoll / none /  |  | Every Friday at four: clear my list of promised call-backs.
later step 9 / driscoll / action /  |  | Keep practising.
later step 10 / driscoll / none /  |  | Next week, two role-plays with Tom; he plays the angry tenant.
later step 11 / driscoll / action /  |  | Raise it with management at some point.
later step 12 / driscoll / none /  |  | I have booked the bereavement course for 12 June.
later step 13 / driscoll / none /  |  | From today: no more “unfortunately” in my first sentence.
later step 14 / driscoll / action /  |  | Have more confidence in myself and in what I know.
later step 15 / driscoll / none /  |  | If the line is bad I shall offer to ring back, rather than carry on.
later step 16 / driscoll / action /  |  | Be quicker to apologise.
later step 17 / driscoll / none /  |  | Save the note the moment the customer hangs up, starting tomorrow.
later step 18 / driscoll / action /  |  | We all need to communicate more as a team.
later step 19 / driscoll / none /  |  | My leader will listen to three of my calls in July and mark them for tone.
later step 20 / driscoll / action /  |  | Try not to rush.
later step 21 / driscoll / none /  |  | By the end of the month I'd like to have shadowed the depot for a morning.
later step 22 / driscoll / none /  |  | When somebody mentions a death, I put the script away and say I am sorry for their loss.
later step 23 / driscoll / action /  |  | Read up on it.
later step 24 / driscoll / none /  |  | At Wednesday's huddle I'll propose a new order for the form.
later step 25 / driscoll / action /  |  | Treat every customer as I would like to be treated.
later step 26 / driscoll / none /  |  | I will spell every surname back to the caller, on each call, and tick it on my sheet until the end of May.
later step 27 / driscoll / action /  |  | I will take on board the feedback that I was given.
later step 28 / driscoll / none /  |  | Draft a script for bereavement calls and send it to Dana by Friday.
later step 29 / driscoll / action /  |  | Continue to develop my listening skills.
later step 30 / driscoll / none /  |  | Switch off chat alerts while I'm on the phone, beginning with tonight's shift.
`)

/** Written by a reviewer of the rules, and near to what was found there: the rules were mended on these. */
export const REVIEWED = accountsOf(`
reviewed step 1 / driscoll / action /  |  | I will make an effort every shift.
reviewed step 2 / driscoll / action /  |  | Give 100% on each call.
reviewed step 3 / driscoll / action /  |  | Put the customer first every time.
reviewed step 4 / driscoll / action /  |  | Set myself higher standards every day.
reviewed step 5 / driscoll / action /  |  | Continue to show empathy on every call.
reviewed step 6 / driscoll / action /  |  | Start to be more open on every call.
reviewed cause 1 / driscoll / cause /  | The form was completed: the customer rang off. |
reviewed cause 2 / driscoll / cause /  | As I was on the phone, the fire bell rang. |
reviewed cause 3 / driscoll / cause /  | In the end I helped her. |
reviewed cause 4 / driscoll / cause /  | I did not get the chance. |
reviewed step 7 / driscoll / action /  |  | I will bring a positive attitude to every shift.
reviewed step 8 / driscoll / action /  |  | I will put in extra work every day.
reviewed step 9 / driscoll / action /  |  | Take more pride in each chat.
reviewed step 10 / driscoll / action /  |  | Give each customer my undivided attention on every call.
reviewed step 11 / driscoll / action /  |  | Continue to put customers at ease whenever they call.
reviewed step 12 / driscoll / action /  |  | I will make every call count.
reviewed step 13 / driscoll / action /  |  | Show that I care on each contact.
reviewed step 14 / driscoll / action /  |  | Set a good example to new starters every day.
reviewed step 15 / driscoll / action /  |  | Use my skills better on each call.
reviewed step 16 / driscoll / action /  |  | Start believing in myself from Monday.
reviewed step 17 / driscoll / action /  |  | Make the most of every coaching session.
reviewed step 18 / driscoll / action /  |  | I will offer a warm welcome to every caller.
reviewed step 19 / driscoll / none /  |  | Make a list of open promises every Friday.
reviewed step 20 / driscoll / none /  |  | Give each customer a reference number at the end of the call.
reviewed step 21 / driscoll / none /  |  | Put the tariff card on my desk before Monday.
reviewed step 22 / driscoll / none /  |  | Show Ben my log at our next one-to-one.
reviewed step 23 / driscoll / none /  |  | Start each call by reading the last note aloud.
reviewed step 24 / driscoll / none /  |  | Set a reminder for each promised call.
reviewed step 25 / driscoll / none /  |  | From Monday I will put the caller on hold only after I have asked.
reviewed step 26 / driscoll / none /  |  | Give Priya two recordings to mark by Friday.
reviewed step 27 / driscoll / none /  |  | On Tuesday I will make a card with the five questions.
reviewed step 28 / driscoll / none /  |  | Every week I will show the team one call I am not proud of.
reviewed step 29 / driscoll / action /  |  | I rang her on Thursday and wrote it in the log.
reviewed step 30 / driscoll / action /  |  | We agreed on Monday that I had done enough.
reviewed cause 5 / driscoll / cause /  | The refund was paid: the customer was happy with it. |
reviewed cause 6 / driscoll / cause /  | As I was about to close the chat she came back. |
reviewed cause 7 / driscoll / cause /  | In the end he kept me on the line for an hour. |
reviewed cause 8 / driscoll / cause /  | She did not ring again after that call. |
reviewed cause 9 / driscoll / cause /  | I helped him to fill in the form and he thanked me. |
reviewed cause 10 / driscoll / cause /  | Having closed the call, I went to lunch with Tom. |
reviewed cause 11 / driscoll / cause /  | She rang off without waiting for me. |
reviewed cause 12 / driscoll / cause /  | The system did not open on Monday. |
reviewed cause 13 / driscoll / cause /  | I put her on hold and asked Priya. |
reviewed cause 14 / driscoll / cause /  | It ended well: they thanked me and rang off. |
reviewed cause 15 / driscoll / none /  | The line was bad, so she heard only half of it. |
reviewed cause 16 / driscoll / none /  | I was rude because I was tired. |
reviewed cause 17 / driscoll / none /  | He was angry: nobody had told him about the strike. |
reviewed cause 18 / driscoll / none /  | As I was tired, I skipped the notes. |
reviewed cause 19 / driscoll / none /  | The new form stopped me from listening. |
reviewed cause 20 / driscoll / none /  | I did not read the note, and so I asked for what she had told us. |
reviewed cause 21 / driscoll / none /  | My silence kept her guessing. |
reviewed cause 22 / driscoll / none /  | Her patience ran out because of three transfers. |
reviewed told 1 / gibbs / description cause action / She rang at nine about a parcel that had not come, and I answered her. | Then I looked at the tracking and told her what it said. | She asked for the depot and I gave her the number. | The depot rang me at noon and I wrote it down. | I rang her in the evening and she thanked me. | I closed the case and went home.
reviewed told 2 / driscoll / description cause action / She rang at nine about a parcel that had not come, and I answered her. I looked at the tracking and told her what it said. | She asked for the depot, and Ben gave her the number. She rang again in the evening. | On Friday I rang her and wrote it in the diary. We agreed that it had come.
reviewed told 3 / gibbs / action / She rang at nine about a parcel that had not come, and I answered her. | I felt foolish while I looked at the tracking. | The tone worked well. | The depot gives no dates, because it has no list. | I could have asked first. | On Friday I rang her and wrote it in the diary.
reviewed told 4 / kolb / none / She rang at nine about a parcel that had not come, and I answered her. I looked at the tracking and told her what it said. | I noticed that she was calm once she had the number. | A number to ring calms people, because it is theirs to use. | From Monday I will give the depot number first, to every caller who asks for a parcel.
`)
