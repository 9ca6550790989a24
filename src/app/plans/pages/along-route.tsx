import { PostButton } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import type { PlanPageProps } from './plan-page.tsx'

/** How the objectives stand to the route that the person goes, and one press to put them in its order. */
export function AlongRoute({ route, person, own, mayOrder }: PlanPageProps) {
  if (!route || route.stands.size === 0) return null
  return (
    <div class="mt4 no-print">
      <p class="s ink2">
        {own ? 'Your' : 'The'} route leads to {route.target}; the next step is {route.next.title}.{' '}
        {route.unordered
          ? 'The objectives do not stand in the order in which the steps need them.'
          : 'The objectives stand in the order in which its steps need them.'}{' '}
        <a href={paths.career(person.personId)}>Open the route</a>
      </p>
      {mayOrder && route.unordered && (
        <div class="mt2">
          <PostButton action={paths.planAlongRoute(person.personId)} kind="secondary" small>
            Order along the route
          </PostButton>
        </div>
      )}
    </div>
  )
}
