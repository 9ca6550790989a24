/**
 * What somebody may be told by mail. Each can be turned off by itself. A link that stops one holds its place here, so a new
 * one goes to the end. Source: issue of the rhythm; mission.md A7.
 */
export const KINDS = [
  'review due',
  'review proposed',
  'signature waits',
  'objective proposed',
  'objective questioned',
  'objective agreed',
  'objective declined',
  'stale',
  'digest',
  'calendar',
  'decision',
  'plan year',
  'template offered',
] as const
export type NoticeKind = (typeof KINDS)[number]

/** Where each stands on the page: reviews, the plan, what an assessor decides, and last what comes by the week. */
const PLACE: Record<NoticeKind, number> = {
  'review due': 1,
  'review proposed': 2,
  'signature waits': 3,
  calendar: 4,
  'objective proposed': 5,
  'objective questioned': 6,
  'objective agreed': 7,
  'objective declined': 8,
  'template offered': 9,
  'plan year': 10,
  decision: 11,
  stale: 12,
  digest: 13,
}
export const KINDS_AS_SHOWN = KINDS.toSorted((one, other) => PLACE[one] - PLACE[other])

type KindWords = {
  /** What stands beside the switch. */
  title: string
  hint: string
  /** The subject of one mail; it names nobody, as it is read on locked screens. */
  subject: string
}

export const KIND_WORDS: Record<NoticeKind, KindWords> = {
  'review due': {
    title: 'A review comes near',
    hint: 'A week and a day before it.',
    subject: 'A development review comes near',
  },
  'review proposed': {
    title: 'A review is proposed',
    hint: 'Something happened that may change the plan.',
    subject: 'A development review is proposed',
  },
  'signature waits': {
    title: 'A review waits for your signature',
    hint: 'The other has signed.',
    subject: 'A review waits for your signature',
  },
  'objective proposed': {
    title: 'An objective is proposed to you',
    hint: 'Somebody whom you lead asks you to agree or to question it.',
    subject: 'An objective waits for you',
  },
  'objective questioned': {
    title: 'An objective came back with a question',
    hint: 'Whoever leads you wants to know something.',
    subject: 'An objective came back with a question',
  },
  'objective agreed': {
    title: 'An objective is agreed',
    hint: 'It is part of your plan from now on.',
    subject: 'An objective is agreed',
  },
  'objective declined': {
    title: 'A change is declined',
    hint: 'With the reason; the plan stands as it was.',
    subject: 'A change to a plan is declined',
  },
  stale: {
    title: 'Something has waited for a while',
    hint: 'In your plan, or in the plan of somebody you lead.',
    subject: 'Something waits in a development plan',
  },
  digest: {
    title: 'Once a week: what waits for you',
    hint: 'Nothing is sent where nothing waits.',
    subject: 'What waits for you this week',
  },
  calendar: {
    title: 'Reviews for your calendar',
    hint: 'An invitation to each review, and word when it moves or is off.',
    subject: 'Development review',
  },
  decision: {
    title: 'Your assessor decided',
    hint: 'On a criterion of your portfolio: awarded, referred or not yet, with feedback.',
    subject: 'An assessor has decided',
  },
  'plan year': {
    title: 'The end of a plan year waits for you',
    hint: 'Somebody whom you lead proposes how their year ends, or yours came back to you.',
    subject: 'The end of a plan year waits for you',
  },
  'template offered': {
    title: 'A template is offered to you',
    hint: 'Whoever leads you offers a plan to start from.',
    subject: 'A template for a plan is offered to you',
  },
}
