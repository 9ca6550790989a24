import type { VNode } from 'preact'
import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Verdict } from '../../../ui/tag.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import type { Figure } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import { figureWords } from '../rules/figure-words.ts'
import { competencyOptions, ReasonFields } from './form-links.tsx'

/** A figure about to be kept as it stands, and what it is to be linked to. */
export function FigurePage(props: {
  personId: string
  figure: Figure
  competencies: readonly Competency[]
  typed: { competencyId: string; reason: string; bearing: string }
  refusals: readonly Refusal[]
}): VNode {
  const { personId, figure, competencies, typed, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="7-5">
        <Form
          action={paths.evidenceFigures(personId)}
          keep="figure"
          hidden={{ measure: figure.measure, from: figure.from, to: figure.to }}
        >
          <Select
            name="competency"
            label="Which competency does it bear on?"
            error={errorFor(refusals, 'competency')}
            width="l"
            value={typed.competencyId}
            options={competencyOptions(competencies)}
          />
          <ReasonFields reason={typed.reason} bearing={typed.bearing} error={errorFor(refusals, 'reason')} />
          <Buttons>
            <Button>Keep this figure</Button>
          </Buttons>
        </Form>
        <Section id="figure" title="The figure" fact={figure.version}>
          <FigureFacts figure={figure} />
        </Section>
      </Columns>
    </>
  )
}

/** A figure with its count, interval, period, definition and verdict: never bare. */
export function FigureFacts({ figure }: { figure: Figure }): VNode {
  return (
    <SummaryList
      items={[
        { term: figure.name, value: figureWords(figure) },
        { term: 'Days', value: `${plainDay(figure.from)} to ${plainDay(figure.to)}` },
        ...(figure.verdict ? [{ term: 'The chart says', value: <Verdict word={figure.verdict} /> }] : []),
        ...(figure.provisional
          ? [{ term: 'Provisional', value: 'Some of these customers could still come back.' }]
          : []),
        { term: `Definition, ${figure.version}`, value: figure.definition },
      ]}
    />
  )
}
