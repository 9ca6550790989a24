import { plainDay } from '../../../kernel/day.ts'
import { within } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { More } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { OnlyYou } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Objective } from '../rules/objective.ts'
import type { PlanPageProps } from './plan-page.tsx'

/** What a plan serves: the aspiration, the organisation's priorities, and what is for the person alone. */
export function Serves({ plan, person, own, values, refusals }: PlanPageProps) {
  const { objectives, priorities, aspiration } = plan
  const refs = (test: (one: Objective) => boolean) => {
    const found = objectives.filter((one) => one.state !== 'closed' && test(one))
    return found.length > 0 ? found.map((one) => one.ref).join(', ') : <span class="mut">none yet</span>
  }
  const self = objectives.filter((one) => one.kind === 'personal' && one.state !== 'closed')
  const error = errorFor(refusals, 'aspiration')
  return (
    <>
      <SummaryList
        items={[
          {
            term: own ? 'Your aspiration' : 'Aspiration',
            value: aspiration ? (
              <>
                {aspiration.targetTitle ? within(aspiration.words) : aspiration.words}
                {aspiration.targetTitle && (
                  <>
                    . Role: <a href={paths.careerTarget(person.personId)}>{aspiration.targetTitle}</a>
                  </>
                )}
              </>
            ) : (
              <span class="miss">not said yet</span>
            ),
            side: refs((one) => one.servesAspiration),
          },
          ...priorities.map((priority, index) => ({
            term: `Priority ${index + 1}`,
            value: (
              <>
                <a href={paths.priority(priority.priorityId)}>{priority.title}</a>. From{' '}
                {plainDay(priority.from)}
                {priority.to && ` to ${plainDay(priority.to)}`}
              </>
            ),
            side: refs((one) => one.priorityId === priority.priorityId),
          })),
          ...self.map((one) => ({
            term: own ? 'For yourself' : 'For the person',
            value: (
              <>
                {one.title} {one.private && <OnlyYou />}
              </>
            ),
            side: one.ref,
          })),
        ]}
      />
      {priorities.length === 0 && (
        <p class="s ink2 mt2">
          The organisation has named no priority. <a href={paths.priorities}>Priorities</a>
        </p>
      )}
      {own && (
        <More
          summary={aspiration ? 'Change where you want to go' : 'Say where you want to go'}
          open={error !== null}
        >
          <Form action={`${paths.person(person.personId)}/aspiration`} keep="aspiration">
            <TextField
              name="aspiration"
              label="Where do you want to go?"
              hint="In your own words, such as: Team leader by the end of 2028."
              value={values.aspiration ?? aspiration?.words}
              error={error}
            />
            <Button kind="secondary" small>
              Save where I want to go
            </Button>
          </Form>
          <p class="s mt2">
            Or <a href={paths.careerTarget(person.personId)}>choose the role, and say why and by when</a>.
          </p>
        </More>
      )}
    </>
  )
}
