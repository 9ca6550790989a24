/**
 * Further entries of SWOT boards, made up by us in the words of people on opportunities and threats. Labelled as they
 * were written, by one who had not read the rule; the rule is never changed for them, so they measure it afresh.
 */
const INTERNAL = `
I lose my thread when two customers speak at once
Getting flustered if a supervisor listens in
My calm voice
Not reading the notes before I ring back
I know the returns process better than most
Too proud to ask for help
Nerves before the quarterly review
I could use my Punjabi with families who ring about deliveries
Quick learner
Putting off the hard calls until after lunch
I give up on long e-mails
My memory for faces and names
Empathy comes easily to me
Unsure of myself with technical faults
I’d like to be braver about giving feedback
Taking things personally when people shout
A steady hand in a crisis
My own laziness about updating the knowledge base
I haven’t used the new refund screen yet
Childcare makes me tired by Thursday
`
const OUTSIDE = `
Grace is looking for a deputy on the evening shift
Farid could teach me how he handles refunds
The warehouse is moving to three deliveries a day
Half the team retires within two years
My mentor leaves at Easter
Overtime is being stopped from April
A rival has started answering on WhatsApp
Head office wants one script for all four sites
I am asked to join the working group on complaints
Free places on the sign language course
Our lease on the building runs out next summer
Parcel volumes double before Christmas
Hana’s secondment leaves a gap on the social media desk
The ombudsman has asked for faster final answers
My shift pattern may be changed to nights
More people ring in tears about debt
There is talk of a merger with Southgate
The new phone system records every pause
Customers are ruder since prices went up
They want volunteers to test the self-service pages
`

const lines = (text: string, internal: boolean) =>
  text
    .trim()
    .split('\n')
    .map((one) => ({ text: one, internal }))

export const LATER_ENTRIES: readonly { text: string; internal: boolean }[] = [
  ...lines(INTERNAL, true),
  ...lines(OUTSIDE, false),
]
