import type { Standing } from '../../kernel/actor.ts'

/** A person of the demo. `since` is when they took up their post, in days ago. */
export type CastMember = {
  name: string
  standing: Standing
  team: string | null
  leader: string | null
  job: string
  /** Who assesses them; nobody where left out. */
  assessor?: string
  /** The trade they work in, where it is not the organisation's own. */
  sector?: string
  since: number
  /** What they show, in one sentence. */
  story: string
}

/** The day on which Larkfield began to use Goldthread, in days ago. */
export const BEGAN = 210

const adviser = (name: string, story: string, more: Partial<CastMember> = {}): CastMember => ({
  name,
  standing: 'adviser',
  team: 'Northgate',
  leader: 'Ben Hughes',
  job: 'Customer service adviser',
  since: 735,
  story,
  ...more,
})

const other = (
  name: string,
  standing: Standing,
  job: string,
  story: string,
  more: Partial<CastMember> = {},
): CastMember => ({ name, standing, team: null, leader: null, job, since: 900, story, ...more })

const QUAYSIDE = { team: 'Quayside', leader: 'Leah Coleman' }

/** Everybody at Larkfield Energy, leaders before those they lead. All are made up. */
export const CAST: readonly CastMember[] = [
  other(
    'Dana Price',
    'administrator',
    'Learning and development lead',
    'Runs Goldthread here: people, imports, roles, the history. She can reset or delete this demo.',
  ),
  other(
    'Ruth Adeyemi',
    'leader',
    'Operations manager',
    'Leads the two team leaders and answers for what Larkfield wants this year. Sees what kind of thing waits too long, and not what it says.',
    { since: 1200 },
  ),
  other(
    'Ben Hughes',
    'leader',
    'Team leader',
    'Leads Northgate: a review in progress, late actions of his own, and a plan he has let lie.',
    { team: 'Northgate', leader: 'Ruth Adeyemi' },
  ),
  other(
    'Leah Coleman',
    'leader',
    'Team leader',
    'Leads Quayside, which works on written tickets and not on calls.',
    { team: 'Quayside', leader: 'Ruth Adeyemi' },
  ),
  other(
    'Joanne Whitfield',
    'leader',
    'Tutor, Retail and Customer Service',
    'A college tutor who stands where a team leader stands for a learner on a placement.',
  ),
  other(
    'Chidi Eze',
    'assessor',
    'Assessor',
    'Assesses Amara, Priya and Leila, and decides criterion by criterion: four awarded, one referred with a date. Sees nothing marked “Only you”.',
  ),
  other(
    'Efua Asante',
    'quality-assurer',
    'Internal quality assurer',
    'Samples what assessors see, and changes none of it.',
  ),
  adviser(
    'Amara Okafor',
    'A blind spot in handling complaints, a hidden strength in listening, one change that shows in her figures, and a route to team leader.',
    { since: 980, assessor: 'Chidi Eze' },
  ),
  adviser(
    'Priya Nair',
    'On the way to team leader: a senior adviser whose plan follows what the next role asks.',
    { since: 1100, assessor: 'Chidi Eze' },
  ),
  adviser(
    'Tom Walsh',
    'One low week for satisfaction frightened him. His chart says that it was ordinary variation.',
  ),
  adviser(
    'Grace Lim',
    'Her calls became shorter and nothing else got worse: an improvement signal, read with care.',
  ),
  adviser(
    'Yusuf Demir',
    'A stale plan: nobody has reviewed it for 17 weeks. Ben was shown that first, then Ruth, who asked him what he needs.',
  ),
  adviser(
    'Ellie Marsh',
    'A new starter on probation, coached by Amara. Her first objective waits for Ben’s answer.',
    { since: 147 },
  ),
  adviser(
    'Kofi Mensah',
    'Too little evidence: nine weeks in the job, so nothing can be said yet, and Goldthread says so. Ben offers him a plan to start from.',
    { since: 63 },
  ),
  adviser('Sofia Rossi', 'An ordinary year: no signal anywhere, one steady objective, and a compliment.'),
  adviser('Dan Pryce', 'Three calls a week besides his work in billing: too few points for any verdict.', {
    job: 'Billing clerk and call handler',
  }),
  adviser(
    'Hannah Boyle',
    'Answers written tickets. She has rated herself; Leah’s pass is still to come, so both are blind.',
    QUAYSIDE,
  ),
  adviser('Marcus Bell', 'Agreed levels, no needs yet: a plan about to begin.', QUAYSIDE),
  adviser(
    'Ines Duarte',
    'Writes so clearly that customers say so: compliments that became evidence.',
    QUAYSIDE,
  ),
  adviser('Rhys Morgan', 'Nothing recorded yet but his tickets: what an empty start looks like.', QUAYSIDE),
  adviser(
    'Leila Haddad',
    'A learner on a retail placement with no helpdesk: tallies and observations stand where the figures would.',
    {
      team: null,
      leader: 'Joanne Whitfield',
      job: 'Learner on a retail placement',
      sector: 'Retail',
      since: 98,
      assessor: 'Chidi Eze',
    },
  ),
]
