import type { VNode } from 'preact'
import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, UnitField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { type AgeRule, USUAL_MONTHS } from '../rules/currency.ts'
import type { KeptAgeRule } from '../store/age-rules.ts'

/** How long evidence counts, competency by competency, with who said so and why. */
export function RulesPage(props: {
  competencies: readonly Competency[]
  rules: ReadonlyMap<string, KeptAgeRule>
  maySet: boolean
}): VNode {
  const { competencies, rules, maySet } = props
  return (
    <>
      <Guide
        good="A rule only where work changes faster or slower than elsewhere, with the reason in a line that a newcomer understands."
        mistake="One short limit for everything, to be on the safe side. Then good evidence is thrown away and people write the same again."
        example="“Using systems and tools: 6 months, because the billing system was replaced in May.” Listening stays at the usual 12."
      />
      <Section
        id="rules"
        title="How long evidence counts"
        fact={`${USUAL_MONTHS} months where nothing is said`}
      >
        <Table
          caption="How long evidence counts for each competency"
          hideCaption
          rows={competencies}
          columns={[
            {
              head: 'Competency',
              width: 35,
              cell: ({ competencyId, title }) => <a href={paths.competency(competencyId)}>{title}</a>,
            },
            {
              head: 'Counts for',
              nowrap: true,
              cell: ({ competencyId }) => count(rules.get(competencyId)?.months ?? USUAL_MONTHS, 'month'),
            },
            {
              head: 'Why',
              cell: ({ competencyId }) => {
                const rule = rules.get(competencyId)
                if (!rule) return 'The usual'
                return (
                  <span class="any">
                    {rule.reason}
                    <span class="sub">
                      {rule.setByName}, {plainDay(rule.setOn)}
                    </span>
                  </span>
                )
              },
            },
            ...(maySet
              ? [
                  {
                    head: 'Change',
                    hideHead: true,
                    cell: ({ competencyId, title }: Competency) => (
                      <a href={paths.evidenceRule(competencyId)}>
                        Change<span class="vh"> how long evidence for {title} counts</span>
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p class="s ink2 mt3">
          Evidence is out of date from the day on which it has counted so long, or on its own last day where
          that comes first. Nothing is deleted: it can still be read, and says that it is old.
        </p>
      </Section>
    </>
  )
}

/** Where an administrator says how long evidence for one competency counts, and why. */
export function RulePage(props: {
  competency: Competency
  before: AgeRule
  months: string
  reason: string
  conflict: KeptAgeRule | null
  refusals: readonly Refusal[]
}): VNode {
  const { competency, before, months, reason, conflict, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {conflict && (
        <Note kind="warn" title={`${conflict.setByName} set it on ${plainDay(conflict.setOn)}.`}>
          {count(conflict.months, 'month')}: <span class="any">{conflict.reason}</span> Save again to put
          yours in its place.
        </Note>
      )}
      <Form
        action={paths.evidenceRule(competency.competencyId)}
        keep="age-rule"
        hidden={{ 'before-months': before.months, 'before-reason': before.reason ?? '' }}
      >
        <UnitField
          name="months"
          label="How long does evidence count?"
          hint="From the day it happened."
          error={errorFor(refusals, 'months')}
          value={months}
          unit="months"
        />
        <TextArea
          name="reason"
          label="Why?"
          hint="Everybody whose evidence it touches reads this."
          error={errorFor(refusals, 'reason')}
          value={reason}
          rows={2}
        />
        <Buttons>
          <Button>Set this rule</Button>
          <ButtonLink kind="quiet" href={paths.evidenceRules}>
            Back to the rules
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
