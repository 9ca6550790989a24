/** What people write where an example is asked for, made up by us. Half tell one happening, half none. Labelled as they were written, before the rule. */
const CONCRETE = `
On Tuesday a caller could not find her meter, so I stayed on the line while she walked to the cellar, and we read it together.
I rang Mr Patel back at four as promised, although the part had not come, and told him when it would.
A man shouted about his third bill. I let him finish, read his three points back to him, and he said nobody had done that before.
In the week of the storm I took over the outage list from Priya and texted 60 homes before noon.
I found that the tariff had been entered twice, took one entry out, and the customer was refunded £84.
Last month I told a caller that I had given her the wrong date, said sorry, and sent a new one in writing the same day.
She was crying when she rang. I asked whether she was safe, stayed silent for a while, and passed her to the vulnerable customer line.
When the screen froze on 3 October I wrote the order on paper and typed it in after the call; it arrived on time.
I noticed that two complaints named the same engineer and told Ben, who moved the next visit.
Wrote the guide for moving house in the quiet hour on Thursday. Kofi used it the next morning and closed the call in six minutes.
A customer asked for her son's bill. I refused, explained why, and she came back with his written consent.
I asked three questions about the noise, and it turned out to be the neighbour's boiler, not ours.
After the call dropped I rang her back within two minutes and she did not have to explain again.
He wanted to cancel. I went through his last four bills with him and he moved to the cheaper tariff instead.
I put the promise in the team diary, and on Friday Grace made the call because I was off sick.
A woman with a stammer rang; I waited, did not finish her sentences, and she thanked me at the end.
I spotted a second account at the same address on Monday and stopped a wrong final notice.
During my observed call on 12 September I forgot to say the next step, and the customer rang again on the 14th.
I had promised a call by noon and missed it. I apologised at two, and he gave us a four.
My colleague was off, so I took her six open cases and closed five of them by Wednesday.
I changed the letter about estimated readings after Mrs Doyle said she could not follow it; nobody has asked about that line since.
The customer's card had been charged twice. I phoned the bank with her on the line and the money was back the next day.
I explained the direct debit to a student with a drawing on the chat, and he sent a thumbs up.
Told a caller honestly that I did not know, asked Leila, and rang back in twenty minutes with the answer.
At the team meeting on 5 November I showed the missed call-backs, and we agreed to use one list.
A blind customer wanted his bill. I arranged it in braille and it was posted on the 9th.
I handed the case to collections with a full note, and they settled it without ringing him again.
An angry landlord threatened to go to the ombudsman; I gave him our complaints letter and the reference the same hour.
I reset her password twice, then saw that she was using an old e-mail address and corrected it.
Yusuf was stuck on his first refund. I sat beside him, let him press the keys, and he did the next one alone.
I checked the address before dispatch and found that it was the old flat, so the parcel did not go astray.
In June I suggested a sign at the counter, and the questions about parking fell from ten a day to two.
The lift was broken, so I carried the box down to her car and she wrote to the manager.
I said no to a refund outside the thirty days, offered an exchange, and he took it.
One caller spoke only Polish; I got the interpreter within a minute and we booked the visit.
I left a note on the account about the dog, and the engineer rang the bell twice instead of going in.
A customer told me I had been short with her. I listened to the call with Ben and heard it too.
I missed that the form was unsigned; it came back a week later and he had to wait.
We ran out of the blue model on Saturday. I rang the other branch, found one and kept it for her until five.
Someone read me her full card number by e-mail. I deleted it and told the data protection lead that afternoon.
I wrote down each step while Sofia talked, read it out, and she put right two of them.
He had rung four times about the same leak. I kept the case and rang him daily until it was dry.
I stopped the sale when I understood that she thought it was free.
For the audit in May I pulled ten of my own notes and rewrote three that nobody could follow.
A carer rang for her mother. I set up third-party access in that call and she did not have to ring again.
I moved a booking by mistake, saw it within the hour, and put both families back in their rooms.
Two new starters shadowed me in the first week of March, and both passed their check.
I asked the driver to wait ten minutes for an old man with a frame, and he caught the train.
The customer praised my colleague, so I wrote it down and sent it to her leader.
On the Bank Holiday the queue reached 40 calls. I put a message on the line and it fell to 15 in half an hour.
I sent the wrong form, noticed when she replied, and posted the right one with a stamp that evening.
A bereaved husband called to close the account. I did not ask for the certificate twice, and he wrote a card.
I told Dana that the script gave a wrong price, and it was changed before lunch.
Rang the hotel myself, got her bag back from the porter, and it reached her before her flight.
When the chat went quiet I asked whether he had found the button; he had not, so I sent a picture of it.
`
const GENERIC = `
I am good with people.
I always stay calm, whatever the customer says.
I am a team player and get on with everybody.
I usually listen first and then offer a solution.
Customers like me because I am friendly and polite.
I have excellent communication skills.
I deal with about forty calls a day and most of them go well.
When a customer is upset I let them talk and show empathy.
I try to treat everyone the way I would like to be treated.
I never leave a customer without an answer.
I have always been patient, even as a child.
I work well under pressure.
My colleagues often come to me with their questions.
I take pride in my work and go the extra mile.
I will listen more carefully in future.
I keep up to date with the products and the policies.
I know the procedures very well.
I think I am better at this than most.
It is important to be honest with customers.
Complaints do not bother me; I just follow HEAT.
I am confident on the phone but less so in writing.
I handle difficult callers on a daily basis without any problems.
I am organised and I manage my time well.
Every time somebody rings back I make sure that they are not passed around.
I would say that I am at level 4 because I have done the job for six years.
I like to build rapport with my customers and find out what they need.
I can explain things in simple words.
I have received lots of good feedback from customers.
People tell me that I am a good listener.
I have a positive attitude and a strong work ethic.
I go above and beyond for each and every customer.
Once I understand the problem I find the right solution quickly.
I communicate clearly with customers, colleagues and managers.
I make sure that all my notes are complete and accurate.
I help the new starters whenever they need it.
I should ask more questions before I answer.
I tend to rush when the queue is long.
I have done this job for six years and have seen it all.
My calls are always polite and professional.
I want to become more confident with angry customers.
Good customer service means putting the customer first.
I follow the data protection rules at all times.
I respect all customers regardless of their background.
I have no problem saying sorry when something has gone wrong.
I get most of my calls right first time.
Nothing in particular, I just do my job.
I am very experienced in handling complaints.
My strength is that I stay polite.
I am someone who takes ownership and sees things through to the end.
Listening is one of my strengths, and I use it on every call.
As a rule I ring back within 24 hours.
I try to see things from the other person's side.
I adapt my tone to each customer and choose my words with care.
I meet my targets every month.
Same as last time.
`

export type OwnExample = { text: string; concrete: boolean }

const lines = (text: string, concrete: boolean): OwnExample[] =>
  text
    .trim()
    .split('\n')
    .map((one) => ({ text: one, concrete }))

export const OWN_EXAMPLES: readonly OwnExample[] = [...lines(CONCRETE, true), ...lines(GENERIC, false)]
