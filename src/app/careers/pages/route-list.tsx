import { Tag } from '../../../ui/tag.tsx'
import type { Route } from '../rules/routes.ts'
import { leftWords, stepWords } from './route-words.ts'

/** The route upright, each step with what it still asks: for narrow screens, and for those who hear it. */
export function RouteList({
  route,
  nowWords,
  isTarget,
}: {
  route: Route
  nowWords: string
  isTarget: boolean
}) {
  const { from, steps } = route
  const last = steps.length - 1
  const left = (index: number) => {
    const step = steps[index]
    return step && <Tag kind="thread">{leftWords(step, index === 0)}</Tag>
  }
  return (
    <ol class="thread-v cm-list narrow-only">
      <li>
        <b class="b">{from.title}</b>
        <span class="sub">
          Level {from.responsibility}, {nowWords}
        </span>
        {left(0)}
      </li>
      {steps.map((step, index) => (
        <li key={step.roleId} class={index === 0 && last > 0 ? 'now' : 'todo'}>
          <b class="b">{step.title}</b>
          <span class="sub">
            {stepWords(step).replace(/^l/, 'L')}
            {index === last
              ? isTarget
                ? ', your target'
                : ', the role in view'
              : index === 0
                ? ', the next step'
                : ''}
          </span>
          {left(index + 1)}
        </li>
      ))}
    </ol>
  )
}
