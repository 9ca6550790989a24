import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices, Tick } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Ref, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { OnlyYou, Tag } from '../../../ui/tag.tsx'
import { Thread } from '../../../ui/thread.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Need } from '../store.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'

/** "Professional" or "Personal", and whether anybody else sees it. */
export function NeedTags({ need }: { need: Need }) {
  return (
    <>
      <Tag>{need.kind === 'professional' ? 'Professional' : 'Personal'}</Tag> {need.private && <OnlyYou />}
    </>
  )
}

/** One need: why, on what it rests, and the objective that closes it. */
export function NeedPage(props: {
  person: Person
  own: boolean
  need: Need
  competency: Competency | null
  evidence: readonly EvidenceItem[]
  madeByName: string
}) {
  const { person, own, need, competency, evidence, madeByName } = props
  const newObjective = paths.objectiveNew(person.personId, need.needId)
  return (
    <>
      <Thread
        label={`The thread of ${need.ref}`}
        knots={[
          {
            stage: 'Evidence',
            state: evidence.length > 0 ? 'done' : 'gap',
            text: evidence.length > 0 ? `${evidence.length} cited` : 'none cited',
            href: '#evidence',
          },
          { stage: 'Need', state: 'now', text: need.ref, href: paths.need(person.personId, need.needId) },
          { stage: 'Objective', state: 'todo', text: 'in the plan', href: paths.plan(person.personId) },
          { stage: 'Actions', state: 'todo', text: 'not yet' },
          { stage: 'Review and reflection', state: 'todo', text: 'not yet' },
          { stage: 'Impact on practice', state: 'todo', text: 'not yet' },
          { stage: 'Award', state: 'todo', text: 'not yet' },
        ]}
      />
      <Section id="what" title="The need" fact={<NeedTags need={need} />}>
        <SummaryList
          items={[
            { term: 'Why', value: need.why },
            ...(competency
              ? [
                  {
                    term: 'Competency',
                    value: <a href={paths.competency(competency.competencyId)}>{competency.title}</a>,
                  },
                ]
              : []),
            { term: 'Named', value: `${plainDay(need.madeOn)}, by ${madeByName}` },
          ]}
        />
        {own && (
          <Buttons>
            <ButtonLink href={newObjective}>Make an objective</ButtonLink>
            <ButtonLink kind="secondary" href={paths.plan(person.personId)}>
              See the plan
            </ButtonLink>
          </Buttons>
        )}
      </Section>
      <Section id="evidence" title="What it rests on" fact={`${evidence.length} cited`}>
        {evidence.length > 0 ? (
          <Rows
            items={evidence.map((item) => ({
              title: <EvidenceName item={item} />,
              href: paths.evidenceItem(person.personId, item.evidenceId),
              meta: gistOf(item),
            }))}
          />
        ) : (
          <Empty
            title="No evidence cited"
            belongs="What shows the need belongs here: a figure, an observation, a customer’s words."
            helps={
              need.kind === 'personal'
                ? 'A personal need can do without.'
                : 'Without it the need rests on self-perception alone.'
            }
          />
        )}
      </Section>
    </>
  )
}

/** Every need that the viewer may see. */
export function NeedsPage(props: { person: Person; own: boolean; needs: readonly Need[]; mayMake: boolean }) {
  const { person, own, needs, mayMake } = props
  return (
    <>
      <Section id="list" title="Needs" fact="Professional needs come from gaps">
        {needs.length > 0 ? (
          <Rows
            items={needs.map((need) => ({
              title: need.title,
              href: paths.need(person.personId, need.needId),
              meta: (
                <>
                  <Ref>{need.ref}</Ref>. {need.why}
                </>
              ),
              side: <NeedTags need={need} />,
            }))}
          />
        ) : (
          <Empty
            title="No need yet"
            belongs="A need names what to develop, and why."
            helps="Make one from a gap in one click, or write one down yourself."
          />
        )}
        {mayMake && (
          <Buttons>
            <ButtonLink kind="secondary" href={paths.needNew(person.personId)}>
              {own ? 'Write down a need' : 'Name a need'}
            </ButtonLink>
            <ButtonLink kind="secondary" href={paths.gaps(person.personId)}>
              See the gaps
            </ButtonLink>
          </Buttons>
        )}
      </Section>
      <NeedGuide />
    </>
  )
}

function NeedGuide() {
  return (
    <Guide
      good="Each need says whether it is for your work or for yourself, and why. A professional one names a competency."
      mistake="Mixing the two: a plan for a customer service role that holds only personal hopes, or leaves out what the role asks."
      example="Professional: “Handling complaints: 4 is needed and 3 agreed; 26% of complaints come back.” Personal, only you: “Speak in front of people without shaking: I avoid the community evenings.”"
    />
  )
}

/** Writes down a need by hand. */
export function NeedForm(props: {
  person: Person
  own: boolean
  competencies: readonly Competency[]
  evidence: readonly EvidenceItem[]
  values: Readonly<Record<string, string>>
  cited: readonly string[]
  refusals: readonly Refusal[]
}) {
  const { person, own, competencies, evidence, values, cited, refusals } = props
  const fresh = Object.keys(values).length === 0
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.needs(person.personId)} keep={`need-${person.personId}`}>
        <Choices
          name="kind"
          label="Is it for the work, or for yourself?"
          value={values.kind ?? (own ? null : 'professional')}
          error={errorFor(refusals, 'kind')}
          choices={[
            {
              value: 'professional',
              text: 'Professional',
              hint: 'The role asks for it. Your leader and your assessor see it.',
            },
            ...(own
              ? [
                  {
                    value: 'personal',
                    text: 'Personal',
                    hint: 'It is for you. Only you see it, unless you untick that below.',
                  },
                ]
              : []),
          ]}
        />
        <Select
          name="competency"
          label="Competency"
          hint="A professional need names one. A personal need can do without."
          value={values.competency}
          error={errorFor(refusals, 'competency')}
          options={[
            { value: '', text: 'None' },
            ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
          ]}
        />
        <TextField
          name="title"
          label="What is needed, in a few words?"
          hint="Left empty, the competency’s name is used."
          value={values.title}
          error={errorFor(refusals, 'title')}
        />
        <TextArea
          name="why"
          label="Why?"
          hint="What shows it, or what it is for."
          value={values.why}
          error={errorFor(refusals, 'why')}
        />
        {evidence.length > 0 && (
          <Choices
            name="evidence"
            many
            label="What does it rest on?"
            hint="The newest items. Tick what shows the need."
            value={cited}
            choices={evidence.slice(0, 12).map((item) => ({
              value: item.evidenceId,
              text: <EvidenceName item={item} />,
              hint: gistOf(item),
            }))}
          />
        )}
        {own && (
          <div>
            <Tick
              name="private"
              checked={fresh || values.private === 'yes'}
              text="Only you"
              hint="For personal needs. A professional need is always seen by those who lead and assess you."
            />
            {errorFor(refusals, 'private') && <p class="err">{errorFor(refusals, 'private')}</p>}
          </div>
        )}
        <Buttons>
          <Button>Save the need</Button>
        </Buttons>
      </Form>
      <NeedGuide />
    </>
  )
}
