import type { Refusal } from '../../../kernel/outcome.ts'
import { SHARINGS } from '../../../kernel/sharing.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import type { Person } from '../../people/people.ts'
import { NEED_KINDS, NEED_ORIGINS, NEED_PRIORITIES } from '../rules/need.ts'
import type { NeedHint } from '../rules/need-hints.ts'
import type { Need } from '../store/needs.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'
import { hintWords, KIND_NAMES, ORIGIN_NAMES, PRIORITY_NAMES, SHARING_NAMES } from './need-words.ts'

/** What a good need is. */
export function NeedGuide() {
  return (
    <div class="mt5">
      <Guide
        good="Each need says whether it is for your work, for yourself or both, and why. One that the work asks for names a competency, and somebody besides you has seen it."
        mistake="Mixing the two: a plan for a customer service role that holds only personal hopes, or leaves out what the role asks. And leaving out the soft skills, because they are harder to name than a system."
        example="Professional: “Handling complaints: 4 is needed and 3 agreed; 26% of complaints come back.” Personal, only you: “Speak in front of people without shaking: I avoid the community evenings.”"
      />
    </div>
  )
}

/** What was noticed in a need as it is written; none of it stands in the way. */
export function NeedHints({ hints }: { hints: readonly NeedHint[] }) {
  return (
    <>
      {hints.map((hint) => {
        const { title, text } = hintWords(hint)
        return (
          <div class="mt3" key={hint.kind}>
            <Note title={title}>{text}</Note>
          </div>
        )
      })}
    </>
  )
}

const KIND_HINTS = {
  professional: 'The role asks for it. Your leader and your assessor see it.',
  personal: 'It is for you. Only you see it, until you share it.',
  both: 'The work asks for it, and you want it for yourself. Only you see it, until you share it.',
}

export type NeedFormProps = {
  person: Person
  own: boolean
  /** Where it is posted to. */
  action: string
  /** The version that is changed; null for a new one. */
  version: number | null
  competencies: readonly Competency[]
  evidence: readonly EvidenceItem[]
  values: Readonly<Record<string, string>>
  cited: readonly string[]
  hints: readonly NeedHint[]
  /** What is kept now, where somebody else changed it while this was typed. */
  now: Need | null
  /** It was asked to look before saving. */
  checked: boolean
  refusals: readonly Refusal[]
}

/** Writes down a need by hand, or changes one. */
export function NeedForm(props: NeedFormProps) {
  const { person, own, action, version, competencies, values, hints, checked, refusals } = props
  const kinds = own ? NEED_KINDS : (['professional'] as const)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {checked && hints.length === 0 && refusals.length === 0 && (
        <Note live title="Nothing stands out.">
          It says what kind it is, and rests on more than your own word.
        </Note>
      )}
      <NeedHints hints={hints} />
      {props.now && <AsItIs need={props.now} competencies={competencies} />}
      <Form
        action={action}
        keep={`need-${version === null ? person.personId : action}`}
        hidden={version === null ? undefined : { version }}
      >
        <Choices
          name="kind"
          label="Is it for the work, or for yourself?"
          value={values.kind ?? (own ? null : 'professional')}
          error={errorFor(refusals, 'kind')}
          choices={kinds.map((kind) => ({ value: kind, text: KIND_NAMES[kind], hint: KIND_HINTS[kind] }))}
        />
        <Select
          name="competency"
          label="Competency"
          hint="What the work asks for names one. A personal need can do without."
          value={values.competency}
          error={errorFor(refusals, 'competency')}
          options={[
            { value: '', text: 'None' },
            ...competencies.map(({ competencyId, title, soft }) => ({
              value: competencyId,
              text: soft ? `${title} (soft skill)` : title,
            })),
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
          hint="What shows it, or what it is for; and why it is professional, personal or both."
          value={values.why}
          error={errorFor(refusals, 'why')}
        />
        <Choices
          name="priority"
          label="What comes first?"
          row
          value={values.priority ?? '2'}
          choices={NEED_PRIORITIES.map((one) => ({ value: String(one), text: PRIORITY_NAMES[one] }))}
        />
        <Select
          name="from"
          label="Where did it come from?"
          value={values.from ?? 'assessment'}
          options={NEED_ORIGINS.map((one) => ({ value: one, text: ORIGIN_NAMES[one] }))}
        />
        <RestsOn {...props} />
        {own && (
          <Choices
            name="sharing"
            label="Who may read it?"
            hint="For one that is personal, or both. A professional need is always seen by those who lead and assess you."
            value={values.sharing ?? 'me'}
            error={errorFor(refusals, 'sharing')}
            choices={SHARINGS.map((one) => ({
              value: one,
              text: SHARING_NAMES[one].choice,
              hint: SHARING_NAMES[one].hint,
            }))}
          />
        )}
        <Buttons>
          <Button name="do" value="save">
            Save the need
          </Button>
          <Button kind="secondary" name="do" value="check">
            Check it first
          </Button>
        </Buttons>
      </Form>
      <NeedGuide />
    </>
  )
}

/** The need as somebody else left it, to compare with what is typed. */
function AsItIs({ need, competencies }: { need: Need; competencies: readonly Competency[] }) {
  const competency = competencies.find(({ competencyId }) => competencyId === need.competencyId)
  return (
    <Section id="now" title="As it is now" fact={KIND_NAMES[need.kind]}>
      <SummaryList
        items={[
          { term: 'What', value: need.title },
          { term: 'Why', value: need.why },
          { term: 'Competency', value: competency?.title ?? 'None' },
          { term: 'What comes first', value: PRIORITY_NAMES[need.priority] },
          { term: 'Came from', value: ORIGIN_NAMES[need.from] },
        ]}
      />
    </Section>
  )
}

/** The newest items, and those that are cited already. */
function RestsOn({ evidence, cited, values }: NeedFormProps) {
  const offered = evidence.filter(
    ({ evidenceId, links }, at) =>
      at < 12 ||
      cited.includes(evidenceId) ||
      (values.competency !== '' && links.some(({ competencyId }) => competencyId === values.competency)),
  )
  if (offered.length === 0) return null
  return (
    <Choices
      name="evidence"
      many
      label="What does it rest on?"
      hint="The newest items, and those of the competency. Tick what shows the need."
      value={cited}
      choices={offered.map((item) => ({
        value: item.evidenceId,
        text: <EvidenceName item={item} />,
        hint: gistOf(item),
      }))}
    />
  )
}
