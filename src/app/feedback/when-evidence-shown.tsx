import type { VNode } from 'preact'
import { plainDay } from '../../kernel/day.ts'
import { count } from '../../kernel/text.ts'
import { Section } from '../../ui/section.tsx'
import { besideEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import type { Visit } from '../visit.ts'
import { listRounds } from './feedback.ts'

/** Says beside somebody's evidence where their 360 feedback stands, to whoever may read it. */
export function listen(): void {
  besideEvidence.push(feedbackSection)
}

async function feedbackSection(visit: Visit): Promise<VNode | null> {
  const { tx, person, actor, today } = visit
  if (!visit.may('feedback.read')) return null
  const rounds = await listRounds(tx, person.personId, actor)
  const closed = rounds.filter(({ closesOn }) => closesOn !== null && closesOn < today)
  const newest = closed[0]?.closesOn
  return (
    <Section
      id="feedback"
      title="360 feedback"
      fact={<a href={paths.feedback(person.personId)}>See the rounds</a>}
    >
      <p class="s ink2">
        {newest
          ? `${count(closed.length, 'round')} closed, the newest after ${plainDay(newest)}.`
          : 'What colleagues and customers have seen, asked in groups large enough that nobody is singled out. No round has closed yet.'}
      </p>
    </Section>
  )
}
