import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { type Person, STANDING_WORDS } from '../../people/people.ts'
import type { TourStep } from '../rules.ts'
import type { Progress as Loading } from '../store.ts'

export function LoadingPage({ loading }: { loading: Loading }) {
  return (
    <>
      <p class="lead">
        Two teams and two years of contacts are being made and read through the product’s own import. This
        page goes on by itself.
      </p>
      <Progress id="loading" label={loading.words} done={loading.done} of={loading.of} />
    </>
  )
}

export function CharactersPage({
  people,
  selfId,
  mayManage,
}: {
  people: Person[]
  selfId: string
  mayManage: boolean
}) {
  const told = people.filter((person) => person.story)
  return (
    <>
      <Table
        caption="The characters"
        hideCaption
        rows={told}
        columns={[
          {
            head: 'Who',
            cell: (person) => (
              <>
                {person.name}
                <Sub>
                  {person.job ?? STANDING_WORDS[person.standings[0] ?? 'adviser']}
                  {person.team && `, ${person.team}`}
                </Sub>
              </>
            ),
          },
          { head: 'What they show', cell: (person) => person.story, width: 50 },
          {
            head: 'Go on',
            hideHead: true,
            cell: (person) =>
              person.personId === selfId ? (
                'This is you'
              ) : (
                <PostButton action={`${paths.demo}/as`} hidden={{ person: person.personId }} link>
                  Go on as {person.name}
                </PostButton>
              ),
          },
        ]}
      />
      {mayManage && (
        <Section id="manage" title="Begin again">
          <p class="prose">
            The demo is an organisation of its own. Resetting makes it anew, ending today; deleting takes it
            away with all that was done in it.
          </p>
          <Buttons>
            <PostButton action={`${paths.demo}/reset`} kind="secondary">
              Reset the demo
            </PostButton>
            <PostButton action={`${paths.demo}/deletion`} kind="warn">
              Delete the demo
            </PostButton>
          </Buttons>
        </Section>
      )}
    </>
  )
}

export function TourPage({
  step,
  number,
  of,
  as,
  href,
  isYou,
}: {
  step: TourStep
  number: number
  of: number
  as: Person
  href: string
  isYou: boolean
}) {
  return (
    <Columns split="8-4">
      <Section id="step" title={`Step ${number} of ${of}`} fact={`As ${as.name}`}>
        <p class="lead">{step.words}</p>
        <p class="prose mt3">{step.look}</p>
        <Buttons>
          {isYou ? (
            <ButtonLink href={href}>Open the page</ButtonLink>
          ) : (
            <PostButton action={`${paths.demo}/as`} hidden={{ person: as.personId, next: href }}>
              Open the page as {as.name}
            </PostButton>
          )}
          {number < of && (
            <ButtonLink kind="secondary" href={paths.tour(number + 1)}>
              Next step
            </ButtonLink>
          )}
          {number > 1 && (
            <ButtonLink kind="quiet" href={paths.tour(number - 1)}>
              Step before
            </ButtonLink>
          )}
        </Buttons>
      </Section>
      <Panel id="back" title="Come back here">
        <p class="s ink2">“Tour” in the line at the top of every page leads back to the first step.</p>
      </Panel>
    </Columns>
  )
}
