import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Member } from '../team.ts'

/** People whose review is due, overdue or long past; the plan that has lain longest first. */
export function ReviewsNeeded({ members, today }: { members: readonly Member[]; today: Day }) {
  const needed = members
    .filter(({ rhythm, openReview }) => isNeeded(rhythm.state) || openReview !== null)
    .sort((a, b) => ((a.rhythm.since ?? today) < (b.rhythm.since ?? today) ? -1 : 1))
  const without = members.filter(({ rhythm }) => rhythm.state === 'no plan')
  return (
    <Section
      id="reviews"
      title="Who needs a review"
      fact={
        needed.length === 0 ? undefined : `${needed.length} of ${count(members.length, 'person', 'people')}`
      }
    >
      {needed.length === 0 ? (
        <p class="s ink2">
          Every plan was looked at in the last 12 weeks, and no review is due within 14 days.
        </p>
      ) : (
        <Table
          caption="People whose review is due or overdue"
          hideCaption
          rows={needed}
          columns={[
            {
              head: 'Person',
              cell: ({ person }) => <a href={paths.person(person.personId)}>{person.name}</a>,
            },
            { head: 'Last review', cell: (member) => lastWords(member) },
            {
              head: 'Plan',
              cell: ({ planVersion, proposed, rhythm }) => (
                <>
                  v{planVersion}
                  {proposed > 0 && `, ${count(proposed, 'change')} proposed`}{' '}
                  {rhythm.state === 'stale' && <Tag kind="late">Stale</Tag>}
                  {rhythm.state === 'overdue' && <Tag kind="late">Overdue</Tag>}
                </>
              ),
            },
            { head: 'Next', cell: (member) => <Next member={member} today={today} /> },
          ]}
        />
      )}
      {without.length > 0 && (
        <p class="s ink2 mt3">
          No plan agreed yet:{' '}
          {without.map(({ person }, index) => (
            <>
              {index > 0 && ', '}
              <a href={paths.person(person.personId)}>{person.name}</a>
            </>
          ))}
          .
        </p>
      )}
    </Section>
  )
}

const isNeeded = (state: string) => ['stale', 'overdue', 'due'].includes(state)

function lastWords({ rhythm }: Member) {
  if (!rhythm.since) return 'none yet'
  const when = `${plainDay(rhythm.since)}, ${count(rhythm.weeks, 'week')}`
  return rhythm.reviewed ? when : `none since the plan was agreed, ${when}`
}

function Next({ member, today }: { member: Member; today: Day }) {
  const { person, rhythm, openReview: open } = member
  if (open)
    return (
      <a href={paths.review(person.personId, open.reviewId)}>
        Review {open.number} is {open.state === 'open' ? 'open' : open.state}
      </a>
    )
  if (rhythm.nextOn && daysBetween(today, rhythm.nextOn) >= 0) return plainDay(rhythm.nextOn)
  return (
    <a href={paths.reviews(person.personId)}>
      Book<span class="vh"> a review with {person.name}</span>
    </a>
  )
}
