import { addDays, type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { StaleThing } from '../../staleness/staleness.ts'
import type { Member } from '../team.ts'

/**
 * People whose review is due or was not held on its day, or whose plan has lain so long that the reader sees it too; the
 * plan that has lain longest first.
 */
export function ReviewsNeeded(props: {
  members: readonly Member[]
  stale: readonly StaleThing[]
  today: Day
}) {
  const { members, today } = props
  const stale = new Set(props.stale.flatMap(({ kind, personId }) => (kind === 'no review' ? [personId] : [])))
  const isNeeded = ({ rhythm: { state, nextOn }, openReview, person }: Member) =>
    openReview !== null ||
    stale.has(person.personId) ||
    state === 'overdue' ||
    state === 'due soon' ||
    (state === 'stale' && nextOn !== null && nextOn <= addDays(today, SOON))
  const needed = members
    .filter(isNeeded)
    .sort((a, b) => ((a.rhythm.since ?? today) < (b.rhythm.since ?? today) ? -1 : 1))
  const without = members.filter(({ rhythm }) => rhythm.state === 'nothing to review')
  return (
    <Section
      id="reviews"
      title="Who needs a review"
      fact={
        needed.length === 0 ? undefined : `${needed.length} of ${count(members.length, 'person', 'people')}`
      }
    >
      {needed.length === 0 ? (
        <p class="s ink2">Every plan is looked at in its own rhythm, and no review is due within 14 days.</p>
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
              cell: ({ person, planVersion, proposed }) => (
                <>
                  v{planVersion}
                  {proposed > 0 && `, ${count(proposed, 'change')} proposed`}{' '}
                  {stale.has(person.personId) && <Tag kind="dash">Stale</Tag>}
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

/** A review within this many days is due. */
const SOON = 14

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
