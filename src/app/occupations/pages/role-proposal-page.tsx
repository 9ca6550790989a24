import type { VNode } from 'preact'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { type ProfileFields, RESPONSIBILITIES, type Responsibility } from '../../roles/roles.ts'
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
const ANSWERING = ([1, 2, 3, 4, 5, 6] as const satisfies readonly Responsibility[]).map((level) => ({
  value: String(level),
  text: `${level}: ${RESPONSIBILITIES[level].answersFor}`,
}))

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
          hint="The line, or a specialist track such as Quality and learning."
          value={typed('track', role.track)}
          error={errorFor(refusals, 'track')}
          width="l"
        />
        <Select
          name="responsibility"
          label="What it answers for"
          value={typed('responsibility', String(role.responsibility))}
          error={errorFor(refusals, 'responsibility')}
          options={ANSWERING}
        />
        <TextField
          name="sector"
          label="Sector"
          hint="Optional. Leave it empty where the role is of no one trade."
          value={typed('sector', role.sector ?? '')}
          error={errorFor(refusals, 'sector')}
          width="l"
        />
        <TextArea
          name="entry"
          label="What you expect at the start"
          hint="Optional. In your own words."
          value={typed('entry', role.entry)}
          error={errorFor(refusals, 'entry')}
        />
        <Section id="asks" title="What it asks" fact={`${asked.size} of ${competencies.length} proposed`}>
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
                head: 'How much',
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
        <Section id="sources" title="What it will cite">
          <Rows items={role.sources.map(({ title, address }) => ({ title, href: address }))} />
        </Section>
        <Buttons>
          <Button>Add this role</Button>
          <ButtonLink kind="quiet" href={paths.occupation(occupation.occupationId)}>
            Leave it
          </ButtonLink>
        </Buttons>
      </Form>
      <Attribution lines={attributionsOf([occupation])} />
    </>
  )
}
