import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields, FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FileField, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { fieldsFor, KIND_WORDS, KINDS, SERVICE_CYCLE } from '../rules/kinds.ts'
import { detailField, type Found, type Typed } from '../typed.ts'

export type Suggested = { competency: Competency; because: string[] }

export type ItemFormProps = {
  action: string
  typed: Typed
  found: readonly Found[]
  refusals: readonly Refusal[]
  /** Whether the writer is the person it is about; else their first name is said. */
  own: boolean
  firstName: string
  competencies: readonly Competency[]
  suggested: readonly Suggested[]
  /** Set where a kept item is changed: its links are changed on its own page. */
  change?: { version: number; draft: boolean }
}

/** One field first, what happened; the rest can wait. Source: mission.md Tone, the shortest honest path. */
export function ItemForm(props: ItemFormProps): VNode {
  const { action, typed, found, refusals, own, firstName, change } = props
  const open = !change || change.draft
  return (
    <Form action={action} files keep="evidence" hidden={change ? { version: change.version } : {}}>
      <TextArea
        name="text"
        label="In your own words"
        hint={
          own
            ? 'What did you do, and what did the customer say or do next?'
            : `What did ${firstName} do and say, and what did the customer say or do next?`
        }
        error={errorFor(refusals, 'text')}
        value={typed.text}
        rows={5}
      />
      <Buttons>
        <Button>Save</Button>
        <Button kind="quiet" name="do" value="check">
          Check it first
        </Button>
      </Buttons>
      <PersonalData found={found} />
      <KindFields typed={typed} own={own} error={errorFor(refusals, 'kind')} />
      <DateFields
        name="happened"
        label="When did it happen?"
        hint="The day of the contact, not today. Without it the item cannot count as current."
        error={errorFor(refusals, 'happened')}
        value={typed.happened}
      />
      {!change && <LinkFields {...props} />}
      <Choices
        name={detailField('cycle')}
        label="Where in the service cycle?"
        hint="The moments where a customer makes up their mind."
        row
        value={typed.detail.cycle}
        choices={SERVICE_CYCLE.map((stage) => ({ value: stage, text: stage }))}
      />
      <FileFields typed={typed} error={errorFor(refusals, 'file')} />
      {own && (
        <FieldSet legend="Who may read it?">
          <div class="choices">
            <Tick
              name="private"
              text="Only you"
              hint="It then counts nowhere that others look: not in assessments, not in the account."
              checked={typed.private}
            />
          </div>
        </FieldSet>
      )}
      <Buttons>
        {!change && (
          <Button kind="secondary" name="do" value="another">
            Save and add another
          </Button>
        )}
        {open && (
          <Button kind={change ? 'secondary' : 'quiet'} name="do" value="later">
            Save and finish later
          </Button>
        )}
      </Buttons>
    </Form>
  )
}

function PersonalData({ found }: { found: readonly Found[] }): VNode | null {
  if (found.length === 0) return null
  return (
    <Panel>
      {found.map((one) => (
        <Hidden key={one.found} name="offered" value={one.found} />
      ))}
      <Choices
        name="redact"
        label={`${count(found.length, 'detail')} could identify the customer`}
        hint="Evidence shows the work, not who rang. Ticked ones are replaced when you save."
        many
        value={found.filter((one) => one.chosen).map((one) => one.found)}
        choices={found.map((one) => ({
          value: one.found,
          text: (
            <>
              <mark>{one.found}</mark> becomes <span class="nw">{one.becomes}</span>
            </>
          ),
          hint: one.kind === 'customer' ? 'May be a name. You decide.' : undefined,
        }))}
      />
    </Panel>
  )
}

