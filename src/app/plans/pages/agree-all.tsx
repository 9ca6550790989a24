import { capital } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import { Sub } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { UnmetField } from './agreement-panel.tsx'
import type { PlanPageProps } from './plan-page.tsx'

/** Everything that a person proposes, to be agreed at once: each with its words, or with all that its change asks for. */
export function AgreeAll(props: PlanPageProps) {
  const { plan, person, requests, values, refusals } = props
  const proposed = plan.objectives.filter((one) => one.state === 'proposed')
  if (proposed.length < 2) return null
  return (
    <Section id="agree-all" title={`${person.name} proposes ${proposed.length} objectives`}>
      <Form
        action={`${paths.plan(person.personId)}/agreement`}
        hidden={Object.fromEntries(proposed.map((one) => [`version-${one.objectiveId}`, one.version]))}
        label="Agree them together"
      >
        <ul class="prose">
          {proposed.map(({ objectiveId, ref, personId, title, text, agreedOn }) => {
            const lines =
              agreedOn === null
                ? [text]
                : (requests.get(objectiveId) ?? []).map(({ words }) => `${capital(words)}.`)
            return (
              <li key={objectiveId}>
                <Ref>{ref}</Ref> <a href={paths.objective(personId, objectiveId)}>{title}</a>
                {agreedOn !== null && ', a change to what was agreed:'}
                {lines.map((line, at) => (
                  <Sub key={at}>{line}</Sub>
                ))}
              </li>
            )
          })}
        </ul>
        {proposed.map((one) => (
          <UnmetField key={one.objectiveId} objective={one} values={values} refusals={refusals} />
        ))}
        <Buttons flush>
          <Button>Agree them as version {plan.version + 1}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
