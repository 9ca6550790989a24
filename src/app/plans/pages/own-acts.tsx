import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import { bandItems } from '../rules/bands.ts'
import type { Objective } from '../rules/objective.ts'

/** What a person can do with their own objective, apart from writing it. */
export function OwnActs({ objective, writing }: { objective: Objective; writing: boolean }) {
  const loose = objective.state !== 'closed' && objective.private
  const bands = loose ? bandItems(objective) : []
  return (
    <>
      {bands.length > 0 && (
        <p class="s ink2">
          You said beforehand: {bands.map(({ term, value }) => `${term.toLowerCase()}: ${value}`).join('; ')}.
        </p>
      )}
      <OwnButtons objective={objective} writing={writing} />
    </>
  )
}

function OwnButtons({ objective, writing }: { objective: Objective; writing: boolean }) {
  const { state, agreedOn, version } = objective
  const at = paths.objective(objective.personId, objective.objectiveId)
  const changing = agreedOn !== null && !objective.private && state !== 'agreed' && state !== 'closed'
  const loose = state !== 'closed' && (agreedOn === null || objective.private)
  return (
    <Buttons>
      {!writing && state !== 'closed' && (
        <ButtonLink kind="secondary" href={`${at}?change=yes`}>
          Change {objective.ref}
        </ButtonLink>
      )}
      {changing && (
        <PostButton action={`${at}/restoration`} hidden={{ version }} kind="quiet">
          Take the change back
        </PostButton>
      )}
      {loose && (
        <>
          {objective.private && agreedOn !== null && (
            <PostButton action={`${at}/closing`} hidden={{ version, as: 'met' }} kind="secondary" small>
              Close it as met
            </PostButton>
          )}
          <PostButton action={`${at}/closing`} hidden={{ version, as: 'no longer needed' }} kind="quiet">
            Close it as no longer needed
          </PostButton>
        </>
      )}
      {state === 'agreed' && !objective.private && (
        <p class="s ink2">It is closed at a review, where you say what came of it.</p>
      )}
    </Buttons>
  )
}
