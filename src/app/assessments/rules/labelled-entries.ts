/**
 * Entries of SWOT boards, made up by us: those that speak of the person and belong under strengths or weaknesses, and
 * those that speak of the world around. Labelled as they were written, before the rule.
 */
const INTERNAL = `
I am good at calming people down
My typing is slow
Lack of confidence on the phone
I could become a better listener
My habit of interrupting
I get nervous in meetings
Good organisational skills
I want to learn more about billing
My knowledge of the new tariff is thin
Poor time keeping
I can talk to anybody
I might get bored
My temper when the queue is long
Not enough self-discipline
I have five years of experience with complaints
My fear of speaking to groups
Improving my spelling
I could use my patience to help new starters
Being shy
Strong attention to detail
I find it hard to say no
My health makes late shifts hard
I'm ambitious and want to lead
Weak Excel skills
Procrastination
My motivation drops in winter
I forget to write notes
Becoming more assertive
My written English
I speak Polish and English
I take criticism badly
Tendency to rush
My enthusiasm for the job
I could ask for feedback more often
Lack of experience with business customers
`
const OUTSIDE = `
A team leader post falls vacant in spring
The new billing system goes live in March
Larkfield is opening a second contact centre
Ofgem is changing the rules on back-billing
More customers use the app than the phone
The company may outsource the night shift
A chatbot will answer the simple questions
The college offers a free level 3 course
Ben is retiring and somebody will take his place
Energy prices are rising and more customers cannot pay
The training budget was cut
Two colleagues are applying for the same post
A mentoring scheme starts in January
The office is moving to another town
Competition from a cheaper supplier
My manager supports people who study
The team is short of staff
A new law on vulnerable customers comes in
Redundancies are being discussed
Priya has offered to let me shadow her
The helpdesk software will be replaced
Apprenticeship funding for people over 25
Fewer calls means fewer jobs
An award for best complaint handler
The union has agreed time off for learning
Bus services to the site are being cut
The council is setting up a one-stop shop
A colleague leaves and her accounts are shared out
Customers expect an answer within the hour
The regulator publishes complaint figures
My contract ends in June
The quality team needs a volunteer for calibration
My leader has asked for somebody to run the Friday huddle
The nearest college has closed its evening classes
`

const lines = (text: string, internal: boolean) =>
  text
    .trim()
    .split('\n')
    .map((one) => ({ text: one, internal }))

export const LABELLED_ENTRIES: readonly { text: string; internal: boolean }[] = [
  ...lines(INTERNAL, true),
  ...lines(OUTSIDE, false),
]
