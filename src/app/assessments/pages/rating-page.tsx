import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Steps } from '../../../ui/lists.tsx'
import { Columns, SectionHead } from '../../../ui/section.tsx'
import { State } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { isRated, lackOf } from '../rules/rating.ts'
import { OtherPass } from './other-pass.tsx'
import { RatingForm, type RatingPageProps } from './rating-form.tsx'

/** One pass, competency by competency. */
export function RatingPage(props: RatingPageProps) {
  const { person, own, round, pass, index, refusals } = props
  const path = paths.assessment(person.personId, pass.assessmentId)
  const ratingOf = (id: string) => pass.ratings.find((each) => each.competencyId === id)
  const rated = round.asked.filter(({ competency }) => {
    const found = ratingOf(competency.competencyId)
    return found && isRated(found)
  })
  const current = round.asked[index]
  if (!current) return null
  const others = round.asked.filter((each) => each !== current && !rated.includes(each)).length
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <p class="narrow-only s">
        <a href="#now">
          Go to {index + 1}, {current.competency.title}
        </a>
      </p>
      <Columns split="4-8">
        <div>
          <nav aria-labelledby="competencies">
            <SectionHead
              id="competencies"
              title="Competencies"
              fact={`${rated.length} of ${round.asked.length} rated`}
            />
            <Steps
              steps={round.asked.map(({ competency }, at) => {
                const found = ratingOf(competency.competencyId)
                const lack = lackOf(found)
                return {
                  title: competency.title,
                  href: `${path}?competency=${competency.competencyId}`,
                  current: at === index,
                  state: lack ? (
                    <State
                      word="not yet"
                      text={found?.level ? `${found.level}, nothing shows it yet` : undefined}
                    />
                  ) : (
                    <State word="award" text={`${found?.level} rated`} />
                  ),
                }
              })}
            />
          </nav>
          <div class="mt5">
            <OtherPass {...props} />
          </div>
        </div>
        <RatingForm {...props} path={path} current={current} rated={rated.length} others={others} />
      </Columns>
      <div class="mt5">
        <Guide
          good="A level for what is done on an ordinary day, resting on something another person could check."
          mistake="Relying on your own impression alone, or writing “I always listen” where one call on one day would show it."
          example={`“On Friday 13 November I put the call back in the diary while she was on the line, and rang although the meter reading was late. The complaint stayed closed.” Level 3, citing the compliment and the figure that speaks against it.${own ? '' : ' A leader’s pass rests on what you saw yourself.'}`}
        />
      </div>
    </>
  )
}
