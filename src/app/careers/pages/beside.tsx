import type { Id } from '../../../kernel/id.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'

type Page = 'target' | 'research' | 'comparisons' | 'adverts' | 'interview'

type Part = { page: Page; text: string; what: string; href: string }

/** The pages of a person's career beside the map, in the order of the work; `roleId` is the role that is in view. */
export function careerParts(personId: Id, own: boolean, roleId?: Id): Part[] {
  return [
    {
      page: 'target',
      text: own ? 'Where you want to go' : 'Where they want to go',
      what: 'The role, why, and by when.',
      href: paths.careerTarget(personId),
    },
    {
      page: 'research',
      text: 'Sources looked at',
      what: 'What was read and who was asked, and how far to rely on it.',
      href: paths.careerResearch(personId),
    },
    {
      page: 'comparisons',
      text: 'Ways compared',
      what: 'Two to four roles beside each other, and which suits best.',
      href: paths.careerComparisons(personId),
    },
    {
      page: 'adverts',
      text: 'Job adverts',
      what: 'A job elsewhere, read into what it asks.',
      href: paths.careerAdverts(personId),
    },
    {
      page: 'interview',
      text: 'For the interview',
      what: 'The best example for each thing that a role asks, to print.',
      href: paths.careerInterview(personId, roleId),
    },
  ]
}

/** The other pages of a person's career, at the end of each of them. */
export function CareerBeside({ person, own, here }: { person: Person; own: boolean; here: Page }) {
  const { personId } = person
  return (
    <nav class="s mt6 no-print" aria-label={own ? 'More of your career' : `More of ${person.name}’s career`}>
      <ul class="inline">
        <li>
          <a href={paths.career(personId)}>Career map</a>
        </li>
        {careerParts(personId, own)
          .filter(({ page }) => page !== here)
          .map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** Which criteria of the units that people work towards a page speaks to, in a sentence; nothing where there are none. */
export function Criteria(props: { person: Person; criteria: readonly Criterion[] }) {
  const { person, criteria } = props
  if (criteria.length === 0) return null
  return (
    <p class="s ink2 mt3">
      Speaks to{' '}
      {criteria.map(({ unitId, criterionId, unit, code }, index) => (
        <span key={criterionId}>
          {index > 0 && (index === criteria.length - 1 ? ' and ' : ', ')}
          <a href={paths.criterion(person.personId, unitId, criterionId)}>
            {unit}, {code}
          </a>
        </span>
      ))}
      .
    </p>
  )
}

export type Criterion = { unitId: string; criterionId: string; unit: string; code: string }

/** "Line, level 4" of a role. */
export function placeWords(role: { track: string; responsibility: number }): string {
  return `${role.track}, level ${role.responsibility}`
}
