import { ButtonLink } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import type { GapRowProps } from './gap-row.tsx'

/** What to do about it: one press to the objective, and whom to ask for what is missing. */
export function Act(props: GapRowProps) {
  const { gap, person, own } = props
  const { competencyId, title } = gap.competency
  return (
    <>
      <Onward {...props} />
      {own && gap.missing.length > 0 && (
        <>
          <p class="s mt3">
            <a href={`${paths.testimony(person.personId)}?competency=${competencyId}`}>
              Ask for a testimony<span class="vh">: {title}</span>
            </a>
          </p>
          <p class="s mt2">
            <a href={paths.feedback(person.personId)}>
              Ask for feedback<span class="vh">: {title}</span>
            </a>
          </p>
        </>
      )}
      {own && gap.swot.length === 0 && (
        <p class="s mt2">
          <a href={paths.swots(person.personId, competencyId)}>
            Put it on your SWOT<span class="vh">: {title}</span>
          </a>
        </p>
      )}
    </>
  )
}

function Onward({ gap, person, own, mayNeed, first, roleId }: GapRowProps) {
  const { competencyId, title } = gap.competency
  const { objective } = gap
  if (objective && (objective.closedAs === null || !own))
    return (
      <ButtonLink
        kind="secondary"
        href={paths.objective(person.personId, objective.objectiveId)}
        about={`: ${title}`}
      >
        Open {objective.ref}
      </ButtonLink>
    )
  if (gap.needId && !own)
    return (
      <ButtonLink kind="secondary" href={paths.need(person.personId, gap.needId)} about={`: ${title}`}>
        Open need {gap.needRef}
      </ButtonLink>
    )
  if (gap.state === 'not rated' && !gap.needId)
    return (
      <ButtonLink kind="secondary" href={paths.assessments(person.personId)} about={`: ${title}`}>
        Assess it
      </ButtonLink>
    )
  if (!mayNeed) return null
  return (
    <PostButton
      action={paths.gapNeeds(person.personId)}
      hidden={{ competency: competencyId, role: roleId }}
      kind={first ? 'primary' : 'secondary'}
      about={`: ${title}`}
    >
      {own ? (objective ? 'Make another objective' : 'Make an objective') : 'Name it as a need'}
    </PostButton>
  )
}
