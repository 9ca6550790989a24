import { type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Timeline } from '../../../ui/charts/timeline.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Horizon } from '../horizon.ts'
import type { Plan } from '../plans.ts'
import type { HorizonHint } from '../rules/horizon.ts'
import { timelineOf } from '../rules/in-time.ts'

type InTimeProps = {
  plan: Plan
  person: { personId: string }
  own: boolean
  horizon: Horizon
  today: Day
}

/** How many hints are shown at once. */
const FIRST = 3

/** The plan in time: the picture, and calm hints on what does not go together. Nothing without dates and hints. */
export function InTime({ plan, person, own, horizon, today }: InTimeProps) {
  const { hints, nextStep, target } = horizon
  const open = plan.objectives.filter((one) => one.state !== 'closed')
  const drawing = timelineOf(open, plan.reviews, today)
  if (!drawing && hints.length === 0) return null
  const rows = (these: readonly HorizonHint[]) => (
    <Rows
      items={these.map((hint) => ({
        title: hint.title,
        meta: hint.words,
        side: <Mend hint={hint} personId={person.personId} own={own} />,
        below: true,
      }))}
    />
  )
  return (
    <Section
      id="in-time"
      title="The plan in time"
      fact={plan.nextReviewOn ? `Next review ${plainDay(plan.nextReviewOn)}` : 'No review has a date yet'}
    >
      {drawing && <Timeline {...drawing} id="plan-in-time" today={today} />}
      {hints.length > 0 && (
        <div class="mt4 no-print">
          <h3>{count(hints.length, 'hint')}</h3>
          {nextStep && hints.some(({ ofRole }) => ofRole) && (
            <p class="s ink2">
              {target ? (
                <>
                  The next step on {own ? 'your' : 'the'} route to {target} is {nextStep}.{' '}
                  <a href={paths.career(person.personId)}>Open the route</a>
                </>
              ) : (
                <>
                  The next step is taken to be {nextStep}, which {own ? 'your' : 'their'} aspiration names.
                  {own && ' Put the aspiration in other words where that is not what you mean.'}
                </>
              )}
            </p>
          )}
          <div class="mt3">{rows(hints.slice(0, FIRST))}</div>
          {hints.length > FIRST && (
            <More summary={count(hints.length - FIRST, 'more hint')}>{rows(hints.slice(FIRST))}</More>
          )}
        </div>
      )}
    </Section>
  )
}

/** What mends it, in one click, for who may. */
function Mend({ hint: { mend }, personId, own }: { hint: HorizonHint; personId: string; own: boolean }) {
  const link = (href: string, text: string) => (
    <ButtonLink kind="secondary" small href={href}>
      {text}
    </ButtonLink>
  )
  switch (mend.kind) {
    case 'review':
      return link(paths.reviews(personId), 'Set a day for the review')
    case 'change':
      return own
        ? link(`${paths.objective(personId, mend.objectiveId)}?change=yes`, `Change ${mend.ref}`)
        : link(paths.objective(personId, mend.objectiveId), `Open ${mend.ref}`)
    case 'objective':
      if (!own) return link(paths.gaps(personId), 'Open the gaps')
      return mend.needId ? (
        link(paths.objectiveNew(personId, mend.needId), 'Make the objective')
      ) : (
        <PostButton
          action={paths.careerNeeds(personId, mend.roleId)}
          hidden={{ competency: mend.competencyId, role: mend.roleId }}
          kind="secondary"
          small
          about={`for ${mend.title}`}
        >
          Make the objective
        </PostButton>
      )
  }
}
