import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Round } from '../feedback.ts'
import { Limits } from './limits.tsx'

/** Everybody's answers that wait for the visitor: about whom, until when, and where to give them. */
export type AskedOfMe = { name: string; closesOn: Day; path: string }

/** The rounds of a person, newest first; on one's own page also what is asked of oneself. */
export function RoundsPage(props: {
  person: Person
  own: boolean
  rounds: readonly Round[]
  asked: readonly AskedOfMe[]
  mayPlan: boolean
  today: Day
}) {
  const { person, own, rounds, asked, mayPlan, today } = props
  return (
    <>
      {asked.length > 0 && (
        <Section id="asked" title="Asked of you" fact="Answer, or say that you can’t: both are fine">
          <Rows
            items={asked.map(({ name, closesOn, path }) => ({
              title: `Give feedback about ${name}`,
              href: path,
              meta: `Open until ${plainDay(closesOn)}`,
            }))}
          />
        </Section>
      )}
      <Section id="rounds" title="Rounds" fact="Nothing is shown before a round has closed">
        {rounds.length === 0 ? (
          <Empty
            title="No round yet"
            belongs="A round asks colleagues, people led and customers the same questions as you and your leader answer."
            helps="It shows what others see and you do not, without telling who said what."
            action={
              mayPlan ? (
                <ButtonLink kind="secondary" small href={paths.feedbackNew(person.personId)}>
                  Plan a round
                </ButtonLink>
              ) : undefined
            }
          />
        ) : (
          <Table
            caption="Rounds of 360 feedback"
            hideCaption
            rows={rounds}
            columns={[
              {
                head: 'Round',
                nowrap: true,
                cell: ({ ref, roundId }) => <a href={paths.feedbackRound(person.personId, roundId)}>{ref}</a>,
              },
              { head: 'Why', cell: ({ purpose }) => purpose || 'No reason given' },
              { head: 'Asked', cell: (round) => askedWords(round) },
              { head: 'Where it stands', cell: (round) => stateWords(round, person, own, today) },
            ]}
          />
        )}
      </Section>
      <div class="mt5">
        <Guide
          good="Ask eight to twelve people who have seen you at work lately: three or more in each group, so that nobody can be singled out."
          mistake="Asking only those who like working with you, or two people and calling it anonymous."
          example="Amara asks five colleagues of her team and four customers she rang back, about complaints and keeping customers told. Ben and she answer the same lines by name."
        />
      </div>
      <Limits own={own} name={person.name} />
    </>
  )
}

function askedWords({ groups }: Round): string {
  const raters = groups.flatMap((group) => group.raters)
  return count(raters.length, 'person', 'people')
}

/** Where a round stands. Never how many have answered. */
export function stateWords(round: Round, person: Person, own: boolean, today: Day): string {
  const { state, closesOn } = round
  if (state === 'draft') return own ? 'Being planned' : `${person.name} is planning it`
  if (state === 'nominated')
    return person.leader ? `Waits for ${person.leader} to launch it` : 'Ready to be launched'
  if (state === 'open' && closesOn && closesOn >= today)
    return `Open until the end of ${shortDay(closesOn, today)}`
  return closesOn ? `Closed after ${shortDay(closesOn, today)}` : 'Closed'
}
