import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import { CheckList } from '../../../ui/lists.tsx'
import { More } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { SeenCompleteness } from '../completing.ts'

/** Whether the self-assessment is complete against the profile in force, and each competency that is not, by name. */
export function Complete({ found, own, personId }: { found: SeenCompleteness; own: boolean; personId: Id }) {
  const { complete, lacking, of, older, inOn, role, pass, withheld } = found
  const against = `${role.title} (${role.version})`
  const whose = own ? 'Your self-assessment' : 'The self-assessment'
  if (withheld && !older)
    return (
      <p class="s mt3">
        {whose} against {against}: {pass?.inOn ? `in since ${plainDay(pass.inOn)}` : 'not in yet'}. What it
        says is shown once both passes are in.
      </p>
    )
  if (complete)
    return (
      <p class="s mt3">
        {whose} is complete: all {of} competencies of {against} are rated
        {inOn ? ` on ${plainDay(inOn)}` : ''}, each with evidence, an example or “no example yet”.
      </p>
    )
  return (
    <div class="mt3">
      <p class="s">
        {whose} is not complete against {against}, the profile in force:{' '}
        {count(lacking.length, 'competency', 'competencies')} of {of} to go.
        {older && ' The last one was held against an earlier profile.'}{' '}
        {own && <a href={paths.assessments(personId)}>Open the assessments</a>}
      </p>
      <More summary="Which ones, and what each lacks">
        <CheckList
          items={lacking.map(({ competencyId, title, why }) => ({
            there: false,
            text: (
              <>
                <a href={paths.competency(competencyId)}>{title}</a>: {why}
              </>
            ),
          }))}
        />
      </More>
    </div>
  )
}
