import type { VNode } from 'preact'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { type ProfileFields, RESPONSIBILITY_CHOICES } from '../../roles/roles.ts'
import type { Occupation } from '../store/occupations.ts'
import { attributionsOf } from './words.ts'

const LEVELS = ['', '1', '2', '3', '4', '5'].map((value) => ({
  value,
  text: value ? `Level ${value}` : 'Not asked',
}))
const NEEDED = [
  { value: 'essential', text: 'Essential' },
  { value: 'helpful', text: 'Helpful' },
]

/** A role as an occupation suggests it, to be changed and added, or left. */
export function RoleProposalPage(props: {
  occupation: Occupation
  role: ProfileFields
  because: ReadonlyMap<Id, string[]>
  unlinked: number
  competencies: readonly Competency[]
  /** Where the form goes. */
  action: string
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { occupation, role, because, unlinked, competencies, action, refusals, values } = props
  const typed = (name: string, proposed: string) => values[name] ?? proposed
  const asked = new Map(role.requirements.map((one) => [one.competencyId, one]))
  const rows = competencies.toSorted(
    (a, b) => Number(asked.has(b.competencyId)) - Number(asked.has(a.competencyId)),
  )
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <div class="mb5">
        <Note title="This is a proposal, and nothing is added yet.">
          Levels follow from the skills that you linked to your competencies.{' '}
          {unlinked > 0 && (
            <>
              {count(unlinked, 'skill')} of this occupation {unlinked === 1 ? 'has' : 'have'} no link yet:{' '}
              <a href={paths.occupationMapping({ occupation: occupation.occupationId })}>
                decide on them first
              </a>{' '}
              for a fuller proposal.
            </>
          )}
        </Note>
      </div>
      <Form action={action} keep={`role-of-${occupation.occupationId}`} wide>
        <Section id="about" title="What the role is">
          <div class="form">
            <TextField
              name="title"
              label="Title"
              value={typed('title', role.title)}
              error={errorFor(refusals, 'title')}
              width="l"
            />
            <TextField
              name="track"
              label="Track"
              hint="“Line” is the track that everybody begins on."
              value={typed('track', role.track)}
              error={errorFor(refusals, 'track')}
              width="l"
            />
            <Choices
              name="responsibility"
              label="What does the role answer for?"
              value={typed('responsibility', String(role.responsibility))}
              error={errorFor(refusals, 'responsibility')}
              choices={RESPONSIBILITY_CHOICES}
            />
            <TextField
              name="sector"
              label="Sector"
              hint="Such as contact centre, retail or hospitality. Leave it empty where the role is in every trade."
              value={typed('sector', role.sector ?? '')}
              error={errorFor(refusals, 'sector')}
              width="l"
            />
            <TextArea
              name="entry"
              label="What employers expect at the start"
              hint="Experience, qualifications and ways in. It can stay empty."
              value={typed('entry', role.entry)}
              error={errorFor(refusals, 'entry')}
            />
          </div>
        </Section>
        <Section
          id="asks"
          title="What the role asks"
          fact={`${asked.size} of ${competencies.length} proposed`}
        >
          {errorFor(refusals, 'levels') && (
            <p class="err" id="f-levels">
              {errorFor(refusals, 'levels')}
            </p>
          )}
          <Table
            caption="Levels asked of each competency"
            hideCaption
            rows={rows}
            middle
            columns={[
              {
                head: 'Competency',
                cell: ({ competencyId, title }) => (
                  <>
                    <a href={paths.competency(competencyId)}>{title}</a>
                    {because.has(competencyId) && (
                      <Sub>from {(because.get(competencyId) ?? []).join(', ')}</Sub>
                    )}
                  </>
                ),
              },
              {
                head: 'Level',
                width: 20,
                cell: ({ competencyId, title }) => (
                  <Select
                    name={`level-${competencyId}`}
                    label={`Level of ${title}`}
                    hideLabel
                    value={typed(`level-${competencyId}`, String(asked.get(competencyId)?.level ?? ''))}
                    error={errorFor(refusals, `level-${competencyId}`)}
                    options={LEVELS}
                  />
                ),
              },
              {
                head: 'Needed',
                width: 20,
                cell: ({ competencyId, title }) => (
                  <Select
                    name={`needed-${competencyId}`}
                    label={`How much ${title} is needed`}
                    hideLabel
                    value={typed(
                      `needed-${competencyId}`,
                      asked.get(competencyId)?.essential === false ? 'helpful' : 'essential',
                    )}
                    options={NEEDED}
                  />
                ),
              },
            ]}
          />
        </Section>
        <Section id="sources" title="Where this comes from">
          <Rows items={role.sources.map(({ title, address }) => ({ title, href: address }))} />
        </Section>
        <Buttons>
          <Button>Add the role</Button>
          <ButtonLink kind="quiet" href={paths.occupation(occupation.occupationId)}>
            Back to the occupation
          </ButtonLink>
        </Buttons>
      </Form>
      <Attribution lines={attributionsOf([occupation])} />
    </>
  )
}
