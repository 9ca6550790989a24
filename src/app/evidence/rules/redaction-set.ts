/**
 * Notes as people at Larkfield Energy write them, each place that could tell who a customer is marked by a reader as
 * {kind|words}, before the rule was run. Odd lines were for tuning; even ones were held out. For tests and
 * `bench/redaction.ts`.
 */
export const NOTES: readonly string[] = `
{customer|Ms Whitlock} rang because her bill had doubled; she wants it in writing at {e-mail|j.whitlock@mail.example}.
Call him back on {phone|07700 900417} after six.
{customer|Mrs Okoro} asked to be rung on {phone|020 7946 0123}.
Her old number {phone|01632 960983} no longer works.
Customer is on {phone|+44 7700 900 842}, not the landline.
Try {phone|+44 (0)20 7946 0991} first.
{phone|(0117) 496 0721} is the shop, she is there till five.
Text to {phone|07700900123} bounced.
He gave {phone|0044 7700 900555} as a mobile abroad.
{phone|0800 496 0999} is the number of the customer's own helpline.
Sent the form to {e-mail|dan.o'neill+energy@mail.example.co.uk} today.
Reply went to {e-mail|BILLING@SMITHS-BAKERY.EXAMPLE} by mistake.
The e-mail is {e-mail|anna_k@post.example}, she spelt it out.
Forwarded to {e-mail|p.rao@nhs.example} and closed.
Lives at 14 Mill Lane, {postcode|LS1 4DY}, moved in May.
Supply address is {postcode|SW1A 1AA}.
Postcode {postcode|M1 1AE} did not match.
New flat is in {postcode|EH12 9DN}, fourth floor.
He typed {postcode|cf10 1ep} with a gap.
Meter is at {postcode|B338TH}, gate code on file.
She read out card {card|4539 1488 0343 6467} before I could stop her.
The card ends in 6467 and was refused.
Wrote down {card|5500-0000-0000-0004}, now shredded.
Amex {card|378282246310005} declined twice.
Number given was 4539 1488 0343 6468, which is not valid.
Paid with {card|6011111111111117} over the phone.
NI number {NI number|QQ 12 34 56 C} is on the letter.
She quoted {NI number|AB123456D} for the grant.
He read {NI number|JG 10 37 59 A} from his payslip.
Grant form wants {NI number|sx449812b}.
Her order {order|ORD-48213} never came.
Refund of order no {order|4471-22} agreed.
Ref: {order|AB/12345} on the parcel.
Order number {order|20231987} shows as sent.
Parcel {order|#20231987} was left in the rain.
Quoted reference {order|LKF-2024-00781} twice.
Account number {order|850012345678} is in her maiden name.
Customer ref {order|CU99812} merged with the other.
Booking reference: {order|7HQ2LP} for Friday.
Case id {order|0098817} stays open.
{customer|Mr Adeyemi} thanked me twice.
{customer|Dr Helen Marsh} wanted the figures.
{customer|Miss O’Leary} will ring on Monday.
{customer|Mx Rowan Pike} prefers e-mail.
{customer|Mrs. Van der Berg} was upset about the hold music.
Spoke with {customer|Janet Whitlock} about the meter.
{customer|Colin} from the bakery rang again.
Told {customer|Mr and Mrs Hussain} that the visit is booked.
{customer|Ms Li} signed for it.
Sir, as he asked to be called, was calmer at the end.
Sort code {bank|20-00-00} and account {bank|55779911} for the refund.
IBAN {bank|GB29 NWBK 6016 1331 9268 19} was sent by chat.
Refund to {bank|30-96-26} {bank|12345678} please.
She read {bank|GB33BUKB20201555555555} over the line.
I asked her to tell me back what happens next, and rang on Friday as promised.
We waited 55 minutes and nobody picked up.
Call lasted 12:45 and ended well.
Handle time fell from 412 to 385 seconds.
Met 37 of 140, which is 26%.
See E-121 and O-14 for the thread.
Objective O-2 rests on E-12, E-13 and N-3.
Rang on 13/11/2026 at 09:12.
The date was 2026-11-13 and nobody noticed.
Between 01/04/2026 and 30/06/2026 there were 1,204 contacts.
Bill came to £1,204.50 instead of £120.45.
She owes 1 250 000 pesos, he joked.
Extension 4417 was engaged.
Room 2B on floor 3.
Tariff Fix24 v2 ends in May.
Version 2026-2 of the profile.
MPAN 1200023305967 needs a check.
Serial E10Z12345 is on the new meter.
Model AB12 3CD washing machine.
Meter reads 048213, last month 047911.
Windows 11 update broke it.
CS-07 level 4 is the one I want.
ISO 10002 is the standard for complaints.
Q3 target is 85% within 20 s.
The queue was 17 deep at 10:30.
Took 3 h 20 min in all.
Boiler pressure 1.2 bar, flow 55.
Answered 94 escalations, 83% stayed closed.
Ticket 4417 was reopened twice.
Batch 7 of 12 loaded.
SW radio in the background made it hard.
Line 1 was dead, line 2 crackled.
Team of 8 covers 3 shifts.
GDPR course passed with 18 of 20.
Year 2025/26 budget is spent.
My desk is A12.
{customer|Mrs Grant} and her son were both on the line, number {phone|07700 900 321}.
Emailed {e-mail|k.l@x.example}; also texted {phone|07700-900-654}.
He lives near {postcode|G2 8LU} and pays by card {card|4111 1111 1111 1111}.
{customer|Mr Tan}, {postcode|N1C 4AG}, {phone|0161 496 0345}, wants a call.
Order {order|77120} for {customer|Mrs Bell} was late.
{customer|Prof Lindqvist} compared three tariffs.
{customer|Lady Ashworth} asked for the manager.
{customer|Rev. Thomas Hale} rang for the parish hall.
She said “you are the first who rang when they said”.
Amara listened to the end and said it back.
Ben Hughes sat beside me for three calls.
The customer was vulnerable and I slowed down.
I apologised for the missed visit and named a day.
Called the number on file, no answer.
Postcode was missing from the form.
Her card had expired, so I took none.
No e-mail on the account.
He would not give his NI number.
Order was never placed.
The reference was smudged.
Moved from Leeds to Bristol in June.
Works at the Royal Infirmary.
Phone: {phone|01204 496 012}.
Mobile {phone|+447700900777}.
tel.{phone|0113 496 0800} rings out.
Fax is {phone|0131 496 0222}, believe it or not.
Contact {phone|07700 900 198} or {phone|07700 900 199}.
{e-mail|first.last@sub.domain.example} is her work one.
mailto:{e-mail|info@corner-shop.example} is on the website.
E-mail {e-mail|ø.berg@norge.example} has an odd letter.
Mail to me at work bounced.
He is @larkfieldfan on the social network.
Postcode {postcode|w1a 0ax}, radio fan.
{postcode|DN55 1PT} is the depot he meant, his home is {postcode|CR2 6XH}.
The van broke down on the A1 M1 link.
M25 was shut, so the engineer came late.
Code E1 means low pressure.
Error F28 showed twice.
Card {card|3530 1113 3330 0000} is foreign.
16 digits: 1234 5678 9012 3456, which she made up.
Gift code 9912-3381 was used.
NI: {NI number|CE 54 12 07 D}.
{NI number|PW123456A} is on the back.
Form BR123456 is out of date.
Her reference is {order|LE-88120-X}, quoted in the letter.
Invoice {order|INV-00912} was paid twice.
Invoice no. {order|2024/771} is disputed.
Policy number {order|PL8812034} covers the boiler.
Tracking {order|JD0002218834771} says delivered.
Account {order|A-4491-20} closed in May.
Reference to the guide on page 12.
Order of events: call, mail, call.
Case by case we decide.
Account of what happened, in my words.
Customer number {order|5512093} has two meters.
{customer|Mr J. Smythe} shouted, then said sorry.
{customer|Miss Eyre}'s bill is settled.
Miss the bus and you are late.
Mr is a title some do not like.
Dr told her to rest, so she could not ring.
Spoke to {customer|Priyanka} at number 9.
{customer|Mr. and Mrs. Cole} were both kind.
His wife {customer|Mrs Cole} has the contract.
Sort code was wrong by one digit.
Account {bank|00012345} at {bank|11-22-33} was used before.
12-11-26 was the day it went wrong.
Three calls, 2 texts, 1 letter.
`
  .trim()
  .split('\n')

export type Marked = { kind: string; from: number; to: number }

/** The note as it was written, and the places marked in it. */
export function readNote(note: string): { text: string; marked: Marked[] } {
  const marked: Marked[] = []
  let text = ''
  let at = 0
  for (const match of note.matchAll(/\{([^|{}]+)\|([^{}]+)\}/g)) {
    const [whole, kind = '', words = ''] = match
    text += note.slice(at, match.index)
    marked.push({ kind, from: text.length, to: text.length + words.length })
    text += words
    at = match.index + whole.length
  }
  return { text: text + note.slice(at), marked }
}
