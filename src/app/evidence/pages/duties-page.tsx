import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields, type TypedDate } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Legal } from '../exempting.ts'
import { LegalState } from './legal.tsx'

export type TypedExemption = { competency: string; reason: string; until: TypedDate }

/** What the law asks of a person's work, and where a leader says that a part of it does not apply. */
export function DutiesPage(props: {
  personId: string
  legal: readonly Legal[]
  /** Who says it, where that is not the reader. */
  sayer: string | null
  mayExempt: boolean
  typed: TypedExemption
  refusals: readonly Refusal[]
  today: Day
}): VNode {
  const { personId, legal, sayer, mayExempt, typed, refusals, today } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="7-5">
        <div>
          <Section id="duties" title="Where each stands">
            <dl class="sum">
              {legal.map((one) => (
                <div key={one.competency.competencyId}>
                  <dt>
                    <a href={`${paths.evidence(personId)}?competency=${one.competency.competencyId}`}>
                      {one.competency.title}
                    </a>
                  </dt>
                  <dd>
                    <LegalState legal={one} today={today} />
                  </dd>
                  {mayExempt && one.until && one.until >= today && (
                    <dd>
                      <PostButton
                        action={`${paths.legalDuties(personId)}/end`}
                        hidden={{ competency: one.competency.competencyId }}
                        link
                        about={`that ${one.competency.title} does not apply`}
                      >
                        Take back
                      </PostButton>
                    </dd>
                  )}
                </div>
              ))}
            </dl>
          </Section>
          {mayExempt ? (
            <ExemptForm personId={personId} legal={legal} typed={typed} refusals={refusals} />
          ) : (
            sayer && <p class="s ink2 mt3">Where one does not apply to the work, {sayer} says so.</p>
          )}
        </div>
        <Guide
          good="Evidence of each, from the work itself: how an account was checked before anything was told, how somebody was served who hears or reads differently, how a risk was reported."
          mistake="A course certificate alone. It says that somebody attended; it does not say that a customer’s data was safe with them on Tuesday."
          example="“Handles no customer data: warehouse work until the move in spring.” Said by the team leader, to 31 March, and looked at again then."
        />
      </Columns>
    </>
  )
}

function ExemptForm(props: {
  personId: string
  legal: readonly Legal[]
  typed: TypedExemption
  refusals: readonly Refusal[]
}): VNode {
  const { personId, legal, typed, refusals } = props
  return (
    <Section id="exempt" title="Say that one does not apply" fact="24 months at most; it lapses by itself">
      <Form action={paths.legalDuties(personId)} keep="exemption">
        <Choices
          name="competency"
          label="Which one?"
          error={errorFor(refusals, 'competency')}
          value={typed.competency}
          choices={legal.map(({ competency }) => ({
            value: competency.competencyId,
            text: competency.title,
          }))}
        />
        <TextArea
          name="reason"
          label="Why does it not apply to this work?"
          hint="About the work, not about the person."
          error={errorFor(refusals, 'reason')}
          value={typed.reason}
          rows={2}
        />
        <DateFields
          name="until"
          label="What is the last day on which it does not apply?"
          hint="From the day after, evidence is asked for again."
          error={errorFor(refusals, 'until')}
          value={typed.until}
        />
        <Buttons>
          <Button>Say that it does not apply</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
