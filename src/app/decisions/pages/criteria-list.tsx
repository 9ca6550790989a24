import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { State } from '../../../ui/tag.tsx'
import type { Unit } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { type Decision, standing } from '../rules/decision.ts'

/** The criteria of a unit with where each stands, by outcome; each leads to its decisions. */
export function CriteriaList(props: { unit: Unit; personId: string; decisions: readonly Decision[] }) {
  const { unit, personId, decisions } = props
  const now = standing(decisions)
  return (
    <>
      {unit.outcomes.map((outcome) => (
        <Section
          key={outcome.outcomeId}
          id={`outcome-${outcome.code}`}
          title={`Outcome ${outcome.code}`}
          fact={outcome.words}
        >
          <Rows
            items={outcome.criteria.map(({ criterionId, code, words }) => {
              const stands = now.get(criterionId)
              return {
                title: `${code} ${words}`,
                href: paths.criterion(personId, unit.unitId, criterionId),
                side: stands ? <State word={stands.verdict} /> : <span class="s mut">Not decided</span>,
              }
            })}
          />
        </Section>
      ))}
    </>
  )
}
