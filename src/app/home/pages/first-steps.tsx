import { ButtonLink } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'

/** For a newcomer: three steps, a sentence and a button each. */
export function FirstSteps({ person }: { person: Person }) {
  const id = person.personId
  const steps = [
    {
      title: 'See what your work shows',
      words: 'Your own figures stand beside your own past; where there is no helpdesk, keep a tally by hand.',
      button: 'Open your work',
      href: paths.work(id),
    },
    {
      title: 'Assess yourself',
      words: `Rate yourself against your role, level by level${person.leader ? `, before you see what ${person.leader} says` : ''}.`,
      button: 'Begin your self-assessment',
      href: paths.assessments(id),
    },
    {
      title: 'Keep the first piece of evidence',
      words: 'Write down one thing that happened this week, while you remember it.',
      button: 'Add evidence',
      href: paths.evidenceNew(id),
    },
  ]
  return (
    <>
      <p class="lead mb4">
        Nothing is here yet. Begin with any of these three: everything later hangs by them.
      </p>
      <ol class="cards">
        {steps.map(({ title, words, button, href }, index) => (
          <li key={href}>
            <Panel id={`step-${index + 1}`} title={`${index + 1}. ${title}`}>
              <p class="s ink2">{words}</p>
              <div class="mt4">
                <ButtonLink kind={index === 0 ? 'primary' : 'secondary'} href={href}>
                  {button}
                </ButtonLink>
              </div>
            </Panel>
          </li>
        ))}
      </ol>
    </>
  )
}
