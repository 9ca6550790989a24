import { plainDay } from '../../../kernel/day.ts'
import { count, possessive } from '../../../kernel/text.ts'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { SeenPass, SeenRound } from '../passes.ts'
import type { Rating } from '../rules/rating.ts'
import { OtherPass } from './other-pass.tsx'

const said = (rating: Rating | undefined) => {
  if (!rating || rating.level === null) return 'Not rated'
  const { did, followed } = rating.example
  const rest = rating.noExample
    ? 'No example yet.'
    : [did, followed, rating.evidenceIds.length > 0 && `Cites ${count(rating.evidenceIds.length, 'item')}.`]
        .filter(Boolean)
        .join(' ')
  return `${rating.level}. ${rest}`
}

/** A pass that is in, or somebody else's: what it is, and that what it says is not shown now. */
export function LockedPage(props: {
  person: Person
  own: boolean
  round: SeenRound
  pass: SeenPass
  mayPlace: boolean
}) {
  const { person, own, round, pass } = props
  const mine = own ? pass.pass === 'self' : pass.pass === 'leader'
  return (
    <>
      <section aria-label="Where it stands">
        {pass.withheld ? (
          <Note kind="private" title="Hidden until both are in.">
            {possessive(pass.byName)} pass is {pass.inOn ? `in since ${plainDay(pass.inOn)}` : 'not in yet'}.
            What it says is shown to both sides once both passes are in.
          </Note>
        ) : (
          <Note title={mine ? 'Your pass is in and locked.' : 'This pass is in and locked.'}>
            {pass.inOn && `Since ${plainDay(pass.inOn)}. `}A new opinion is a new assessment.
          </Note>
        )}
      </section>
      {mine && <OtherPass {...props} />}
      {!pass.withheld && (
        <Section
          id="said"
          title="What it says"
          fact={count(round.asked.length, 'competency', 'competencies')}
        >
          <SummaryList
            items={round.asked.map(({ competency }) => ({
              term: competency.title,
              value: said(pass.ratings.find((each) => each.competencyId === competency.competencyId)),
            }))}
          />
        </Section>
      )}
      <p class="mt4">
        <a href={paths.gaps(person.personId)}>See the gaps</a>
      </p>
    </>
  )
}
