import { type Day, shortDay } from '../../../kernel/day.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { figureText } from '../../../ui/charts/figures.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Pips } from '../../../ui/pips.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { OnlyYou } from '../../../ui/tag.tsx'
import { type Shown, shortBasis } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { figureWords, lateBy, type Objective } from '../../plans/plans.ts'
import { inOrder, type Portfolio } from '../../portfolio/portfolio.ts'

/** The objectives of a plan, a line each. */
export function PlanTable(props: {
  person: Person
  own: boolean
  portfolio: Portfolio
  figures: readonly Shown[]
  today: Day
}) {
  const { person, own, portfolio, figures, today } = props
  const { plan } = portfolio
  const objectives = inOrder(portfolio.objectives).filter(({ state }) => state !== 'closed')
  return (
    <Section
      id="plan"
      title={own ? 'Your plan' : 'Plan'}
      fact={
        <a href={paths.plan(person.personId)}>
          {plan.version > 0 ? `Version ${plan.version}, history` : 'Open the plan'}
        </a>
      }
    >
      {objectives.length === 0 ? (
        <Empty
          title="No open objective"
          belongs="What is to change, how that will be known, and by when belongs here."
          helps="An objective that begins with a gap is half written already."
          action={
            <ButtonLink kind="secondary" small href={paths.gaps(person.personId)}>
              Choose a gap
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption="Open objectives"
          hideCaption
          rows={objectives}
          columns={[
            { head: 'Objective', cell: (objective) => <Title objective={objective} /> },
            {
              head: 'Actions',
              nowrap: true,
              cell: (objective) => <Actions objective={objective} today={today} />,
            },
            {
              head: 'Measure',
              cell: (objective) => <Measure objective={objective} figures={figures} today={today} />,
            },
            { head: 'Due', nowrap: true, cell: ({ due }) => (due ? shortDay(due, today) : 'no date') },
          ]}
        />
      )}
    </Section>
  )
}

function Title({ objective }: { objective: Objective }) {
  const { personId, objectiveId, title, ref, kind, state } = objective
  return (
    <>
      <a href={paths.objective(personId, objectiveId)}>{title}</a>
      <Sub>
        <Ref>{ref}</Ref>, {kind}
        {state !== 'agreed' && `, ${state}`}
      </Sub>
    </>
  )
}

function Actions({ objective, today }: { objective: Objective; today: Day }) {
  const standing = objective.actions.filter(({ state }) => state !== 'dropped')
  if (standing.length === 0) return 'none'
  return (
    <Pips
      done={standing.filter(({ state }) => state === 'done').length}
      late={standing.filter((action) => lateBy(action, today) > 0).length}
      of={standing.length}
    />
  )
}

function Measure(props: { objective: Objective; figures: readonly Shown[]; today: Day }) {
  const { objective, figures, today } = props
  const { measure, baseline, target, unit, private: onlyYou } = objective
  if (onlyYou) return <OnlyYou />
  const figure = figures.find((shown) => shown.figure.measure === measure)?.figure
  const aim = target === null ? null : `target ${figureWords(target, unit)}`
  if (figure?.value == null) {
    const from = baseline === null ? null : `from ${figureWords(baseline, unit)}`
    return <>{[from, aim].filter(Boolean).join(', ') || 'not measured'}</>
  }
  return (
    <>
      {figureText(figure.value, figure.unit)}
      <Sub>
        {[`${shortBasis(figure)}, since ${shortDay(figure.from, today)}`, aim].filter(Boolean).join('; ')}
      </Sub>
    </>
  )
}
