import { plainDay } from '../../../kernel/day.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Log } from '../../../ui/lists.tsx'
import { Panel, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Round } from '../feedback.ts'
import { ThinGroups } from './asked.tsx'
import type { PlanProps } from './plan-page.tsx'

/** The one button that freezes everything: only for the leader, or the person where nobody leads. */
export function Launch(props: PlanProps & { round: Round }) {
  const { person, round, version, mail, mayLaunch, closes, clashes, refusals } = props
  const { roundId } = round
  if (!mayLaunch) return null
  return (
    <Panel id="launch" title="Launch the round">
      <div class="stackv mb4">
        <ThinGroups round={round} mail={mail} />
        {clashes.map(({ words }) => (
          <p key={words} class="s miss">
            {words}
          </p>
        ))}
      </div>
      <Form
        action={paths.feedbackLaunch(person.personId, roundId)}
        hidden={{ version: version ?? round.version }}
      >
        <DateFields
          name="closes"
          label="Last day for answers"
          hint="7 to 60 days from now. Nothing is shown before it is over, and it cannot be moved."
          error={errorFor(refusals, 'closes')}
          value={closes}
        />
        <p class="s ink2">
          The list as it was last saved is asked. With the launch, the list, the questions, the thresholds and
          the last day stand fast for everybody.
        </p>
        <Buttons>
          <Button>Launch and ask everybody</Button>
        </Buttons>
      </Form>
    </Panel>
  )
}

/** What the leader changed of the nominations, for everybody who sees the plan. */
export function Adjustments({ round }: { round: Round }) {
  return (
    <Section id="changes" title="What was changed, and why">
      <Log
        entries={round.adjustments.map(({ by, what, reason, on }) => ({
          day: on,
          text: plainDay(on),
          what: (
            <>
              {by}: {what} “{reason}”
            </>
          ),
        }))}
      />
    </Section>
  )
}