function KindFields({ typed, own, error }: { typed: Typed; own: boolean; error: string | null }): VNode {
  const kinds = KINDS.filter((kind) => kind !== 'measure')
  const offered = own
    ? kinds
    : [...kinds].sort((a, b) => Number(b === 'observation') - Number(a === 'observation'))
  const fields = fieldsFor(typed.kind, typed.detail)
  return (
    <>
      <Choices
        name="kind"
        label="What kind of evidence is it?"
        hint="Each kind asks for its own few details: choose one, then “Check it first” shows them. Without a kind it stays a draft."
        error={error}
        columns
        value={typed.kind}
        choices={offered.map((kind) => ({
          value: kind,
          text: KIND_WORDS[kind].name,
          hint: KIND_WORDS[kind].hint,
        }))}
      />
      {fields.map((field) =>
        field.rows === 1 ? (
          <TextField
            key={field.key}
            name={detailField(field.key)}
            label={field.label}
            hint={field.hint}
            value={typed.detail[field.key]}
            width="l"
          />
        ) : (
          <TextArea
            key={field.key}
            name={detailField(field.key)}
            label={field.label}
            hint={field.hint}
            value={typed.detail[field.key]}
            rows={field.rows}
          />
        ),
      )}
      {typed.detail.account && <Hidden name={detailField('account')} value={typed.detail.account} />}
    </>
  )
}

function LinkFields({ typed, refusals, competencies, suggested }: ItemFormProps): VNode {
  const chosen = competencies.filter((one) => typed.competencyIds.includes(one.competencyId))
  const shown: Suggested[] = [
    ...suggested,
    ...chosen
      .filter((one) => !suggested.some(({ competency }) => competency.competencyId === one.competencyId))
      .map((competency) => ({ competency, because: [] })),
  ]
  return (
    <>
      {shown.length > 0 && (
        <Choices
          name="competency"
          label="Which competencies could it show?"
          hint="Suggested from your words. Tick those that fit; nothing is linked unless you do."
          error={errorFor(refusals, 'competency')}
          many
          value={typed.competencyIds}
          choices={shown.map(({ competency, because }) => ({
            value: competency.competencyId,
            text: competency.title,
            hint: because.length > 0 ? because.map((word) => `“${word}”`).join(', ') : undefined,
          }))}
        />
      )}
      <Select
        name="other"
        label={shown.length > 0 ? 'Another competency' : 'Which competency does it bear on?'}
        error={shown.length > 0 ? null : errorFor(refusals, 'competency')}
        width="l"
        options={competencyOptions(competencies)}
      />
      <ReasonFields reason={typed.reason} bearing={typed.bearing} error={errorFor(refusals, 'reason')} />
    </>
  )
}

/** The framework's competencies to choose from, none first. */
export function competencyOptions(competencies: readonly Competency[]): { value: string; text: string }[] {
  return [
    { value: '', text: 'None yet' },
    ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
  ]
}

/** Why an item bears on a competency, and which way. */
export function ReasonFields(props: { reason: string; bearing: string; error: string | null }): VNode {
  return (
    <>
      <TextField
        name="reason"
        label="Why does it bear on it?"
        hint="One line. Whoever weighs the evidence reads it beside the item."
        error={props.error}
        value={props.reason}
      />
      <Choices
        name="bearing"
        label="Which way does it point?"
        row
        value={props.bearing}
        choices={[
          { value: 'for', text: 'It shows the competency' },
          { value: 'against', text: 'It speaks against it' },
        ]}
      />
    </>
  )
}

function FileFields({ typed, error }: { typed: Typed; error: string | null }): VNode {
  return (
    <>
      {typed.held && (
        <>
          <Hidden name="held-hash" value={typed.held.hash} />
          <Hidden name="held-name" value={typed.held.name} />
          <p class="s ink2">{typed.held.name} is here already. Choosing another file replaces it.</p>
        </>
      )}
      <FileField
        name="file"
        label="File"
        hint="Optional. A photo, PDF, letter or recording, up to 20 MB. Leave out what could identify a customer: files are not searched."
        error={error}
        limitMegabytes={20}
      />
    </>
  )
}
